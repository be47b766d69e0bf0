"""Somebody who holds every printed figure at once, and works out what was left out.

A hidden count is an unknown whole number. Each printed figure is a statement about some of them: a
total says what they come to, a percentage between what bounds. For an unknown the attacker finds
the least and the most that all statements together leave open, by linear programming (HiGHS). That
covers plain algebra too: where a count follows from others, least and most are the same.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import ceil, floor, inf

from highspy import Highs, HighsModelStatus, ObjSense

_NEAR = 1e-6
"""The solver counts in fractions; what is this near to a whole number is meant to be it."""


_CONTRADICTION = "Two printed figures contradict each other"


@dataclass(frozen=True, slots=True)
class Statement:
    """That some unknowns, each taken so many times, come to between `least` and `most`."""

    terms: Mapping[str, int]
    least: float
    most: float


@dataclass(frozen=True, slots=True)
class Range:
    """Between what an unknown lies, as far as anybody can tell; endless where nothing bounds it."""

    least: float
    most: float

    @property
    def width(self) -> float:
        """Return how far the ends are apart: 0 where the unknown is found out."""
        return self.most - self.least


def exactly(terms: Mapping[str, int], value: int) -> Statement:
    """Return the statement of a printed number."""
    return Statement(terms, value, value)


def ranges(
    statements: Sequence[Statement], wanted: Iterable[str], signed: Collection[str] = ()
) -> dict[str, Range]:
    """Return what can be told of each wanted unknown.

    Unknowns are whole numbers from nought on, but for those `signed`, which may fall below.

    Raises:
        ValueError: two statements contradict each other, so that one was not made of true counts.
    """
    found: dict[str, Range] = {}
    parts = _parts(statements)
    for name in dict.fromkeys(wanted):
        if name not in parts:
            found[name] = Range(-inf if name in signed else 0, inf)
        elif name not in found:
            part = parts[name]
            asked = [each for each in part.names if each in set(wanted)]
            found.update(_Solver(part, signed).ranges(asked))
    return found


@dataclass(slots=True)
class _Part:
    """Unknowns that hang together, and all that is stated of them."""

    names: list[str]
    statements: list[Statement]


def _parts(statements: Sequence[Statement]) -> dict[str, _Part]:
    """Return for each unknown all that bears on it, through however many statements."""
    about: dict[str, list[int]] = defaultdict(list)
    for place, each in enumerate(statements):
        for name in each.terms:
            about[name].append(place)
    found: dict[str, _Part] = {}
    for name in about:
        if name not in found:
            part = _reached(name, about, statements)
            found.update(dict.fromkeys(part.names, part))
    return found


def _reached(
    start: str, about: Mapping[str, Sequence[int]], statements: Sequence[Statement]
) -> _Part:
    names, places, left = {start: None}, dict[int, None](), [start]
    while left:
        for place in about[left.pop()]:
            if place not in places:
                places[place] = None
                new = [name for name in statements[place].terms if name not in names]
                names.update(dict.fromkeys(new))
                left += new
    return _Part(list(names), [statements[place] for place in sorted(places)])


class _Silent(Highs):
    """The solver without its greeting, which its own beginning prints before it can be told not to.

    Commands answer in JSON on the same standard output.
    """

    def __init__(self) -> None:
        super(Highs, self).__init__()
        self.setOptionValue("output_flag", False)  # noqa: FBT003  # its own interface


class _Solver:
    """One part as a linear programme, asked for the least and the most of an unknown at a time."""

    def __init__(self, part: _Part, signed: Collection[str]) -> None:
        self._column = {name: place for place, name in enumerate(part.names)}
        self._highs = _Silent()
        for name in part.names:
            self._highs.addVar(-inf if name in signed else 0, inf)
        for each in part.statements:
            columns = [self._column[name] for name in each.terms]
            self._highs.addRow(
                each.least, each.most, len(columns), columns, list(each.terms.values())
            )

    def ranges(self, names: Sequence[str]) -> Iterator[tuple[str, Range]]:
        """Yield what can be told of each, in fractions first and whole where that leaves little."""
        for name in names:
            column = self._column[name]
            least = self._end(column, ObjSense.kMinimize)
            most = self._end(column, ObjSense.kMaximize)
            found = Range(ceil(least - _NEAR) if least > -inf else least, _floor(most))
            if found.width < 0:
                raise ValueError(_CONTRADICTION)
            yield name, found

    def _end(self, column: int, sense: ObjSense) -> float:
        highs = self._highs
        highs.changeColCost(column, 1)
        highs.changeObjectiveSense(sense)
        highs.run()
        status, value = highs.getModelStatus(), highs.getInfo().objective_function_value
        highs.changeColCost(column, 0)
        if status == HighsModelStatus.kInfeasible:
            raise ValueError(_CONTRADICTION)
        if status == HighsModelStatus.kOptimal:
            return value
        return -inf if sense == ObjSense.kMinimize else inf


def _floor(value: float) -> float:
    return floor(value + _NEAR) if value < inf else value
