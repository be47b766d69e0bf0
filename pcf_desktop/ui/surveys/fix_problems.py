"""Third step: what the reading stumbled over, together by cause, mended for all rows at once."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from pcf_desktop.importers.sheet import Choices, Rejected, Sheet
from pcf_desktop.ui.components.button import Button
from pcf_desktop.ui.components.card import Card
from pcf_desktop.ui.components.chips import ChipOption, Chips
from pcf_desktop.ui.components.empty_state import EmptyState
from pcf_desktop.ui.components.field import Field
from pcf_desktop.ui.components.lay import clear, stacked
from pcf_desktop.ui.components.text import Text
from pcf_desktop.ui.language import tr
from pcf_desktop.ui.surveys.export_file import ExportFile
from pcf_desktop.ui.surveys.sentences import causes, rows_named
from pcf_desktop.ui.typeface import Role
from pcf_desktop.ui.words import count

_GUESSED = ("dmy", "mdy")
_DATES = ("Dates", "dates")


class FixProblems(QWidget):
    """Emits `chosen` with `Choices` that mend something, and `save_wanted` for rows left out."""

    chosen = Signal(Choices)
    save_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._column = stacked(self, gap=2)
        self.dates: Chips | None = None

    def show_export(self, export: ExportFile) -> None:
        """Show what this file's reading stumbled over."""
        clear(self._column)
        self.dates = None
        sheet = export.sheet
        cards = [*self._about_dates(export), *self._notes(export)]
        cards += [self._rejected(reason, rows) for reason, rows in causes(sheet.rejected).items()]
        for card in cards or [_nothing()]:
            self._column.addWidget(card)
        self._column.addStretch(1)

    def first_focus(self) -> QWidget | None:
        """Return the first thing that can be mended here."""
        return self.dates

    def _about_dates(self, export: ExportFile) -> list[QWidget]:
        order = export.sheet.date_order
        if order not in _GUESSED or not _about(export.sheet, *_DATES):
            return []
        card = Card(tr("Dates"), tr("Choose how this file writes them. It goes for every row."))
        self.dates = Chips(
            tr("How dates are written"),
            [
                ChipOption("dmy", tr("3/4 is 3 April")),
                ChipOption("mdy", tr("3/4 is 4 March")),
            ],
        )
        if not export.sheet.ambiguous:
            self.dates.set_value(order)
        self.dates.chosen.connect(
            lambda chosen: self.chosen.emit(replace(export.choices, date_order=chosen[0]))
        )
        card.add(Field(tr("How dates are written"), self.dates))
        return [card]

    def _notes(self, export: ExportFile) -> list[QWidget]:
        asked = export.sheet.ambiguous and self.dates is not None
        notes = [each for each in export.sheet.warnings if not (asked and _says(each, *_DATES))]
        if not notes:
            return []
        card = Card(tr("Good to know"))
        card.add(*map(Text, notes))
        if not export.choices.hidden and _about(export.sheet, "hidden"):
            read = Button(tr("Read what is hidden too"), small=True)
            read.clicked.connect(lambda: self.chosen.emit(replace(export.choices, hidden=True)))
            card.add_row(read)
        return [card]

    def _rejected(self, reason: str, rows: Sequence[Rejected]) -> QWidget:
        card = Card(
            tr("{rows} left out").format(rows=count(len(rows), tr("row"), tr("rows"))), reason
        )
        save = Button(tr("Save the rows as a file"), small=True)
        save.clicked.connect(self.save_wanted)
        card.add(
            Text(rows_named(rows), Role.SMALL),
            Text(tr("Mend them in the survey tool or in Excel, then import the file again.")),
        )
        card.add_row(save)
        return card


def _about(sheet: Sheet, *words: str) -> bool:
    """Say whether a warning speaks of something that can be mended here."""
    return any(_says(warning, *words) for warning in sheet.warnings)


def _says(warning: str, *words: str) -> bool:
    return any(word in warning for word in words)


def _nothing() -> Card:
    card = Card()
    card.add(
        EmptyState(
            "check-circle",
            tr("Nothing to fix"),
            tr("Every row of the file could be read. Go on to see the numbers."),
        )
    )
    return card
