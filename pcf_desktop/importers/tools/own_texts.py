"""Columns of *Other, please specify* beside the question that they belong to.

They name it (*Question - Other (please specify)*, *Other - Write In:Question*), or come right after
it and ask for nothing else (*Other*, *1.a. If you selected Other, please specify*).
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from pcf_desktop.importers.columns.options import tidy
from pcf_desktop.importers.files.cells import Cell, as_text, is_blank
from pcf_desktop.importers.tools.stacked import is_other
from pcf_desktop.importers.tools.tool import ColumnHeading, ColumnRole

_NUMBER = re.compile(r"^(?:q(?:uestion)?\s*)?\d+(?:\.?[a-z])?[.:)]+\s*", re.IGNORECASE)
_CHOSEN = re.compile(
    r"if (?:you )?(?:selected|chose|ticked|answered|said|put|have selected)\W+other\b.*",
    re.IGNORECASE,
)
_BEHIND = re.compile(
    r"(?P<question>.*\S)\s+[-\u2013|/]\s+(?P<label>[^-\u2013]*other\b.*)", re.IGNORECASE
)
_IN_BRACKETS = re.compile(r"(?P<question>.*\S)\s*\[(?P<label>other\b[^\]]*)\]", re.IGNORECASE)
_BEFORE = re.compile(r"(?P<label>other\b[^:?]*):+\s*(?P<question>.*\S)", re.IGNORECASE | re.DOTALL)
_FEW = 2
"""Different answers of a question that is no choice: what is beside it is a question too."""


def with_own_texts(
    headings: Sequence[ColumnHeading], body: Sequence[Sequence[Cell]]
) -> tuple[ColumnHeading, ...]:
    """Return the headings with such columns joined to their question."""
    result = list(headings)
    for place, heading in enumerate(headings):
        if heading.role is not ColumnRole.QUESTION or heading.other:
            continue
        beside = _question_of(place, heading, result)
        if beside is None:
            continue
        asked = result[beside]
        number = beside if asked.group is None else asked.group
        if asked.option is not None and _repeats(place, body):
            label = tidy(next(iter(_words(place, body)), "Other"))
            result[place] = ColumnHeading(asked.text, option=label, group=number)
        elif not _repeats(place, body) and (asked.option is not None or _is_choice(beside, body)):
            result[beside] = replace(asked, group=number)
            result[place] = ColumnHeading(asked.text, row=asked.row, other=True, group=number)
    return tuple(result)


def _question_of(
    place: int, heading: ColumnHeading, headings: Sequence[ColumnHeading]
) -> int | None:
    """Return the place of the question that a column is the *Other* of, if it is one."""
    if heading.group is not None:
        return None
    found = _named(heading)
    if found is not None:
        named = [
            at
            for at, each in enumerate(headings[:place])
            if tidy(each.text) == tidy(found)
            and each.role is ColumnRole.QUESTION
            and not each.other
        ]
        return named[-1] if named else None
    words = _NUMBER.sub("", heading.text)
    announced = heading.row is None and (is_other(words) or _CHOSEN.fullmatch(words) is not None)
    if not announced or place == 0:
        return None
    before = headings[place - 1]
    single = before.row is None and before.role is ColumnRole.QUESTION and not before.other
    return place - 1 if single else None


def _named(heading: ColumnHeading) -> str | None:
    """Return the question that a heading names before or behind *Other*."""
    if heading.row is not None:
        return None
    for shape in (_BEHIND, _IN_BRACKETS, _BEFORE):
        found = shape.fullmatch(heading.text)
        if found is not None and _announces(found["label"]):
            return found["question"]
    return None


def _announces(label: str) -> bool:
    return (
        is_other(label)
        or re.fullmatch(r"other\W+(?:write.?in|text).*", label, re.IGNORECASE) is not None
    )


def _words(place: int, body: Sequence[Sequence[Cell]]) -> dict[str, None]:
    return dict.fromkeys(as_text(row[place]) for row in body if not is_blank(row[place]))


def _repeats(place: int, body: Sequence[Sequence[Cell]]) -> bool:
    """Return whether a column holds its label alone, as a box does."""
    words = _words(place, body)
    return len(words) == 1 and _announces(tidy(next(iter(words))))


def _is_choice(place: int, body: Sequence[Sequence[Cell]]) -> bool:
    """Return whether a question's answers come again, as chosen ones do."""
    cells = [as_text(row[place]) for row in body if not is_blank(row[place])]
    return len(cells) < _FEW or _FEW * len(set(cells)) <= len(cells) + 1
