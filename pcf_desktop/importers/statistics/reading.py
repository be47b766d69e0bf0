"""One area's figures of one year out of a published file, with its marks kept as marks.

The file is read once from beginning to end; only the rows of the area are kept.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from pcf_desktop.errors import UserError
from pcf_desktop.importers.statistics.areas import Area, find_area, named
from pcf_desktop.importers.statistics.figure import MARKS, Figure, read_figure
from pcf_desktop.importers.statistics.rows import Rows, dimension_columns, open_rows
from pcf_desktop.importers.statistics.terms import terms_of
from pcf_desktop.importers.statistics.years import choose_year, year_label
from pcf_desktop.progress import Progress, silent

LOCAL, MOST_KEPT = "local authority", 200_000
"""An area has some thousands of rows for all years; more is no such file."""
_NUMBERED = frozenset({"age", "age_group", "ncyear", "nc_year", "year_group", "ncyearactual"})
"""Filters whose values are numbers all the same."""


@dataclass(frozen=True)
class StatisticRow:
    """One row of the area: what it is about, and its figures by indicator."""

    number: int
    filters: Mapping[str, str]
    figures: Mapping[str, Figure]


@dataclass(frozen=True)
class Statistics:
    """The figures of an area in a year.

    `filters` lists the values of each filter in the file's order, `terms` the reference list
    and key that a value means, where that is sure. `years` are all that the file has for it.
    """

    area: str
    year: str
    years: tuple[str, ...]
    rows: tuple[StatisticRow, ...]
    indicators: tuple[str, ...]
    filters: Mapping[str, tuple[str, ...]]
    terms: Mapping[str, Mapping[str, tuple[str, str]]]
    warnings: tuple[str, ...] = ()


@dataclass
class _Kept:
    years: set[str] = field(default_factory=set)
    rows: list[tuple[int, str, Sequence[str]]] = field(default_factory=list)
    others: set[str] = field(default_factory=set)


def read_statistics(
    path: Path, area: str, year: str | None = None, *, progress: Progress = silent
) -> Statistics:
    """Return the figures of a local area, or of England, in a year.

    `area` is a name or a code, `year` as 2023/24, 202324 or 2024; without one the latest.
    Raises `UserError` where the file is no such file, or has nothing on the area or the year.
    """
    wanted = None if area.strip().casefold() == "england" else find_area(area)
    with open_rows(path, progress) as opened:
        kept = _keep(opened, wanted)
        columns = opened.columns
    name = wanted.name if wanted else "England"
    if not kept.rows:
        raise _no_area(name, wanted, kept)
    chosen, note = choose_year(year, kept.years)
    if chosen is None:
        raise _no_year(name, wanted, kept)
    rows = [(number, row) for number, label, row in kept.rows if label == chosen]
    return _statistics(name, chosen, sorted(kept.years), rows, (columns, note, wanted))


def _keep(opened: Rows, wanted: Area | None) -> _Kept:
    kept = _Kept()
    period, level = opened.place("time_period"), opened.place("geographic_level")
    places = tuple(opened.place(name) for name in ("new_la_code", "old_la_code", "la_name"))
    want_level = LOCAL if wanted else "national"
    for number, row in opened.rows:
        if _at(row, level).casefold() != want_level:
            continue
        if wanted and not _is_area([_at(row, place) for place in places], wanted):
            kept.others.add(_at(row, places[2]))
            continue
        label = year_label(_at(row, period))
        kept.years.add(label)
        kept.rows.append((number, label, row))
        if len(kept.rows) > MOST_KEPT:
            raise UserError(
                "This file has far more rows for one area than such files have.",
                "Nothing was read from it and nothing has changed.",
                "Download a data set with one row for each area, year and kind of pupil.",
            )
    return kept


def _at(row: Sequence[str], place: int | None) -> str:
    return row[place].strip() if place is not None and place < len(row) else ""


def _is_area(said: Sequence[str], area: Area) -> bool:
    """Compare codes where the row has one, since areas that ended share names with new ones."""
    code, old_code, name = said
    if code.upper() in MARKS or code.casefold() in MARKS:
        code = ""
    if code:
        return code.upper() in area.codes
    if old_code.isdigit():
        return old_code == area.old_code
    try:
        return find_area(name).key == area.key
    except UserError:
        return False


def _statistics(
    name: str,
    year: str,
    years: Sequence[str],
    rows: Sequence[tuple[int, Sequence[str]]],
    source: tuple[Sequence[str], str, Area | None],
) -> Statistics:
    columns, note, area = source
    shape = dimension_columns(columns)
    numbers = [
        place
        for place, column in shape.items()
        if column not in _NUMBERED and all(_is_figure(row, place) for _, row in rows)
    ]
    texts = [place for place in shape if place not in numbers]
    found = tuple(
        StatisticRow(
            number,
            {shape[place]: _at(row, place) for place in texts},
            {shape[place]: _figure(row, place) for place in numbers},
        )
        for number, row in rows
    )
    filters = {
        shape[place]: tuple(dict.fromkeys(_at(row, place) for _, row in rows)) for place in texts
    }
    return Statistics(
        area=name,
        year=year,
        years=tuple(years),
        rows=found,
        indicators=tuple(shape[place] for place in numbers),
        filters=filters,
        terms={column: terms_of(column, values) for column, values in filters.items()},
        warnings=tuple(_warnings(note, area, found, columns)),
    )


def _is_figure(row: Sequence[str], place: int) -> bool:
    return read_figure(_at(row, place)) is not None


def _figure(row: Sequence[str], place: int) -> Figure:
    return read_figure(_at(row, place)) or Figure(None, "")


def _warnings(
    note: str, area: Area | None, rows: Sequence[StatisticRow], columns: Sequence[str]
) -> list[str]:
    said = [note] if note else []
    marks = [figure.mark for row in rows for figure in row.figures.values() if figure.mark]
    said += [
        f"“{mark}” stands {_times(marks.count(mark))}. {MARKS[mark]} It is not zero."
        for mark in sorted(set(marks))
    ]
    if area and area.followed:
        said.append(
            f"{area.name} came after {named(area.followed)}; older figures stand under that name."
        )
    if len(set(columns)) < len(columns):
        said.append("Two columns bear the same name; the last of them was read.")
    return said


def _times(number: int) -> str:
    return "once" if number == 1 else f"{number:,} times"


def _no_area(name: str, wanted: Area | None, kept: _Kept) -> UserError:
    other = (wanted.followed_by or wanted.followed) if wanted else ()
    todo = (
        f"Try {named(other)}, which came {'after' if wanted and wanted.followed_by else 'before'}."
        if other
        else "Check that the file has rows for local authorities, and that its name is right."
    )
    return UserError(
        f"This file has no figures for {name}.", f"It has {len(kept.others):,} other areas.", todo
    )


def _no_year(name: str, wanted: Area | None, kept: _Kept) -> UserError:
    before = f" Before that it was {named(wanted.followed)}." if wanted and wanted.followed else ""
    after = (
        f" Since then it is {named(wanted.followed_by)}." if wanted and wanted.followed_by else ""
    )
    return UserError(
        f"This file has no figures for {name} in that year.",
        "Nothing has changed.",
        f"It has {', '.join(sorted(kept.years))}.{before}{after}",
    )
