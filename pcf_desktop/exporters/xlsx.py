"""The figures, quotes and evidence of a document as an Excel workbook.

Every text is written as text: nothing a family wrote becomes a formula, a number or a link, not
even when somebody later edits the cell. The workbook is made in memory, since XlsxWriter's other
way leaves its pages in the computer's common temporary folder.
"""

import io
import re
from datetime import datetime, time
from typing import Final

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from pcf_desktop.exporters import office
from pcf_desktop.exporters.document import Cell, Chart, Document
from pcf_desktop.exporters.made import Made, replaced_note
from pcf_desktop.exporters.sheets import LONGEST_CELL, WorkbookSheet, sheets
from pcf_desktop.exporters.text import cleaned, is_like_a_formula
from pcf_desktop.exporters.xlsx_paper import on_paper
from pcf_desktop.progress import Progress, silent

_ACCENT, _WEAK, _MUTED = "#0B5F6B", "#DFF0F1", "#4F5B69"
_MARK_ROW: Final = 2
_HEAD_ROW: Final = 3
_SHARE: Final = re.compile("([0-9]{1,3})%")
_HIGHEST_ROW: Final = 409.0


class _Styles:
    """The few cell styles of the workbook."""

    def __init__(self, book: Workbook) -> None:
        self.title = book.add_format({"bold": True, "font_size": 16, "font_color": _ACCENT})
        self.head = book.add_format(
            {
                "bold": True,
                "bg_color": _WEAK,
                "bottom": 2,
                "bottom_color": _ACCENT,
                "text_wrap": True,
            }
        )
        self.note = book.add_format({"font_color": _MUTED, "valign": "top"})
        self.label = book.add_format({"font_color": _MUTED, "valign": "top"})
        self.mark = book.add_format({"bold": True, "font_color": "#8A4B00"})
        self.link = book.add_format({"font_color": _ACCENT, "underline": 1})
        self.number = book.add_format({"num_format": "#,##0", "valign": "top"})
        self.share = book.add_format({"num_format": "0%", "valign": "top"})
        self.text = book.add_format({"text_wrap": True, "valign": "top"})
        self.right = book.add_format({"align": "right", "valign": "top"})
        self.quoted = book.add_format({"text_wrap": True, "valign": "top", "quote_prefix": True})

    def for_text(self, text: str, *, is_right: bool = False) -> Format:
        """Return the style for a text; one that looks like a formula is marked as text for good."""
        if is_like_a_formula(text):
            return self.quoted
        return self.right if is_right else self.text


def make(document: Document, progress: Progress = silent) -> Made:
    """Return the document as XLSX bytes. Raises Cancelled when `progress` does, between sheets."""
    document, replaced = cleaned(document)
    found = sheets(document)
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, _options()) as book:
        book.set_properties(
            {
                "title": document.title,
                "author": document.forum,
                "created": datetime.combine(document.made_on, time(12)),
            }
        )
        styles = _Styles(book)
        _about(book, document, found, styles)
        for done, sheet in enumerate(found):
            progress(done, len(found))
            _sheet(book, document, sheet, styles)
    progress(len(found), len(found))
    return Made(out.getvalue(), 0, replaced_note(replaced))


check = office.check


def _options() -> dict[str, object]:
    """Return the options of a workbook, anew each time: XlsxWriter writes into what it is given."""
    return {
        "in_memory": True,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
        "default_format_properties": {"font_name": "Arial", "font_size": 11},
    }


def _about(
    book: Workbook, document: Document, found: tuple[WorkbookSheet, ...], styles: _Styles
) -> None:
    page = book.add_worksheet("About")
    page.hide_gridlines(2)
    on_paper(page, document)
    page.set_column(0, 0, 24)
    page.set_column(1, 1, 90)
    _write(page, 0, 0, document.title, styles.title)
    _write(page, 1, 0, document.subtitle, styles.note)
    facts = [("Forum", document.forum), *((fact.label, fact.value) for fact in document.facts)]
    if document.mark:
        facts.append(("Mark", document.mark))
    _write(page, _MARK_ROW, 0, _marked(document), styles.mark)
    row = _HEAD_ROW
    for label, value in facts:
        _write(page, row, 0, label, styles.label)
        _write(page, row, 1, value, styles.for_text(value))
        row += 1
    row += 1
    _write(page, row, 0, "Sheet", styles.head)
    _write(page, row, 1, "What it holds", styles.head)
    for sheet in found:
        row += 1
        target = sheet.name.replace("'", "''")
        page.write_url(row, 0, f"internal:'{target}'!A1", styles.link, sheet.name)
        _write(page, row, 1, sheet.title, styles.for_text(sheet.title))


