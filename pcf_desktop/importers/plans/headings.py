"""Rows of a plan that are no action: the priority a group of actions serves, keys and notes."""

import re
from collections.abc import Sequence
from typing import TypeAlias

from pcf_desktop.importers.plans.columns import column_of, is_column_name
from pcf_desktop.importers.plans.headers import Header
from pcf_desktop.importers.plans.plan import Column
from pcf_desktop.importers.plans.rag import key_line
from pcf_desktop.importers.plans.refs import is_ref, split_ref
from pcf_desktop.importers.plans.table import PrintedTable

Heading: TypeAlias = tuple[Column, str]

CONTEXT = (Column.PRIORITY, Column.WORKSTREAM, Column.OUTCOME)
"""What holds for all actions below it until the next one."""
LONGEST_LOOSE, LONGEST_GUESS = 300, 80

_NOTE = re.compile(
    r"^\W*(?:(?:b?rag(?:\skey)?|key)\s*(?::|$)|(?:notes?|n\.?b\.?|legend|source)\s*(?::|$)|"
    r"(?:last )?updated\b.*\d|version\b.*\d|page \d|produced by|end of (?:document|table)|"
    r"(?:grand )?totals?\s*(?::|$|actions\b))|^\s*\*",
    re.IGNORECASE,
)
_STARTS = (
    (
        Column.PRIORITY,
        (
            r"priority|areas? of (?:significant )?(?:weakness|concern)|(?:significant )?weakness|"
            r"areas? for (?:priority action|improvement)|theme|key (?:area|concern)|wsoa|finding|"
            r"improvement area"
        ),
    ),
    (Column.WORKSTREAM, r"work ?stream|strand|sub-?group|project"),
    (Column.OUTCOME, r"(?:\w+ )?outcomes?|objectives?|aims?|goals?"),
)
_STRICT = tuple(
    (
        column,
        re.compile(rf"^(?:{words})\b[\s:.\u2013-]*(?:\w{{1,3}}\b)?[\s:.\u2013-]", re.IGNORECASE),
    )
    for column, words in _STARTS
)


def is_note(text: str) -> bool:
    """Return whether a text is a line of a key, a footnote or the like."""
    return _NOTE.match(text) is not None or key_line(text) is not None


def named_heading(text: str) -> Heading | None:
    """Return what a line such as *Priority 2: Health* or *Workstream B - Data* is a heading of."""
    line = " ".join(text.split())
    for column, pattern in _STRICT:
        if pattern.match(f"{line} ") and not is_column_name(line):
            return column, line
    return None


def labelled(cells: Sequence[str]) -> Heading | None:
    """Return what two cells such as *Outcome* and its words say of the actions below."""
    if len(cells) != 2:  # noqa: PLR2004 - a label and its value
        return None
    column = column_of(cells[0].rstrip(" :"))
    return (column, cells[1]) if column in CONTEXT else None


def heading_at(table: PrintedTable, row: int, header: Header) -> Heading | None:
    """Return the heading in a row below the header, or None where it is none."""
    own = [
        (place, text)
        for place, text in enumerate(table.texts(row))
        if text and not table.continues(row, place)
    ]
    if len(own) == 1:
        return _alone(table, row, own[0], header)
    if len(own) == 2:  # noqa: PLR2004 - a number and a title
        return _numbered(table, row, own, header) or labelled([text for _, text in own])
    return None


def _alone(table: PrintedTable, row: int, cell: tuple[int, str], header: Header) -> Heading | None:
    place, text = cell
    column = header.columns.get(place)
    if is_note(text) or len(text) > LONGEST_LOOSE:
        return None
    if column in CONTEXT and not is_ref(text):
        return named_heading(text) or (column, text)
    covers = sum(table.origin(row, each) == (row, place) for each in range(table.width))
    if covers * 2 >= table.width or (place == header.first and column is Column.REF):
        named = named_heading(text)
        return named or (None if is_ref(text) else (Column.PRIORITY, text))
    return named_heading(text) if place <= header.first + 1 else None


def is_guessed(table: PrintedTable, row: int, header: Header) -> bool:
    """Return whether a row that holds only a few words of action is rather a heading.

    So it is where the refs or leads are empty in it and filled in the very next row, and the
    actions stand in the first column. It is a guess, and is said to be one.
    """
    own = [(place, text) for place, text in enumerate(table.texts(row)) if text]
    if len(own) != 1 or own[0][0] != header.first or row + 1 >= len(table.rows):
        return False
    place, text = own[0]
    below = [text for text in table.texts(row + 1) if text]
    short = len(text) <= LONGEST_GUESS and not text.endswith(".") and split_ref(text)[0] is None
    return header.columns[place] is Column.ACTION and short and len(below) > 2  # noqa: PLR2004


def _numbered(
    table: PrintedTable, row: int, own: Sequence[tuple[int, str]], header: Header
) -> Heading | None:
    """Return the heading of *2 | Health*, where the refs below it are 2.1 and 2.2."""
    (place, ref), (_, title) = own
    if header.columns.get(place) is not Column.REF or not ref.rstrip(".").isdigit():
        return None
    below = next(
        (text for line in range(row + 1, len(table.rows)) if (text := table.text(line, place))), ""
    )
    if below.startswith(f"{ref.rstrip('.')}."):
        return Column.PRIORITY, f"{ref} {title}"
    return None
