"""The tables of a Word file: marked heading rows, and rows that stay with what belongs to them."""

from collections.abc import Iterable, Sequence
from typing import Final, TypeAlias

from lxml.etree import _Element as Element

from pcf_desktop.exporters.document import Align, Table
from pcf_desktop.exporters.tables import cell_text, shares
from pcf_desktop.exporters.wordml import paragraph, qualified, run, w

TEXT_WIDTH: Final = 8617
"""The width of the column of text, in twentieths of a point."""
_SHORT: Final = 12
"""A table of up to so many rows is not split over two pages."""

Cells: TypeAlias = Sequence[Iterable[Element]]
"""The cells of one row, each as the runs and links in it."""


def plain_table(table: Table) -> Element:
    """Return a table of plain words and counts, kept with the note that stands below it."""
    rows = [tuple([run(cell_text(cell))] for cell in row) for row in table.rows]
    made = table_of(table.title, table.headings, rows, table.alignment, shares(table))
    return _kept_with_note(made) if table.note else made


def table_of(
    title: str,
    headings: Sequence[str],
    rows: Iterable[Cells],
    align: Sequence[Align],
    widths: Sequence[int],
) -> Element:
    """Return a table of what cells hold; `widths` say how the columns share the text's width."""
    twips = [TEXT_WIDTH * width // sum(widths) for width in widths]
    look = w(
        "tblLook",
        val="0020",
        firstRow="1",
        lastRow="0",
        firstColumn="0",
        lastColumn="0",
        noHBand="1",
        noVBand="1",
    )
    properties = w(
        "tblPr",
        w("tblStyle", val="PackTable"),
        w("tblW", w=str(sum(twips)), type="dxa"),
        w("tblLayout", type="fixed"),
        look,
        w("tblCaption", val=title),
    )
    grid = w("tblGrid", *(w("gridCol", w=str(width)) for width in twips))
    head = w("trPr", w("cantSplit"), w("tblHeader"))
    table = w("tbl", properties, grid)
    table.append(_kept_with_next(_row(head, [[run(words)] for words in headings], align, twips)))
    for row in rows:
        table.append(_row(w("trPr", w("cantSplit")), row, align, twips))
    return table


def _row(
    properties: Element, cells: Cells, align: Sequence[Align], twips: Sequence[int]
) -> Element:
    row = w("tr", properties)
    for cell, side, width in zip(cells, align, twips, strict=True):
        right = [w("jc", val="right")] if side == "right" else []
        size = w("tcPr", w("tcW", w=str(width), type="dxa"))
        row.append(w("tc", size, paragraph("TableText", *cell, extra=right)))
    return row


def _kept_with_note(table: Element) -> Element:
    """Return the table, its last row on the same page as the note below, a short one whole."""
    rows = table.findall(qualified("tr"))
    for row in rows[1:] if len(rows) <= _SHORT else rows[-1:]:
        _kept_with_next(row)
    return table


def _kept_with_next(row: Element) -> Element:
    for properties in row.iter(qualified("pPr")):
        properties.insert(1, w("keepNext"))  # right after the style, as the schema has it
    return row
