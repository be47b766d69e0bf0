"""Boxes whose question is not in the file: columns side by side that only repeat their heading.

Their options stand for the question. The question's number may come first: *3. Python*, *3. R*.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from pcf_desktop.importers.columns.options import tidy
from pcf_desktop.importers.files.cells import Cell, as_text, is_blank
from pcf_desktop.importers.tools.tool import ColumnHeading, ColumnRole

_NUMBERED = re.compile(
    r"(?P<number>(?:q(?:uestion)?\s*)?\d+[.:)])\s+(?P<option>.*\S)", re.IGNORECASE
)
_LEAST = 2
_NAMED = 60


@dataclass(frozen=True)
class _Box:
    place: int
    number: str
    option: str


def with_own_boxes(
    headings: Sequence[ColumnHeading], body: Sequence[Sequence[Cell]]
) -> tuple[ColumnHeading, ...]:
    """Return the headings with such boxes as one question, and an *Other* behind them beside it.

    A column that nobody ticked is a box among others, and none where it begins or stands alone.
    """
    result = list(headings)
    run: list[_Box] = []
    for place, heading in enumerate([*headings, ColumnHeading("", ColumnRole.SYSTEM)]):
        box = _box(place, heading, body, among=bool(run))
        if box is not None and (not run or box.number == run[0].number):
            run.append(box)
            continue
        is_other = heading.text.lower() == "other" and heading.role is ColumnRole.QUESTION
        _join(result, run, place if is_other else None)
        run = [box] if box is not None else []
    return tuple(result)


def _box(
    place: int, heading: ColumnHeading, body: Sequence[Sequence[Cell]], *, among: bool
) -> _Box | None:
    alone = heading.row is None and heading.group is None and bool(heading.text)
    if heading.role is not ColumnRole.QUESTION or not alone:
        return None
    found = _NUMBERED.fullmatch(heading.text)
    number, option = (found["number"], found["option"]) if found else ("", heading.text)
    words = {_bare(as_text(row[place])) for row in body if not is_blank(row[place])}
    if words <= {_bare(option), _bare(heading.text)} and (words or among):
        return _Box(place, number, option)
    return None


def _join(result: list[ColumnHeading], run: Sequence[_Box], other: int | None) -> None:
    if len(run) < _LEAST:
        return
    number = f"{run[0].number} " if run[0].number else ""
    named = number + " / ".join(box.option for box in run)
    text = named if len(named) <= _NAMED else f"{named[:_NAMED].rstrip()}\u2026"
    for box in run:
        result[box.place] = ColumnHeading(text, option=box.option, group=run[0].place)
    if other is not None:
        result[other] = ColumnHeading(text, other=True, group=run[0].place)


def _bare(text: str) -> str:
    return tidy(text).rstrip(" .").lower()
