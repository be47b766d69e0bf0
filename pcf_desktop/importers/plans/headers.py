"""The heading of a plan's table: one row, or two where a group of columns has a name above."""

from collections.abc import Mapping
from dataclasses import dataclass

from pcf_desktop.importers.plans.columns import column_of, match_columns
from pcf_desktop.importers.plans.plan import Column
from pcf_desktop.importers.plans.refs import is_ref
from pcf_desktop.importers.plans.table import PrintedTable

LONGEST_SECOND, FEWEST_NAMED = 40, 2


@dataclass(frozen=True)
class Header:
    """Which column stands at which place; `texts` are the headings, `rows` how many it takes."""

    columns: Mapping[int, Column]
    texts: Mapping[int, str]
    rows: int = 1

    def places(self, column: Column) -> list[int]:
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


def header_at(table: PrintedTable, row: int) -> Header | None:
    """Return the header that begins in a row, or None."""
    texts = table.texts(row)
    single = match_columns(texts)
    double = _double(table, row)
    if double and len(set(double.columns.values())) > len(set(single.values())):
        return double
    return Header(single, _filled(texts)) if single else None


def _filled(texts: list[str]) -> dict[int, str]:
    return {place: text.replace("\n", " ") for place, text in enumerate(texts) if text}


def _double(table: PrintedTable, row: int) -> Header | None:
    if row + 1 >= len(table.rows) or sum(map(bool, table.texts(row))) < FEWEST_NAMED:
        return None
    below = {
        place: text
        for place, text in enumerate(table.texts(row + 1))
        if text and not table.continues(row + 1, place)
    }
    if not below or any(len(text) > LONGEST_SECOND or is_ref(text) for text in below.values()):
        return None
    texts: dict[int, str] = {}
    columns: dict[int, Column] = {}
    for place in range(table.width):
        over, under = table.text(row, place), below.get(place, "")
        if text := " ".join(part for part in (over, under) if part):
            texts[place] = text.replace("\n", " ")
            column = column_of(under) if under else None
            column = column or column_of(texts[place]) or column_of(over)
            if column:
                columns[place] = column
    known = match_columns([column.value for column in columns.values()])
    if not known or not set(below) <= set(columns):
        return None
    return Header(columns, texts, rows=2)
