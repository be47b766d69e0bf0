r"""Text that every format can hold.

Words pasted from Word carry `\x0b` for a soft line break; surveys carry control characters, halves
of emoji and signs that turn the reading direction. XML, Excel and PDF each refuse some of them, so
they are mended before any format sees them, and what was replaced is counted for the person.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from typing import TypeVar, cast

from pcf_desktop.exporters.document import Document

REPLACEMENT = "\N{REPLACEMENT CHARACTER}"

_BREAKS = re.compile("\r\n|[\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
_UNPRINTABLE = re.compile(
    "["
    "\x00-\x08\x0e-\x1b\x1f\x7f-\x84\x86-\x9f"  # controls that are no line break
    "\u202a-\u202e\u2066-\u2069"  # turning the reading direction of what follows
    "\ud800-\udfff"  # half of a pair
    "\ufdd0-\ufdef\ufffe\uffff"  # never characters
    + "".join(
        f"{chr(plane + 0xFFFE)}{chr(plane + 0xFFFF)}" for plane in range(0x10000, 0x110000, 0x10000)
    )
    + "]"
)

_Value = TypeVar("_Value")


def clean(text: str) -> tuple[str, int]:
    """Return the text as every format can hold it, and how many characters were replaced.

    Line breaks of every kind become one kind, a tab becomes a space: neither is counted as lost.
    """
    broken = _BREAKS.sub("\n", text).replace("\t", " ")
    return _UNPRINTABLE.subn(REPLACEMENT, broken)


def cleaned(document: Document) -> tuple[Document, int]:
    """Return the document with every text cleaned, and how many characters were replaced."""
    replaced = 0

    def change(text: str) -> str:
        nonlocal replaced
        text, count = clean(text)
        replaced += count
        return text

    return rewritten(document, change), replaced


def rewritten(value: _Value, change: Callable[[str], str]) -> _Value:
    """Return a copy of plain values (dataclasses, sequences, mappings), each text in it changed."""
    made: object = value
    if isinstance(value, str):
        made = change(value)
    elif isinstance(value, tuple | list):
        made = type(value)(rewritten(item, change) for item in value)
    elif isinstance(value, Mapping):
        made = {change(key): rewritten(item, change) for key, item in value.items()}
    elif is_dataclass(value) and not isinstance(value, type):
        parts = {f.name: getattr(value, f.name) for f in fields(value) if f.init}
        made = type(value)(**{name: rewritten(part, change) for name, part in parts.items()})
    return cast("_Value", made)
