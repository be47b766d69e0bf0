"""Any file that can hold a letter, told by its content, to plain text."""

from dataclasses import dataclass
from pathlib import Path

from pcf_desktop.errors import UserError
from pcf_desktop.importers.files.encodings import encoding_of
from pcf_desktop.importers.files.whole import whole
from pcf_desktop.importers.letters.pdf import pdf_text
from pcf_desktop.importers.letters.web import web_text
from pcf_desktop.importers.letters.word import word_text

SAFE = "Nothing was read from it and nothing has changed."
LARGEST = 100 * 2**20
"""Bytes. A scanned report of two hundred pages is a third of this."""

_PASTE = "Open it in its own program, copy the words, and paste them here."
_FOREIGN = (
    (b"\xff\xd8\xff", "a picture"),
    (b"\x89PNG", "a picture"),
    (b"GIF8", "a picture"),
    (b"{\\rtf", "a Rich Text document"),
    (b"SQLite format 3", "a database"),
    (b"\x1f\x8b", "a compressed file"),
    (b"7z\xbc\xaf", "a compressed file"),
    (b"Rar!", "a compressed file"),
    (b"\x7fELF", "a program"),
    (b"MZ", "a program"),
)
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_HEAD = 4096


@dataclass(frozen=True)
class LetterText:
    """The text of a file, and what to tell of how it was read."""

    text: str
    notes: tuple[str, ...] = ()


def open_text(source: Path | bytes) -> LetterText:
    """Return the text of a PDF, a Word document, a web page or a text file.

    Raises `UserError` for what is missing, locked, empty, or no document with text.
    """
    data = source if isinstance(source, bytes) else _read(source)
    if not data.strip(b"\x00\r\n\t \xef\xbb\xbf\xff\xfe"):
        raise UserError("This file is empty.", SAFE, "Download the letter again.")
    opened = _opened(data)
    if not opened.text.strip():
        raise UserError("There are no words in this file.", SAFE, _PASTE)
    return opened


def _read(path: Path) -> bytes:
    too_large = UserError(
        "This file is too large to be a letter.",
        SAFE,
        "Choose the letter itself, or copy its words and paste them here.",
    )
    return whole(path, "letter", LARGEST, too_large)


def _opened(data: bytes) -> LetterText:
    if b"%PDF-" in data[:1024]:
        return LetterText(pdf_text(data))
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        read = word_text(data)
        return LetterText(read.text, read.notes)
    if data.startswith(_OLE):
        raise _ole(data)
    for head, what in _FOREIGN:
        if data.startswith(head):
            raise UserError(f"This is {what}, not a letter with words.", SAFE, _PASTE)
    return _plain(data)


def _ole(data: bytes) -> UserError:
    if "EncryptedPackage".encode("utf-16-le") in data:
        return UserError(
            "This document is locked with a password.",
            SAFE,
            "Open it in Word, choose File, Info, Protect Document, clear the password, and save.",
        )
    return UserError(
        "This is a document of an old version of Office.",
        SAFE,
        "Open it in Word and save it as a Word document (.docx) or as PDF.",
    )


def _plain(data: bytes) -> LetterText:
    encoding = encoding_of(data)
    if b"\x00" in data[:_HEAD] and not encoding.startswith(("utf-16", "utf-32")):
        raise UserError("This is not a kind of file that can be read here.", SAFE, _PASTE)
    text = data.decode(encoding, errors="replace").removeprefix("\ufeff")
    head = text[:_HEAD].lstrip().casefold()
    if head.startswith(
        ("<!doctype html", "<html", "<body", "<div", "<p", "<article", "<main", "<h")
    ):
        return LetterText(web_text(text))
    if head.startswith("<?xml") and "<html" in head:
        return LetterText(web_text(text))
    unread = text.count("\ufffd")
    note = f"{unread} characters could not be read and show as \ufffd." if unread else ""
    return LetterText(text, (note,) if note else ())
