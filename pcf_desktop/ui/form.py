"""One form: named fields in rows, a draft of what is typed, and saving as one step.

A subject gives its fields in their rows, and says how they are read, written and kept:

    class AskForm(Form[Ask]):
        def __init__(self, screen: Screen) -> None:
            self.title = TextField(tr("What is asked"))
            self.title.needed = tr("Say what is asked.")
            self.due = DateField(tr("Due"))
            row = Beside({"title": self.title, "due": self.due})
            super().__init__(screen, tr("add an ask"), row)
            self.end_with(self.save, Button(tr("Add"), Kind.PRIMARY, key="Ctrl+S"))
            self.fill(Ask(""))
            screen.read(lambda s: drafts.read(s, "ask"), lambda draft: self.begin("ask", draft))

        @override
        def read(self) -> Ask:
            return Ask(self.title.value(), self.due.date())

        @override
        def write(self, record: Ask) -> None:
            self.title.set_value(record.title)
            self.due.set_date(record.due)

        @override
        def keep(self, typed: Ask) -> Work:
            return lambda session: asks.add(session, typed)

A form of what is kept already is opened with `open`, as often as it is looked at. All else is done
here: what is typed is in a draft within a second and stands in the fields again when the form is
opened, `save` checks and says what is wrong, and the draft goes in the same change as its record
comes.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Generic, NamedTuple, TypeVar

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from pcf_desktop.errors import UserError
from pcf_desktop.progress import Progress
from pcf_desktop.services.forum import drafts
from pcf_desktop.ui import saving
from pcf_desktop.ui.components.button import Button
from pcf_desktop.ui.components.card import Card
from pcf_desktop.ui.components.error_summary import ErrorSummary
from pcf_desktop.ui.components.field import Field
from pcf_desktop.ui.components.flow import FlowRow
from pcf_desktop.ui.components.keys import bind
from pcf_desktop.ui.components.lay import stacked
from pcf_desktop.ui.components.sides import Sides
from pcf_desktop.ui.components.text import Text
from pcf_desktop.ui.language import tr
from pcf_desktop.ui.pages import Page
from pcf_desktop.ui.screen import Screen, focus_of

if TYPE_CHECKING:
    from pcf_desktop.workspace import Session

R = TypeVar("R")
Work = Callable[["Session"], object]
"""What keeps a record; it runs on the worker's thread, and touches no field."""

KEEP_AFTER = 700
"""Milliseconds from the first key that is not yet kept to the draft that keeps it."""


class Beside(NamedTuple):
    """Named fields beside each other, in columns of these shares of the width.

    `least` is how many letters a field needs on the average, else they stand below each other.
    """

    fields: Mapping[str, Field]
    shares: Sequence[int] = ()
    least: int = 24


@dataclass(frozen=True)
class Opened(Generic[R]):
    """A record as it is kept, by its id, and what was typed for it and not saved.

    `name` is the name of the draft; the id of a new record is 0.
    """

    key: int
    record: R
    name: str
    draft: Mapping[str, str]


