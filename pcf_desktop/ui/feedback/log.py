"""Log: what a family said, typed in quickly; two answers are enough."""

from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QHideEvent, QKeySequence, QShortcut, QTextCursor
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from pcf_desktop.progress import Progress
from pcf_desktop.services.feedback import alike, events, feedback, safeguarding
from pcf_desktop.services.feedback.events import EventLine
from pcf_desktop.services.forum import drafts
from pcf_desktop.ui.components.button import Button, Kind
from pcf_desktop.ui.components.card import Card
from pcf_desktop.ui.components.error_summary import ErrorSummary
from pcf_desktop.ui.components.flow import Row
from pcf_desktop.ui.components.sides import Sides
from pcf_desktop.ui.components.text import Text
from pcf_desktop.ui.feedback import choices
from pcf_desktop.ui.feedback.at_risk import AtRisk
from pcf_desktop.ui.feedback.choices import Choices
from pcf_desktop.ui.feedback.likeness_panel import LikenessPanel
from pcf_desktop.ui.feedback.log_form import LogForm, Typed
from pcf_desktop.ui.language import tr
from pcf_desktop.ui.screen import LISTS, Desk, Screen, focus_of
from pcf_desktop.ui.tokens import space
from pcf_desktop.ui.typeface import Role
from pcf_desktop.ui.words import clock, number

if TYPE_CHECKING:
    from collections.abc import Callable

    from pcf_desktop.workspace import Session

FORM = drafts.LOG
DRAFT_AFTER = 2_000
"""Milliseconds from the first key that is not yet kept to the draft that keeps it."""
LIKE_AFTER = 400
"""Milliseconds without a key, after which what is much alike is looked for."""


