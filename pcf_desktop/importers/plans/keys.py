"""A plan's own key: what it says its colours mean, in a line or in a few rows of a table."""

import re
from typing import TypeAlias

from pcf_desktop.importers.plans.rag import COLOUR_WORDS, colour_name
from pcf_desktop.importers.plans.table import PrintedTable

KeyLine: TypeAlias = tuple[str, str]

MOST_CELLS = 3
"""Colour, name and meaning."""

_COLOURS = "|".join(COLOUR_WORDS)
_IS = r"(?:\s*\([A-Za-z]\))?\s*(?:[-:=\u2013\u2014]|\bmeans\b|\bis\b)\s*"
_NEXT = re.compile(rf"\s*[;,|/]\s*(?=(?:{_COLOURS}){_IS})", re.IGNORECASE)
_LINE = re.compile(
    rf"^\W*(?:[\w ]{{0,20}}\bkey\b[\w ]{{0,12}}\W+)?({_COLOURS}){_IS}(\S.{{2,120}})$", re.IGNORECASE
)
_TITLE = re.compile(
    r"^\W*(?:[\w ]{0,25}\b)?(?:key|legend)\b(?: to [\w ]{0,20})?\W*$|"
    r"^\W*b?rag\b.{0,25}\b(?:meanings?|definitions?|descriptions?|explanation)\W*$",
    re.IGNORECASE,
)


def key_lines(text: str) -> list[KeyLine]:
    """Return colour and meaning of each part of a line such as *Key: Blue - done; Red - late*."""
    parts = (_LINE.match(part.strip()) for part in _NEXT.split(text))
    return [(COLOUR_WORDS[part[1].casefold()], part[2].strip()) for part in parts if part]


def begins_key(text: str) -> bool:
    """Return whether a line such as *RAG key:* or *RAG, Definition* says that a key follows."""
    return _TITLE.match(text) is not None


def key_row(table: PrintedTable, row: int) -> KeyLine | None:
    """Return colour and meaning of a row below the title of a key.

    The colour is named in the first cell, or is the fill of that or of the one before it.
    """
    cells = [(place, text) for place, text in enumerate(table.texts(row)) if text]
    if not 0 < len(cells) <= MOST_CELLS:
        return None
    place, first = cells[0]
    meaning = cells[-1][1]
    named = COLOUR_WORDS.get(first.casefold().strip(" .:"))
    if named:
        return (named, meaning) if len(cells) > 1 else None
    fills = (colour_name(table.fill(row, at)) for at in range(place, max(place - 2, -1), -1))
    painted = next((colour for colour in fills if colour), None)
    return (painted, meaning) if painted else None
