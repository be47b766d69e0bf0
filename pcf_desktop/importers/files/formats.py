"""What sort of file this is, told from its content; what cannot be read is refused in words.

Surveys, plans and published figures come this way: the words speak of the file, not of what it is.
"""

import io
import zipfile
from enum import StrEnum
from pathlib import Path

from pcf_desktop.errors import UserError
from pcf_desktop.importers.files.whole import whole

LARGEST_FILE = 300 * 2**20
"""Bytes. A survey of 100,000 answers with long texts is a fifth of this."""

LONGEST_CELL = 2**20
"""Letters. A spreadsheet program holds 50,000 at most, and the longest letter a tenth of this."""

_HEAD = 4096
_NOTHING = b"\x00\r\n\t \xef\xbb\xbf"

_CONTROLS = bytes([*range(0x09), *range(0x0E, 0x20)])

SAFE = "Nothing was read from it and nothing has changed."
_CHOOSE_TABLE = "Choose the Excel or CSV file: a picture holds nothing that can be read here."
_SAVE_AS = "Open it in the program it comes from and save it as an Excel workbook (.xlsx) or CSV."


class Format(StrEnum):
    """The sorts of file that can hold a table here."""

    XLSX = "xlsx"
    XLS = "xls"
    ODS = "ods"
    ZIP = "zip"
    TEXT = "text"


_REFUSED_HEADS: tuple[tuple[bytes, str, str], ...] = (
    (b"%PDF", "a PDF", "Ask for it as Excel or CSV: a PDF holds pages, not tables."),
    (b"\xff\xd8\xff", "a picture", _CHOOSE_TABLE),
    (b"\x89PNG", "a picture", _CHOOSE_TABLE),
    (b"GIF8", "a picture", _CHOOSE_TABLE),
    (b"{\\rtf", "a Rich Text document", _SAVE_AS),
    (b"SQLite format 3", "a database", _SAVE_AS),
    (b"$FL2", "an SPSS data file", "Download it again and choose Excel or CSV."),
    (b"\x1f\x8b", "a compressed file", "Unpack it first, then choose the file inside."),
    (b"7z\xbc\xaf", "a compressed file", "Unpack it first, then choose the file inside."),
    (b"Rar!", "a compressed file", "Unpack it first, then choose the file inside."),
)
_REFUSED_PARTS: tuple[tuple[str, str, str], ...] = (
    ("word/", "a Word document", "Download it as Excel or CSV instead."),
    ("ppt/", "a PowerPoint file", "Download it as Excel or CSV instead."),
    (
        "Index/",
        "an Apple Numbers or Pages file",
        "In Numbers choose File, Export To, Excel (or CSV), and use that file.",
    ),
)


def read_bytes(path: Path) -> bytes:
    """Return the whole file.

    Raises `UserError` for one that is missing, no file, locked, empty or far too large.
    """
    too_large = UserError("This file is too large to be read.", SAFE, "Choose the file you mean.")
    data = whole(path, "file", LARGEST_FILE, too_large)
    if not data[:_HEAD].strip(_NOTHING) and not data.strip(_NOTHING):
        raise UserError("This file is empty.", SAFE, "Download it again.")
    return data


def format_of(data: bytes) -> Format:
    """Return what the bytes are; raise `UserError` for what holds no table that can be read."""
    for head, what, todo in _REFUSED_HEADS:
        if data.startswith(head):
            raise UserError(f"This is {what}.", SAFE, todo)
    if data.startswith(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"):
        return _ole_format(data)
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _zip_format(data)
    return _text_format(data)


def _ole_format(data: bytes) -> Format:
    if "EncryptedPackage".encode("utf-16-le") in data:
        raise locked_by_password()
    if "WordDocument".encode("utf-16-le") in data:
        raise UserError("This is a Word document.", SAFE, _SAVE_AS)
    if any(name.encode("utf-16-le") in data for name in ("Workbook", "Book")):
        return Format.XLS
    raise UserError("This is an Office file without a worksheet.", SAFE, _SAVE_AS)


def _zip_format(data: bytes) -> Format:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = archive.namelist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError):
        raise damaged() from None
    if any(name.startswith("xl/") for name in names):
        return Format.XLSX
    if "content.xml" in names:
        return _open_document_format(data)
    for start, what, todo in _REFUSED_PARTS:
        if any(name.startswith(start) for name in names):
            raise UserError(f"This is {what}.", SAFE, todo)
    if not names:
        raise UserError("This ZIP file is empty.", SAFE, "Download it again.")
    return Format.ZIP


def _open_document_format(data: bytes) -> Format:
    if b"opendocument.spreadsheet" in data[:_HEAD]:
        return Format.ODS
    raise UserError("This is a text document or drawing, not a spreadsheet.", SAFE, _SAVE_AS)


def _text_format(data: bytes) -> Format:
    head = data[:_HEAD]
    if b"ftyp" in head[4:12]:
        raise UserError("This is a picture or video.", SAFE, _CHOOSE_TABLE)
    is_wide = head.startswith((b"\xff\xfe", b"\xfe\xff")) or _looks_utf16(head)
    if not is_wide and len(head) - len(head.translate(None, _CONTROLS)) > len(head) // 20:
        raise UserError("This is not a kind of file that can be read here.", SAFE, _SAVE_AS)
    start = head.lstrip(b"\xef\xbb\xbf \r\n\t").lower()
    if start.startswith((b"<!doctype html", b"<html", b"<table", b"<?xml", b"<workbook")):
        raise UserError("This is a web page or XML file, not a table.", SAFE, _SAVE_AS)
    return Format.TEXT


def _looks_utf16(head: bytes) -> bool:
    even, odd = head[0::2].count(0), head[1::2].count(0)
    return max(even, odd) > len(head) // 4 and min(even, odd) <= len(head) // 50


def locked_by_password() -> UserError:
    """Return the sentence for a workbook under a password."""
    return UserError(
        "This workbook is locked with a password.",
        SAFE,
        "Open it in Excel, choose File, Info, Protect Workbook, clear the password, and save.",
    )


def damaged() -> UserError:
    """Return the sentence for a workbook or ZIP that is cut short or changed."""
    return UserError(
        "This file is damaged or was not downloaded to the end.",
        SAFE,
        "Download it again; if it opens in Excel or Word, save it there under a new name.",
    )


def cell_too_long() -> UserError:
    """Return the sentence for a cell longer than any answer."""
    return UserError(
        f"A cell of this file holds more than {LONGEST_CELL:,} letters, which no answer has.",
        SAFE,
        "Something went wrong when the file was made, perhaps a quotation mark that is never "
        "closed: download it again, or look for the long cell and shorten it.",
    )
