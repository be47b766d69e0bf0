"""Columns that answer in the same words: rows of a grid share options, and few answers borrow.

A column of three answers says little by itself; beside its sisters it is one of them.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from pcf_desktop.importers.columns.closed import find_choices
from pcf_desktop.importers.columns.finding import Finding
from pcf_desktop.importers.columns.numbers import is_number
from pcf_desktop.importers.columns.options import OTHER, tidy
from pcf_desktop.importers.columns.scales import in_order, is_no_view
from pcf_desktop.importers.sheet import Kind

_LENDING = frozenset({Kind.SINGLE, Kind.SCALE, Kind.GRID})
_LEAST = 2
_LONGEST = 60


@dataclass(frozen=True)
class Sister:
    """One column with what it was found to be; `grid` names the question that it is a row of.

    `settled` says that a person or the tool's own file decided.
    """

    finding: Finding
    words: Mapping[str, int]
    grid: str | None = None
    settled: bool = False


def beside_each_other(sisters: Sequence[Sister]) -> list[Finding]:
    """Return what each column is, told from all of them together."""
    found = [each.finding for each in sisters]
    grids: defaultdict[str, list[int]] = defaultdict(list)
    for place, each in enumerate(sisters):
        if each.grid is not None and not each.settled:
            grids[each.grid].append(place)
    for grid, places in grids.items():
        for place, finding in _as_rows(grid, {place: sisters[place] for place in places}).items():
            found[place] = finding
    lent = _lent(found)
    return [
        finding if each.settled else _borrowed(finding, each.words, lent)
        for finding, each in zip(found, sisters, strict=True)
    ]


def _as_rows(text: str, rows: Mapping[int, Sister]) -> dict[int, Finding]:
    """Return the rows of one grid with the options of all; those of other words stay."""
    closed = [place for place, row in rows.items() if row.finding.kind is Kind.GRID]
    if len(closed) < _LEAST or any(rows[place].finding.separator for place in closed):
        return {}
    words = Counter[str]()
    for place in closed:
        words.update(rows[place].words)
    shared = _pooled(text, words, [rows[place].finding for place in closed])
    known = {tidy(option) for option in shared.options}
    fitting = [
        place
        for place, row in rows.items()
        if place in closed
        or (row.finding.kind in {Kind.TEXT, Kind.NUMBER} and set(map(tidy, row.words)) <= known)
    ]
    return dict.fromkeys(fitting, shared)


def _pooled(text: str, words: Mapping[str, int], findings: Sequence[Finding]) -> Finding:
    numbers = [word for word in words if is_number(word)]
    if numbers and all(is_number(word) or is_no_view(word) for word in words):
        rest = [word for word in words if word not in numbers]
        return Finding(Kind.GRID, (*sorted(numbers, key=float), *rest))
    found = find_choices(text, words, ())
    if found is None:
        options = dict.fromkeys(option for each in findings for option in each.options)
        given = tuple(option for option in options if option != OTHER)
        other = any(each.other for each in findings)
        ordered = in_order(given) or given
        found = Finding(Kind.GRID, (*ordered, OTHER) if other else ordered, other=other)
    return replace(found, kind=Kind.GRID)


def _lent(found: Iterable[Finding]) -> list[Finding]:
    """Return the choices that other columns may answer in."""
    return [
        each
        for each in dict.fromkeys(found)
        if each.kind in _LENDING and len(each.options) >= _LEAST and each.separator is None
    ]


def _borrowed(finding: Finding, words: Mapping[str, int], lent: Iterable[Finding]) -> Finding:
    """Return the choice of a sister that has all of a column's words among its options."""
    doubtful = finding.kind is Kind.TEXT or finding.separator is not None
    if not doubtful or not words or any(len(word) > _LONGEST for word in words):
        return finding
    said = {tidy(word) for word in words}
    for each in lent:
        if said <= set(each.options):
            kind = Kind.SINGLE if each.kind is Kind.GRID else each.kind
            return replace(each, kind=kind, other=False, warning=None)
    return finding
