"""How figures and dates are said, on every page alike."""

from collections.abc import Sequence
from datetime import date

from pcf_desktop import days
from pcf_desktop.days import MONTHS, day
from pcf_desktop.records import When


def month(value: When) -> str:
    """Return when something was said, no more exact than its month; empty when unknown."""
    if value.earliest is None:
        return value.text or ""
    if value.latest is not None and (value.latest - value.earliest).days > 31:  # noqa: PLR2004
        return value.text or f"{days.month(value.earliest)} to {days.month(value.latest)}"
    return days.month(value.earliest)


def span(value: When) -> str:
    """Return a date, or several days as 1 to 3 April 2026; as it was written where it is vague."""
    first, last = value.earliest, value.latest
    if first is None or value.precision not in (None, "day", "ongoing"):
        return value.text or (month(value) if first is not None else "")
    return between(first, last) if last is not None else day(first)


def between(first: date, last: date) -> str:
    """Return the days from one to another, the month and year said once: 1 to 3 April 2026."""
    if first == last:
        return day(first)
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day} to {day(last)}"
    return (
        f"{first.day} {MONTHS[first.month - 1]} to {day(last)}"
        if first.year == last.year
        else f"{day(first)} to {day(last)}"
    )


def period(first: date | None, last: date | None) -> str:
    """Return a period in words."""
    if first is not None and last is not None:
        return f"{day(first)} to {day(last)}"
    if first is not None:
        return f"from {day(first)}"
    return f"until {day(last)}" if last is not None else "all dates"


def count(number: int, one: str, many: str | None = None) -> str:
    """Return a number with its noun: 1 family, 1,204 families."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def listed(words: Sequence[str], last: str = "and") -> str:
    """Return words as a list in a sentence: a, b and c."""
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} {last} {words[-1]}"


def either(words: Sequence[str]) -> str:
    """Return words as a choice in a sentence: a, b or c."""
    return listed(words, "or")
