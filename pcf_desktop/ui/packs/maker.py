"""Making a pack in four named steps; what was chosen stays while one goes back and forth."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime
from enum import IntEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from pcf_desktop.errors import UserError
from pcf_desktop.services.counting import counted
from pcf_desktop.services.packs import packs
from pcf_desktop.services.packs.packs import PackPlan
from pcf_desktop.services.priorities import priorities
from pcf_desktop.ui.components.lay import stacked
from pcf_desktop.ui.components.stepper import Stepper
from pcf_desktop.ui.language import tr
from pcf_desktop.ui.packs.export_step import ExportStep
from pcf_desktop.ui.packs.period_step import PeriodStep
from pcf_desktop.ui.packs.preview_step import PreviewStep
from pcf_desktop.ui.packs.quote_choice import QuoteChoice, QuoteOffer, offers
from pcf_desktop.ui.packs.quotes_step import QuotesStep
from pcf_desktop.ui.pages import Page

if TYPE_CHECKING:
    from pcf_desktop.ui.screen import Screen
    from pcf_desktop.workspace import Session


class PackStep(IntEnum):
    """Where the person is."""

    PERIOD = 0
    QUOTES = 1
    PREVIEW = 2
    EXPORT = 3


class Maker(Page):
    """Emits `moved` whenever the step, or what can be done in it, has changed."""

    moved = Signal()

    def __init__(self, screen: "Screen") -> None:
        super().__init__()
        self._screen = screen
        self.step = PackStep.PERIOD
        self.is_reading = False
        self._choice = QuoteChoice()
        self.stepper = Stepper(
            [tr("Period and priorities"), tr("Quotes"), tr("Preview"), tr("Export")]
        )
        self.period = PeriodStep()
        self.quotes = QuotesStep(self._choice)
        self.preview = PreviewStep(screen.desk.worker)
        self.export = ExportStep(screen.desk)
        self.period.period_changed.connect(self.read_priorities)
        self.preview.look.clicked.connect(lambda: self.show_step(PackStep.QUOTES))
        self.export.moved.connect(self._export_moved)
        self._column = stacked(self, self.stepper, gap=2)
        for page in self._pages:
            self._column.addWidget(page, 1)
        self.show_step(PackStep.PERIOD)

    @property
    @override
    def is_over(self) -> bool:
        """Whether the pack was written."""
        return self.step is PackStep.EXPORT and self.export.is_done

    @property
    def busy(self) -> bool:
        """Whether the files are being written, or the quotes are looked for."""
        return self.export.job is not None or self.is_reading

    def plan(self) -> PackPlan:
        """Return what the pack is to hold."""
        return replace(self.period.plan(), quotes=self._choice.all_chosen())

    @override
    def load(self) -> None:
        """Look again at what is kept; a pack that is being written stays as it is."""
        if self.step is PackStep.EXPORT:
            return
        self.read_priorities()
        if self.step is not PackStep.PERIOD:
            self._read_quotes(self._refreshed)

    def read_priorities(self) -> None:
        """Count anew who was heard on each priority in the period."""
        first, last = self.period.days()
        self._screen.latest(
            "priorities",
            lambda session: (
                priorities.every(session, first, last, for_pack=True),
                counted.comments(session, first, last).to_sort,
            ),
            lambda found: self.period.show_priorities(*found),
        )

    def go_on(self) -> None:
        """Do what the primary button says."""
        if self.step is PackStep.EXPORT:
            self.export.export()
        elif self.step is PackStep.PERIOD:
            if self.period.check() and not self.is_reading:
                self.is_reading = True
                self.moved.emit()
                self._read_quotes(lambda found: self.take(found, PackStep.QUOTES))
        else:
            self.show_step(PackStep(self.step + 1))

    def go_back(self) -> None:
        """Go one step back; what was chosen stays."""
        if self.step is not PackStep.PERIOD and not self.busy:
            self.show_step(PackStep(self.step - 1))

    def print(self) -> None:
        """Go to the last step, or write the pack when there."""
        if self.step in (PackStep.QUOTES, PackStep.PREVIEW):
            self.show_step(PackStep.EXPORT)
        else:
            self.go_on()

    def take(self, found: list[QuoteOffer], step: PackStep) -> None:
        """Take what may be quoted now, and show a step with it."""
        self._choice.take(found)
        self.quotes.refresh()
        self.show_step(step)

    def show_step(self, step: PackStep) -> None:
        """Show a step, with the focus on its first useful field."""
        self.step = step
        if step is PackStep.PREVIEW:
            self._preview()
        elif step is PackStep.EXPORT:
            self.export.show_plan(self.plan())
        for place, page in enumerate(self._pages):
            page.setVisible(place == step)
        self.stepper.set_current(step)
        self._column.activate()  # what comes first depends on what stands above what
        self._focus()
        self.moved.emit()

    @property
    @override
    def commands(self) -> Mapping[str, Callable[[], object]]:
        writes = self.step is PackStep.EXPORT
        does = {"print": self._screen.or_why(self.print) if writes else self.print}
        undo = self.quotes.undo() if self.step is PackStep.QUOTES else None
        return {**does, "undo": undo} if undo is not None else does

    @override
    def start_over(self) -> None:
        """Forget the pages; what was chosen stays, for the next pack is much the same."""
        self.preview.put_away()
        self.show_step(PackStep.PERIOD)

    @override
    def put_away(self) -> None:
        """Stop what is under way and forget the pages, for the forum is about to be locked."""
        self.preview.put_away()
        self.export.stop()

    @override
    def first_focus(self) -> QWidget | None:
        """Return the first useful field of the step."""
        return self._pages[self.step].first_focus()

    @property
    def _pages(self) -> tuple[PeriodStep, QuotesStep, PreviewStep, ExportStep]:
        return self.period, self.quotes, self.preview, self.export

    def _focus(self) -> None:
        first = self.first_focus()
        if first is not None and self.isVisible():
            first.setFocus()

    def _refreshed(self, found: list[QuoteOffer]) -> None:
        self._choice.take(found)
        self.quotes.refresh()
        if self.step is PackStep.PREVIEW:
            self._preview()

    def _preview(self) -> None:
        left_out = self.period.priorities.left_out()
        self.preview.show_plan(self.plan(), self._choice.to_look_at(), left_out)

    def _read_quotes(self, then: Callable[[list[QuoteOffer]], object]) -> None:
        plan, today = self.period.plan(), datetime.now().astimezone().date()
        chosen = replace(plan, quotes=self._choice.by_hand())

        def read(session: "Session") -> list[QuoteOffer]:
            packs.draft(session, plan, today)  # says what may not go out
            return offers(session, chosen)

        query = self._screen.latest("quotes", read, then)
        query.refused.connect(self._refused)
        query.ended.connect(self._is_read)

    def _is_read(self) -> None:
        self.is_reading = False
        self.moved.emit()

    def _refused(self, error: UserError) -> None:
        self.show_step(PackStep.PERIOD)
        self.period.refuse(error.beside_a_field)

    def _export_moved(self) -> None:
        if self.is_over:
            self._focus()
        self.moved.emit()
