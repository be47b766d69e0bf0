"""Dates and spans of days as letters and web pages write them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

_MONTHS = (
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)
_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?"
)
_WEEKDAY = r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s+(?:the\s+)?)?"
_DAY = r"(?<![\d/.])([0-3]?\d)\s?(?:st|nd|rd|th)?(?![\d/:%])"
_YEAR = r"((?:19|20)\d\d)(?!\d)"
_TO = r"\s*(?:-|–|to|and|until|till|through|&)\s*"
_SPAN_DAY_FIRST = re.compile(
    rf"{_WEEKDAY}{_DAY}(?:\s+(?:of\s+)?({_MONTH}),?(?:\s+{_YEAR})?)?{_TO}{_WEEKDAY}(?:the\s+)?"
    rf"{_DAY}\s+(?:of\s+)?({_MONTH})(?:,?\s+{_YEAR})?",
    re.IGNORECASE,
)
_SPAN_MONTH_FIRST = re.compile(
    rf"\b({_MONTH})\s+{_WEEKDAY}{_DAY}(?:,?\s+{_YEAR})?{_TO}{_WEEKDAY}(?:({_MONTH})\s+)?{_DAY}"
    rf"(?:,?\s+{_YEAR})?(?!\s*(?:{_MONTH}|year|child|parent|people|famil))",
    re.IGNORECASE,
)
_ONE_DAY_FIRST = re.compile(
    rf"{_WEEKDAY}{_DAY}\s+(?:of\s+)?({_MONTH})(?:,?\s+{_YEAR})?", re.IGNORECASE
)
_ONE_MONTH_FIRST = re.compile(rf"\b({_MONTH})\s+{_DAY},?\s+{_YEAR}", re.IGNORECASE)
_ALL_DIGITS = re.compile(r"(?<![\d/.-])([0-3]?\d)([/.-])([01]?\d)\2((?:20)?\d\d)(?![\d/])")
_ISO = re.compile(r"(?<!\d)(20\d\d)-([01]\d)-([0-3]\d)(?!\d)")
_MONTH_ALONE = re.compile(
    rf"\b(?:in|during|of|from|since|early|late|mid|:)[\s-]+({_MONTH})(?:,?\s+(?:of\s+)?{_YEAR})?"
    rf"|\b({_MONTH})\s+{_YEAR}",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class LetterDay:
    """A day, a span of days, or a month, and the place in the text that names it.

    Without a year in the text `year_named` is false, and the days stand in year 4, a leap year.
    """

    first: date
    last: date
    start: int
    end: int
    is_month: bool = False
    year_named: bool = True

    @property
    def is_span(self) -> bool:
        """Return whether more than one day is named."""
        return self.first != self.last and not self.is_month

    def iso(self, day: date) -> str:
        """Return a day as 2020-01-27, or as 2020-01 where only the month is named."""
        return day.isoformat()[:7] if self.is_month else day.isoformat()

    def in_year(self, year: int) -> "LetterDay":
        """Return the same days in a year that was found elsewhere in the text."""
        first = self.first.replace(year=year)
        return replace(self, first=first, last=self.last.replace(year=year), year_named=True)


def dates(even: str) -> tuple[LetterDay, ...]:
    """Return the dates in the text in order; the longest reading of a place wins."""
    taken: list[LetterDay] = []
    for found in (*_spans(even), *_single(even), *_months(even)):
        if all(found.end <= other.start or found.start >= other.end for other in taken):
            taken.append(found)
    return tuple(_joined(even, sorted(taken, key=lambda when: when.start)))


def _joined(even: str, found: list[LetterDay]) -> list[LetterDay]:
    """Make one span of two whole dates with *to* or *and* between them."""
    joined: list[LetterDay] = []
    for when in found:
        before = joined[-1] if joined else None
        if before and _are_ends_of_a_span(even, before, when):
            joined[-1] = replace(before, last=when.last, end=when.end)
        else:
            joined.append(when)
    return joined


def _are_ends_of_a_span(even: str, first: LetterDay, last: LetterDay) -> bool:
    between = even[first.end : last.start]
    days = (last.first - first.last).days
    single = not (first.is_span or last.is_span or first.is_month or last.is_month)
    near = first.year_named and last.year_named and 0 < days <= _LONGEST_SPAN
    return single and near and bool(re.fullmatch(_TO, between, re.IGNORECASE))


_LONGEST_SPAN = 45
"""Days. An inspection takes a week, or three under the newer framework."""


def _spans(even: str) -> Iterator[LetterDay]:
    for match in _SPAN_DAY_FIRST.finditer(even):
        day, month, year, last_day, last_month, last_year = match.groups()
        year = year or _year_before(last_year, month, last_month)
        yield from _when(match, (day, month or last_month, year), (last_day, last_month, last_year))
    for match in _SPAN_MONTH_FIRST.finditer(even):
        month, day, year, last_month, last_day, last_year = match.groups()
        yield from _when(
            match, (day, month, year or last_year), (last_day, last_month or month, last_year)
        )


def _year_before(year: str | None, month: str | None, last_month: str) -> str | None:
    """Return the year of the first day when only the last day has one: December to January."""
    if year and month and _month(month) > _month(last_month):
        return str(int(year) - 1)
    return year


def _single(even: str) -> Iterator[LetterDay]:
    for match in _ONE_DAY_FIRST.finditer(even):
        yield from _when(match, match.groups(), match.groups())
    for match in _ONE_MONTH_FIRST.finditer(even):
        month, day, year = match.groups()
        yield from _when(match, (day, month, year), (day, month, year))
    for match in _ALL_DIGITS.finditer(even):
        day, _, month, year = match.groups()
        year = year if len(year) == _FULL_YEAR else f"20{year}"
        yield from _when(match, (day, month, year), (day, month, year))
    for match in _ISO.finditer(even):
        year, month, day = match.groups()
        yield from _when(match, (day, month, year), (day, month, year))


_FULL_YEAR = 4


def _months(even: str) -> Iterator[LetterDay]:
    for match in _MONTH_ALONE.finditer(even):
        named = match.group(1) or match.group(3)
        year = match.group(2) or match.group(4)
        if named in {"may", "mar", "march"} and not year:
            continue  # a verb
        for when in _when(match, ("1", named, year), ("1", named, year)):
            start = match.start(1) if match.group(1) else match.start(3)
            yield replace(when, start=start, is_month=True)


_Parts = tuple[str | None, ...]


def _when(match: re.Match[str], first: _Parts, last: _Parts) -> Iterator[LetterDay]:
    try:
        begin, end = _date(first), _date(last)
    except ValueError:
        return
    if begin <= end:
        yield LetterDay(begin, end, match.start(), match.end(), year_named=bool(last[2]))


def _date(parts: _Parts) -> date:
    day, month, year = parts
    return date(int(year or 4), _month(month or ""), int(day or 1))


def _month(name: str) -> int:
    if name.isdigit():
        return int(name)
    short = name.casefold()[:3]
    return next(n for n, month in enumerate(_MONTHS, 1) if month.startswith(short))