class Log(Screen):
    """The form, what is much alike beside it, and what to do if a child may be at risk."""

    tables: ClassVar[frozenset[str]] = LISTS | {"feedback", "family", "event", "forum"}

    def __init__(self, desk: Desk) -> None:
        super().__init__(
            desk, tr("Log feedback"), tr("Two answers are enough. Everything else can wait.")
        )
        self.form = LogForm()
        self.likes = LikenessPanel()
        self.at_risk = AtRisk(
            tr("Note that it was passed on"),
            tr("This empties the form. What you typed is not kept, so pass it on first."),
        )
        self.summary = ErrorSummary()
        self.status = Text("", Role.SMALL, "muted", wrap=False)
        self.today = Text("", Role.SMALL, "muted", wrap=False)
        self._saving = self._restored = False
        self._before: QWidget | None = None
        self._draft = QTimer(self, singleShot=True, interval=DRAFT_AFTER)
        self._draft.timeout.connect(self._keep_draft)
        self._pause = QTimer(self, singleShot=True, interval=LIKE_AFTER)
        self._pause.timeout.connect(self._look_for_likes)
        self._lay_out()
        self.form.changed.connect(self._typed)
        self.form.words.changed.connect(self._pause.start)
        self.likes.same_family.connect(self.form.family.put)
        self.at_risk.passed_on.connect(self._passed_on)

    @override
    def load(self) -> None:
        now = datetime.now().astimezone()
        midnight = now.replace(hour=0, minute=0, second=0, microsecond=0)
        self.latest("choices", lambda session: choices.read(session, midnight), self._offer)
        if not self._restored:
            self.latest("draft", _read_drafts, self._restore)

    @override
    def first_focus(self) -> QWidget | None:
        return self.form.words.page

    @override
    def landing(self) -> QWidget | None:
        # While it is saved the form is off for a moment; it takes the focus back by itself.
        return None if self._saving else super().landing()

    @override
    def command(self, key: str) -> "Callable[[], object] | None":
        own: dict[str, Callable[[], object]] = {"save": self.save, "log": self.form.words.focus}
        return own.get(key) or super().command(key)

    @override
    def put_away(self) -> None:
        if self._draft.isActive():
            self._draft.stop()
            self._keep_draft()

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        """Keep the draft at once when the person goes elsewhere."""
        super().hideEvent(event)
        self.put_away()

    def save(self) -> None:
        """Save, and show it in the list."""
        self._save(lambda key: self.desk.go("feedback", key))

    def save_and_next(self) -> None:
        """Save, and start the next with what is kept."""
        self._save(lambda _key: self.form.words.focus())

    def _save(self, then: "Callable[[int], object]") -> None:
        if self._saving:
            return
        well = self.form.check()
        self.summary.show_problems(list(self.form.named().values()))
        if not well:
            return
        typed = self.form.typed()
        self.put_away()  # a save that fails, also as the window closes, loses nothing
        self._set_saving(saving=True)
        job = self.change(
            tr("log feedback"),
            lambda session, _progress: _log(session, typed),
            lambda logged: self._saved(logged, then),
        )
        job.ended.connect(lambda: self._set_saving(saving=False))

    def _saved(self, logged: "Logged", then: "Callable[[int], object]") -> None:
        self._set_saving(saving=False)
        if logged.event is not None:
            self.form.know(logged.event)
        self._begin_anew()
        self.desk.tell(tr("Saved."), undo=True)
        then(logged.id)

    def _begin_anew(self) -> None:
        self.form.empty()
        self.likes.forget()
        self.at_risk.fold()
        self._draft.stop()
        if self.form.pinned():
            self._draft.start()  # what is kept for the next outlives a lock
        self._pause.stop()
        self.status.setText(_hint())

    def _set_saving(self, *, saving: bool) -> None:
        if saving:
            self._before = focus_of(self.window())
            self._draft.stop()
        elif not self.form.is_blank():
            self._draft.start()
        self._saving = saving
        self.form.setEnabled(not saving)
        if not saving and self._before is not None and focus_of(self.window()) is None:
            self._before.setFocus(Qt.FocusReason.OtherFocusReason)

    def _offer(self, found: Choices) -> None:
        self.form.offer(found)
        self.at_risk.set_steps(found.steps)
        self.today.setText(tr("{n} logged today").format(n=number(found.logged_today)))

    def _restore(self, drafted: tuple[dict[str, str], dict[str, str]]) -> None:
        self._restored = True
        draft, pinned = drafted
        if pinned and self.form.is_blank():
            self.form.restore(pinned)
            self.form.empty()
        if draft:
            # Whoever began to type before the draft came back loses neither.
            both = (draft.get("words", ""), self.form.words.value())
            words = "\n".join(part for part in both if part)
            self.form.restore({**draft, "words": words})
            self.form.words.page.moveCursor(QTextCursor.MoveOperation.End)
            self.status.setText(tr("This is the draft you had not saved."))

    def _typed(self) -> None:
        # Where nothing can be saved the place is off: a draft that comes back is not kept anew.
        if self.isEnabled() and not self._saving and not self._draft.isActive():
            self._draft.start()

    def _keep_draft(self) -> None:
        state = None if self.form.is_blank() else self.form.state()
        pinned = self.form.pinned()

        def keep(session: "Session", _progress: Progress) -> None:
            for form, fields in ((FORM, state), (drafts.LOG_PINS, pinned)):
                if fields:
                    drafts.keep(session, form, fields)
                else:
                    drafts.drop(session, form)

        self.change(tr("keep a draft"), keep, lambda _done: self._kept(drafted=state is not None))

    def _kept(self, *, drafted: bool) -> None:
        self.desk.worker.drafted.emit()
        if not drafted or self.form.is_blank():
            self.status.setText(_hint())
            return
        now = clock(datetime.now().astimezone())
        self.status.setText(tr("Kept as a draft {time}").format(time=now))

    def _look_for_likes(self) -> None:
        words = self.form.words.value()
        self.latest("likes", lambda session: alike.like(session, words), self.likes.show_likes)

    def _passed_on(self, on: date) -> None:
        today = datetime.now().astimezone().date()

        def note(session: "Session", _progress: Progress) -> None:
            safeguarding.note(session, on, today)
            drafts.drop(session, FORM)

        job = self.change(tr("note that something was passed on"), note, self._noted)
        job.refused.connect(self.at_risk.refuse)

    def _noted(self, _done: object) -> None:
        self._begin_anew()
        self.summary.clear()
        self.desk.tell(tr("Noted that it was passed on. What you typed was not kept."), undo=True)
        self.form.words.focus()

    def _lay_out(self) -> None:
        card = Card()
        card.add(self.summary, self.form)
        side = QWidget()
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(space(2))
        column.addWidget(self.likes)
        column.addWidget(self.at_risk)
        column.addStretch(1)
        self.add(Sides(card, side, shares=(13, 5), least=24), stretch=1)
        following = Button(tr("Save and start the next"), Kind.PRIMARY, key="Ctrl+Enter").bind()
        following.clicked.connect(self.save_and_next)
        enter = QShortcut(QKeySequence("Ctrl+Return"), self, self.save_and_next)
        enter.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        save = Button(tr("Save"), key="Ctrl+S")
        save.clicked.connect(self.save)
        self.status.setText(_hint())
        self.add_foot(Row(following, save, self.status), self.today)


@dataclass(frozen=True)
class Logged:
    """What was saved: the feedback's id, and its event where that was typed by title."""

    id: int
    event: EventLine | None


def _log(session: "Session", typed: Typed) -> Logged:
    """Log what was typed, with its event, made if it is new, and forget the draft."""
    new, event = typed.feedback, None
    if typed.new_event:
        event = events.at(session, typed.new_event, new.said.earliest, new.channel_id)
        new = replace(new, event_id=event.id)
    drafts.drop(session, FORM)
    return Logged(feedback.log(session, new), event)


def _read_drafts(session: "Session") -> tuple[dict[str, str], dict[str, str]]:
    """Return what was typed and not saved, and what is kept for the next."""
    return drafts.read(session, FORM), drafts.read(session, drafts.LOG_PINS)


def _hint() -> str:
    return tr("Ctrl+D keeps the field you are in.")
