"""The heading of a plan's table: one row, or two where a group of columns has a name above."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from pcf_desktop.importers.periods.period import Precision
from pcf_desktop.importers.periods.reading import read_period
from pcf_desktop.importers.plans.columns import column_of, is_column_name, match_columns
from pcf_desktop.importers.plans.plan import PlanColumn
from pcf_desktop.importers.plans.refs import is_ref
from pcf_desktop.importers.plans.table import PrintedTable

LONGEST_SECOND, FEWEST_NAMED, MOST_ABOVE = 40, 2, 2

_RISK = re.compile(r"^(?:key )?risks?\b", re.IGNORECASE)
_OF_RISK = re.compile(
    r"^(?:likelihood|probability|severity|mitigat|inherent|residual|controls?\b)", re.IGNORECASE
)

_TIMED = frozenset({PlanColumn.RAG, PlanColumn.PROGRESS, PlanColumn.COMPLETE})
"""Columns that a plan prints once for each month or quarter, below one name."""
_COUNTED = re.compile(
    r"^(?:m(?:onth)?|w(?:ee)?k|q(?:uarter)?|period|p|y(?:ea)?r)\W?\d{1,2}$", re.IGNORECASE
)


@dataclass(frozen=True)
class Header:
    """Which column stands at which place; `texts` are the headings, `rows` how many it takes."""

    columns: Mapping[int, PlanColumn]
    texts: Mapping[int, str]
    rows: int = 1

    def places(self, column: PlanColumn) -> list[int]:
        """Return where a column stands, from left to right."""
        return [place for place, each in sorted(self.columns.items()) if each is column]

    @property
    def first(self) -> int:
        """Return the place of the leftmost column."""
        return min(self.columns)

    @property
    def unread(self) -> tuple[str, ...]:
        """Return the headings that no column is known for."""
        return tuple(text for place, text in self.texts.items() if place not in self.columns)


def header_at(table: PrintedTable, row: int, current: Header | None = None) -> Header | None:
    """Return the header that begins in a row, or None.

    Below a `current` header a row is one only if it repeats it, or hardly holds anything but
    names of columns: an action can be led by a *lead officer* and shown by a *progress report*.
    """
    texts = table.texts(row)
    if lists_risks(texts):
        return None
    if current and any(is_ref(texts[place]) for place in current.places(PlanColumn.REF)):
        return None
    single = match_columns(texts)
    double = _double(table, row)
    header = _under_groups(table, row, Header(single, _filled(texts))) if single else None
    if double and _says_more(double, header):
        header = double
    if header and current and not (_repeats(header, current) or _is_plain(header, texts)):
        return None
    return header


def _says_more(double: Header, single: Header | None) -> bool:
    """Return whether two rows name more than the first alone, as months do below one RAG."""
    if single is None:
        return True
    kinds, fewer = set(double.columns.values()), set(single.columns.values())
    return len(kinds) > len(fewer) or (kinds >= fewer and len(double.columns) > len(single.columns))


def _under_groups(table: PrintedTable, row: int, header: Header) -> Header:
    """Return a header with the months in it as columns of the group whose name stands above.

    So a plan prints *RAG* over Jan, Feb, Mar in the row before its headings, or over the years
    that stand between.
    """
    columns, texts = dict(header.columns), dict(header.texts)
    for above in range(row - 1, max(row - 1 - MOST_ABOVE, -1), -1):
        for place, over in _groups(table, above, header.texts).items():
            if place in columns:
                continue
            between = (table.text(each, place) for each in range(above + 1, row))
            columns[place] = column_of(over) or PlanColumn.RAG
            texts[place] = " ".join(filter(None, (over, *between, header.texts[place])))
    return Header(columns, texts, header.rows)


def _groups(table: PrintedTable, row: int, below: Mapping[int, str]) -> dict[int, str]:
    """Return by place the name above it of a group of columns that each bear a time.

    The name is merged over them, or stands over the first: then it holds for the times beside it.
    """
    found: dict[int, str] = {}
    group = ""
    for place in range(table.width):
        text = table.text(row, place).replace("\n", " ")
        is_time = _is_time(below.get(place, ""))
        if text:
            is_group = len(text) <= LONGEST_SECOND and column_of(text) in _TIMED
            group = text if is_group and (is_time or _is_wide(table, row, place)) else ""
        elif not is_time:
            group = ""
        if group and below.get(place):
            found[place] = group
    return found


def _is_wide(table: PrintedTable, row: int, place: int) -> bool:
    return any(
        each != place and table.origin(row, each) == table.origin(row, place)
        for each in (place - 1, place + 1)
    )


def _is_time(text: str) -> bool:
    return bool(text) and (
        read_period(text).precision is not Precision.UNKNOWN or _COUNTED.match(text) is not None
    )


def lists_risks(texts: Sequence[str]) -> bool:
    """Return whether headings are of a table of risks, whose mitigations are no actions."""
    return any(map(_RISK.match, texts)) and any(map(_OF_RISK.match, texts))


def _repeats(header: Header, current: Header) -> bool:
    same = [text for place, text in current.texts.items() if header.texts.get(place) == text]
    return len(same) * 2 > len(current.texts)


def _is_plain(header: Header, texts: list[str]) -> bool:
    """Return whether most cells of a header's first row are names of columns and no more."""
    filled = [text for text in texts if text]
    named = sum(map(is_column_name, filled))
    return named >= FEWEST_NAMED and named * 3 >= len(filled) * 2 and len(header.columns) > 1


def _filled(texts: list[str]) -> dict[int, str]:
    return {place: text.replace("\n", " ") for place, text in enumerate(texts) if text}


def _double(table: PrintedTable, row: int) -> Header | None:
    below = _second_row(table, row)
    if not below:
        return None
    texts: dict[int, str] = {}
    columns: dict[int, PlanColumn] = {}
    groups = _groups(table, row, below)
    for place in range(table.width):
        over, under = table.text(row, place) or groups.get(place, ""), below.get(place, "")
        if text := " ".join(part for part in (over, under) if part):
            texts[place] = text.replace("\n", " ")
            column = column_of(under) if under else None
            column = column or column_of(texts[place]) or column_of(over)
            if column:
                columns[place] = column
    known = match_columns([column.value for column in columns.values()])
    return Header(columns, texts, rows=2) if known and set(below) <= set(columns) else None


def _second_row(table: PrintedTable, row: int) -> dict[int, str]:
    """Return the cells of the next row if they can be headings under groups; else nothing."""
    if row + 1 >= len(table.rows):
        return {}
    below = {
        place: text
        for place, text in enumerate(table.texts(row + 1))
        if text and not table.continues(row + 1, place)
    }
    over = {place: text for place, text in enumerate(table.texts(row)) if text}
    alone = [text for place, text in over.items() if place not in below]
    short = all(len(text) <= LONGEST_SECOND and not is_ref(text) for text in below.values())
    # A row that is a whole header of its own may have something else above it.
    whole = not alone and bool(match_columns(list(below.values())))
    # Under a group there is a cell with none of its own above it.
    grouped = any(place not in over for place in below)
    fits = grouped and len(over) >= FEWEST_NAMED and all(column_of(text) for text in alone)
    return below if short and fits and not whole else {}
