"""Dates, times, counts and sizes as a person would say them."""

from datetime import datetime

from pcf_desktop.days import day
from pcf_desktop.ui.language import tr

MINUTE, HOUR = 60, 3600


def clock(when: datetime) -> str:
    """Return a time of day as `7:42 pm`."""
    half = tr("am") if when.hour < 12 else tr("pm")  # noqa: PLR2004 - noon
    return f"{(when.hour - 1) % 12 + 1}:{when.minute:02} {half}"


def moment(when: datetime, now: datetime) -> str:
    """Return a moment as the time today, `yesterday 7:42 pm`, or the day."""
    apart = (now.date() - when.date()).days
    if apart == 0:
        return clock(when)
    if apart == 1:
        return tr("yesterday {time}").format(time=clock(when))
    return day(when)


def number(value: int) -> str:
    """Return a whole number as `1,204`, with a true minus sign."""
    return f"{value:,}".replace("-", "\N{MINUS SIGN}")


def count(value: int, one: str, many: str) -> str:
    """Return a count with its noun: `1 comment`, `12 comments`."""
    return f"{number(value)} {one if value == 1 else many}"


def change(points: int) -> str:
    """Return a difference with its sign: `+4`, `−12`, `0`."""
    return f"+{number(points)}" if points > 0 else number(points)


def left(seconds: float) -> str:
    """Return how long work will still take: `about 2 minutes left`."""
    if seconds < MINUTE * 0.9:
        tens = max(10, round(seconds / 10) * 10)
        return tr("about {n} seconds left").format(n=tens)
    if seconds < HOUR * 0.9:
        minutes = count(max(1, round(seconds / MINUTE)), tr("minute"), tr("minutes"))
        return tr("about {time} left").format(time=minutes)
    hours = count(max(1, round(seconds / HOUR)), tr("hour"), tr("hours"))
    return tr("about {time} left").format(time=hours)


def dotted(*parts: str | None) -> str:
    """Return those parts that there are, as `3 April 2026 · Phone call`."""
    return " · ".join(part for part in parts if part)


def listed(things: list[str]) -> str:
    """Return several things as `one, two and three`."""
    if len(things) < 2:  # noqa: PLR2004 - a list needs two
        return "".join(things)
    return tr("{some} and {last}").format(some=", ".join(things[:-1]), last=things[-1])
