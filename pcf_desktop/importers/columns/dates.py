"""Dates as survey tools write them: read for a whole column, never guessed one by one."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import partial
from operator import itemgetter

from dateutil import parser as dateutil_parser

from pcf_desktop.importers.columns.zones import ZONE, aware_in_england, in_england
from pcf_desktop.importers.files.cells import Cell

_SLASHED = re.compile(
    r"(?P<a>\d{1,2})[/.\-](?P<b>\d{1,2})[/.\-](?P<year>\d{4}|\d{2})(?:,?[ T]+(?P<clock>.+))?"
)
_YEAR_FIRST = re.compile(
    r"(?P<year>\d{4})[/.\-](?P<month>\d{1,2})[/.\-](?P<day>\d{1,2})(?:,?[ T]+(?P<clock>.+))?"
)
_CLOCK = re.compile(
    r"(?P<hour>\d{1,2}):(?P<minute>\d{2})(?::(?P<second>\d{2})(?:\.\d+)?)?\s*(?P<half>[ap]\.?m\.?)?"
    rf"(?P<zone>{ZONE})?",
    re.IGNORECASE,
)
_AT = re.compile(rf"[ T](?:at )?\d{{1,2}}:\d{{2}}.*?(?P<zone>{ZONE})$", re.IGNORECASE)
_NAMED_MONTH = re.compile(
    r"(?:(?:mon|tues?|wed(?:nes)?|thur?s?|fri|sat(?:ur)?|sun)(?:day)?,?\s+)?"
    r"(?:\d{1,2}(?:st|nd|rd|th)?[ \-]+(?:of )?(?P<m1>[a-z]{3,9})[ ,\-]+(?:\d{4}|\d{2})"
    r"|(?P<m2>[a-z]{3,9})\.? \d{1,2}(?:st|nd|rd|th)?,? \d{4})(?:,? +(?:at )?\d{1,2}:\d{2}.*)?",
    re.IGNORECASE,
)
_MONTHS = frozenset(
    ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
)
_FIXED = re.compile(r"\d\d[/.\-]\d\d[/.\-]\d{4}(?: \d\d:\d\d(?::\d\d)?)?")
_ISO = re.compile(r"\d{4}-\d\d-\d\d(?:[ T]\d\d:\d\d(?::\d\d)?)?")
_ISO_ZONED = re.compile(
    r"\d{4}-\d\d-\d\d[ T]\d\d:\d\d:\d\d(?:\.(?:\d{3}){1,2})?(?:Z|[+\-]\d\d:?\d\d)"
)
_SERIAL = re.compile(r"\d{5}(?:[.,]\d+)?")
_EXCEL_EPOCH = datetime(1899, 12, 30)  # noqa: DTZ001 - survey times carry no zone
_EXCEL_DAYS = range(20_000, 80_000)
_SURVEYED = range(38_000, 55_000)
"""Day numbers from 2004 to 2050."""
_WHEN = frozenset(
    [
        "date",
        "dates",
        "datestamp",
        "dated",
        "day",
        "timestamp",
        "time",
        "datetime",
        "when",
        "submitted",
        "submitdate",
        "startdate",
        "completed",
        "created",
        "received",
        "recorded",
        "modified",
        "started",
        "ended",
        "started_at",
        "start",
        "end",
        "datum",
        "zeit",
        "zeitstempel",
        "uhrzeit",
        "fecha",
        "hora",
        "marca",
        "temporal",
        "horodateur",
        "heure",
        "data",
        "ora",
        "carimbo",
        "tijd",
        "tijdstempel",
        "dato",
        "tid",
    ]
)
_HOW_LONG = frozenset(
    [
        "taken",
        "spent",
        "minutes",
        "seconds",
        "hours",
        "duration",
        "long",
        "many",
        "much",
        "total",
        "average",
        "travel",
        "response",
    ]
)
"""A time that is no moment."""
_CENTURY_TURNS_AT = 70
_NOON = 12
_DAY = itemgetter(slice(len("31/12/2025 ")))
_YEARS = range(1900, 2101)


@dataclass(frozen=True)
class DateOrder:
    """Which of the first two numbers is the day: `order` is "dmy", "mdy", "iso" or None."""

    order: str | None
    ambiguous: bool = False
    mixed: bool = False

    @property
    def day_first(self) -> bool:
        """Return whether 3/4 is the third of April."""
        return self.order != "mdy"


def looks_like_date(text: str) -> bool:
    """Return whether a text is a whole date with day, month and year, in any order."""
    text = text.strip()
    return any(parse_date(text, day_first=day_first) is not None for day_first in (True, False))


def order_of(texts: Iterable[str], *, day_first: bool) -> DateOrder:
    """Return the order that a file's dates have, from all of them together.

    Where no number is over 12 the order is the tool's habit, and `ambiguous`.
    """
    first_over = second_over = slashed = False
    year_first = False
    for head in set(map(_DAY, texts)):
        found = _SLASHED.match(head.strip())
        if found is None:
            year_first = year_first or _YEAR_FIRST.match(head.strip()) is not None
            continue
        slashed = True
        first_over = first_over or int(found["a"]) > _NOON
        second_over = second_over or int(found["b"]) > _NOON
    if not slashed:
        return DateOrder("iso" if year_first else None)
    if first_over != second_over:
        return DateOrder("dmy" if first_over else "mdy")
    return DateOrder("dmy" if day_first else "mdy", ambiguous=True, mixed=first_over)


def date_reader(sample: Iterable[str], *, day_first: bool) -> Callable[[list[Cell]], list[Cell]]:
    """Return what turns a column's cells to dates; a cell that is none stays as it is.

    Where the sample is all of one fixed width, cutting the text is ten times as fast.
    """
    texts = list(sample)
    if texts and all(map(_FIXED.fullmatch, texts)):
        return partial(_all_fixed, day_first=day_first)
    if texts and all(map(_ISO.fullmatch, texts)):
        return partial(_all_iso, day_first=day_first)
    if texts and all(map(_ISO_ZONED.fullmatch, texts)):
        return partial(_all_zoned, day_first=day_first)
    return partial(_one_by_one, day_first=day_first)


def _all_fixed(cells: list[Cell], *, day_first: bool) -> list[Cell]:
    """Return dates such as 31/12/2025 10:15 read; one after another if any is of another shape."""
    read, days = datetime.fromisoformat, _Days(day_first=day_first)
    try:
        return [read(days[cell[:10]] + cell[10:]) if cell else cell for cell in cells]  # type: ignore[index]  # a TypeError is caught
    except (ValueError, TypeError):
        return _one_by_one(cells, day_first=day_first)


def _all_iso(cells: list[Cell], *, day_first: bool) -> list[Cell]:
    read = datetime.fromisoformat
    try:
        return [read(cell) if cell else cell for cell in cells]  # type: ignore[arg-type]  # as above
    except (ValueError, TypeError):
        return _one_by_one(cells, day_first=day_first)


def _all_zoned(cells: list[Cell], *, day_first: bool) -> list[Cell]:
    read = datetime.fromisoformat
    try:
        return [aware_in_england(read(cell)) if cell else cell for cell in cells]  # type: ignore[arg-type]  # as above
    except (ValueError, TypeError, OverflowError):
        return _one_by_one(cells, day_first=day_first)


def _one_by_one(cells: list[Cell], *, day_first: bool) -> list[Cell]:
    read = [
        parse_date(cell, day_first=day_first) if isinstance(cell, str) else None for cell in cells
    ]
    return [cell if found is None else found for cell, found in zip(cells, read, strict=True)]


class _Days(dict[str, str]):
    """Days such as 31/12/2025 in ISO order; a survey has many answers a day."""

    def __init__(self, *, day_first: bool) -> None:
        super().__init__()
        self._day_first = day_first

    def __missing__(self, text: str) -> str:
        day, month = (text[0:2], text[3:5]) if self._day_first else (text[3:5], text[0:2])
        self[text] = found = f"{text[6:10]}-{month}-{day}"
        return found


def parse_date(text: str, *, day_first: bool) -> datetime | None:
    """Return the moment a text means, without zone, or None; a day alone is its midnight."""
    text = text.strip()
    try:
        found = _YEAR_FIRST.fullmatch(text)
        if found:
            return _moment(int(found["year"]), int(found["month"]), int(found["day"]), found)
        found = _SLASHED.fullmatch(text)
        if found:
            day, month = int(found["a"]), int(found["b"])
            if not day_first:
                day, month = month, day
            return _moment(_full_year(found["year"]), month, day, found)
        return _with_named_month(text)
    except (ValueError, OverflowError):
        return None


def _full_year(digits: str) -> int:
    year = int(digits)
    if len(digits) > 2:  # noqa: PLR2004 - two digits
        return year
    return year + (1900 if year >= _CENTURY_TURNS_AT else 2000)


def _moment(year: int, month: int, day: int, found: re.Match[str]) -> datetime | None:
    if year not in _YEARS:
        return None
    day_alone = date(year, month, day)
    if not found["clock"]:
        return datetime.combine(day_alone, time())
    clock = _CLOCK.fullmatch(found["clock"].strip())
    if clock is None:
        return None
    moment = datetime.combine(day_alone, _time_of(clock))
    return in_england(moment, clock["zone"]) if clock["zone"] else moment


def _time_of(found: re.Match[str]) -> time:
    hour = int(found["hour"])
    half = (found["half"] or "").lower()
    if half and hour <= _NOON:
        hour = hour % _NOON + (_NOON if half.startswith("p") else 0)
    return time(hour, int(found["minute"]), int(found["second"] or 0))


def _with_named_month(text: str) -> datetime | None:
    found = _NAMED_MONTH.fullmatch(text)
    if found is None or (found["m1"] or found["m2"])[:3].lower() not in _MONTHS:
        return None
    at = _AT.search(text)
    local = text[: at.start("zone")] if at else text
    read = dateutil_parser.parse(local, dayfirst=True, ignoretz=True, default=datetime(2000, 1, 1))  # noqa: DTZ001 - no zone in surveys
    if read.year not in _YEARS:
        return None
    return in_england(read, at["zone"]) if at else read


def from_serial(cell: Cell) -> Cell:
    """Return the moment of an Excel day number, which a date column without format holds."""
    number = cell
    if isinstance(cell, str) and _SERIAL.fullmatch(cell.strip()):
        number = float(cell.replace(",", "."))
    if not isinstance(number, int | float) or int(number) not in _EXCEL_DAYS:
        return cell
    return _EXCEL_EPOCH + timedelta(seconds=_seconds(number))


def _seconds(number: float) -> int:
    """Return a day number as seconds; the minute that it means, where it says no more."""
    seconds, minute = number * 86_400, round(number * 1440) * 60
    figures = len(str(number).partition(".")[2])
    unit = 86_400 / 10**figures
    return minute if unit > 1 and abs(seconds - minute) <= unit / 2 else round(seconds)


def is_day_number(word: str) -> bool:
    """Return whether a text may be an Excel day number of a year in which surveys are made."""
    return _SERIAL.fullmatch(word) is not None and int(word[:5]) in _SURVEYED


def asks_when(heading: str) -> bool:
    """Return whether a heading asks for a date or a time, in the languages that tools write."""
    words = set(re.findall(r"[^\W\d_]+", heading.casefold()))
    return bool(words & _WHEN) and not words & _HOW_LONG


def same_precision(cells: Iterable[Cell]) -> Callable[[Cell], Cell]:
    """Return what makes a column's dates alike: days where none has a clock, else moments."""
    clock = any(isinstance(cell, datetime) and cell.time() != time() for cell in cells)

    def change(cell: Cell) -> Cell:
        if isinstance(cell, datetime):
            return cell.replace(tzinfo=None) if clock else cell.date()
        return datetime.combine(cell, time()) if clock and isinstance(cell, date) else cell

    return change


def as_datetimes(cells: list[Cell]) -> list[datetime | None]:
    """Return the cells of a date column as moments without zone; None for anything else."""
    return [
        cell if type(cell) is datetime and cell.tzinfo is None else _as_datetime(cell)
        for cell in cells
    ]


def _as_datetime(cell: Cell) -> datetime | None:
    if isinstance(cell, datetime):
        return cell.replace(tzinfo=None)
    return datetime.combine(cell, time()) if isinstance(cell, date) else None
