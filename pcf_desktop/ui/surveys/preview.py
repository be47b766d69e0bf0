"""The first rows of the file as they will be kept."""

from collections.abc import Callable, Mapping, Sequence

from pcf_desktop.days import day
from pcf_desktop.importers.sheet import PREVIEW_ROWS, Kind, Row, Sheet
from pcf_desktop.ui.components.card import Card
from pcf_desktop.ui.components.table import ListTable
from pcf_desktop.ui.language import tr
from pcf_desktop.ui.record_table import Column, RecordTable, Weight
from pcf_desktop.ui.surveys.sentences import cell
from pcf_desktop.ui.words import count, number

LONGEST_HEADING = 30
"""Letters; the whole question stands in the list above."""


class Preview(Card):
    """A table of the first twenty answers, a column for each question that is kept."""

    def __init__(self) -> None:
        super().__init__(tr("Preview"), " ")
        self._rows: dict[int, Row] = {}
        self.table = ListTable(tr("Preview of the first answers"), tight=True)
        self._records: RecordTable[Row] | None = None
        self.add(self.table)

    def show_sheet(self, sheet: Sheet) -> None:
        """Show the first answers of this file."""
        self._rows = dict(enumerate(sheet.preview()))
        shown = count(len(self._rows), tr("answer"), tr("answers"))
        first = tr("The first {n} of {answers}, as they will be kept.")
        self.hint.setText(
            first.format(
                n=number(len(self._rows)), answers=count(sheet.rows, tr("answer"), tr("answers"))
            )
        )
        self.table.setAccessibleDescription(shown)
        before, self._records = self._records, RecordTable[Row](_columns(sheet), self._fetch, self)
        self._records.set_keys(range(min(len(self._rows), PREVIEW_ROWS)))
        self.table.set_records(self._records)
        if before is not None:
            before.deleteLater()

    def _fetch(self, keys: Sequence[int], deliver: Callable[[Mapping[int, Row]], object]) -> None:
        deliver({key: self._rows[key] for key in keys})


def _columns(sheet: Sheet) -> list[Column[Row]]:
    columns: list[Column[Row]] = [Column(tr("Row"), lambda row: number(row.number), 5)]
    if any(row.completed for row in sheet.preview(1)):
        columns.append(Column(tr("Answered on"), _answered, 16, weight=Weight.MUTED))
    columns += [
        Column(_short(question.label), _reader(index), 18)
        for index, question in enumerate(sheet.questions)
        if question.keep and question.kind is not Kind.SYSTEM
    ]
    return columns


def _reader(index: int) -> Callable[[Row], str]:
    return lambda row: cell(row.cells[index], row.others.get(index))


def _answered(row: Row) -> str:
    return day(row.completed.date()) if row.completed else ""


def _short(words: str) -> str:
    one_line = " ".join(words.split())
    return (
        one_line if len(one_line) <= LONGEST_HEADING else f"{one_line[:LONGEST_HEADING].rstrip()}…"
    )
