"""Rows out of XLSX, XLS and ODS, by calamine, in memory; hidden parts only when asked."""

import io
import re
from collections.abc import Iterator
from contextlib import contextmanager
from xml.etree.ElementTree import ParseError

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import iterparse
from python_calamine import (
    CalamineError,
    CalamineSheet,
    CalamineWorkbook,
    PasswordError,
    SheetTypeEnum,
    SheetVisibleEnum,
)

from pcf_desktop.importers.files.archives import check_rectangle, check_workbook, read_member
from pcf_desktop.importers.files.compound import workbook_stream
from pcf_desktop.importers.files.formats import Format, damaged, locked_by_password
from pcf_desktop.importers.files.quiet import quietly
from pcf_desktop.importers.files.records import check_records

_ROW = re.compile(rb"<table:table-row\b([^>]*)>")
_CELL = re.compile(rb"<table:(?:covered-)?table-cell\b([^>]*)>")
_ROWS_REPEATED = re.compile(rb"""number-rows-repeated\s*=\s*["'](\d+)""")
_COLUMNS_REPEATED = re.compile(rb"""number-columns-repeated\s*=\s*["'](\d+)""")


@contextmanager
def one_sentence() -> Iterator[None]:
    """Turn every failure of the reader, a panic in Rust included, into one sentence.

    To be put around whatever the reader does: opening, parsing, and giving rows.
    """
    try:
        with quietly():
            yield
    except PasswordError:
        raise locked_by_password() from None
    except (CalamineError, ValueError, OverflowError, OSError):
        raise damaged() from None
    except BaseException as error:
        if type(error).__name__ != "PanicException":
            raise
        raise damaged() from None


class Spreadsheet:
    """An open workbook. Names of the visible and the hidden worksheets, and their rows."""

    def __init__(self, data: bytes, kind: Format) -> None:
        if kind is Format.XLS:
            check_records(workbook_stream(data))
        else:
            check_workbook(data)
        if kind is Format.ODS:
            _check_content(read_member(data, "content.xml"))
        with one_sentence():
            self._book = CalamineWorkbook.from_filelike(io.BytesIO(data))
            sheets = [
                each for each in self._book.sheets_metadata if each.typ is SheetTypeEnum.WorkSheet
            ]
        if not sheets:
            raise damaged()
        self.visible = [each.name for each in sheets if each.visible is SheetVisibleEnum.Visible]
        self.hidden = [each.name for each in sheets if each.name not in self.visible]

    def sheet(self, name: str) -> CalamineSheet:
        """Return a worksheet, parsed whole by the reader.

        Raises `UserError` for a damaged one.
        """
        with one_sentence():
            return self._book.get_sheet_by_name(name)


def _check_content(content: bytes) -> None:
    """Refuse an ODS whose few bytes say *repeat this cell a million times*.

    One that is not well formed is refused too: the reader waits for ever for what is not closed.
    """
    try:
        for _, element in iterparse(io.BytesIO(content)):
            element.clear()
    except (ParseError, DefusedXmlException, LookupError, ValueError):
        raise damaged() from None
    height = sum(_repeats(_ROWS_REPEATED, each) for each in _rows_with_content(content))
    width = max(
        (_repeats(_COLUMNS_REPEATED, each) for each in _CELL.findall(content) if b"value" in each),
        default=1,
    )
    check_rectangle(height, width)


def _rows_with_content(content: bytes) -> Iterator[bytes]:
    for row in _ROW.finditer(content):
        end = content.find(b"</table:table-row>", row.end())
        if b"value" in content[row.end() : end if end > 0 else len(content)]:
            yield row.group(1)


def _repeats(pattern: re.Pattern[bytes], attributes: bytes) -> int:
    found = pattern.search(attributes)
    return int(found.group(1)[:9]) if found else 1
