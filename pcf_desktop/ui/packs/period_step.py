"""First step: what the pack is called, whom it is for, its period and its priorities."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from pcf_desktop.services.packs.packs import PackPlan
from pcf_desktop.services.priorities.priorities import Views
from pcf_desktop.ui.components.banner import Banner
from pcf_desktop.ui.components.card import Card
from pcf_desktop.ui.components.date_field import DateField
from pcf_desktop.ui.components.error_summary import ErrorSummary
from pcf_desktop.ui.components.field import Field
from pcf_desktop.ui.components.lay import stacked
from pcf_desktop.ui.components.sides import Sides
from pcf_desktop.ui.components.status_mark import Level
from pcf_desktop.ui.components.text import Text
from pcf_desktop.ui.components.text_field import TextField
from pcf_desktop.ui.language import tr
from pcf_desktop.ui.packs.priority_ticks import PriorityTicks
from pcf_desktop.ui.typeface import Role
from pcf_desktop.ui.words import count


class PeriodStep(QWidget):
    """Emits `period_changed` when other days are to be counted."""

    period_changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        plan = PackPlan()
        self.summary = ErrorSummary()
        self.title = TextField(tr("Title of the pack"))
        self.title.set_value(plan.title)
        self.prepared_for = TextField(tr("Prepared for"), optional=True)
        self.prepared_for.set_value(plan.prepared_for)
        self.prepared_for.line.setCursorPosition(0)
        self.first_day = DateField(tr("From"), tr("For example September 2021"), optional=True)
        self.last_day = DateField(tr("To"), tr("For example 30 November 2021"), optional=True)
        self.priorities = PriorityTicks()
        self._asked: tuple[date | None, date | None] = (None, None)
        for field in (self.first_day, self.last_day):
            field.left.connect(self._day_left)
        about = Card(tr("The pack"))
        about.add(
            self.title,
            self.prepared_for,
            Sides(self.first_day, self.last_day, least=14),
            Text(
                tr("Without dates, everything is counted, feedback of unknown date too."),
                Role.SMALL,
                "muted",
            ),
        )
        about.body.addStretch(1)
        ticks = Card(tr("Priorities"), tr("Each is a section of the pack."))
        self.waiting = Banner("", Level.AMBER)
        self.waiting.hide()
        ticks.add(self.waiting, self.priorities)
        column = stacked(self, self.summary, Sides(about, ticks, shares=(1, 1), least=30), gap=2)
        column.addStretch(1)

    @property
    def fields(self) -> Sequence[Field]:
        """The fields, in the order in which they are read."""
        return self.title, self.prepared_for, self.first_day, self.last_day, self.priorities

    def days(self) -> tuple[date | None, date | None]:
        """Return the first and the last day that count; None where there is no bound."""
        return self.first_day.date().earliest, self.last_day.date().latest

    def plan(self) -> PackPlan:
        """Return what the pack is to hold; its quotes are chosen later."""
        first, last = self.days()
        return PackPlan(
            self.title.value(), self.prepared_for.value(), self.priorities.ticked(), first, last
        )

    def show_priorities(self, found: Sequence[Views], to_sort: int = 0) -> None:
        """Show the priorities with what was heard in the period; `to_sort` comments wait."""
        self.priorities.show_priorities(found)
        self.waiting.setVisible(bool(to_sort))
        self.waiting.set_words(
            tr("{comments} not sorted yet. What waits counts on no priority.").format(
                comments=count(to_sort, tr("comment is"), tr("comments are"))
            )
        )

    def check(self) -> bool:
        """Say what is missing or wrong, beside its field and in the summary; return if all is well.

        A pack of no priority at all would hold every one of them, so it is not asked for.
        """
        self.title.set_problem("" if self.title.value() else tr("Give the pack a title."))
        if all([self.first_day.check(), self.last_day.check()]):
            self._check_order()
        self.priorities.set_problem("" if self.priorities.ticked() else tr("Tick at least one."))
        return not self.summary.show_problems(self.fields)

    def refuse(self, words: str) -> None:
        """Say why these priorities cannot go out."""
        self.priorities.set_problem(words)
        self.summary.show_problems(self.fields)

    def first_focus(self) -> QWidget:
        """Return the title."""
        return self.title.control

    def _check_order(self) -> None:
        first, last = self.days()
        wrong = first is not None and last is not None and last < first
        self.last_day.set_problem(tr("The last day is before the first.") if wrong else "")

    def _day_left(self) -> None:
        if not (self.first_day.problem or self.last_day.problem):
            self._check_order()
        if self.days() != self._asked:
            self._asked = self.days()
            self.period_changed.emit()