class Form(Page, Generic[R]):
    """Fields by name in `fields`, of a record `R`; emits `closed` when it is left.

    While `name`, the name of its draft, is empty, there is nothing to save and none is kept.
    """

    closed = Signal()
    drafted = Signal(bool)
    """A draft was kept; or, there is none to keep."""

    def __init__(
        self, screen: Screen, action: str, *rows: Beside, frame: Card | None = None
    ) -> None:
        super().__init__()
        self._screen, self.action = screen, action
        self.fields = {name: field for row in rows for name, field in row.fields.items()}
        self.name = ""
        self.key = 0
        self.before: R | None = None
        """What the fields say of a record that nobody has changed."""
        self.is_saving = self._is_filling = False
        self._focus: QWidget | None = None
        self._filled: Mapping[str, str] = {}
        self._without_field: Mapping[str, str] = {}
        self._kept: dict[str, Mapping[str, str]] = {}
        """The drafts as this form kept them, by name; read too soon, one would be older."""
        self._soon = QTimer(self, singleShot=True, interval=KEEP_AFTER)
        self._soon.timeout.connect(self._keep_draft)
        self.summary = ErrorSummary()
        self.frame = frame or Card()
        self._rest = Text("", tone="muted")
        self._rest.hide()
        self._lay_out(rows)
        for field in self.fields.values():
            field.changed.connect(self.noticed)

    def read(self) -> R:
        """Return what stands in the fields."""
        raise NotImplementedError

    def write(self, record: R) -> None:
        """Put a record into the fields."""
        raise NotImplementedError

    def keep(self, typed: R) -> Work:
        """Return the work that keeps what is typed, which is not what was there `before`."""
        raise NotImplementedError

    def saved(self, _result: Any) -> None:
        """Say that it is saved, and go on, with what the work returned."""
        self.end(tr("Saved."))

    def open(self, opened: Opened[R]) -> None:
        """Show a record with what was typed for it before; what is typed now stays."""
        if opened.name == self.name and not self.is_untouched():
            return
        if not opened.key and not self.name:
            self.begin(opened.name, opened.draft)
            return
        self.let_go()
        self.fill(opened.record)
        self.name, self.key = opened.name, opened.key
        self._bring_back(opened.draft)

    def begin(self, name: str, draft: Mapping[str, str]) -> None:
        """Show the draft of a new record; who began to type before it came loses neither."""
        self.name = name
        is_typed = not self.is_untouched()
        self._bring_back(draft)
        if is_typed:
            self.noticed()

    def fill(self, record: R) -> None:
        """Show a record, with nothing said to be wrong, and know it as not changed by anybody."""
        self._is_filling = True
        self._soon.stop()
        self.write(record)
        self._is_filling = False
        self.before, self._filled = self.read(), self.texts()
        self._all_is_well()

    def texts(self) -> dict[str, str]:
        """Return what stands in the fields, word for word."""
        return {name: field.typed() for name, field in self.fields.items()}

    def is_untouched(self) -> bool:
        """Whether nothing was typed that would be missed."""
        return self.texts() == self._filled and not self._without_field

    def state(self) -> Mapping[str, str] | None:
        """Return what to keep as a draft; None when nothing would be missed."""
        return None if self.is_untouched() else {**self._without_field, **self.texts()}

    def restore(self, draft: Mapping[str, str]) -> None:
        """Show what a draft kept; what it says of no field here is kept on, and shown below."""
        self._is_filling = True
        for name, text in draft.items():
            if name in self.fields:
                self.fields[name].put(text)
        self._is_filling = False
        known = self.texts()
        self._show_rest({name: text for name, text in draft.items() if text and name not in known})

    def check(self) -> bool:
        """Check each field that is shown, which says beside itself what is wrong."""
        checks = [each.check_to_save() for each in self.shown()]
        return all(checks)

    def show_problems(self) -> None:
        """List what is wrong, and go there; or list nothing."""
        self.summary.show_problems(self.shown())

    def end(self, said: str) -> None:
        """Say what was done, and can be undone, and close."""
        self._screen.desk.tell(said, undo=True)
        self.closed.emit()

    def save(self) -> None:
        """Save what is typed, and go on."""
        self.submit(self.saved)

    def submit(self, then: Callable[[Any], object]) -> None:
        """Save as one step, once, unless something is wrong; the form is disabled meanwhile."""
        if self.is_saving or not self.name:
            return
        is_well = self.check()
        self.show_problems()
        if not is_well:
            return
        typed, name = self.read(), self.name
        if typed == self.before:
            self._screen.desk.tell(tr("Nothing was changed."))
            self.leave()
            return
        work = self.keep(typed)
        self.put_away()  # a save that is refused, or cut off by the lock, loses nothing
        self._set_saving(on=True)

        def put(session: "Session", _progress: Progress) -> object:
            drafts.drop(session, name)
            return work(session)

        def done(result: object) -> None:
            self._kept[name] = {}
            self._set_saving(on=False)
            if name == self.name:
                self.before, self._filled = typed, self.texts()
                self._show_rest({})
            then(result)

        job = self._screen.change(self.action, put, done)
        job.refused.connect(self.refused)
        job.ended.connect(lambda: self._set_saving(on=False))

    def refused(self, error: UserError) -> None:
        """Say beside a field what the person can mend; the window says it too."""

    def leave(self) -> None:
        """Forget what was typed, and close."""
        self.forget()
        self.restore(self._filled)
        self._all_is_well()
        self.closed.emit()

    def forget(self) -> None:
        """Keep nothing of what was typed so far."""
        self._soon.stop()
        name = self.name
        if name and not saving.why_not(self._screen.desk.worker):
            self._kept[name] = {}
            self._screen.change(
                tr("forget a draft"), lambda session, _progress: drafts.drop(session, name)
            )

    def let_go(self) -> None:
        """Keep what was typed, and stand for no record until one is opened."""
        self.put_away()
        self.name, self.key, self.before = "", 0, None

    @override
    def first_focus(self) -> QWidget:
        return self.shown()[0].control

    @property
    @override
    def commands(self) -> Mapping[str, Callable[[], object]]:
        return {"save": self._screen.or_why(self.save)}

    @override
    def put_away(self) -> None:
        """Keep now what would be kept soon, for the forum is about to be locked."""
        if self._soon.isActive():
            self._soon.stop()
            self._keep_draft()

    def noticed(self) -> None:
        """Keep what was typed, soon; what was missing may be there now."""
        if self._is_filling or self.is_saving:
            return
        for field in self.fields.values():
            if field.problem and field.problem == field.needed and not field.is_blank:
                field.set_problem("")
        is_kept = self.name and not saving.why_not(self._screen.desk.worker)
        if is_kept and not self._soon.isActive():
            self._soon.start()

    def end_with(self, work: Callable[[], object], primary: Button, *others: Button) -> FlowRow:
        """End the form with these buttons; the primary one, and Ctrl+Enter, do the work."""
        primary.clicked.connect(work)
        bind(self, "Ctrl+Return", self._screen.or_why(work))
        buttons = FlowRow(primary, *others)
        self.frame.add(buttons)
        return buttons

    def to_keep(self) -> Mapping[str, Mapping[str, str] | None]:
        """Return every draft to keep by its name, None where there is nothing to keep."""
        return {self.name: self.state()}

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        """Keep the draft at once when the person goes elsewhere."""
        super().hideEvent(event)
        self.put_away()

    def shown(self) -> list[Field]:
        """Return the fields that are not hidden, in order."""
        return [field for field in self.fields.values() if not field.isHidden()]

    def _bring_back(self, draft: Mapping[str, str]) -> None:
        kept = self._kept.get(self.name, draft)
        if not kept:
            return
        now = self.texts()
        both = {
            name: field.both(kept.get(name, ""), now[name])
            for name, field in self.fields.items()
            if now[name] != self._filled[name]
        }
        self.restore({**kept, **both})

    def _keep_draft(self) -> None:
        found = self.to_keep()
        is_draft = bool(found[self.name])
        self._kept.update({name: fields or {} for name, fields in found.items()})

        def keep(session: "Session", _progress: Progress) -> None:
            for name, fields in found.items():
                drafts.keep(session, name, fields)

        def kept(_done: object) -> None:
            self._screen.desk.worker.drafted.emit()
            self.drafted.emit(is_draft)

        self._screen.change(tr("keep a draft"), keep, kept)

    def _all_is_well(self) -> None:
        for field in self.fields.values():
            field.set_problem("")
        self.summary.clear()
        self._show_rest({})

    def _show_rest(self, without_field: Mapping[str, str]) -> None:
        """Show what is kept of fields that the form no longer has, by the names they had."""
        self._without_field = without_field
        about = tr("Typed before in fields that are here no longer. Copy what you need:")
        lines = [f"{name}: {text}" for name, text in without_field.items()]
        self._rest.setText("\n".join((about, *lines)))
        self._rest.setVisible(bool(lines))

    def _set_saving(self, *, on: bool) -> None:
        """Be off while it is saved; the focus comes back to where it was, unless it has gone on."""
        if on == self.is_saving:
            return
        self.is_saving = on
        if on:
            self._focus = focus_of(self.window())
        self.frame.setEnabled(not on)
        if not on and self._focus is not None and focus_of(self.window()) is None:
            self._focus.setFocus(Qt.FocusReason.OtherFocusReason)

    def _lay_out(self, rows: Sequence[Beside]) -> None:
        self.frame.add(self.summary)
        for row in rows:
            fields = tuple(row.fields.values())
            sides = Sides(*fields, shares=row.shares, least=row.least) if fields[1:] else fields[0]
            self.frame.add(sides)
        self._rest.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.frame.add(self._rest)
        self.column = stacked(self, gap=2)
        self.column.addWidget(self.frame, 1)
