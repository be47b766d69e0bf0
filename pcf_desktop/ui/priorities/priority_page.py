"""The page of one priority: words, history, keywords, what families say, and what is missing."""

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from pcf_desktop.days import day
from pcf_desktop.services.priorities import one_priority
from pcf_desktop.services.priorities.one_priority import Judged, Linked, OnePriority
from pcf_desktop.ui.components.button import Button
from pcf_desktop.ui.components.card import Card
from pcf_desktop.ui.components.flow import FlowRow
from pcf_desktop.ui.components.keys import bind
from pcf_desktop.ui.components.lay import stacked
from pcf_desktop.ui.components.page_header import PageHeader
from pcf_desktop.ui.components.paged_table import PagedTable
from pcf_desktop.ui.components.quote_block import QuoteBlock
from pcf_desktop.ui.components.sides import Sides
from pcf_desktop.ui.components.stance_bar import StanceBar
from pcf_desktop.ui.components.status_mark import StatusMark
from pcf_desktop.ui.components.text import Text
from pcf_desktop.ui.form import Opened
from pcf_desktop.ui.language import tr
from pcf_desktop.ui.pages import Page
from pcf_desktop.ui.priorities import suggesting_words
from pcf_desktop.ui.priorities.delete_question import DeleteQuestion
from pcf_desktop.ui.priorities.stances import bar_of, letters, mark_of, words_of
from pcf_desktop.ui.priorities.suggesting_words import SuggestingWords
from pcf_desktop.ui.priorities.survey_answers_card import SurveyAnswersCard
from pcf_desktop.ui.priorities.views_of import area_mark, gaps, judged_mark
from pcf_desktop.ui.record_table import Column, RecordTable, Weight
from pcf_desktop.ui.said import short
from pcf_desktop.ui.typeface import Role
from pcf_desktop.ui.words import count, dotted

if TYPE_CHECKING:
    from pcf_desktop.ui.screen import Screen
    from pcf_desktop.workspace import Session


