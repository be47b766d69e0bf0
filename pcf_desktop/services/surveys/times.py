"""When a response was given: of an anonymous survey the day alone is kept.

A survey is anonymous where no column that may say who somebody is is kept. The minute at which a
form was sent in would still say who sent it, to whoever saw them at it. So that a response is known
again in a later file, a mark of the full time stays, keyed by the forum's own secret. It keeps the
time from whoever has rows without the secret; whoever can open the forum could work it out.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime, time, timedelta
from typing import NamedTuple

from pcf_desktop.days import with_zone
from pcf_desktop.importers.sheet import Kind, Row, Sheet
from pcf_desktop.services.families import marks

_HALF = 32
"""Letters of a mark: the first half is of the minute, the second of the second."""
_MINUTES = 24 * 60
_SECONDS = 60


class KeptTimes(NamedTuple):
    """What is kept of when a response was begun and sent in."""

    started: datetime | None
    completed: datetime | None
    mark: str | None


def is_anonymous(sheet: Sheet) -> bool:
    """Say whether nothing that is kept of an export may say who somebody is."""
    return not any(
        each.keep and (each.personal or each.kind is Kind.IDENTITY) for each in sheet.questions
    )


def kept(secret: str | None, row: Row) -> KeptTimes:
    """Return what is kept of a row's times; with a secret the survey is anonymous."""
    if secret is None:
        return KeptTimes(with_zone(row.started), with_zone(row.completed), None)
    moment = row.completed or row.started
    has_clock = moment is not None and moment.time() != time()
    mark = _mark(secret, moment) if moment is not None and has_clock else None
    return KeptTimes(_day(row.started), _day(row.completed), mark)


@dataclass
class Recalling:
    """Works the full times out again from days and marks, for knowing responses again."""

    secret: str
    _minutes: dict[datetime, dict[str, datetime]] = field(default_factory=dict)

    def of(self, day: datetime | None, mark: str | None) -> datetime | None:
        """Return the time on a day that a mark is of; the day as it is where it is of none."""
        if day is None or mark is None:
            return day
        if day not in self._minutes:
            self._minutes[day] = {_minute(self.secret, each): each for each in _after(day)}
        minute = self._minutes[day].get(mark[:_HALF])
        if minute is None:
            return day
        seconds = (minute + timedelta(seconds=each) for each in range(_SECONDS))
        return next((each for each in seconds if _second(self.secret, each) == mark[_HALF:]), day)


def _after(day: datetime) -> Iterator[datetime]:
    return (day + timedelta(minutes=each) for each in range(_MINUTES))


def _day(moment: datetime | None) -> datetime | None:
    return (
        None
        if moment is None
        else with_zone(moment.replace(hour=0, minute=0, second=0, microsecond=0))
    )


def _mark(secret: str, moment: datetime) -> str:
    return _minute(secret, moment) + _second(secret, moment)


def _minute(secret: str, moment: datetime) -> str:
    return marks.digest(secret, "minute", f"{moment:%Y-%m-%d %H:%M}")[:_HALF]


def _second(secret: str, moment: datetime) -> str:
    return marks.digest(secret, "second", f"{moment:%Y-%m-%d %H:%M:%S}")[:_HALF]
