"""The rows of a survey turned into columns, in one pass, with a reason for each one left out."""

import re
from array import array
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import chain

from pcf_desktop.importers.columns.column import SurveyColumn
from pcf_desktop.importers.files.cells import Cell, as_text, is_blank
from pcf_desktop.importers.files.delimited import NOT_CLOSED, BrokenRow
from pcf_desktop.importers.files.tables import Batches, FileTable, Rows
from pcf_desktop.importers.sheet import Rejected
from pcf_desktop.progress import Progress, silent

HEAD_ROWS = 200
TOTALS = "This row holds totals, and is no response."
_MOST_TOTALS = 3
_TOTAL = re.compile(
    r"(?:grand |sub-?|overall )?(?:totals?|sum|averages?|mean|median|count)\W*", re.IGNORECASE
)
_FIGURE = re.compile(r"[£$€]?\s?-?[\d,. ]+%?")


@dataclass
class Responses:
    """Everything below the headings: `numbers` says in which row of the file each one stood."""

    columns: list[SurveyColumn]
    numbers: "array[int]" = field(default_factory=lambda: array("L"))
    rejected: list[Rejected] = field(default_factory=list)
    blank_rows: int = 0


class SheetReading:
    """A table being read: first its head, to see whose export it is, then everything.

    The table is gone through once; `head` are its first rows as they stand.
    """

    def __init__(self, table: FileTable) -> None:
        self._table = table
        self._batches: Batches = table.batches()
        self.head: list[Sequence[Cell]] = []
        for batch in self._batches:
            self.head.extend(batch)
            if len(self.head) >= HEAD_ROWS:
                break
        self.only_text = table.encoding is not None

    def collect(
        self, skip: int, header_rows: int, width: int, progress: Progress = silent
    ) -> Responses:
        """Read all rows below the headings, of which `skip` rows and the headings come first."""
        responses = Responses([SurveyColumn() for _ in range(width)])
        below = skip + header_rows
        number = 1 + below
        for batch in chain([self.head[below:]], self._batches):
            self._take(responses, batch, number, width)
            number += len(batch)
            progress(len(responses.numbers), 0)
        self.head = []
        for column in responses.columns:
            column.finish()
        _leave_out_totals(responses)
        return responses

    def _take(self, responses: Responses, batch: Rows, number: int, width: int) -> None:
        even = set(map(len, batch)) == {width}
        if even and not self._table.careful and _begin(batch):
            rows, numbers = batch, array("L", range(number, number + len(batch)))
        else:
            rows, numbers = _sorted_out(responses, batch, number, width)
        if not rows:
            return
        responses.numbers.extend(numbers)
        for column, cells in zip(responses.columns, zip(*rows, strict=True), strict=True):
            column.extend(cells, only_text=self.only_text)


def _leave_out_totals(responses: Responses) -> None:
    """Reject sums and averages that somebody wrote under the responses."""
    for _ in range(_MOST_TOTALS):
        if len(responses.numbers) <= 1:
            return
        values = tuple(as_text(column.values[-1]) for column in responses.columns)
        if not _are_totals([value for value in values if value]):
            return
        for column in responses.columns:
            column.values.pop()
        responses.rejected.append(Rejected(responses.numbers.pop(), TOTALS, values))


def _are_totals(said: Sequence[str]) -> bool:
    """Return whether a row says "Total", and nothing but numbers after it."""
    named = bool(said) and _TOTAL.fullmatch(said[0].strip()) is not None
    return named and len(said) > 1 and all(map(_FIGURE.fullmatch, said[1:]))


def _begin(batch: Rows) -> bool:
    """Return whether something stands in the first cell of each row, so that none is blank."""
    first = [row[0] for row in batch]
    return all(first) and not any(map(is_blank, set(first)))


def _sorted_out(
    responses: Responses, batch: Rows, number: int, width: int
) -> tuple[list[Sequence[Cell]], "array[int]"]:
    """Return the rows that are responses, as wide as the headings; note the others."""
    rows: list[Sequence[Cell]] = []
    numbers = array("L")
    for at, row in enumerate(batch, start=number):
        if not any(row) and all(map(is_blank, row)):
            responses.blank_rows += 1
            continue
        reason = _fault(row, width)
        if reason:
            values = tuple(as_text(cell) for cell in row)
            responses.rejected.append(Rejected(at, reason, values))
        elif all(map(is_blank, row)):
            responses.blank_rows += 1
        else:
            rows.append(row if len(row) == width else [*row[:width], *[""] * (width - len(row))])
            numbers.append(at)
    return rows, numbers


def _fault(row: Sequence[Cell], width: int) -> str | None:
    if isinstance(row, BrokenRow):
        return NOT_CLOSED
    if len(row) <= width or all(map(is_blank, row[width:])):
        return None
    return f"This row has {len(row)} values under {width} headings, so they cannot be matched."
