"""Which backups to keep: all of two days, then one a day, a week, a month, and none too old."""

from collections.abc import Callable, Collection, Hashable
from datetime import datetime, timedelta
from typing import Final

ALL: Final = timedelta(days=2)
DAYS: Final = timedelta(days=14)
WEEKS: Final = timedelta(weeks=8)
MONTHS: Final = timedelta(days=365)

_PERIODS: tuple[tuple[timedelta, Callable[[datetime], Hashable]], ...] = (
    (ALL, lambda taken: taken),
    (DAYS, lambda taken: taken.date()),
    (WEEKS, lambda taken: taken.isocalendar()[:2]),
    (MONTHS, lambda taken: (taken.year, taken.month)),
)


def superfluous(
    taken: Collection[datetime], now: datetime, retention: timedelta | None = None
) -> set[datetime]:
    """Return the times of the backups that may go.

    Of each day, week or month the last one stays. Nothing older than the forum's own `retention`
    stays, except the newest backup of all, which always does. A backup dated later than `now`, as
    when a clock was set back, stays.
    """
    if not taken:
        return set()
    kept = {max(taken)}
    for longest, period in _PERIODS:
        oldest = longest if retention is None else min(longest, retention)
        young = [time for time in taken if now - time <= oldest]
        kept.update({period(time): time for time in sorted(young)}.values())
    return set(taken) - kept
