"""The words of a file beside what they mean in our lists, those to look at first."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QWidget

from pcf_desktop.services.forum.known_words import Choosing, WordMatch
from pcf_desktop.ui.components.button import Button
from pcf_desktop.ui.components.lay import clear, stacked
from pcf_desktop.ui.components.sides import Sides
from pcf_desktop.ui.components.text import Text
from pcf_desktop.ui.language import tr
from pcf_desktop.ui.surveys.word_field import WordField
from pcf_desktop.ui.typeface import Role
from pcf_desktop.ui.words import count

MOST = 12
"""Words shown at once; each is a list to choose from."""


class WordMatches(QWidget):
    """Emits `looked` with a match and what a person says it means."""

    looked = Signal(WordMatch, str)

    def __init__(self) -> None:
        super().__init__()
        self.fields: list[WordField] = []
        self._matches: Sequence[WordMatch] = ()
        self._labels: Mapping[str, Mapping[str, str]] = {}
        self._shown = MOST
        self._why = ""
        self.state = Text("", Role.STRONG)
        self._rows = stacked(gap=1.5)
        self.more = Button(tr("Show more words"), small=True)
        self.more.clicked.connect(self._show_more)
        column = stacked(self, self.state, gap=1.5)
        column.addLayout(self._rows)
        column.addWidget(self.more)

    def show_matches(self, matches: Sequence[WordMatch], choosing: Mapping[str, Choosing]) -> None:
        """Show these words; the one that is looked at next keeps the focus."""
        labels = {key: each.labels for key, each in choosing.items()}
        if (list(matches), labels) == (list(self._matches), self._labels):
            return
        held = QApplication.focusWidget()
        had_focus = any(held is not None and each.isAncestorOf(held) for each in self.fields)
        self._matches, self._labels = matches, labels
        self._fill()
        first = self.first_focus()
        if had_focus and first is not None:
            first.setFocus()

    def hold(self, why: str) -> None:
        """Let nothing be chosen and say why; no words: be free again."""
        self._why = why
        for each in self.fields:
            each.hold(why)

    def first_focus(self) -> QWidget | None:
        """Return the first word's button, or its list."""
        for each in self.fields:
            buttons = each.findChildren(Button)
            return buttons[0] if buttons else each.combo
        return None

    def _show_more(self) -> None:
        self._shown += MOST
        at = len(self.fields)
        self._fill()
        if at < len(self.fields):
            self.fields[at].combo.setFocus()

    def _fill(self) -> None:
        clear(self._rows)
        self.fields = [
            WordField(each, self._labels[each.list_key]) for each in self._matches[: self._shown]
        ]
        for each in self.fields:
            each.looked.connect(self.looked)
            each.hold(self._why)
        for place in range(0, len(self.fields), 2):
            pair = self.fields[place : place + 2]
            beside = [*pair, *([QWidget()] if len(pair) == 1 else [])]
            self._rows.addWidget(Sides(*beside, least=26))
        self.more.setVisible(len(self._matches) > self._shown)
        self.state.setText(_state(self._matches))


def _state(matches: Sequence[WordMatch]) -> str:
    open_ = sum(each.key is None for each in matches)
    if not open_:
        return tr("Every word is matched.")
    words = count(open_, tr("word waits"), tr("words wait"))
    return tr("{words} for your look. Until then they are left out.").format(words=words)
