"""Third step of a log: each word of its columns beside what it means in our lists."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from pcf_desktop.services.forum.known_words import WordMatch
from pcf_desktop.services.logs.words import LogWords
from pcf_desktop.ui.components.card import Card
from pcf_desktop.ui.components.chips import ChipOption, Chips
from pcf_desktop.ui.components.lay import stacked
from pcf_desktop.ui.language import tr
from pcf_desktop.ui.surveys.family_words import word_lists
from pcf_desktop.ui.surveys.word_matches import WordMatches


class LogWordsPage(QWidget):
    """Shows one list at a time; emits `looked` with a match and what a person says it means."""

    looked = Signal(WordMatch, str)

    def __init__(self) -> None:
        super().__init__()
        self._found: LogWords | None = None
        names = word_lists()
        self.view = Chips(
            tr("Which words"), [ChipOption(key, name, 0) for key, name in names.items()]
        )
        self.view.chosen.connect(lambda _keys: self._show())
        self.words = WordMatches()
        self.words.looked.connect(self.looked)
        self._card = Card(
            tr("What the words mean"), tr("What is named as our list names it is taken already.")
        )
        self._card.add(self.words)
        stacked(self, self.view, self._card, gap=2).addStretch(1)

    def show_words(self, found: LogWords) -> None:
        """Show these words, those to look at first, with how many wait in each list."""
        self._found = found
        waiting = {
            key: sum(each.key is None for each in words) for key, words in found.matches.items()
        }
        names = word_lists()
        self.view.set_options(
            [ChipOption(key, name, waiting.get(key, 0)) for key, name in names.items()]
        )
        for key in names:
            self.view.set_offered(key, offered=key in waiting)
        if next(iter(self.view.value()), "") not in waiting:
            there = [key for key in names if key in waiting]
            self.view.set_value(*sorted(there, key=lambda key: not waiting[key])[:1])
        self._show()

    def first_focus(self) -> QWidget | None:
        """Return the first word to look at."""
        return self.words.first_focus()

    def _show(self) -> None:
        shown = next(iter(self.view.value()), "")
        matches = self._found.matches.get(shown, []) if self._found is not None else []
        self._card.setVisible(bool(matches))
        if self._found is not None and matches:
            self.words.show_matches(matches, self._found.choosing)
