"""Reads a plan out of a workbook, a CSV, a Word document or Markdown, and says what was found."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from pcf_desktop.errors import UserError
from pcf_desktop.importers.files.formats import SAFE, Format, format_of, read_bytes
from pcf_desktop.importers.grids import Grid, read_grids
from pcf_desktop.importers.plans.around import Around
from pcf_desktop.importers.plans.cards import is_card, turned
from pcf_desktop.importers.plans.cell_looks import Looks, looks_of
from pcf_desktop.importers.plans.headers import Header
from pcf_desktop.importers.plans.markdown_tables import is_markdown, markdown_tables
from pcf_desktop.importers.plans.plan import PlanAction, PlanColumn, PlanRead, PlanTable
from pcf_desktop.importers.plans.rag import by_own_key
from pcf_desktop.importers.plans.refs import in_order, is_ref, split_ref
from pcf_desktop.importers.plans.rows import TableReading
from pcf_desktop.importers.plans.table import PrintedTable
from pcf_desktop.importers.plans.warnings import warnings
from pcf_desktop.importers.plans.word_tables import is_word, word_tables
from pcf_desktop.progress import Progress, silent

_PDF = b"%PDF"


def read_plan(path: Path, *, hidden: bool = False, progress: Progress = silent) -> PlanRead:
    """Read every table of actions in XLSX, XLS, ODS, CSV, TSV, DOCX or Markdown.

    Hidden sheets and columns are read only with `hidden`; they are named in the warnings.
    Raises `UserError` for what cannot be opened, and for a file without a table of actions.
    """
    data = read_bytes(path)
    if data.startswith(_PDF):
        raise UserError(
            "This is a PDF.",
            SAFE,
            "Ask for the plan as a Word or Excel file, or open the PDF in Word and save it there.",
        )
    if is_word(data):
        tables, notices = _from_word(data)
    elif is_markdown(data):
        tables, notices = markdown_tables(data), []
    else:
        tables, notices = _from_grids(path, data, hidden=hidden, progress=progress)
    readings = list(_readings(tables))
    if not any(reading.actions for reading in readings):
        raise UserError(
            "No table of actions was found in this file.",
            "Nothing has changed.",
            "A plan needs a heading row with words such as Action, Lead and By when.",
        )
    return _plan(readings, notices)


def _from_word(data: bytes) -> tuple[Sequence[PrintedTable], list[str]]:
    found = word_tables(data)
    return found.tables, list(found.notices)


def _from_grids(
    path: Path, data: bytes, *, hidden: bool, progress: Progress
) -> tuple[Sequence[PrintedTable], list[str]]:
    book = read_grids(path, hidden=hidden, progress=progress)
    looks = looks_of(data) if format_of(data) is Format.XLSX else {}
    tables = [
        _printed(grid, looks.get(grid.name, Looks()), is_sheet=book.delimiter is None)
        for grid in book.sheets
    ]
    notices = list(book.warnings)
    for grid in book.sheets:
        notices += _unseen(grid, looks.get(grid.name, Looks()))
    return tables, notices


def _unseen(grid: Grid, looks: Looks) -> Iterator[str]:
    rows = [row for row in looks.hidden_rows if row >= grid.first_row - 1 and grid.rows]
    if rows:
        were = "hidden row. It was" if len(rows) == 1 else "hidden rows. They were"
        yield f"“{grid.name}” has {len(rows):,} {were} read with the others."
    if looks.paints_by_rule:
        yield (
            f"“{grid.name}” colours some cells by a rule (conditional formatting). "
            "Such colours cannot be read; words and letters can."
        )


def _printed(grid: Grid, looks: Looks, *, is_sheet: bool) -> PrintedTable:
    down, right = grid.first_row - 1, grid.first_column
    inside = [place for place in looks.merged if place[0] >= down and place[1] >= right]
    return PrintedTable(
        name=grid.name or "The table",
        rows=grid.rows,
        first_row=grid.first_row,
        merged={
            (row - down, column - right): (
                max(looks.merged[row, column][0] - down, 0),
                max(looks.merged[row, column][1] - right, 0),
            )
            for row, column in inside
        },
        fills={(row - down, column - right): fill for (row, column), fill in looks.fills.items()},
        is_sheet=is_sheet,
    )


def _readings(tables: Sequence[PrintedTable]) -> Iterator[TableReading]:
    """Read the tables; one that goes on over a page does so under the header before it."""
    last: TableReading | None = None
    for each in tables:
        table = turned(each) if is_card(each) else each
        reading = TableReading(table)
        if last and last.header and _goes_on(table, last.table, last.header):
            reading = TableReading(table, last.header, Around(dict(last.around.context)))
        reading.read()
        if reading.header and reading.actions:
            last = reading
        yield reading


def _goes_on(table: PrintedTable, before: PrintedTable, header: Header) -> bool:
    """Return whether a Word table without a heading row is the rest of the one before it."""
    if table.is_sheet or table.width != before.width or not table.rows:
        return False
    words = [text for place in header.places(PlanColumn.ACTION) if (text := table.text(0, place))]
    places = header.places(PlanColumn.REF)
    if not places:
        return any(split_ref(text)[0] for text in words)
    begins = table.text(0, places[0])
    return is_ref(begins) or (not begins and bool(words))


def _plan(readings: Sequence[TableReading], notices: list[str]) -> PlanRead:
    read = [reading for reading in readings if reading.header and reading.actions]
    rag_key: dict[str, str] = {}
    for reading in readings:
        rag_key = {**reading.around.rag_key, **rag_key}
    actions = [_coloured(action, rag_key) for reading in read for action in reading.actions]
    return PlanRead(
        actions=tuple(in_order([(action.ref, action) for action in actions])),
        tables=tuple(_table(reading, reading.header) for reading in read if reading.header),
        rag_key=rag_key,
        warnings=tuple(dict.fromkeys([*notices, *warnings(readings, actions)])),
    )


def _coloured(action: PlanAction, rag_key: Mapping[str, str]) -> PlanAction:
    history = tuple(by_own_key(rag, rag_key) for rag in action.rag_history)
    rag = by_own_key(action.rag, rag_key) if action.rag else None
    return replace(action, rag=rag, rag_history=history)


def _table(reading: TableReading, header: Header) -> PlanTable:
    return PlanTable(
        name=reading.table.name,
        header_row=reading.header_row,
        columns={header.texts[place]: column for place, column in sorted(header.columns.items())},
        unread_columns=header.unread,
        actions=len(reading.actions),
        unread_rows=tuple(reading.unread_rows),
    )
