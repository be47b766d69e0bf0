"""Whose export a file is: each of its tables shown to each tool, and the surest taken."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from pcf_desktop.errors import UserError
from pcf_desktop.importers.columns.options import tidy
from pcf_desktop.importers.columns.responses import SheetReading
from pcf_desktop.importers.files.cells import Cell, as_text, is_blank
from pcf_desktop.importers.files.cleaning import clean, ungarbled
from pcf_desktop.importers.files.delimited import BrokenRow
from pcf_desktop.importers.files.formats import SAFE
from pcf_desktop.importers.files.tables import FileTable, TableSource
from pcf_desktop.importers.sheet import Choices
from pcf_desktop.importers.tools.all_tools import TOOLS
from pcf_desktop.importers.tools.designs import OnlyDesign, is_design
from pcf_desktop.importers.tools.limesurvey_structure import StructureQuestion, read_structure
from pcf_desktop.importers.tools.summaries import OnlyCounts, counts_answers
from pcf_desktop.importers.tools.tool import ColumnHeading, ColumnRole, Importer, Layout, TableHead

_LEAST_COLUMNS = 2
_TITLE_ROWS = 10


@dataclass
class Recognised:
    """A table of the file, the tool that fits it best, and how many blank rows come first."""

    table: FileTable
    reading: SheetReading
    blank_rows: int
    tool: Importer
    layout: Layout


def recognise(source: TableSource, choices: Choices) -> Recognised:
    """Return the table that is most surely a survey; hidden ones only when asked for.

    Raises `UserError` where none is, or where a sheet or tool was chosen that there is not.
    """
    known = {tool.name for tool in TOOLS}
    if choices.tool is not None and choices.tool not in known:
        raise UserError(
            f"No survey tool is called “{choices.tool}” here.",
            SAFE,
            f"Choose one of: {', '.join(sorted(known))}.",
        )
    structure = structure_of(source)
    found: list[Recognised] = []
    refused: list[UserError] = []
    for name in _names(source, choices):
        try:
            each = _recognised(source.open_table(name), structure, choices)
        except (OnlyCounts, OnlyDesign) as error:
            refused.append(error)
            continue
        if each is not None:
            found.append(each)
    if not found:
        raise refused[0] if refused else no_survey()
    return max(found, key=lambda each: each.layout.confidence)


def structure_of(source: TableSource) -> dict[str, StructureQuestion]:
    """Return the questions of the structure files beside the tables, by their codes."""
    return {
        code: question
        for data in source.structures
        for code, question in read_structure(data).items()
    }


def _names(source: TableSource, choices: Choices) -> Sequence[str]:
    everything = (*source.names, *source.hidden)
    if choices.sheet is None:
        return everything if choices.hidden else source.names
    if choices.sheet not in everything:
        raise UserError(
            f"There is no sheet called “{choices.sheet}” in this file.",
            SAFE,
            f"Choose one of: {', '.join(source.names)}.",
        )
    return (choices.sheet,)


def _recognised(
    table: FileTable, structure: Mapping[str, StructureQuestion], choices: Choices
) -> Recognised | None:
    reading = SheetReading(table)
    blank = next((at for at, row in enumerate(reading.head) if not all(map(is_blank, row))), None)
    if blank is None:
        return None
    head = _head(reading, blank, structure, choices)
    if choices.tool is None and counts_answers(head):
        raise OnlyCounts(head)
    if choices.tool is None and is_design(head):
        raise OnlyDesign
    layouts = [
        (tool, layout)
        for tool in TOOLS
        if choices.tool in {None, tool.name} and (layout := tool.recognise(head)) is not None
    ]
    if not layouts:
        return None
    tool, layout = max(layouts, key=lambda each: each[1].confidence)
    return Recognised(table, reading, blank, tool, _without_hidden(table, layout, choices))


def _head(
    reading: SheetReading, blank: int, structure: Mapping[str, StructureQuestion], choices: Choices
) -> TableHead:
    first, *below = reading.head[blank:]
    rows = [first, *(row for row in below if not isinstance(row, BrokenRow))]
    width = next(
        (len(row) for row in rows if sum(not is_blank(cell) for cell in row) >= _LEAST_COLUMNS),
        len(rows[0]),
    )
    level = tuple((*row[:width], *[None] * (width - len(row))) for row in rows)
    titles = tuple(tuple(map(_title, row)) for row in level[:_TITLE_ROWS])
    filled = [row for row in rows if not all(map(is_blank, row))]
    uneven = sum(len(row) != width for row in filled) / len(filled)
    return TableHead(titles, level, choices.header_rows, uneven, structure)


def _title(cell: Cell) -> str:
    return tidy(clean(ungarbled(as_text(cell)))[0])


def _without_hidden(table: FileTable, layout: Layout, choices: Choices) -> Layout:
    """Return the layout with hidden columns ignored unless they were asked for."""
    if choices.hidden or not table.unseen:
        return layout
    headings = tuple(
        ColumnHeading(
            each.text, ColumnRole.IGNORED, reason="This column is hidden in the workbook."
        )
        if place in table.unseen
        else each
        for place, each in enumerate(layout.headings)
    )
    return replace(layout, headings=headings)


def no_survey() -> UserError:
    """Return the sentence for a file in which nothing was asked."""
    return UserError(
        "No survey answers were found in this file.",
        SAFE,
        "A survey export has its questions in the first rows and one response in each row below.",
    )


ONLY_NAMES = "holds names and addresses only: nothing else was asked"


def only_names() -> UserError:
    """Return the sentence for a table of nothing but who people are."""
    return UserError(
        f"This table {ONLY_NAMES}.",
        SAFE,
        "A survey export has its questions in the first rows and one response in each row below.",
    )
