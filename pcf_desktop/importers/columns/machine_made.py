"""What a machine wrote into a column: names of responses, tokens, a count of the rows.

Nobody wrote these words, so they are no comments; whether they name a response is said elsewhere.
"""

import re
from enum import StrEnum
from itertools import pairwise

from pcf_desktop.importers.columns.column import SurveyColumn
from pcf_desktop.importers.columns.identity_values import holds_identity
from pcf_desktop.importers.files.cells import as_text

_GUID = re.compile(
    r"(?:urn:)?(?:uuid:)?\{?[\da-f]{8}-?(?:[\da-f]{4}-?){3}[\da-f]{12}\}?|[\da-f]{20,64}",
    re.IGNORECASE,
)
_TOKEN = re.compile(r"[\w\-:.{}+=~#/]{8,80}", re.ASCII)
_RUNS = re.compile(r"[A-Za-z]+|\d+")
_NUMBERED = re.compile(r"(?P<before>[A-Za-z][A-Za-z\-_ #]{0,11})(?P<number>\d{1,12})")
_SAMPLE = 200
_LEAST = 5
"""Rows: in fewer, a few numbers that differ prove nothing."""
_RUNS_OF_A_TOKEN = 3
_LONG_TOKEN = 16
_MOST = 0.9
_MIXED = 0.6
_LONG_NUMBER = 6
_LONGEST_CELL = 80


class Machine(StrEnum):
    """What a machine wrote: an id of letters and figures, one of figures, or the row's place."""

    TOKEN = "token"  # noqa: S105  # a kind of column, and no password
    NUMBER = "number"
    COUNT = "count"


def machine_made(column: SurveyColumn) -> Machine | None:
    """Return what a machine wrote into a column, or None where people may have written it."""
    sample = [text.strip() for text in column.sample(_SAMPLE)]
    if not sample or holds_identity(sample):
        return None
    if _are_tokens(sample):
        return Machine.TOKEN
    if len(sample) < _LEAST or len(set(sample)) < len(sample):
        return None
    if _are_numbered(sample):
        return Machine.TOKEN if tells_apart(column) else None
    if not all(text.isdecimal() for text in sample) or not tells_apart(column):
        return None
    return _numbers([int(as_text(value)) for value in column.values], sample)


def tells_apart(column: SurveyColumn) -> bool:
    """Return whether every response has something here, in a few letters, and no two the same."""
    if any(len(text) > _LONGEST_CELL for text in column.sample(_SAMPLE)) or column.blanks():
        return False
    return len(set(column.values)) == len(column.values)


def _are_tokens(sample: list[str]) -> bool:
    """Return whether values are GUIDs, or letters and figures as no person mixes them."""
    if sum(_GUID.fullmatch(text) is not None for text in sample) >= _MOST * len(sample):
        return not all(map(str.isdecimal, sample))
    if len(sample) < _LEAST or len(set(sample)) < _MOST * len(sample):
        return False
    if sum(_TOKEN.fullmatch(text) is not None for text in sample) < len(sample):
        return False
    one_length = len(set(map(len, sample))) == 1 or min(map(len, sample)) >= _LONG_TOKEN
    runs = [_RUNS.findall(text) for text in sample]
    mixed = sum(len(each) >= _RUNS_OF_A_TOKEN and any(map(str.isdecimal, each)) for each in runs)
    return one_length and mixed >= _MIXED * len(sample) and not _are_moments(sample)


def _are_moments(sample: list[str]) -> bool:
    """Return whether values are times, as 2026-05-01T10:05:00Z, which have letters too."""
    return all(re.match(r"\d{4}-\d\d-\d\d[T_]\d\d", text) for text in sample)


def _are_numbered(sample: list[str]) -> bool:
    """Return whether values are one word and a number, as R00001; short ones in their order."""
    found = [each for text in sample if (each := _NUMBERED.fullmatch(text))]
    if len(found) < len(sample) or len({each["before"] for each in found}) > 1:
        return False
    if min(len(each["number"]) for each in found) > 1:
        return True
    steps = {int(second["number"]) > int(first["number"]) for first, second in pairwise(found)}
    return len(steps) == 1  # SY3, SY1, SY5 are places


def _numbers(numbers: list[int], sample: list[str]) -> Machine | None:
    """Return whether numbers that are all different were counted up, or are long ids."""
    steps = {second - first for first, second in pairwise(numbers)}
    if steps in ({1}, {-1}):
        return Machine.COUNT
    if all(step > 0 for step in steps) or all(step < 0 for step in steps):
        return Machine.NUMBER
    lengths = {len(text) for text in sample}
    is_long = min(lengths) >= _LONG_NUMBER and max(lengths) - min(lengths) <= 1
    return Machine.NUMBER if is_long else None
