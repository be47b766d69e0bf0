"""Columns whose headings begin or end alike, as tools write boxes and rows of a grid.

`Question (Option)`, `Question [Option]`, `Question: Option`, `Question - Row`,
`Option:Question`, `question___1`: a shape counts only where several columns share the question.
"""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from pcf_desktop.importers.columns.options import tidy
from pcf_desktop.importers.files.cells import Cell, as_text, is_blank
from pcf_desktop.importers.tools.tool import ColumnHeading, ColumnRole

_SHAPES = (
    re.compile(r"(?P<text>.*\S)\s*\[(?P<row>[^\[\]]+)\]", re.DOTALL),
    re.compile(r"(?P<text>.*\S)\s*\((?P<row>[^()]+)\)", re.DOTALL),
    re.compile(r"(?P<text>.*\S)\s+[-\u2013]\s+(?P<row>.*\S)", re.DOTALL),
    re.compile(r"(?P<text>.*\?)\s*[:/|]\s*(?P<row>.*\S)", re.DOTALL),
    re.compile(r"(?P<row>[^:]*[^:\s]):(?P<text>[^:]*\?)", re.DOTALL),
    re.compile(r"(?P<text>\w+?)___(?P<row>\w+)"),
)
_ROWS_TOO = _SHAPES[0], _SHAPES[2]
"""Shapes that rows of a grid are written in too."""

_MARKS = frozenset(
    [
        *("1", "0", "true", "false", "checked", "unchecked", "selected", "not selected", "x"),
        *("✓", "✔", "☑"),
    ]
)
_NUMBER = re.compile(r"^(?:q(?:uestion)?\s*)?\d+[.:)]\s+", re.IGNORECASE)
_LEAST = 2
_WORDS_OF_A_QUESTION = 3
_TOLD_TWICE = "The boxes beside this column say the same."


@dataclass(frozen=True)
class _Begun:
    place: int
    row: str
    shape: re.Pattern[str]
    whole: str
    """The heading without the question's number."""


def alike_headings(
    headings: Sequence[ColumnHeading], body: Sequence[Sequence[Cell]]
) -> tuple[ColumnHeading, ...]:
    """Return the headings with the boxes of a question together, and grids as rows of one."""
    groups: defaultdict[str, list[_Begun]] = defaultdict(list)
    for place, heading in enumerate(headings):
        if heading.role is ColumnRole.QUESTION and heading.row is None and heading.group is None:
            for shape in _SHAPES:
                match = shape.fullmatch(heading.text)
                if match:
                    whole = _NUMBER.sub("", heading.text)
                    groups[match["text"]].append(_Begun(place, match["row"], shape, whole))
                    break
    result = list(headings)
    for question, begun in groups.items():
        if len(begun) >= _LEAST and len({each.shape for each in begun}) == 1:
            for place, heading in _group(question, begun, body).items():
                result[place] = heading
                _leave_out_list(result, question, heading)
    return tuple(result)


def _group(
    question: str, begun: Sequence[_Begun], body: Sequence[Sequence[Cell]]
) -> Mapping[int, ColumnHeading]:
    if all(_is_box(each, body) for each in begun):
        number = begun[0].place
        return {
            each.place: ColumnHeading(question, option=each.row, group=number) for each in begun
        }
    asks = "?" in question or len(question.split()) >= _WORDS_OF_A_QUESTION
    if begun[0].shape in _ROWS_TOO and asks:
        return {each.place: ColumnHeading(question, row=each.row) for each in begun}
    return {}


def _leave_out_list(result: list[ColumnHeading], question: str, heading: ColumnHeading) -> None:
    """Leave out a column that lists in one cell what the boxes tick."""
    if heading.option is None:
        return
    for place, each in enumerate(result):
        if each.text == question and each.group is None and each.role is ColumnRole.QUESTION:
            result[place] = ColumnHeading(each.text, ColumnRole.IGNORED, reason=_TOLD_TWICE)


def _is_box(begun: _Begun, body: Sequence[Sequence[Cell]]) -> bool:
    """Return whether a column only ever repeats its option, or a mark."""
    words = {
        tidy(as_text(row[begun.place])).lower() for row in body if not is_blank(row[begun.place])
    }
    return words <= _MARKS or words <= {tidy(begun.row).lower(), tidy(begun.whole).lower()}
