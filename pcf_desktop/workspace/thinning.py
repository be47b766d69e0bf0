"""Which backups to keep: all of two days, then one a day, a week, a month, and none too old.

A clock may be wrong, so that a date alone decides nothing. Saves are counted, and by their order
each copy has a second date: the latest one that it or a copy of an earlier save has, none of the
future. A copy goes only where both dates say so.
"""

from collections.abc import Callable, Collection, Hashable, Mapping, Sequence
from datetime import datetime, timedelta
from typing import Final, NamedTuple

ALL: Final = timedelta(days=2)
DAYS: Final = timedelta(days=14)
WEEKS: Final = timedelta(weeks=8)
MONTHS: Final = timedelta(days=365)

SLACK: Final = timedelta(days=1)
"""How far a date may be ahead of now and still be believed: clocks are set, laptops travel."""


class Dated(NamedTuple):
    """When a copy was taken, by the clock of that moment, and of which save; -1 if unknown."""

    taken: datetime
    save: int


_PERIODS: tuple[tuple[timedelta, Callable[[datetime, Dated], Hashable]], ...] = (
    (ALL, lambda _at, copy: copy),
    (DAYS, lambda at, _copy: at.date()),
    (WEEKS, lambda at, _copy: at.isocalendar()[:2]),
    (MONTHS, lambda at, _copy: (at.year, at.month)),
)


def superfluous(
    copies: Collection[Dated], now: datetime, retention: timedelta | None = None
) -> set[Dated]:
    """Return the copies that may go.

    Of each day, week or month the last one stays. Nothing older than the forum's own `retention`
    stays, except the newest backup of all, which always does. A backup dated later than `now`, as
    when a clock was set back, stays.
    """
    if not copies:
        return set()
    as_dated = {copy: copy.taken for copy in copies}
    ordered = in_order(copies, now)
    believed = [copy for copy in ordered if copy.taken <= now + SLACK]
    kept = {ordered[-1], *believed[-1:]}
    for dates in (as_dated, _by_order(copies, now)):
        kept |= _kept(dates, now, retention)
    return set(copies) - kept


def in_order(copies: Collection[Dated], now: datetime) -> Sequence[Dated]:
    """Return the copies, the newest last: by the order of saves where a date cannot be right."""
    dates = _by_order(copies, now)
    return sorted(copies, key=lambda copy: (dates[copy], copy.save, copy.taken))


def _kept(
    dates: Mapping[Dated, datetime], now: datetime, retention: timedelta | None
) -> set[Dated]:
    kept: set[Dated] = set()
    ordered = sorted(dates, key=lambda copy: (dates[copy], copy.save, copy.taken))
    for longest, period in _PERIODS:
        oldest = longest if retention is None else min(longest, retention)
        young = [copy for copy in ordered if now - dates[copy] <= oldest]
        kept.update({period(dates[copy], copy): copy for copy in young}.values())
    return kept


def _by_order(copies: Collection[Dated], now: datetime) -> dict[Dated, datetime]:
    """Return the date of each copy by the order of saves."""
    believed = [copy.taken for copy in copies if copy.taken <= now + SLACK and copy.save >= 0]
    latest = min(believed, default=now)
    dates: dict[Dated, datetime] = {}
    for copy in sorted(copies, key=lambda copy: (copy.save, copy.taken)):
        if copy.save < 0:
            dates[copy] = min(copy.taken, now)
            continue
        if copy.taken <= now + SLACK:
            latest = max(latest, copy.taken)
        dates[copy] = latest
    return dates