class PriorityPage(Page):
    """Stands in place of the list on its screen; emits `closed` to go back.

    `edit_wanted` asks for the form with this priority, `deleted` says that it has gone.
    """

    closed = Signal()
    edit_wanted = Signal(int)
    deleted = Signal(int)

    def __init__(self, screen: "Screen") -> None:
        super().__init__()
        self._screen = screen
        self._id: int | None = None
        self._head = PageHeader("")
        self._back = self._head.add(Button(tr("All priorities"), icon="arrow-left"))
        self._back.clicked.connect(self.closed)
        self.edit = self._head.add(Button(tr("Edit priority"), icon="pencil-simple"))
        self.edit.clicked.connect(self._edit)
        self.delete = self._head.add(Button(tr("Delete priority"), icon="trash"))
        self.delete.clicked.connect(self._ask)
        self.question = DeleteQuestion(screen)
        self.question.deleted.connect(self.deleted)
        self.question.kept.connect(self._keep)
        self._inspectors = Card(tr("What inspectors said"))
        self._families = Card(
            tr("What families say"), tr("A family counts once. Counts for the forum only.")
        )
        self.asked = SurveyAnswersCard()
        self.asked.survey_wanted.connect(lambda key: screen.desk.go("surveys", key))
        self._gaps = Card(tr("What is missing"))
        self.words = SuggestingWords(screen)
        self.records = RecordTable[Linked](_columns(), screen.fetch_rows(one_priority.linked), self)
        self.list = PagedTable(tr("Comments linked"), self.records, lines=2)
        self.list.table.opened.connect(self._open_comment)
        screen.saves(self.edit, self.delete)
        bind(self, "Esc", self._leave)
        self._lay_out()

    @override
    def first_focus(self) -> QWidget:
        """Return the way back, above all that is to be read."""
        return self._back

    def show_priority(self, priority_id: int) -> None:
        """Show another priority from its head on."""
        self._id = priority_id
        self.question.hide()
        self.words.show_nothing()
        self.load()
        self.first_focus().setFocus()

    @override
    def load(self) -> None:
        wanted = self._id
        if wanted is not None:
            self._screen.latest("page", lambda session: _read(session, wanted), self._show)
            self.question.load()

    @property
    @override
    def commands(self) -> Mapping[str, Callable[[], object]]:
        return self.words.commands

    @override
    def put_away(self) -> None:
        self.words.put_away()

    def _show(self, found: tuple[OnePriority, Opened[Sequence[str]]] | None) -> None:
        if found is None:
            self.closed.emit()
            return
        detail, words = found
        views = detail.views
        title = f"{views.number}  {views.title}" if views.number else views.title
        self._head.set_words(title)
        own = views.kind == "own_concern"
        head = tr("Our own concern") if own else tr("What inspectors said")
        self._inspectors.title.setText(head)
        self._inspectors.refill(*_words(detail))
        self._families.refill(StanceBar(bar_of(views.heard)), *_others(detail))
        self.asked.show_asked(detail.asked)
        missing = gaps(detail)
        self._gaps.setVisible(bool(missing))
        self._gaps.refill(*map(Text, missing))
        self.words.open(words)
        self.records.set_keys(detail.links)
        self._linked.title.setText(
            count(len(detail.links), tr("comment linked"), tr("comments linked"))
        )

    def _edit(self) -> None:
        if self._id is not None:
            self.edit_wanted.emit(self._id)

    def _ask(self) -> None:
        if self._id is not None:
            self.question.ask(self._id)

    def _keep(self) -> None:
        self.question.hide()
        self.delete.setFocus()

    def _leave(self) -> None:
        if self.question.isVisible():
            self._keep()
        else:
            self.closed.emit()

    def _open_comment(self, link_id: int) -> None:
        linked = next(
            (
                each
                for row in range(self.records.rowCount())
                if self.records.key_at(row) == link_id
                and (each := self.records.record(row)) is not None
            ),
            None,
        )
        if linked is not None:
            self._screen.desk.go("feedback", linked.feedback_id)

    def _lay_out(self) -> None:
        self._linked = Card(tr("Comments linked"), tr("Enter reads a comment in full."))
        self._linked.add(self.list)
        left, right = QWidget(), QWidget()
        for side, cards in (
            (left, (self._inspectors, self._linked)),
            (right, (self._families, self.asked, self._gaps, self.words)),
        ):
            column = stacked(side, gap=2)
            for card in cards:
                column.addWidget(card, 1 if card is self._linked else 0)
            if side is right:
                column.addStretch(1)
        column = stacked(self, self._head, self.question, gap=2)
        column.addWidget(Sides(left, right, shares=(7, 4), least=30), 1)


def _read(session: "Session", priority_id: int) -> tuple[OnePriority, Opened[Sequence[str]]] | None:
    detail = one_priority.of(session, priority_id)
    if detail is None:
        return None
    return detail, suggesting_words.opened(session, priority_id, detail.keywords)


def _words(detail: OnePriority) -> list[QWidget]:
    views = detail.views
    found: list[QWidget] = []
    if views.words:
        found.append(QuoteBlock(views.words, views.source or ""))
    else:
        found.append(Text(tr("Their own words are not noted yet."), tone="muted"))
    for judged in detail.judged:
        found.append(FlowRow(StatusMark(judged_mark(judged.key, judged.label))))
        found.append(Text(_judged_words(judged), Role.SMALL, "muted"))
    if not detail.judged and views.kind != "own_concern":
        found.append(Text(tr("Not judged again since."), Role.SMALL, "muted"))
    return found


def _judged_words(judged: Judged) -> str:
    return dotted(day(judged.on) if judged.on else "", judged.sentence, judged.source)


def _others(detail: OnePriority) -> list[QWidget]:
    views = detail.views
    found: list[QWidget] = []
    if views.area is not None:
        found += [
            Text(tr("The area says"), Role.SMALL_STRONG, "muted"),
            FlowRow(StatusMark(area_mark(views))),
        ]
    if views.forum is not None:
        found += [Text(tr("The forum says"), Role.SMALL_STRONG, "muted"), Text(views.forum)]
    return found


def _columns() -> list[Column[Linked]]:
    return [
        Column(
            tr("What was said"), lambda linked: linked.passage or linked.words, 12, stretch=True
        ),
        Column(
            tr("It says"),
            lambda linked: words_of(linked.stance),
            6,
            look=lambda linked: mark_of(linked.stance),
            looks=[mark_of(stance) for stance in letters()],
        ),
        Column(tr("When"), lambda linked: short(linked.said), 10, weight=Weight.MUTED, spare=True),
    ]
