"""What the answers to a question say of the family: chosen on its card, its words looked at."""

from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from pcf_desktop.services.forum.known_words import WordMatch
from pcf_desktop.services.surveys.about_family import LISTS, Told
from pcf_desktop.ui.components.field import Field
from pcf_desktop.ui.components.lay import stacked
from pcf_desktop.ui.language import tr
from pcf_desktop.ui.surveys.family_words import family_lists
from pcf_desktop.ui.surveys.priority_field import ListCombo
from pcf_desktop.ui.surveys.word_matches import WordMatches


@dataclass(frozen=True)
class AboutWanted:
    """What a question says of the family, as a person chose it; None: nothing."""

    question_id: int
    about: str | None


@dataclass(frozen=True)
class LookWanted:
    """What a person says that an answer to a question means."""

    question_id: int
    match: WordMatch
    key: str


class AboutField(QWidget):
    """Emits `chosen` and `looked` for one question."""

    chosen = Signal(AboutWanted)
    looked = Signal(LookWanted)

    def __init__(self, question_id: int, question: str) -> None:
        super().__init__()
        self.question_id = question_id
        self.combo = ListCombo()
        field = _AboutChoice(self.combo)
        field.label.set_tone("muted")  # it stands below every question
        name = tr("{label}: {question}").format(label=field.label.text(), question=question)
        for spoken in (field.label, self.combo):
            spoken.setAccessibleName(name)
        names = family_lists()
        self.combo.addItems([tr("Nothing of the family"), *(names[key] for key in LISTS)])
        self.combo.activated.connect(self._activated)
        self.words = WordMatches()
        self.words.hide()
        self.words.looked.connect(
            lambda match, key: self.looked.emit(LookWanted(question_id, match, key))
        )
        self._about: str | None = None
        stacked(self, field, self.words, gap=1.5)

    def show_told(self, told: Told | None) -> None:
        """Show what the forum holds of it."""
        self._about = told.about if told is not None else None
        self.combo.setCurrentIndex(LISTS.index(told.about) + 1 if told is not None else 0)
        self.words.setVisible(told is not None)
        if told is not None:
            self.words.show_matches(told.matches, {told.about: told.choosing})

    def hold(self, why: str) -> None:
        """Stay disabled and say why; no words: be free again."""
        self.combo.setEnabled(not why)
        self.combo.setToolTip(why)
        self.combo.setAccessibleDescription(why)
        self.words.hold(why)

    def _activated(self, place: int) -> None:
        about = LISTS[place - 1] if place else None
        if about != self._about:
            self.chosen.emit(AboutWanted(self.question_id, about))


class _AboutChoice(Field):
    """The choice with its words above it."""

    def __init__(self, combo: ListCombo) -> None:
        super().__init__(tr("This question says"), combo)
        self._combo = combo

    @override
    def typed(self) -> str:
        """Return what is chosen, as it is shown."""
        return self._combo.currentText()

    @override
    def put(self, text: str) -> None:
        """Show it again."""
        self._combo.setCurrentText(text)
