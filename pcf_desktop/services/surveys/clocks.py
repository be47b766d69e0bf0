"""How two files tell the time of one response: to the second, by another zone, by the day alone."""

from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import partial

When = datetime | None

SAMPLE, LEAST, SHARE = 200, 2, 0.25
"""So many rows say whether a file goes by another clock, where so many of them agree."""

_ZONES = [timedelta(minutes=minutes) for minutes in range(-14 * 60, 14 * 60 + 1, 30) if minutes]
"""Offsets of time zones, summer time, and a lost *PM*."""
_AROUND = timedelta(days=1)
NEVER = object()
"""The time of what has none, which is that of nothing else."""


@dataclass(frozen=True)
class Clock:
    """One way in which the time of a row may stand for that of a response that is here.

    What is not certain has to hold for a good part of the file.
    """

    name: str
    of_row: Callable[[When], Hashable]
    of_response: Callable[[When], Hashable]
    tells: Callable[[When, When], bool]
    is_certain: bool = True
    is_exact: bool = False
    is_to_the_minute: bool = False


def local(moment: When) -> When:
    """Return a moment as this computer's clock shows it, without its zone."""
    return None if moment is None else moment.astimezone().replace(tzinfo=None)


def days_around(moments: Iterable[When]) -> set[date] | None:
    """Return the days on which these may have been given; None where one may be of any day."""
    days: set[date] = set()
    for moment in moments:
        if moment is None:
            return None
        for each in (moment, _swapped(moment)):
            if each is not None:
                days |= {(each - _AROUND).date(), each.date(), (each + _AROUND).date()}
    return days


def _has_clock(when: When) -> bool:
    return when is not None and when.time() != time()


def _both(one: When, other: When) -> bool:
    return _has_clock(one) and _has_clock(other)


def _without_seconds(one: When, other: When) -> bool:
    """Say whether one of two times in the same minute has no seconds, so that they may be one."""
    return _both(one, other) and any(not each.second for each in (one, other) if each)


def _one_day(one: When, other: When) -> bool:
    """Say whether only the day of one is known, so that a day is all that can tell."""
    return one is not None and other is not None and not _both(one, other)


def _no_time(one: When, other: When) -> bool:
    return one is None or other is None


def _second(when: When) -> Hashable:
    return NEVER if when is None else when.replace(microsecond=0)


def _minute(when: When) -> Hashable:
    return NEVER if when is None else when.replace(second=0, microsecond=0)


def _day(when: When) -> Hashable:
    return NEVER if when is None else when.date()


def _any(_when: When) -> Hashable:
    return None


def _shifted(by: timedelta, when: When) -> Hashable:
    return NEVER if when is None else _minute(when + by)


def _swapped(when: datetime) -> When:
    try:
        return when.replace(month=when.day, day=when.month)
    except ValueError:
        return None


def _other_way_round(when: When) -> Hashable:
    return NEVER if when is None else _minute(_swapped(when))


CLOCKS = (
    Clock("second", _second, _second, _both, is_exact=True, is_to_the_minute=True),
    Clock("minute", _minute, _minute, _without_seconds, is_to_the_minute=True),
    Clock("day", _day, _day, _one_day),
    Clock("no time", _any, _any, _no_time),
    Clock("day and month", _other_way_round, _minute, _both, is_certain=False,
          is_to_the_minute=True),
    *(
        Clock(f"zone {by}", partial(_shifted, by), _minute, _both, is_certain=False,
              is_to_the_minute=True)
        for by in _ZONES
    ),
)  # fmt: skip
"""The surest first."""
