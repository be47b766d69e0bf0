"""What each form of a date means in days, from the parts a pattern found in the text.

Each function takes the match and the year to use where the text gives none. It returns None
where a year is missing, and raises ValueError where there is no such day.
"""

import re
from collections.abc import Callable
from datetime import date, timedelta
from typing import TypeAlias

from dateutil.easter import easter

from pcf_desktop.importers.periods import school_year
from pcf_desktop.importers.periods.period import Precision, Span

Meaning: TypeAlias = Callable[[re.Match[str], int | None], Span | None]

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
CENTURY, SHORT_YEAR, LONGEST_MONTH = 2000, 2, 31
FEAST_NOTE = "Read as the weeks around it."
_ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4}
_SIX_TERMS = ("autumn", "autumn", "spring", "spring", "summer", "summer")


def is_dated(match: re.Match[str]) -> bool:
    """Return whether a year stands in the text."""
    return bool(_part(match, "year") or _part(match, "begins"))


def _part(match: re.Match[str], name: str) -> str:
    return match.groupdict().get(name) or ""


def _full(digits: str) -> int:
    return CENTURY + int(digits) if len(digits) <= SHORT_YEAR else int(digits)


def _year(match: re.Match[str], given: int | None) -> int | None:
    written = _part(match, "year")
    return _full(written) if written else given


def _split(match: re.Match[str]) -> int | None:
    """Return the first year of 2024/25; ValueError where the second is not the next one."""
    begins, ends = _part(match, "begins"), _part(match, "ends")
    if not begins:
        return None
    if (int(begins) + 1 - int(ends)) % 100:
        raise ValueError(ends)
    return _full(begins)


def _month_of(match: re.Match[str]) -> int:
    return MONTHS.index(match["month"][:3]) + 1


def _on(year: int, month: int, day: int, note: str = "") -> Span:
    return Span(date(year, month, day), date(year, month, day), Precision.DAY, note)


def iso_day(match: re.Match[str], _: int | None) -> Span:
    """Return the day of 2021-03-31."""
    return _on(int(match["year"]), int(match["m"]), int(match["day"]))


def numeric_day(match: re.Match[str], given: int | None) -> Span | None:
    """Return the day of 31/03/2021, day first unless that month does not exist."""
    year, first, second = _year(match, given), int(match["day"]), int(match["m"])
    if not year:
        return None
    if second > len(MONTHS) >= first:
        return _on(year, first, second, "Read with the month first, since day first is no date.")
    return _on(year, second, first)


def worded_day(match: re.Match[str], given: int | None) -> Span | None:
    """Return the day of 31st March 2021, or of March 31st, 2021."""
    year = _year(match, given)
    return _on(year, _month_of(match), int(match["day"])) if year else None


def days_of_a_month(match: re.Match[str], given: int | None) -> Span | None:
    """Return the days of 27-31 January 2020."""
    year = _year(match, given)
    if not year:
        return None
    first, last = (date(year, _month_of(match), int(match[name])) for name in ("from", "day"))
    return Span(first, last, Precision.DAY) if first <= last else None


def month(match: re.Match[str], given: int | None) -> Span | None:
    """Return the month of July 2020, or of March 2020/21 in the financial year."""
    number, begins = _month_of(match), _split(match)
    if begins:
        note = "Read in the financial year, April to March."
        year = begins + (number < school_year.FIRST_FINANCIAL_MONTH)
        return school_year.months(year, number, 1, Precision.MONTH, note)
    known = _year(match, given)
    if not known:
        return None
    written = _part(match, "year")
    may_be_day = len(written) == SHORT_YEAR and int(written) <= LONGEST_MONTH
    unsure = may_be_day and not re.search(r"['\u2019/-]", match[0])
    note = f"Read as a month of {known}, not as a day of the month." if unsure else ""
    return school_year.months(known, number, 1, Precision.MONTH, note)


def month_in_numbers(match: re.Match[str], _: int | None) -> Span:
    """Return the month of 03/2021 or 03/21."""
    note = "Read as month and year." if len(match["year"]) == SHORT_YEAR else ""
    return school_year.months(_full(match["year"]), int(match["m"]), 1, Precision.MONTH, note)


def quarter(match: re.Match[str], given: int | None) -> Span | None:
    """Return the quarter, or two and more, of Q2 2024/25 or Q1-Q2 2021."""
    begins = _split(match)
    year = begins or _year(match, given)
    if not year:
        return None
    first = _ORDINALS.get(_part(match, "nth")) or int((_part(match, "nth") or match["q"])[0])
    last = int(_part(match, "q2") or first)
    financial = bool(begins or _part(match, "fy"))
    span = school_year.quarter(year, first, financial=financial)
    end = school_year.quarter(year, last, financial=financial).latest
    return span._replace(latest=end) if end > span.earliest else None


def term(match: re.Match[str], given: int | None) -> Span | None:
    """Return the term of Spring term 2024, Autumn 2 2023/24, or Summer half term 2021."""
    name = match["term"].replace("fall", "autumn")
    half = int(_part(match, "half") or _part(match, "half2") or 0)
    begins = _split(match)
    if begins:
        return school_year.term(school_year.school_year_of_term(begins, name), name, half)
    year = _year(match, given)
    return school_year.term(year, name, half) if year else None


def numbered_term(match: re.Match[str], _: int | None) -> Span | None:
    """Return one of six terms, as of Term 3 2021/22."""
    begins, number = _split(match), int(match["number"])
    name = _SIX_TERMS[number - 1]
    if not begins:
        return None
    year = school_year.school_year_of_term(begins, name)
    return school_year.term(year, name, half=2 - number % 2)


def season(match: re.Match[str], given: int | None) -> Span | None:
    """Return the season of Summer 2021; with a school year, as 2021/22, the term."""
    name, begins = match["season"], _split(match)
    if begins and name != "winter":
        return school_year.term(school_year.school_year_of_term(begins, name), name)
    year = begins or _year(match, given)
    return school_year.season(year, name) if year else None


def feast(match: re.Match[str], given: int | None) -> Span | None:
    """Return the weeks around Easter, or the second half of December for Christmas."""
    begins = _split(match)
    is_easter = match["feast"] == "easter"
    year = begins + is_easter if begins else _year(match, given)
    if not year:
        return None
    if not is_easter:
        return Span(date(year, 12, 16), date(year, 12, 31), Precision.SEASON, FEAST_NOTE)
    sunday, fortnight = easter(year), timedelta(days=14)
    return Span(sunday - fortnight, sunday + fortnight, Precision.SEASON, FEAST_NOTE)


def split_year(match: re.Match[str], _: int | None) -> Span | None:
    """Return the year of 2024/25."""
    begins, kind = _split(match), _part(match, "kind")
    school = kind.startswith(("academic", "school", "ay"))
    return school_year.split_year(begins, school=school, certain=bool(kind)) if begins else None


def whole_years(match: re.Match[str], _: int | None) -> Span | None:
    """Return the calendar year of 2021, or the years of 2020-2022."""
    first = int(match["year"])
    last = int(match["last"] or first)
    count = (last - first + 1) * len(MONTHS)
    return school_year.months(first, 1, count, Precision.YEAR) if last >= first else None
