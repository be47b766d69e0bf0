"""Text that was read in a wrong encoding and saved so: *Itâ€™s* is *It’s* again.

A program took UTF-8 for Windows or Macintosh text. The bytes are told from the letters they were
shown as, and read once more: only where what stands there is garbled by the looks of it (see
`plausible`) and what comes of it stands well. *»SÅ«* ends in two signs that might be one letter.
"""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from typing import Final

from pcf_desktop.importers.files.plausible import points

_TIMES: Final = 3
"""Some text went round more than once."""
_LOST: Final = ("â€\ufffd", "â€\x9d")
"""The one sign in use whose last byte Windows has no letter for: the quotation mark that closes."""
_GARBLED_BELOW: Final = {"mac_roman": 2, "cp1252": 0}
"""Points; Macintosh text ends in letters, which stand well beside one another."""
_UNLIKELY: Final = re.compile(
    "[\ufffd\u0700-\u08ff\u1200-\u1dff\u3400-\u4dbf\ua000-\uabff\ue000-\uf8ff]"
)
"""Scripts too rare here to be believed."""
_NEVER_WRITTEN: Final = frozenset({"Cc", "Cn", "Co"})

_BEGINNINGS: Final = {
    "mac_roman": ((0xC2, 0xC5), (0xE0, 0xE2), (0xF0, 0xF0)),
    "cp1252": ((0xC2, 0xDF), (0xE0, 0xEF), (0xF0, 0xF4)),
}
"""The first bytes of letters of two, three and four; of Macintosh text only the odd ones."""


def _letters_of(encoding: str) -> dict[str, int]:
    """Return each letter from 0x80 on with its byte.

    What Windows has no letter for is shown as the control character, as Latin-1 shows all of them.
    """
    letters = {chr(byte): byte for byte in range(0x80, 0x100)} if encoding == "cp1252" else {}
    for byte in range(0x80, 0x100):
        letters[bytes([byte]).decode(encoding, "ignore") or chr(byte)] = byte
    return letters


def _pattern(encoding: str, letters: Mapping[str, int]) -> str:
    def one_of(first: int, last: int) -> str:
        return "".join(re.escape(each) for each, byte in letters.items() if first <= byte <= last)

    more = f"[{one_of(0x80, 0xBF)}]"
    return "|".join(
        f"[{one_of(*span)}]{more * count}" for count, span in enumerate(_BEGINNINGS[encoding], 1)
    )


_BYTES: Final = {encoding: _letters_of(encoding) for encoding in _BEGINNINGS}
_PATTERNS: Final = {encoding: _pattern(encoding, each) for encoding, each in _BYTES.items()}
_GARBLED: Final = {encoding: re.compile(f"(?:{each})+") for encoding, each in _PATTERNS.items()}
MAY_BE_GARBLED: Final = "|".join((*_PATTERNS.values(), _LOST[0]))
"""A pattern; what has none of it is as it was written."""


def mended(text: str) -> str:
    """Return a text with what was garbled as it was written; nearly always the text itself."""
    for _ in range(_TIMES):
        better = text.replace(*_LOST)
        for encoding, garbled in _GARBLED.items():
            better = "".join(_parts(better, encoding, garbled))
        if better == text.replace(*_LOST):
            return text
        text = better
    return text


def _parts(text: str, encoding: str, garbled: re.Pattern[str]) -> Iterator[str]:
    at = 0
    for found in garbled.finditer(text):
        yield text[at : found.start()]
        yield _meant(found, encoding) or found[0]
        at = found.end()
    yield text[at:]


def _meant(found: re.Match[str], encoding: str) -> str | None:
    """Return what some letters were written as, None where they may stand for themselves."""
    try:
        meant = bytes(map(_BYTES[encoding].__getitem__, found[0])).decode("utf-8")
    except UnicodeDecodeError:
        return None
    start, end = found.span()
    before, behind = found.string[max(0, start - 1) : start], found.string[end : end + 1]
    # Where it went round twice, this is not yet what was written.
    meant = mended(f"{before}{meant}{behind}").removeprefix(before).removesuffix(behind)
    if _UNLIKELY.search(meant) or any(
        unicodedata.category(each) in _NEVER_WRITTEN for each in meant
    ):
        return None
    now = points(found.string, start, end)
    then = points(f"{before}{meant}{behind}", len(before), len(before) + len(meant))
    stands_well = then > max(now, 0) or meant.isspace()
    return meant if now < _GARBLED_BELOW[encoding] and stands_well else None
