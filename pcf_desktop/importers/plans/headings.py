"""Rows of a plan that are no action: the priority a group of actions serves, keys and notes."""

import re
from collections.abc import Sequence
from typing import TypeAlias

from pcf_desktop.importers.plans.columns import column_of, is_column_name
from pcf_desktop.importers.plans.headers import Header
from pcf_desktop.importers.plans.keys import key_lines
from pcf_desktop.importers.plans.plan import PlanColumn
from pcf_desktop.importers.plans.refs import is_ref, split_ref
from pcf_desktop.importers.plans.table import PrintedTable

Heading: TypeAlias = tuple[PlanColumn, str]

CONTEXT = (PlanColumn.PRIORITY, PlanColumn.WORKSTREAM, PlanColumn.OUTCOME)
"""What holds for all actions below it until the next one."""
LONGEST_LOOSE, LONGEST_GUESS = 300, 80

_NOTE = re.compile(
    r"^\W*(?:(?:b?rag(?:\skey)?|key)\s*(?::|$)|(?:notes?|n\.?b\.?|legend|source)\s*(?::|$)|"
    r"(?:last )?updated\b.*\d|version\b.*\d|page \d|produced by|end of (?:document|table)|"
    r"signed\b|signature\b|sign-?off\b|approved by\b|"
    r"(?:grand )?totals?\s*(?::|$|actions\b))|^\s*\*",
    re.IGNORECASE,
)
_STARTS = (
    (
        PlanColumn.PRIORITY,
        (
            r"priority(?: (?:action|area|theme|improvement))*|(?:significant )?weakness|theme|"
            r"key (?:area|concern)s?|wsoa(?: \w+)?|finding|improvement area|area|"
            r"areas? (?:of|for) (?:\w+ )?(?:weakness|concern|action|improvement|progress|"
            r"development|focus)"
        ),
    ),
    (PlanColumn.WORKSTREAM, r"work ?stream|strand|sub-?group|project"),
    (PlanColumn.OUTCOME, r"(?:\w+ )?outcomes?|objectives?|aims?|goals?"),
)
_NUMBER = (
    r"\(?(?:\d{1,2}(?:\.\d{1,2})*[a-z]?|(?-i:[A-H]|[IVX]{1,4})|"
    r"one|two|three|four|five|six|seven|eight|nine|ten)\)?(?=[\s:.,\u2013\u2014-]|$)"
)
_STRICT = tuple(
    (
        column,
        re.compile(
            rf"^(?:{words})(?:(?: (?:no\.?|number))?\W{{0,3}}(?P<number>{_NUMBER})"
            r"[\s:.\u2013\u2014-]*|\s*:\s*|\s+[\u2013\u2014-]\s+)",
            re.IGNORECASE,
        ),
    )
    for column, words in _STARTS
)
"""A label with its number, a colon or a dash; *Priority action plan 2023* is a title."""


def is_note(text: str) -> bool:
    """Return whether a text is a line of a key, a footnote or the like."""
    return _NOTE.match(text) is not None or any(map(key_lines, text.splitlines()))


def is_signature(cells: Sequence[str]) -> bool:
    """Return whether two cells are a label and what was put there, as *Agreed by:* and a name."""
    is_pair = len(cells) == 2  # noqa: PLR2004 - a label and its value
    return is_pair and cells[0].endswith(":") and not is_ref(cells[0])


def named_heading(text: str) -> Heading | None:
    """Return what a line such as *Priority 2: Health* or *Workstream B - Data* is a heading of.

    A label without a number is left out: *Outcome: Shorter waits* says *Shorter waits*.
    """
    line = " ".join(text.split())
    label, _, words = (part.strip() for part in line.partition(":"))
    found = [(column, match) for column, each in _STRICT if (match := each.match(line))]
    if words and is_column_name(label) and not any(match["number"] for _, match in found):
        return labelled([label, words])
    return (found[0][0], line) if found and not is_column_name(line) else None


def is_bare(text: str) -> bool:
    """Return whether a heading is a label and number alone, so that its words stand below."""
    line = " ".join(text.split())
    return any(
        (match := pattern.match(line)) is not None and match.end() == len(line)
        for _, pattern in _STRICT
    )


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
    if covers * 2 >= table.width or (place == header.first and column is PlanColumn.REF):
        named = named_heading(text)
        return named or (None if is_ref(text) else (PlanColumn.PRIORITY, text))
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
    return header.columns[place] is PlanColumn.ACTION and short and len(below) > 2  # noqa: PLR2004


def _numbered(
    table: PrintedTable, row: int, own: Sequence[tuple[int, str]], header: Header
) -> Heading | None:
    """Return the heading of *2 | Health*, where the refs below it are 2.1 and 2.2."""
    (place, ref), (_, title) = own
    if header.columns.get(place) is not PlanColumn.REF or not ref.rstrip(".").isdigit():
        return None
    below = next(
        (text for line in range(row + 1, len(table.rows)) if (text := table.text(line, place))), ""
    )
    if below.startswith(f"{ref.rstrip('.')}."):
        return PlanColumn.PRIORITY, f"{ref} {title}"
    return None
