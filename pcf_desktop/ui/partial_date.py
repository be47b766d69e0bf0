"""A date as people know it: a day, only a month, or only a year."""

import re
from datetime import date, timedelta

from pcf_desktop.days import MONTHS
from pcf_desktop.records import When
from pcf_desktop.ui.language import tr

_CENTURY = 2000
_SHORT_YEAR = 100
_SHORT_MONTH = 3
_FIRST, _LAST = 1900, 2100


def read_date(typed: str, today: date) -> When | None:
    """Return the date that somebody typed the British way, or None when it is no date."""
    words = re.findall(r"\d+|[^\W\d]+", typed.casefold())
    words = [word for word in words if word not in ("st", "nd", "rd", "th", "of")]
    near = {tr("today").casefold(): 0, tr("yesterday").casefold(): 1}
    if len(words) == 1 and words[0] in near:
        return When.day(today - timedelta(days=near[words[0]]))
    if re.fullmatch(r"\d{4}-\d\d?-\d\d?", typed.strip()):
        words = words[::-1]
    return _checked([_value(word) for word in words], today)


def _value(word: str) -> int:
    """Return the number a word stands for: a month's is negative, and nought is no number."""
    if word.isdecimal():
        return int(word)
    for place, name in enumerate(MONTHS, start=1):
        if len(word) >= _SHORT_MONTH and name.casefold().startswith(word):
            return -place
    return 0


def _checked(parts: list[int], today: date) -> When | None:
    """Return the date of one to three numbers in British order, or None when they are none."""
    if parts and parts[-1] < 0:
        parts = [*parts, today.year]
    if not 1 <= len(parts) <= len(("day", "month", "year")) or 0 in parts:
        return None
    return _in_order(parts[:-1], parts[-1])


def _in_order(before: list[int], year: int) -> When | None:
    month, day = [*map(abs, reversed(before)), None, None][:2]
    if before and year < _SHORT_YEAR:
        year += _CENTURY
    names_a_day = all(part > 0 for part in before[:-1])  # a month's name can only stand as one
    if not names_a_day or not _FIRST <= year <= _LAST:
        return None
    try:
        return When.of(year, month, day)
    except ValueError:  # no day of that month
        return None
