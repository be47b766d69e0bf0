"""Second step: which quotes each priority gets, from families who agreed to be quoted."""

from collections.abc import Callable

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QWidget

from pcf_desktop.ui.components.banner import Banner
from pcf_desktop.ui.components.button import Button
from pcf_desktop.ui.components.card import Card
from pcf_desktop.ui.components.lay import clear, stacked
from pcf_desktop.ui.components.sides import Sides
from pcf_desktop.ui.components.status_mark import Level
from pcf_desktop.ui.components.text import Text
from pcf_desktop.ui.language import tr
from pcf_desktop.ui.packs.quote_choice import QuoteChoice, QuoteOffer
from pcf_desktop.ui.packs.quote_row import QuoteRow
from pcf_desktop.ui.packs.section_list import SectionList
from pcf_desktop.ui.words import count, number

AT_ONCE = 20
"""How many quotes are shown before the person asks for more."""


class QuotesStep(QWidget):
    """The priorities of the pack, and the quotes of the open one to tick."""

    def __init__(self, choice: QuoteChoice) -> None:
        super().__init__()
        self._choice = choice
        self._shown = AT_ONCE
        self._open_offer: QuoteOffer | None = None
        self.rows: list[QuoteRow] = []
        self.sections = SectionList(tr("Priorities of the pack"))
        self.sections.chosen.connect(self._open)
        self._quotes = Card(" ", " ")
        self._nothing = Text("", tone="muted")
        self._column = stacked(gap=1)
        self._quotes.add(self._nothing)
        self._quotes.body.addLayout(self._column)
        self.more = Button("", icon="caret-down", small=True)
        self.more.clicked.connect(self._more_wanted)
        self.next = Button("", icon="caret-right", small=True)
        self.next.clicked.connect(self._next_wanted)
        self._quotes.add_row(self.more, self.next)
        self.left_out = Banner("", Level.AMBER)
        left = Card(tr("Priorities"))
        left.add(self.sections)
        column = stacked(self, self.left_out, gap=2)
        self.left_out.hide()
        self._sides = Sides(left, self._quotes, shares=(2, 5), least=22)
        column.addWidget(self._sides)
        column.addStretch(1)

    def refresh(self) -> None:
        """Show what may be quoted now."""
        found, lost = self._choice.offers, self._choice.left_out()
        self.left_out.setVisible(bool(lost))
        if lost:
            self.left_out.set_words(lost)
        self.sections.blockSignals(True)  # noqa: FBT003 - Qt's own
        self.sections.set_sections([(key, offer.title) for key, offer in found.items()])
        self.sections.blockSignals(False)  # noqa: FBT003 - Qt's own
        for key in found:
            self._tell(key)
        current = self.sections.current
        if current is not None and found[current] != self._open_offer:
            self._open(current)

    def first_focus(self) -> QWidget | None:
        """Return the first quote, or the priorities where there is none or they stand above it."""
        if self.rows and not self._sides.stacked:
            return self.rows[0].check
        current = self.sections.current
        return self.sections.rows[current] if current is not None else None

    def undo(self) -> Callable[[], object] | None:
        """Return what takes back the last tick, None where there is none."""
        return self._undo if self._choice.can_undo else None

    def _undo(self) -> None:
        priority_id, feedback_id = self._choice.undo()
        self.sections.open(priority_id)
        candidates = [each.feedback_id for each in self._choice.offers[priority_id].candidates]
        for row, key in zip(self.rows, candidates, strict=False):  # those further down unseen
            if key == feedback_id:
                with QSignalBlocker(row):
                    row.check.setChecked(feedback_id in self._choice.chosen(priority_id))
                row.check.setFocus()
        self._tell(priority_id)

    def _open(self, priority_id: int) -> None:
        self._shown = AT_ONCE
        self._open_offer = self._choice.offers[priority_id]
        clear(self._column)
        self.rows = []
        self._add_rows(self._choice.offers[priority_id])
        self._tell(priority_id)

    def _add_rows(self, offer: QuoteOffer) -> None:
        chosen = self._choice.chosen(offer.priority_id)
        for quote in offer.candidates[len(self.rows) : self._shown]:
            row = QuoteRow(quote, chosen=quote.feedback_id in chosen)
            row.ticked.connect(
                lambda on, key=quote.feedback_id: self._ticked(offer.priority_id, key, wanted=on)
            )
            self.rows.append(row)
            self._column.addWidget(row)

    def _ticked(self, priority_id: int, feedback_id: int, *, wanted: bool) -> None:
        self._choice.tick(priority_id, feedback_id, wanted=wanted)
        self._tell(priority_id)

    def _tell(self, priority_id: int) -> None:
        offer, chosen = self._choice.offers[priority_id], self._choice.chosen(priority_id)
        self.sections.rows[priority_id].set_hint(
            tr("{n} of {all}").format(
                n=number(len(chosen)), all=count(len(offer.candidates), tr("quote"), tr("quotes"))
            )
            if offer.candidates
            else tr("No quotes")
        )
        if priority_id == self.sections.current:
            self._tell_card(offer)

    def _tell_card(self, offer: QuoteOffer) -> None:
        self._quotes.title.setText(offer.title)
        self._quotes.hint.setText(
            tr("Only words of families who agreed to be quoted. Three to six read well.")
        )
        self._nothing.setVisible(not offer.candidates)
        self._nothing.setText(
            tr("Nothing on this priority may be quoted. The pack shows its figures without quotes.")
        )
        left = len(offer.candidates) - len(self.rows)
        self.more.setVisible(left > 0)
        self.more.setText(tr("Show {n} more").format(n=number(min(left, AT_ONCE))))
        self.more.updateGeometry()
        after = self.sections.after()
        self.next.setVisible(after is not None)
        if after is not None:
            self.next.setText(tr("Next: {title}").format(title=self._choice.offers[after].title))
            self.next.updateGeometry()

    def _more_wanted(self) -> None:
        current = self.sections.current
        if current is None:
            return
        first_new = len(self.rows)
        self._shown += AT_ONCE
        self._add_rows(self._choice.offers[current])
        self._tell(current)
        self.rows[first_new].check.setFocus()

    def _next_wanted(self) -> None:
        after = self.sections.after()
        if after is not None:
            self.sections.open(after)
            first = self.rows[0].check if self.rows else self.first_focus()
            if first is not None:
                first.setFocus()
