"""On which priority a question bears: chosen on the card of its answers, and saved at once."""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QWheelEvent
from typing_extensions import override

from pcf_desktop.services.priorities.priorities import Choice
from pcf_desktop.ui.components.choice_field import Combo
from pcf_desktop.ui.components.field import Field
from pcf_desktop.ui.language import tr
from pcf_desktop.ui.priorities.priority_finder import named

_KEY = Qt.Key
_STEPS = {
    _KEY.Key_Up,
    _KEY.Key_Down,
    _KEY.Key_PageUp,
    _KEY.Key_PageDown,
    _KEY.Key_Home,
    _KEY.Key_End,
}
_COMMAND = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.MetaModifier


@dataclass(frozen=True)
class LinkWanted:
    """A question's link as a person chose it, and as it was before; None is no priority."""

    question_id: int
    priority: Choice | None
    before: Choice | None


class PriorityField(Field):
    """Offers no priority and every priority; emits `chosen` when a person chose another one."""

    chosen = Signal(LinkWanted)

    def __init__(self, question_id: int, question: str) -> None:
        self.question_id = question_id
        self.combo = ListCombo()
        super().__init__(tr("Link to a priority"), self.combo)
        self.label.set_tone("muted")  # it stands below every question
        name = tr("{label}: {question}").format(label=self.words, question=question)
        for spoken in (self.label, self.combo):  # Linux readers say the label's name
            spoken.setAccessibleName(name)
        self._choices: Sequence[Choice] = ()
        self._before: Choice | None = None
        self._why = ""
        self.combo.activated.connect(self._activated)

    @override
    def typed(self) -> str:
        """Return the id of the priority that is shown."""
        shown = self._at(self.combo.currentIndex())
        return "" if shown is None else str(shown.id)

    @override
    def put(self, text: str) -> None:
        keys = [str(each.id) for each in self._choices]
        self.combo.setCurrentIndex(keys.index(text) + 1 if text in keys else 0)

    def show_link(self, choices: Sequence[Choice], priority_id: int | None) -> None:
        """Offer these priorities, and show the one that the forum holds."""
        if choices != self._choices:
            self._choices = choices
            self.combo.clear()
            self.combo.addItems([tr("No priority"), *(named(each) for each in choices)])
        keys = [each.id for each in choices]
        place = keys.index(priority_id) + 1 if priority_id in keys else 0
        self._before = self._at(place)
        self.combo.setCurrentIndex(place)
        self._tell()

    def hold(self, why: str) -> None:
        """Stay disabled and say why; no words: be free again."""
        self._why = why
        self.combo.setEnabled(not why)
        self.combo.setAccessibleDescription(why)
        self._tell()

    def _activated(self, place: int) -> None:
        priority = self._at(place)
        if priority != self._before:
            self.chosen.emit(LinkWanted(self.question_id, priority, self._before))
        self._tell()

    def _at(self, place: int) -> Choice | None:
        return self._choices[place - 1] if place > 0 else None

    def _tell(self) -> None:
        """Say why it is off, or the whole title where the field is too narrow for it."""
        self.combo.setToolTip(self._why or f"<p>{escape(self.combo.currentText())}</p>")


class ListCombo(Combo):
    """Changes in its open list alone: what a wheel or an arrow came past would all be saved."""

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        """Let the page scroll."""
        event.ignore()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the list for a key that would choose, at what a letter begins."""
        letter = event.text().strip() if not event.modifiers() & _COMMAND else ""
        if event.key() in _STEPS:
            self.showPopup()
        elif letter.isprintable() and letter:
            self.showPopup()
            self.view().keyboardSearch(letter)
        else:
            super().keyPressEvent(event)
