"""Home: the task list before the meeting, the next dates, and what families are telling us."""

from collections.abc import Sequence
from datetime import datetime
from typing import ClassVar, NamedTuple

from PySide6.QtWidgets import QHBoxLayout, QWidget
from shiboken6 import isValid
from typing_extensions import override

from pcf_desktop.services.forum import drafts
from pcf_desktop.services.home import home
from pcf_desktop.services.home.home import NextDate, Tasks
from pcf_desktop.services.priorities.priorities import FEW_FAMILIES
from pcf_desktop.ui.components.button import Button, Rank
from pcf_desktop.ui.components.card import Card
from pcf_desktop.ui.components.lay import stacked
from pcf_desktop.ui.components.sides import Sides
from pcf_desktop.ui.components.status_mark import Level, Mark
from pcf_desktop.ui.components.task_row import TaskRow
from pcf_desktop.ui.components.text import Text
from pcf_desktop.ui.home.date_row import DateRow
from pcf_desktop.ui.language import tr
from pcf_desktop.ui.screen import Desk, Screen
from pcf_desktop.ui.tokens import space
from pcf_desktop.ui.typeface import Role
from pcf_desktop.ui.words import count, moment, number
from pcf_desktop.workspace.backup import Backup

NOON, EVENING = 12, 18
BACKUPS = "backups"
"""The window's command that lists the backups."""
AN_HOUR_AND_A_HALF, WORKING_DAY = 90, 7 * 60
"""Minutes up to which work is told in minutes, and in hours."""
SECONDS_EACH = 20
"""What a volunteer takes to sort one comment, by the house's own guess."""


class Task(NamedTuple):
    """One line of the task list, and the place (or the window's command) it leads to."""

    place: str
    title: str
    hint: str
    mark: Mark


class Home(Screen):
    """What is done, and what is left to do."""

    tables: ClassVar[frozenset[str]] = frozenset(
        {"feedback", "link", "survey", "priority", "pack_issue", "inspection_event"}
        | {"meeting", "draft", "term"}
    )

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, _greeting(), tr("Here is how far you have come."))
        self._log = self.header.add(Button(tr("Log feedback"), Rank.PRIMARY, "plus", "Ctrl+N"))
        self._log.clicked.connect(lambda: desk.go("log"))
        self.saves(self._log)
        self._tasks = Card(tr("Before you meet the inspectors"))
        self._tasks.body.setSpacing(0)
        self._dates = Card(tr("Next dates"))
        self._dates.body.setSpacing(space())
        self._telling = Card(tr("What families are telling us"))
        self._finding = Text("", Role.READING)
        self._base = Text("", Role.SMALL, "muted")
        grid = Button(tr("Open the priorities"))
        grid.clicked.connect(lambda: desk.go("priorities"))
        self._telling.add(self._finding, self._base)
        self._telling.add_row(grid)
        left, right = _column(self._tasks), _column(self._dates, self._telling)
        self._offer_draft()
        desk.worker.drafted.connect(lambda: self._changed(frozenset({"draft"})))
        self.add(self.unfinished)
        self.add(Sides(left, right, shares=(5, 4), least=28), stretch=1)
        self._rows: list[TaskRow] = []
        self._told: Tasks | None = None
        self._copied: datetime | None = None
        desk.worker.backed_up.connect(lambda _made: self._read_copies())
        self._date_rows: list[QWidget] = []

    @override
    def load(self) -> None:
        today = datetime.now().astimezone().date()
        self.latest("draft", lambda session: drafts.read(session, drafts.LOG), self._show_draft)
        self.latest("tasks", home.tasks, self._show_tasks)
        self.latest("dates", lambda session: home.next_dates(session, today), self._show_dates)
        self._read_copies()

    def _read_copies(self) -> None:
        worker = self.desk.worker
        worker.run(lambda _progress: worker.workspace.copies()).done.connect(self._show_copies)

    @override
    def first_focus(self) -> QWidget | None:
        return self._rows[0] if self._rows else self._log

    def _offer_draft(self) -> None:
        self.unfinished = Card()
        self.go_on = Button(tr("Go on with it"), small=True)
        self.go_on.clicked.connect(lambda: self.desk.go("log"))
        self.saves(self.go_on)
        row = QHBoxLayout()
        row.addWidget(Text(tr("You have a comment you did not finish.")), 1)
        row.addWidget(self.go_on)
        self.unfinished.body.addLayout(row)
        self.unfinished.hide()

    def _show_draft(self, draft: dict[str, str]) -> None:
        with self.rearranged():
            self.unfinished.setVisible(bool(draft))

    def _show_tasks(self, tasks: Tasks | None) -> None:
        if tasks is None:
            return
        self._told = tasks
        lines = [*_lines(tasks), _back_up(self._copied)]
        if len(lines) != len(self._rows):
            self._make_rows(lines)
        for row, task in zip(self._rows, lines, strict=True):
            row.set_words(task.title, task.hint, task.mark)
        self._finding.setText(_finding(tasks))
        self._base.setText(_base(tasks))

    def _make_rows(self, lines: list[Task]) -> None:
        for row in self._rows:
            row.deleteLater()
        self._rows = []
        for task in lines:
            row = TaskRow(task.title, task.hint, task.mark)
            row.clicked.connect(lambda _on=False, place=task.place: self._go(place))
            self._tasks.add(row)
            self._rows.append(row)

    def _go(self, place: str) -> None:
        (self.desk.run if place == BACKUPS else self.desk.go)(place)

    def _show_copies(self, copies: Sequence[Backup]) -> None:
        if isValid(self):
            self._copied = copies[0].taken if copies else None
            self._show_tasks(self._told)

    def _show_dates(self, dates: list[NextDate]) -> None:
        today = datetime.now().astimezone().date()
        ahead = any(each.on.latest and each.on.latest >= today for each in dates)
        self._dates.title.setText(tr("Next dates") if ahead or not dates else tr("Dates so far"))
        for row in self._date_rows:
            row.deleteLater()
        self._date_rows = [DateRow(each) for each in dates] or [
            Text(tr("The dates of an inspection and of meetings will stand here."), tone="muted")
        ]
        self._dates.add(*self._date_rows)


