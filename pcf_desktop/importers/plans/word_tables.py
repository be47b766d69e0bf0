"""The tables of a Word document, with merged cells, shading and the paragraphs above each.

Tracked changes are read as accepted. Comments, headers, footers and text boxes are left out.
"""

import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass

from docx import Document
from docx.oxml.ns import qn
from lxml import etree

from pcf_desktop.errors import UserError
from pcf_desktop.importers.files.archives import check_archive, opened
from pcf_desktop.importers.files.cleaning import clean
from pcf_desktop.importers.files.formats import SAFE, damaged
from pcf_desktop.importers.plans.table import Place, PrintedTable

MOST_COLUMNS, MOST_CELLS, MOST_ABOVE = 100, 500_000, 6
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_LEFT_OUT = (qn("w:del"), qn("w:moveFrom"), qn("w:txbxContent"), _FALLBACK)
_HEAD = 1 << 16


@dataclass(frozen=True)
class WordTables:
    """The tables of a document in order, and sentences about what was not read."""

    tables: tuple[PrintedTable, ...]
    notices: tuple[str, ...] = ()


def is_word(data: bytes) -> bool:
    """Return whether the bytes are a Word document of today's kind (.docx or .docm)."""
    if not data.startswith(b"PK"):
        return False
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return "word/document.xml" in archive.namelist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError):
        return False


def word_tables(data: bytes) -> WordTables:
    """Return the tables of a Word document.

    Raises `UserError` for one that is damaged, unpacks to far too much, or holds XML entities.
    """
    check_archive(data)
    _check_parts(data)
    try:
        body = Document(io.BytesIO(data)).element.body
    except (
        *(KeyError, ValueError, OSError, EOFError, zipfile.BadZipFile, AttributeError),
        *(NotImplementedError, etree.XMLSyntaxError, zlib.error),
    ):
        raise damaged() from None
    return WordTables(tuple(_tables(body)), tuple(_notices(body, data)))


def _check_parts(data: bytes) -> None:
    with opened(data) as archive:
        for entry in archive.infolist():
            if not entry.filename.endswith((".xml", ".rels")):
                continue
            with archive.open(entry) as stream:
                head = stream.read(_HEAD)
            if b"<!DOCTYPE" in head or b"<!ENTITY" in head:
                raise UserError(
                    "This document holds instructions that documents never have.",
                    SAFE,
                    "Ask where the file comes from, and ask for a new copy.",
                )


def _tables(body: etree._Element) -> Iterator[PrintedTable]:
    above: list[str] = []
    number = 0
    for element in body.iter(qn("w:p"), qn("w:tbl")):
        if element.tag == qn("w:tbl"):
            number += 1
            table = _table(element, f"Table {number}", tuple(above[-MOST_ABOVE:]))
            if table.width > 1:
                above.clear()
                yield table
        elif next(element.iterancestors(qn("w:tbl")), None) is None and (text := _words(element)):
            above.append(text)


def _table(table: etree._Element, name: str, above: tuple[str, ...]) -> PrintedTable:
    rows: list[list[str]] = []
    merged: dict[Place, Place] = {}
    fills: dict[Place, str] = {}
    for line in table.iterchildren(qn("w:tr")):
        if len(rows) * MOST_COLUMNS > MOST_CELLS:
            break
        rows.append(_row(line, len(rows), merged, fills))
    return PrintedTable(name, rows, 1, merged, fills, above, is_sheet=False)


def _row(
    line: etree._Element, number: int, merged: dict[Place, Place], fills: dict[Place, str]
) -> list[str]:
    cells = [""] * _count(line.find(f"{qn('w:trPr')}/{qn('w:gridBefore')}"), 0)
    for cell in line.iter(qn("w:tc")):
        if cell.getparent() is not line and next(cell.iterancestors(qn("w:tr"))) is not line:
            continue
        column = len(cells)
        if column >= MOST_COLUMNS:
            break
        origin = _origin(cell, number, column, merged)
        span = min(_count(cell.find(f"{qn('w:tcPr')}/{qn('w:gridSpan')}"), 1), MOST_COLUMNS)
        for place in range(column, column + span):
            if (number, place) != origin:
                merged[number, place] = origin
        shade = cell.find(f"{qn('w:tcPr')}/{qn('w:shd')}")
        if shade is not None and origin == (number, column):
            fills[origin] = shade.get(qn("w:fill"), "")
        cells += [_cell_words(cell), *[""] * (span - 1)]
    return cells


def _origin(
    cell: etree._Element, row: int, column: int, merged: dict[Place, Place]
) -> tuple[int, int]:
    joined = cell.find(f"{qn('w:tcPr')}/{qn('w:vMerge')}")
    if joined is None or joined.get(qn("w:val")) == "restart" or row == 0:
        return row, column
    return merged.get((row - 1, column), (row - 1, column))


def _count(element: etree._Element | None, otherwise: int) -> int:
    value = element.get(qn("w:val"), "") if element is not None else ""
    return min(int(value), MOST_COLUMNS) if re.fullmatch(r"\d{1,9}", value) else otherwise


def _cell_words(cell: etree._Element) -> str:
    paragraphs = (each for each in cell.iter(qn("w:p")) if _cell_of(each) is cell)
    return "\n".join(words for each in paragraphs if (words := _words(each)))


def _cell_of(paragraph: etree._Element) -> etree._Element | None:
    return next(paragraph.iterancestors(qn("w:tc")), None)


def _words(paragraph: etree._Element) -> str:
    parts: list[str] = []
    for piece in paragraph.iter(qn("w:t"), qn("w:tab"), qn("w:br"), qn("w:noBreakHyphen")):
        if any(above.tag in _LEFT_OUT for above in piece.iterancestors()):
            continue
        if piece.tag == qn("w:t"):
            parts.append(piece.text or "")
        else:
            parts.append("-" if piece.tag == qn("w:noBreakHyphen") else "\n")
    return clean("".join(parts))[0].strip()


def _notices(body: etree._Element, data: bytes) -> Iterator[str]:
    changes = sum(1 for _ in body.iter(qn("w:ins"), qn("w:del"), qn("w:moveTo")))
    if changes:
        count = "1 tracked change was" if changes == 1 else f"{changes:,} tracked changes were"
        yield f"{count} read as if accepted; deleted words were left out."
    with opened(data) as archive:
        names = archive.namelist()
    if "word/comments.xml" in names:
        yield "Comments in the margin were not read."
    if any(name.startswith("word/vbaProject") for name in names):
        yield "The document holds macros. They were not run and are not kept."
