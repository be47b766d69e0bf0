"""Characters that no document can hold, taken out on the way in and counted.

A text pasted from Word brings its soft line break (U+000B); PDF and old databases bring others
that make every XML-based export fail later. Letters that a wrong encoding garbled are put right
(see `mending`). Nothing else of a family's words is touched.
"""

import re
from collections.abc import Iterable

from pcf_desktop.importers.files.mending import MAY_BE_GARBLED, mended

_LINE_BREAKS = re.compile("\r\n?|[\x0b\x0c\x85\u2028\u2029]")
_EXCEL_ESCAPES = re.compile(r"_x000[Dd]_(\r?\n)?")
_UNPRINTABLE = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]"
)
_ANY = re.compile(f"(?:{_LINE_BREAKS.pattern}|{_EXCEL_ESCAPES.pattern}|{_UNPRINTABLE.pattern})")
_MAY_BE_GARBLED = re.compile(MAY_BE_GARBLED)
_SUSPECT = re.compile(f"(?:{_ANY.pattern}|{MAY_BE_GARBLED}|\ufeff)")
_SUSPECT_BYTES = bytes([*range(0x09), *range(0x0B, 0x20), 0x7F])


def needs_cleaning(texts: Iterable[str]) -> bool:
    """Return whether any of many texts has something to clean; quick where none has."""
    joined = "\n".join(texts)
    if joined.isascii():
        data = joined.encode("ascii")
        return len(data.translate(None, _SUSPECT_BYTES)) != len(data) or "_x000" in joined
    return _SUSPECT.search(joined) is not None


def clean(text: str) -> tuple[str, int]:
    """Return the text with every line break a newline and what cannot be printed as a space.

    The number counts the unprintable characters; line breaks are not among them.
    """
    if _ANY.search(text) is None:
        return text, 0
    text = _EXCEL_ESCAPES.sub("\n", text)
    return _UNPRINTABLE.subn(" ", _LINE_BREAKS.sub("\n", text))


def ungarbled(text: str) -> str:
    """Return the text without a mark of byte order before it, and what was garbled put right."""
    right = mended(text) if _MAY_BE_GARBLED.search(text) else text
    return right.removeprefix("ï»¿").lstrip("\ufeff")


def ungarbled_words(count: int) -> str:
    """Return the sentence about texts whose letters were put right."""
    what = "text was" if count == 1 else "texts were"
    return (
        f"{count:,} {what} garbled, as It’s becomes Itâ€™s in a file saved in a wrong encoding. "
        "The letters were put right: please look at one that you know."
    )
