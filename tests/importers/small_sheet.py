"""A small export made by hand: who, why, and which, with as many rows as a test wants."""

from collections.abc import Iterator

from pcf_desktop.importers.sheet import Answer, Kind, Row, Sheet, SheetQuestion
from tests.importers.exports import moment

NAME = SheetQuestion("name", "Name", Kind.IDENTITY, (0,), keep=False)
WHY = SheetQuestion("why", "Why?", Kind.TEXT, (1,))
WHICH = SheetQuestion("which", "Which?", Kind.MULTIPLE, (2,), row="Health", occurrence=2)


def row_of(
    number: int, *cells: Answer, given_id: str | None = None, other: str | None = None
) -> Row:
    texts = {} if other is None else {2: other}
    when = moment(2025, 4, 3)
    return Row(number, given_id, None, when, complete=True, cells=cells, others=texts)


def sheet_of(*rows: Row) -> Sheet:
    def make(start: int, stop: int) -> Iterator[Row]:
        return iter(rows[start:stop])

    return Sheet(
        tool="any_export",
        title="",
        confidence=0.5,
        encoding=None,
        delimiter=None,
        header_rows=1,
        date_order="dmy",
        ambiguous=True,
        rows=len(rows),
        complete_rows=len(rows),
        questions=(NAME, WHY, WHICH),
        make_rows=make,
    )