def _lines(tasks: Tasks) -> list[Task]:
    sort = count(tasks.to_sort, tr("comment"), tr("comments"))
    return [
        Task(
            "surveys",
            tr("Add what families said"),
            _added(tasks),
            _mark(done=tasks.comments > 0),
        ),
        Task(
            "sort",
            tr("Sort {comments}").format(comments=sort) if tasks.to_sort else tr("Sort comments"),
            time_to_sort(tasks),
            _mark(
                done=tasks.comments > 0 and tasks.to_sort == 0,
                begun=tasks.to_sort < tasks.comments,
            ),
        ),
        _on_priorities(tasks),
        Task(
            "packs",
            tr("Make the pack"),
            tr("{n} made").format(n=count(tasks.packs, tr("pack"), tr("packs")))
            if tasks.packs
            else tr("Key messages, figures and quotes for each priority"),
            _mark(done=tasks.packs > 0, ready=tasks.heard > 0),
        ),
    ]


def _on_priorities(tasks: Tasks) -> Task:
    if not tasks.priorities:
        words = tr("Type them in from the inspection letter or the area’s plan")
        return Task("priorities", tr("Add the priorities"), words, _mark(done=False))
    done = not tasks.too_few
    return Task(
        "priorities",
        tr("Fill the gaps"),
        _gaps(tasks),
        _mark(done=done, begun=tasks.heard > 0),
    )


def _back_up(copied: datetime | None) -> Task:
    words = tr("Keep a copy on another disk too, in case this computer is lost")
    if copied is not None:
        words = tr("Last copy {when}").format(
            when=moment(copied.astimezone(), datetime.now().astimezone())
        )
    return Task(BACKUPS, tr("Back up"), words, _mark(done=copied is not None))


def _added(tasks: Tasks) -> str:
    comments = count(tasks.comments, tr("comment"), tr("comments"))
    surveys = count(tasks.surveys, tr("survey"), tr("surveys"))
    return tr("{comments}, {surveys}").format(
        comments=comments, surveys=surveys if tasks.surveys else tr("no survey")
    )


def _gaps(tasks: Tasks) -> str:
    if not tasks.too_few:
        return tr("Enough families were heard on every priority")
    return tr("Fewer than {few} families on {n}").format(
        few=FEW_FAMILIES, n=count(tasks.too_few, tr("priority"), tr("priorities"))
    )


def _mark(*, done: bool, begun: bool = False, ready: bool = True) -> Mark:
    if done:
        return Mark(tr("Done"), Level.GOOD)
    if begun:
        return Mark(tr("In progress"), Level.AMBER)
    return Mark(tr("Not started") if ready else tr("Cannot start yet"), Level.NONE)


def time_to_sort(tasks: Tasks) -> str:
    """Return how long it may take to sort what is left, as people say it."""
    if not tasks.comments:
        return tr("Opens when there are comments")
    if not tasks.to_sort:
        return tr("Every comment was looked at")
    minutes = max(1, round(tasks.to_sort * SECONDS_EACH / 60))
    if minutes > WORKING_DAY:
        return tr("More than a day’s work; it need not be done at once")
    if minutes > AN_HOUR_AND_A_HALF:
        return tr("About {n}").format(n=count(round(minutes / 60), tr("hour"), tr("hours")))
    return tr("About {n}").format(n=count(minutes, tr("minute"), tr("minutes")))


def _finding(tasks: Tasks) -> str:
    if not tasks.heard:
        return tr("Link comments to priorities, and this says what they add up to.")
    return tr("On {worse} of {priorities}, more families have bad to say than good.").format(
        worse=number(tasks.worse),
        priorities=count(
            tasks.priorities, tr("priority of the plan"), tr("priorities of the plan")
        ),
    )


def _base(tasks: Tasks) -> str:
    """Return who was counted, and what is listed among the priorities but not counted here."""
    own = tasks.listed - tasks.priorities
    words = [count(tasks.families, tr("family was heard"), tr("families were heard"))]
    if own:
        concerns = count(own, tr("own concern stands"), tr("own concerns stand"))
        words.append(tr("{concerns} apart").format(concerns=concerns))
    return ". ".join([*words, tr("For the forum only.")])


def _column(*cards: Card) -> QWidget:
    """Return cards below each other, each as high as what is in it."""
    held = QWidget()
    column = stacked(held, gap=2)
    for card in cards:
        column.addWidget(card)
    column.addStretch(1)
    return held


def _greeting() -> str:
    hour = datetime.now().astimezone().hour
    if hour < NOON:
        return tr("Good morning")
    return tr("Good afternoon") if hour < EVENING else tr("Good evening")