def _sheet(book: Workbook, document: Document, sheet: WorkbookSheet, styles: _Styles) -> None:
    page = book.add_worksheet(sheet.name)
    page.hide_gridlines(2)
    _write(page, 0, 0, sheet.title, styles.title)
    _write(page, 1, 0, sheet.note, styles.note)
    _write(page, _MARK_ROW, 0, _marked(document), styles.mark)
    for column, width in enumerate(sheet.widths):
        page.set_column(column, column, width)
    for at, row in enumerate(sheet.rows, _HEAD_ROW + 1):
        page.set_row(at, _height(row, sheet.widths))
        for column, cell in enumerate(row):
            is_right = bool(sheet.align) and sheet.align[column] == "right"
            _cell(page, (at, column), cell, styles, is_right=is_right)
    _as_table(page, sheet, styles)
    page.freeze_panes(_HEAD_ROW + 1, 1)
    page.repeat_rows(_HEAD_ROW)
    on_paper(page, document)
    if sheet.chart:
        _chart(book, page, sheet, sheet.chart)


def _marked(document: Document) -> str:
    """Return what every sheet of made-up data says near its top; nothing for real data."""
    return f"{document.forum} · {document.sample}" if document.sample else ""


def _cell(
    page: Worksheet, place: tuple[int, int], cell: Cell, styles: _Styles, *, is_right: bool
) -> None:
    """Write a count or a share as a number, anything else as a text.

    A share stands in a column of figures, which are aligned right; words of families never do.
    """
    if isinstance(cell, int):
        page.write_number(*place, cell, styles.number)
    elif is_right and (share := _SHARE.fullmatch(cell)):
        page.write_number(*place, int(share[1]) / 100, styles.share)
    else:
        _write(page, *place, cell, styles.for_text(cell, is_right=is_right))


def _height(row: tuple[Cell, ...], widths: tuple[int, ...]) -> float:
    """Return the height that shows every line of the row, up to the highest that Excel has."""
    lines = max(
        sum(len(line) // width + 1 for line in str(cell).split("\n"))
        for cell, width in zip(row, widths, strict=True)
    )
    return min(_HIGHEST_ROW, 4 + 14.5 * lines)


def _write(page: Worksheet, row: int, column: int, text: str, style: Format) -> None:
    """Write a text as a text. Whoever calls has split what is too long; none is ever cut here."""
    if page.write_string(row, column, text, style) != 0:
        raise ValueError(f"A text of over {LONGEST_CELL:,} characters reached a cell")


def _as_table(page: Worksheet, sheet: WorkbookSheet, styles: _Styles) -> None:
    """Mark the heading row as one, for sorting, filters and screen readers."""
    taken: set[str] = set()
    headings = [_unique(heading, taken) for heading in sheet.headings]
    columns = [{"header": heading, "header_format": styles.head} for heading in headings]
    last = _HEAD_ROW + len(sheet.rows), len(headings) - 1
    page.add_table(
        _HEAD_ROW,
        0,
        *last,
        {"columns": columns, "style": "Table Style Light 1", "banded_rows": False},
    )


def _unique(heading: str, taken: set[str]) -> str:
    """Return the heading as Excel wants it in a table: one line, no other like it."""
    base = " ".join(heading.split())[:200] or "Column"
    name, at = base, 1
    while name.casefold() in taken:
        at += 1
        name = f"{base} ({at})"
    taken.add(name.casefold())
    return name


def _chart(book: Workbook, page: Worksheet, sheet: WorkbookSheet, chart: Chart) -> None:
    """Draw the sheet's own figures beside them, in the colours of the printed chart."""
    columns = range(len(sheet.headings))
    numbers = [at for at in columns if any(isinstance(row[at], int) for row in sheet.rows)]
    is_divided = len(numbers) > 1
    drawn = book.add_chart({"type": "bar", "subtype": "stacked"} if is_divided else {"type": "bar"})
    for column, colour in zip(numbers, chart.colours, strict=False):
        series = _series(sheet, column)
        if is_divided:
            series["fill"] = {"color": colour}
            series["data_labels"] = {"value": True, "font": {"color": "#FFFFFF"}}
        else:
            series["points"] = [{"fill": {"color": each}} for each in chart.colours]
            series["data_labels"] = {"value": True, "position": "outside_end"}
        drawn.add_series(series)
    drawn.set_title({"name": chart.finding, "name_font": {"size": 12}})
    drawn.set_y_axis({"reverse": True, "line": {"none": True}, "major_tick_mark": "none"})
    drawn.set_x_axis({"visible": False, "min": 0, "major_gridlines": {"visible": False}})
    drawn.set_legend({"position": "top"} if is_divided else {"none": True})
    drawn.set_size({"width": 640, "height": 120 + 44 * len(sheet.rows)})
    page.insert_chart(_HEAD_ROW, len(sheet.headings) + 1, drawn, {"description": chart.alt})


def _series(sheet: WorkbookSheet, column: int) -> dict[str, object]:
    first, last = _HEAD_ROW + 1, _HEAD_ROW + len(sheet.rows)
    return {
        "name": [sheet.name, _HEAD_ROW, column],
        "categories": [sheet.name, first, 0, last, 0],
        "values": [sheet.name, first, column, last, column],
        "gap": 60,
    }
