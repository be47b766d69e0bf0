"""Moments told in another place's time, turned to the clock in England.

A tool that writes 23:30Z on 30 June means half past midnight on 1 July in England, and the day is
what a forum counts by. The rule for summer time is the law's since 1996, so that no table of zones
is needed.
"""

import re
from datetime import date, datetime, timedelta
from functools import cache
from typing import Final

_HOURS: Final = {
    "z": 0,
    "utc": 0,
    "gmt": 0,
    "wet": 0,
    "bst": 1,
    "west": 1,
    "cet": 1,
    "cest": 2,
    "eet": 2,
    "est": -5,
    "edt": -4,
    "cst": -6,
    "cdt": -5,
    "mst": -7,
    "mdt": -6,
    "pst": -8,
    "pdt": -7,
}
"""The names that tools write, and how far ahead of Greenwich they are."""
_NAMES: Final = "|".join(sorted(_HOURS, key=len, reverse=True))
ZONE: Final = rf"(?:\s*\(?(?:{_NAMES}|[+\-\u2212]\d{{1,2}}(?::?\d{{2}})?)\b\)?)+(?:\s*\([^()]*\))?"
"""A pattern for all that may stand behind a clock: `Z`, `+01:00`, `GMT+1`, `+0000 (UTC)`."""

_AHEAD: Final = re.compile(r"(?P<sign>[+\-\u2212])(?P<hours>\d{1,2}):?(?P<minutes>\d{2})?")
_NAME: Final = re.compile(_NAMES, re.IGNORECASE)
_HOUR: Final = timedelta(hours=1)
_SUNDAY: Final = 7


def in_england(moment: datetime, zone: str) -> datetime:
    """Return what a clock in England says at a moment that is told in the time of a zone."""
    return _local(moment.replace(tzinfo=None, microsecond=0) - _ahead(zone))


def aware_in_england(moment: datetime) -> datetime:
    """Return the same for a moment that knows how far ahead of Greenwich it is."""
    ahead = moment.utcoffset() or timedelta()
    return _local(moment.replace(tzinfo=None, microsecond=0) - ahead)


def _ahead(zone: str) -> timedelta:
    """Return how far a zone is ahead: its figures say, as in GMT+1, or else its name."""
    found = _AHEAD.search(zone)
    if found is None:
        name = _NAME.search(zone)
        return _HOUR * (_HOURS[name[0].lower()] if name else 0)
    ahead = timedelta(hours=int(found["hours"]), minutes=int(found["minutes"] or 0))
    return ahead if found["sign"] == "+" else -ahead


def _local(moment: datetime) -> datetime:
    begins, ends = _summer(moment.year)
    return moment + _HOUR if begins <= moment < ends else moment


@cache
def _summer(year: int) -> tuple[datetime, datetime]:
    """Return when summer time begins and ends in a year, as Greenwich says it."""
    one = timedelta(hours=1)
    return _last_sunday(date(year, 3, 31)) + one, _last_sunday(date(year, 10, 31)) + one


def _last_sunday(last: date) -> datetime:
    day = last - timedelta(days=last.isoweekday() % _SUNDAY)
    return datetime(day.year, day.month, day.day)  # noqa: DTZ001 - survey times carry no zone
