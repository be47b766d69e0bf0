"""Any table file as plain grids of cells: workbooks, CSV and ZIPs, safety checks done.

For files of some hundred rows, such as plans; surveys are read as a stream instead.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from pcf_desktop.importers.files.cells import Cell, whole
from pcf_desktop.importers.files.cleaning import clean, ungarbled, ungarbled_words
from pcf_desktop.importers.files.delimited import NOT_CLOSED, BrokenRow
from pcf_desktop.importers.files.tables import FileTable, TableSource, TextSettings, open_source
from pcf_desktop.progress import Progress, silent


@dataclass(frozen=True)
class Grid:
    """A worksheet or text file: rows of cells, blank ones None, whole numbers as int.

    Rows are as wide as they stand; blank ones above the first are left out, and `first_row` is
    the number of that one, from 1. `first_column` is the place of the first cell, from 0.
    A hidden sheet has no rows unless it was asked for.
    """

    name: str
    hidden: bool
    rows: tuple[tuple[Cell, ...], ...]
    first_row: int = 1
    first_column: int = 0


@dataclass(frozen=True)
class Workbook:
    """All tables of a file; `encoding` and `delimiter` only where it is text."""

    sheets: tuple[Grid, ...]
    encoding: str | None = None
    delimiter: str | None = None
    warnings: tuple[str, ...] = ()


def read_grids(
    path: Path,
    *,
    hidden: bool = False,
    settings: TextSettings | None = None,
    progress: Progress = silent,
) -> Workbook:
    """Read every table of XLSX, XLS, ODS, CSV, TSV, or a ZIP of them.

    Hidden sheets and columns are named in `warnings`, and read only with `hidden`.
    Raises `UserError` for what is missing, empty, damaged, locked, dangerous, or no table.
    """
    source = open_source(path, settings)
    warnings = list(source.warnings)
    sheets: list[Grid] = []
    encoding = delimiter = None
    names = (*source.names, *source.hidden)
    for number, name in enumerate(names):
        progress(number, len(names))
        if name in source.hidden and not hidden:
            sheets.append(Grid(name, hidden=True, rows=()))
            warnings.append(f"The sheet “{name}” is hidden and was not read.")
            continue
        table = source.open_table(name)
        encoding, delimiter = table.encoding or encoding, table.delimiter or delimiter
        sheets.append(_grid(table, source, warnings, hidden=hidden))
    return Workbook(tuple(sheets), encoding, delimiter, tuple(warnings))


def _grid(table: FileTable, source: TableSource, warnings: list[str], *, hidden: bool) -> Grid:
    unseen = frozenset() if hidden else table.unseen
    replaced = mended = 0
    rows: list[tuple[Cell, ...]] = []
    for number, row in enumerate(_rows(table), start=1):
        if isinstance(row, BrokenRow):
            warnings.append(f"Row {number}: {NOT_CLOSED} It was not read.")
            rows.append(())
            continue
        cells: list[Cell] = []
        for place, cell in enumerate(row):
            if isinstance(cell, str):
                right = ungarbled(cell)
                mended += right != cell.lstrip("\ufeff")
                cell, count = clean(right)  # noqa: PLW2901 - the same cell, cleaned
                replaced += count
            cells.append(None if place in unseen else whole(cell))
        rows.append(tuple(cells))
    if unseen:
        warnings.append(f"{columns_named(unseen, table.first_column)} hidden and not read.")
    if replaced:
        warnings.append(replaced_words(replaced))
    if mended:
        warnings.append(ungarbled_words(mended))
    above = next((at for at, row in enumerate(rows) if any(map(_is_something, row))), len(rows))
    return Grid(
        table.name, table.name in source.hidden, tuple(rows[above:]), above + 1, table.first_column
    )


def _is_something(cell: Cell) -> bool:
    return cell is not None


def _rows(table: FileTable) -> Iterator[Sequence[Cell]]:
    for batch in table.batches():
        yield from batch


def columns_named(places: frozenset[int], first_column: int = 0) -> str:
    """Return "Column C is" or "Columns C and E are" for places counted from 0."""
    names = [column_name(place + first_column) for place in sorted(places)]
    if len(names) == 1:
        return f"Column {names[0]} is"
    return f"Columns {', '.join(names[:-1])} and {names[-1]} are"


def column_name(place: int) -> str:
    """Return the letters of a spreadsheet column counted from 0."""
    letters = ""
    place += 1
    while place:
        place, rest = divmod(place - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def replaced_words(count: int) -> str:
    """Return the sentence about characters taken out."""
    if count == 1:
        return "1 unprintable character replaced by a space."
    return f"{count:,} unprintable characters replaced by spaces."
