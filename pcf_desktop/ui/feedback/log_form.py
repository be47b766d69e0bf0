"""The form in which a comment is logged, and which of its fields are kept for the next."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication
from typing_extensions import override

from pcf_desktop.services.feedback import events, feedback
from pcf_desktop.services.feedback.events import EventLine
from pcf_desktop.services.feedback.feedback import NewFeedback
from pcf_desktop.services.forum import drafts
from pcf_desktop.ui.components.keys import bind
from pcf_desktop.ui.feedback.keep_button import KeepButton
from pcf_desktop.ui.feedback.known_fields import KnownFields
from pcf_desktop.ui.feedback.quote_field import QuoteField
from pcf_desktop.ui.feedback.words_field import WordsField
from pcf_desktop.ui.form import Beside, Form, Work
from pcf_desktop.ui.language import tr
from pcf_desktop.ui.screen import Screen
from pcf_desktop.ui.tokens import space

if TYPE_CHECKING:
    from pcf_desktop.workspace import Session

KEPT = "kept"
"""Under this name a draft notes which fields are kept."""


@dataclass(frozen=True)
class Typed:
    """What a form says: the feedback, and an event's title where the event is new."""

    feedback: NewFeedback
    new_event: str = ""


@dataclass(frozen=True)
class Logged:
    """What was saved: the feedback's id, and its event where that was typed by title."""

    id: int
    event: EventLine | None


class LogForm(Form[Typed]):
    """Two fields that are needed, and those that help, each of which can be kept for the next.

    Its draft is `drafts.LOG`; what is kept for the next comment is in `drafts.LOG_PINS`.
    """

    def __init__(self, screen: Screen) -> None:
        self.words = WordsField(tr("What was said, in their words?"), lines=3)
        self.words.needed = tr("Write what was said.")
        self.quote = QuoteField()
        self.known = KnownFields()
        self._keep: dict[str, KeepButton] = {}
        needed = (Beside({"words": self.words}), Beside({"quote": self.quote}))
        super().__init__(screen, tr("log feedback"), *needed, *self.known.rows)
        self.frame.body.setSpacing(space())
        self.frame.body.setStretchFactor(self.words, 1)
        for name, field in self.fields.items():
            if name not in ("words", "quote"):
                self._keep[name] = KeepButton(field.words)
                self._keep[name].toggled.connect(self.noticed)
                field.add_above(self._keep[name])
        bind(self, "Ctrl+D", self._keep_this)
        self.begin_next()

    @override
    def read(self) -> Typed:
        new = self.known.read(self.words.value(), self.quote.value())
        return Typed(new, self.known.event.new_title())

    @override
    def write(self, record: Typed) -> None:
        """Begin the next: clear all but what is kept, and put today where no date is kept."""
        for name in self._own():
            self.fields[name].clear()
        if self.known.when.is_blank:
            self.known.when.set_today()

    @override
    def keep(self, typed: Typed) -> Work:
        def log(session: "Session") -> Logged:
            new, event = with_event(session, typed)
            return Logged(feedback.log(session, new, is_typed=True), event)

        return log

    @override
    def saved(self, logged: Logged) -> None:
        """Begin the next; a new event that is kept for it is new no more."""
        if logged.event is not None:
            self.known.event.know(logged.event)
        self.begin_next()

    def begin_next(self) -> None:
        """Begin the next with what is kept, which outlives a lock."""
        self.fill(Typed(NewFeedback("", "")))
        if self.pinned():
            self.noticed()

    @override
    def texts(self) -> dict[str, str]:
        kept = " ".join(name for name, button in self._keep.items() if button.isChecked())
        return {**super().texts(), KEPT: kept}

    @override
    def is_untouched(self) -> bool:
        """Whether nothing was typed that would be missed; what is kept for the next is not."""
        texts = self.texts()
        own = all(texts[name] == self._filled[name] for name in self._own())
        return own and not self._without_field

    @override
    def restore(self, draft: Mapping[str, str]) -> None:
        self._is_filling = True
        kept = draft.get(KEPT, "").split()
        for name, button in self._keep.items():
            button.setChecked(name in kept)
        super().restore(draft)

    @override
    def to_keep(self) -> Mapping[str, Mapping[str, str] | None]:
        return {**super().to_keep(), drafts.LOG_PINS: self.pinned()}

    def pinned(self) -> dict[str, str]:
        """Return what is kept for the next, word for word; nothing where no field is."""
        texts = self.texts()
        return {name: texts[name] for name in (*texts[KEPT].split(), KEPT)} if texts[KEPT] else {}

    def pin(self, pinned: Mapping[str, str]) -> None:
        """Show what was kept for the next, unless somebody has begun to type."""
        if pinned and self.is_untouched():
            self.restore(pinned)
            self.begin_next()

    def toggle_keep(self, name: str) -> None:
        """Keep a field for the next, or no longer."""
        self._keep[name].toggle()

    def _own(self) -> list[str]:
        """Return the fields that belong to this comment alone."""
        kept = [name for name, button in self._keep.items() if button.isChecked()]
        return [name for name in self.fields if name not in kept]

    def _keep_this(self) -> None:
        focus = QApplication.focusWidget()
        for name, field in self.fields.items():
            if name in self._keep and focus is not None and field.isAncestorOf(focus):
                self.toggle_keep(name)


def with_event(session: "Session", typed: Typed) -> tuple[NewFeedback, EventLine | None]:
    """Return the feedback with its event, and that where it was typed by title, made if new."""
    new = typed.feedback
    if not typed.new_event:
        return new, None
    event = events.at(session, typed.new_event, new.said.earliest, new.channel_id)
    return replace(new, event_id=event.id), event
