r"""Text that every format can hold.

Words pasted from Word carry `\x0b` for a soft line break; surveys carry control characters, halves
of emoji and signs that turn the reading direction. XML, Excel and PDF each refuse some of them, so
they are mended before any format sees them, and what was replaced is counted for the person.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass, replace
from operator import is_
from typing import TYPE_CHECKING, TypeVar, cast

from pcf_desktop.exporters.document import Document

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

REPLACEMENT = "\N{REPLACEMENT CHARACTER}"

_UNPRINTABLE = re.compile(
    "["
    "\x00-\x08\x0e-\x1b\x1f\x7f-\x84\x86-\x9f"  # controls that are no line break
    "\u202a-\u202e\u2066-\u2069"  # turning the reading direction of what follows
    "\ud800-\udfff"  # half of a pair
    "\ufdd0-\ufdef\ufffe\uffff"  # never characters
    + "".join(f"{chr(end)}{chr(end + 1)}" for end in range(0x1FFFE, 0x110000, 0x10000))
    + "]"
)
_UNSEEN = (
    r"\s\x00-\x1f\x7f-\x9f\xad\u034f\u061c\u115f\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f"
    r"\u3164\ufe0f\ufeff"
)
_SIGNS = r"=+\-@\u2212\ufe62\ufe63\ufe66\ufe6b\uff1d\uff0b\uff0d\uff20"
_FORMULA = re.compile(rf"[\t\r\n']|[{_UNSEEN}]*[{_SIGNS}]")
_BREAKS = re.compile("\r\n|[\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")

_Value = TypeVar("_Value")


def clean(text: str) -> tuple[str, int]:
    """Return the text as every format can hold it, and how many characters were replaced.

    Line breaks of every kind become one kind, a tab becomes a space: neither is counted as lost.
    """
    if text.isprintable():  # quick, and true of most
        return text, 0
    broken = _BREAKS.sub("\n", text).replace("\t", " ")
    return _UNPRINTABLE.subn(REPLACEMENT, broken)


def is_like_a_formula(text: str) -> bool:
    """Say whether a spreadsheet program might take a text for a formula.

    What stands unseen before the sign does not count: some programs take it off, and then look.
    An apostrophe counts too, since one that we put there has to be told from it.
    """
    return _FORMULA.match(text) is not None


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
    """Return plain values (dataclasses, sequences, mappings) with each text in them changed.

    What has nothing to change is given back as it is, not copied.
    """
    made: object = value
    if isinstance(value, str):
        made = change(value)
    elif isinstance(value, tuple | list):
        items = [rewritten(item, change) for item in value]
        made = value if all(map(is_, items, value)) else type(value)(items)
    elif isinstance(value, Mapping):
        made = {change(key): rewritten(item, change) for key, item in value.items()}
    elif is_dataclass(value) and not isinstance(value, type):
        parts = _changed_parts(value, change)
        made = replace(value, **parts) if parts else value
    return cast("_Value", made)


def _changed_parts(value: "DataclassInstance", change: Callable[[str], str]) -> dict[str, object]:
    found: dict[str, object] = {}
    for part in fields(value):
        if part.init:
            old: object = getattr(value, part.name)
            new = rewritten(old, change)
            if new is not old:
                found[part.name] = new
    return found
