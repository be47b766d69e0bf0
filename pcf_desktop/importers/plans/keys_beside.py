"""A key of colours that stands beside the actions on a worksheet, right of them or above them."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from pcf_desktop.importers.plans.columns import match_columns
from pcf_desktop.importers.plans.keys import begins_key
from pcf_desktop.importers.plans.rag import COLOUR_WORDS, colour_name
from pcf_desktop.importers.plans.table import Place, PrintedTable

LAST_ROW = 60
"""Keys stand near the top; further down nobody would look for one."""


class _Entry(NamedTuple):
    colour: str
    meaning: str
    places: tuple[Place, ...]


def without_keys_beside(table: PrintedTable) -> tuple[PrintedTable, dict[str, str]]:
    """Return the table without such keys, and the meaning of each colour that they name.

    A key goes on down from a cell such as *RAG key* that has something left of it, or across
    the row to the right. It names each colour once: a column of statuses does not.
    """
    if not table.is_sheet:
        return table, {}
    taken: set[Place] = set()
    meanings: dict[str, str] = {}
    for row in range(min(len(table.rows), LAST_ROW)):
        for column in _titles(table, row):
            below, across = _down(table, row, column), _across(table, row, column)
            entries = next((each for each in (below, across) if _is_key(each)), [])
            for entry in entries:
                meanings.setdefault(entry.colour, entry.meaning)
                taken.update(entry.places)
            taken.update([(row, column)] if entries else [])
    return (_blanked(table, taken) if taken else table), meanings


def _titles(table: PrintedTable, row: int) -> list[int]:
    texts = table.texts(row)
    places = [place for place, text in enumerate(texts) if text and begins_key(text)]
    return [place for place in places if not table.continues(row, place)]


def _is_key(entries: Sequence[_Entry]) -> bool:
    return len(entries) > 1 and len({entry.colour for entry in entries}) == len(entries)


def _across(table: PrintedTable, row: int, title: int) -> list[_Entry]:
    texts = table.texts(row)
    if match_columns(texts):
        return []
    painted = [
        (column, colour_name(table.fill(row, column))) for column in range(title + 1, table.width)
    ]
    return [
        _Entry(colour, texts[column], ((row, column),))
        for column, colour in painted
        if colour and texts[column]
    ]


def _down(table: PrintedTable, row: int, title: int) -> list[_Entry]:
    return list(_entries_below(table, row, title)) if title else []


def _entries_below(table: PrintedTable, row: int, title: int) -> Iterator[_Entry]:
    for below in range(row + 1, len(table.rows)):
        name, meaning = (
            table.text(below, place) if place < table.width else "" for place in (title, title + 1)
        )
        colour = COLOUR_WORDS.get(name.casefold()) or colour_name(table.fill(below, title))
        if not colour or not (name or meaning):
            return
        yield _Entry(colour, meaning or name, ((below, title), (below, title + 1)))


def _blanked(table: PrintedTable, taken: set[Place]) -> PrintedTable:
    rows = [
        [None if (at, place) in taken else cell for place, cell in enumerate(row)]
        for at, row in enumerate(table.rows)
    ]
    return replace(table, rows=rows)
