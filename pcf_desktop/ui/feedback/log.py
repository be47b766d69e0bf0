"""Log: what a family said, typed in quickly; two answers are enough."""

from datetime import date, datetime
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import QTimer
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from pcf_desktop.progress import Progress
from pcf_desktop.services.feedback import alike, safeguarding
from pcf_desktop.services.forum import drafts
from pcf_desktop.ui.components.button import Button, Rank
from pcf_desktop.ui.components.flow import FlowRow
from pcf_desktop.ui.components.keys import bind
from pcf_desktop.ui.components.lay import stacked
from pcf_desktop.ui.components.sides import Sides
from pcf_desktop.ui.components.text import Text
from pcf_desktop.ui.feedback import choices
from pcf_desktop.ui.feedback.choices import LogChoices
from pcf_desktop.ui.feedback.likeness_panel import LikenessPanel
from pcf_desktop.ui.feedback.log_form import LogForm, Logged
from pcf_desktop.ui.feedback.safeguarding_card import SafeguardingCard
from pcf_desktop.ui.language import tr
from pcf_desktop.ui.screen import LISTS, Desk, Screen
from pcf_desktop.ui.typeface import Role
from pcf_desktop.ui.words import clock, number

if TYPE_CHECKING:
    from collections.abc import Callable

    from pcf_desktop.workspace import Session

FORM = drafts.LOG
LIKE_AFTER = 400
"""Milliseconds without a key, after which what is much alike is looked for."""


class Log(Screen):
    """The form, what is much alike beside it, and what to do if a child may be at risk."""

    tables: ClassVar[frozenset[str]] = LISTS | {"feedback", "family", "event", "forum"}

    def __init__(self, desk: Desk) -> None:
        super().__init__(
            desk, tr("Log feedback"), tr("Two answers are enough. Everything else can wait.")
        )
        self.form = LogForm(self)
        self.likes = LikenessPanel()
        self.at_risk = SafeguardingCard(
            tr("Note that it was passed on"),
            tr("This empties the form. What you typed is not kept, so pass it on first."),
        )
        self.status = Text("", Role.SMALL, "muted", wrap=False)
        self.today = Text("", Role.SMALL, "muted", wrap=False)
        self._pause = QTimer(self, singleShot=True, interval=LIKE_AFTER)
        self._pause.timeout.connect(self._look_for_likes)
        self._lay_out()
        self.form.drafted.connect(self._drafted)
        self.form.words.changed.connect(self._pause.start)
        self.likes.same_family.connect(self.form.known.family.put)
        self.at_risk.passed_on.connect(self._passed_on)

    @override
    def load(self) -> None:
        now = datetime.now().astimezone()
        midnight = now.replace(hour=0, minute=0, second=0, microsecond=0)
        self.latest("choices", lambda session: choices.read(session, midnight), self._offer)
        if not self.form.name:
            self.latest("draft", _read_drafts, self._begin)

    @override
    def first_focus(self) -> QWidget | None:
        return self.form.words.page

    @override
    def landing(self) -> QWidget | None:
        # While it is saved the form is off for a moment; it takes the focus back by itself.
        return None if self.form.is_saving else super().landing()

    @override
    def command(self, key: str) -> "Callable[[], object] | None":
        own: dict[str, Callable[[], object]] = {"save": self.save, "log": self.form.words.focus}
        return own.get(key) or super().command(key)

    @override
    def put_away(self) -> None:
        self.form.put_away()

    def save(self) -> None:
        """Save, and show it in the list."""
        self._save(lambda key: self.desk.go("feedback", key))

    def save_and_next(self) -> None:
        """Save, and start the next with what is kept."""
        self._save(lambda _key: self.form.words.focus())

    def _save(self, then: "Callable[[int], object]") -> None:
        def saved(logged: Logged) -> None:
            self.form.saved(logged)
            self._begin_anew()
            self.desk.tell(tr("Saved."), undo=True)
            then(logged.id)

        self.form.submit(saved)

    def _begin_anew(self) -> None:
        self.likes.forget()
        self.at_risk.fold()
        self._pause.stop()
        self.status.setText(_hint())

    def _offer(self, found: LogChoices) -> None:
        self.form.known.offer(found)
        self.at_risk.set_steps(found.steps)
        self.today.setText(tr("{n} logged today").format(n=number(found.logged_today)))

    def _begin(self, found: tuple[dict[str, str], dict[str, str]]) -> None:
        draft, pinned = found
        self.form.pin(pinned)
        self.form.begin(FORM, draft)
        if draft:
            self.form.words.page.moveCursor(QTextCursor.MoveOperation.End)
            self.status.setText(tr("This is the draft you had not saved."))

    def _drafted(self, is_draft: bool) -> None:  # noqa: FBT001 - a signal passes it
        if not is_draft or self.form.is_untouched():
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
        self.form.begin_next()
        self._begin_anew()
        self.desk.tell(tr("Noted that it was passed on. What you typed was not kept."), undo=True)
        self.form.words.focus()

    def _lay_out(self) -> None:
        side = QWidget()
        stacked(side, self.likes, self.at_risk, gap=2).addStretch(1)
        self.add(Sides(self.form, side, shares=(13, 5), least=24), stretch=1)
        following = Button(tr("Save and start the next"), Rank.PRIMARY, key="Ctrl+Enter").bind()
        following.clicked.connect(self.save_and_next)
        bind(self, "Ctrl+Return", self.save_and_next)
        save = Button(tr("Save"), key="Ctrl+S")
        save.clicked.connect(self.save)
        self.status.setText(_hint())
        self.add_foot(FlowRow(following, save, self.status), self.today)


def _read_drafts(session: "Session") -> tuple[dict[str, str], dict[str, str]]:
    """Return what was typed and not saved, and what is kept for the next."""
    return drafts.read(session, FORM), drafts.read(session, drafts.LOG_PINS)


def _hint() -> str:
    return tr("Ctrl+D keeps the field you are in.")
