"""What a person must know of a plan that was read: what was left out, assumed or unclear."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from pcf_desktop.importers.plans.plan import PlanAction, RagSource
from pcf_desktop.importers.plans.rows import TableReading

MOST_NAMED = 5
"""How many rows or refs a warning names before it says *and others*."""
LONGEST_EXAMPLE = 40


def warnings(readings: Sequence[TableReading], actions: Sequence[PlanAction]) -> Iterator[str]:
    """Give sentences for the person, each with what to look at."""
    yield from _left_out([reading for reading in readings if not _holds_actions(reading)])
    for reading in filter(_holds_actions, readings):
        yield from _of_table(reading)
    counts = Counter(action.ref for action in actions if action.ref)
    twice = [ref for ref, times in counts.items() if times > 1]
    if twice:
        yield (
            f"Some refs stand at more than one action: {_some(twice)}. "
            "Excel shows 3.10 as 3.1, so check them against the printed plan."
        )
    without = sum(not action.words for action in actions)
    if without:
        yield f"{_count(without, 'action has', 'actions have')} no words in a column of actions."
    yield from _of_dates_and_colours(actions)


def _holds_actions(reading: TableReading) -> bool:
    return reading.header is not None and bool(reading.actions)


def _left_out(readings: Sequence[TableReading]) -> Iterator[str]:
    """Name the tables that hold no actions; one that gave the plan's key was read."""
    names = [
        f"“{reading.table.name}”"
        for reading in readings
        if any(any(row) for row in reading.table.rows) and not reading.around.rag_key
    ]
    if names:
        were = "was left out: it has" if len(names) == 1 else "were left out: they have"
        yield f"{_some(names)} {were} no heading row such as Action, Lead, By when."


def _of_table(reading: TableReading) -> Iterator[str]:
    name = f"“{reading.table.name}”"
    if reading.header and reading.header.unread:
        yield f"{name} has columns that were not read: {_some(reading.header.unread)}."
    if reading.unread_rows:
        yield f"{name} has words that belong to no action, in {_rows(reading.unread_rows)}."
    if reading.loose_rows:
        rows = _rows(dict.fromkeys(reading.loose_rows))
        yield f"{name} has words under no heading, in {rows}. They were not read."
    if reading.guessed_headings:
        held = "holds" if len(reading.guessed_headings) == 1 else "hold"
        rows = _rows(reading.guessed_headings)
        yield f"In {name} {rows} {held} a few words alone, taken as a heading."
    if reading.carried:
        cells = _count(reading.carried, "cell is", "cells are")
        yield f"In {name} {cells} empty; the priority or outcome of the row above was taken."
    if reading.damaged_refs:
        rows = _rows(reading.damaged_refs)
        yield f"In {name} Excel has turned refs into dates, in {rows}. They were left out."


def _of_dates_and_colours(actions: Sequence[PlanAction]) -> Iterator[str]:
    periods = [each for action in actions for each in (action.start, action.end) if each]
    for note, times in Counter(each.note for each in periods if each.note).items():
        example = next(each.text for each in periods if each.note == note)
        yield f"{_count(times, 'date', 'dates')} such as “{example[:LONGEST_EXAMPLE]}”: {note}"
    for note, times in Counter(action.rag.note for action in actions if action.rag).items():
        if note:
            yield f"{_count(times, 'colour', 'colours')} of actions: {note}"
    unclear = [action.rag.text for action in actions if action.rag and action.rag.key is None]
    if unclear:
        yield f"{_count(len(unclear), 'status', 'statuses')} could not be told as a colour."
    painted = sum(
        action.rag is not None and action.rag.source is RagSource.COLOUR for action in actions
    )
    if painted:
        yield f"{_count(painted, 'colour was', 'colours were')} told from the cell's fill alone."


def _count(number: int, one: str, many: str) -> str:
    return f"{number:,} {one if number == 1 else many}"


def _rows(numbers: Iterable[int]) -> str:
    listed = list(numbers)
    return f"{'row' if len(listed) == 1 else 'rows'} {_some(map(str, listed))}"


def _some(names: Iterable[str]) -> str:
    listed = list(names)
    more = " and others" if len(listed) > MOST_NAMED else ""
    return ", ".join(listed[:MOST_NAMED]) + more
