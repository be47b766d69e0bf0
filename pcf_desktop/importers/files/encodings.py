"""Bytes of a text file to text: by mark, then UTF-8, then UTF-16, then the likeliest code page.

A line that is no UTF-8 in a file that is, was added by another program: it alone is read in its
own way. Where nothing is UTF-8 it is Windows-1252, unless that makes nonsense of the letters and
another code page makes sense of them (see `plausible`). How often letters occur is left out on
purpose: it took short files from UK Excel for other code pages and broke the pound sign.
"""

import codecs
import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import Final, TextIO

from pcf_desktop.errors import UserError
from pcf_desktop.importers.files.formats import SAFE
from pcf_desktop.importers.files.plausible import points

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_LOST: Final = "\ufffd".encode()
WINDOWS: Final = "cp1252"
_PAGES: Final = {
    WINDOWS: "Windows",
    "mac_roman": "Macintosh",
    "cp1250": "Central European Windows",
    "iso8859_2": "Central European",
    "cp850": "MS-DOS",
}
"""The code pages that a spreadsheet program saves as CSV, the likelier first, and their names."""

_CUT = 1 << 16
_ENOUGH = 3
"""Points by which another code page must be the better one."""
_MOST_LINES = 500
"""So many are judged, of each sort."""


@dataclass(frozen=True)
class ReadText:
    """A text file with its encoding, all in one; `lost` counts what could not be read.

    `warnings` are what the person should know of how it was read.
    """

    data: bytes
    encoding: str
    lost: int = 0
    warnings: tuple[str, ...] = ()


@dataclass
class _Lines:
    """The lines of a file that is not all UTF-8: how many, and the first of either sort."""

    are: int = 0
    are_not: int = 0
    some: list[bytes] = field(default_factory=list)
    others: list[bytes] = field(default_factory=list)


def text_of(data: bytes) -> ReadText:
    """Find out a file's encoding; where its lines differ, the bytes come back all in UTF-8."""
    encoding = _marked(data)
    if encoding is None and (data.isascii() or _is_utf8(data)):
        return ReadText(data, "utf-8")
    if encoding is None or (encoding == "utf-8-sig" and not _is_utf8(data)):
        return _by_lines(data, encoding)
    return ReadText(data, encoding, unreadable_bytes(data, encoding))


def encoding_of(data: bytes) -> str:
    """Return the name of the one encoding that suits best, as Python knows it."""
    encoding = _marked(data)
    if encoding is not None:
        return encoding
    if data.isascii() or _is_utf8(data):
        return "utf-8"
    return _page_of(_sorted(data).others)


def _marked(data: bytes) -> str | None:
    marked = next((name for mark, name in _MARKS if data.startswith(mark)), None)
    return marked or _utf16_without_mark(data[:_CUT])


def _by_lines(data: bytes, marked: str | None) -> ReadText:
    found = _sorted(data)
    page = _page_of(found.others)
    truly = any(
        points(_in_parts(line, page)) > points(line.decode(page, "replace"))
        for line in (*found.some, *found.others)
    )
    name = _PAGES[page]
    if marked is None and not truly:
        said = f"This file is {name} text, and was read as that. Please check a name you know."
        return ReadText(
            data, page, unreadable_bytes(data, page), () if page == WINDOWS else (said,)
        )
    whole = b"".join(_all_utf8(data, page))
    lines = "line is" if found.are_not == 1 else "lines are"
    were = "It was" if found.are_not == 1 else "They were"
    said = (
        f"{found.are_not:,} {lines} written as {name} text in a file that is not. "
        f"{were} read as that; please check a name you know."
    )
    lost = max(0, whole.count(_LOST) - data.count(_LOST))
    return ReadText(whole, marked or "utf-8", lost, (said,))


def _blocks(data: bytes) -> Iterator[bytes]:
    """Give a file in pieces that end with a line, whatever program ends its lines."""
    end = b"\n" if b"\n" in data else b"\r"
    at = 0
    while at < len(data):
        after = data.find(end, at + _CUT) + 1 or len(data)
        yield data[at:after]
        at = after


def _sorted(data: bytes) -> _Lines:
    found = _Lines()
    for block in _blocks(data):
        for line in () if block.isascii() else block.splitlines():
            if line.isascii():
                continue
            if _is_utf8(line):
                found.are += 1
                found.some += [line[:_CUT]] if found.are <= _MOST_LINES else []
            else:
                found.are_not += 1
                found.others += [line[:_CUT]] if found.are_not <= _MOST_LINES else []
    return found


def _all_utf8(data: bytes, page: str) -> Iterator[bytes]:
    for block in _blocks(data):
        if _is_utf8(block):
            yield block
        else:
            for line in block.splitlines(keepends=True):
                yield line if _is_utf8(line) else _mended(line, page).encode()


def _mended(line: bytes, page: str) -> str:
    """Return a line that is no UTF-8; of two programs, where some of its letters are."""
    whole = line.decode(page, "replace")
    in_parts = _in_parts(line, page)
    return in_parts if points(in_parts) > points(whole) else whole


def _in_parts(line: bytes, page: str) -> str:
    return line.decode("utf-8", f"as_{page}")


def _page_of(lines: Sequence[bytes]) -> str:
    """Return the code page in which most letters stand well; Windows unless it makes nonsense."""
    scores = {page: sum(_points(line, page) for line in lines) for page in _PAGES}
    best = max(scores, key=lambda page: scores[page])
    garbled = scores[WINDOWS] < 0 and scores[best] >= max(1, scores[WINDOWS] + _ENOUGH)
    return best if garbled else WINDOWS


def _points(line: bytes, page: str) -> int:
    return points(_mended(line, page))


def _as_page(page: str, error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeDecodeError):
        raise error
    return error.object[error.start : error.end].decode(page, "replace"), error.end


for _page in _PAGES:
    codecs.register_error(f"as_{_page}", partial(_as_page, _page))


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
        read = sum(part.count("\ufffd") for part in iter(lambda: stream.read(_CUT), ""))
    meant = data.count(_LOST) if encoding.startswith("utf-8") else 0
    return read - meant
