"""Bytes of a text file to text: by mark, then strict UTF-8, then UTF-16, then Windows-1252.

Guessing by frequency is left out on purpose: it took short files from UK Excel for other code
pages and broke the pound sign.
"""

import codecs
import io
from typing import TextIO

from pcf_desktop.errors import UserError
from pcf_desktop.importers.files.formats import SAFE

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_CUT = 1 << 16


def encoding_of(data: bytes) -> str:
    """Return the name of the encoding, as Python knows it."""
    for mark, name in _MARKS:
        if data.startswith(mark):
            return name
    without_mark = _utf16_without_mark(data[:_CUT])
    if without_mark:
        return without_mark
    if data.isascii() or _is_utf8(data):
        return "utf-8"
    return "cp1252"


def _is_utf8(data: bytes) -> bool:
    decoder = codecs.getincrementaldecoder("utf-8")()
    try:
        for start in range(0, len(data), _CUT):
            decoder.decode(data[start : start + _CUT])
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return False
    return True


def _utf16_without_mark(head: bytes) -> str | None:
    if b"\x00" not in head:
        return None
    even, odd = head[0::2].count(0), head[1::2].count(0)
    if max(even, odd) <= len(head) // 4:
        return None
    return "utf-16-be" if even > odd else "utf-16-le"


def text_stream(data: bytes, encoding: str) -> TextIO:
    """Return the text, line ends as they are; a byte that cannot be read becomes U+FFFD.

    Raises `UserError` for an encoding nobody knows.
    """
    try:
        codecs.lookup(encoding)
    except LookupError:
        raise UserError(
            f"No encoding is called “{encoding}”.", SAFE, "Choose utf-8, utf-16 or cp1252."
        ) from None
    return io.TextIOWrapper(io.BytesIO(data), encoding, errors="replace", newline="")


def unreadable_bytes(data: bytes, encoding: str) -> int:
    """Return how many characters of the file could not be read in this encoding."""
    if encoding == "utf-8" or (encoding == "utf-8-sig" and _is_utf8(data)):
        return 0
    with text_stream(data, encoding) as stream:
        read = sum(part.count("�") for part in iter(lambda: stream.read(_CUT), ""))
    meant = data.count("�".encode()) if encoding.startswith("utf-8") else 0
    return read - meant
