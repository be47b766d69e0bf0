"""Every date that stands in a text, each with the days it means and where it stands.

A date without a year is found too: its year may stand in the date after it.
"""

import re
from dataclasses import dataclass

from pcf_desktop.importers.periods import meanings
from pcf_desktop.importers.periods.meanings import Meaning
from pcf_desktop.importers.periods.period import Precision, Span

FIRST_YEAR, LAST_YEAR = 1990, 2099
NO_SUCH_DAY = "There is no such day."

_ANY_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|"
    r"sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b"
)
_MONTH = rf"(?P<month>{_ANY_MONTH})\.?"
_NTH = r"(?:\s?(?:st|nd|rd|th)\b)"
_DAY = rf"(?P<day>[12]\d|3[01]|0?[1-9]){_NTH}?"
_GAP = r"[\s,/-]{0,3}(?:of\s)?(?:the\s)?"
_SPLIT = r"(?P<begins>20\d\d|\d\d)\s?[/-]\s?(?P<ends>20\d\d|\d\d)(?!\d|[/.-]\d)"
_LONE = rf"'?(?P<year>(?:19|20)\d\d|\d\d(?!{_NTH}|\s?{_ANY_MONTH}))(?!\d|[/.:]\d)"
_ITS_YEAR = rf"(?:{_GAP}(?:{_SPLIT}|{_LONE}))?"
_DAYS_YEAR = r"(?:,?[\s-]?'?(?P<year>(?:19|20)\d\d|\d\d)(?!\d|[/.:]\d))?"
_FISCAL = r"(?:\s?\(?(?P<fy>fy|f/y|financial year)\b\)?)?"
_Q = r"(?:q|qtr\.?\s?|quarter\s?)(?P<q>[1-4])(?:\s?(?:-|/|&|and|to)\s?q?(?P<q2>[1-4])(?![\d/]))?"
_NTH_Q = r"(?P<nth>[1-4](?=st|nd|rd|th)|first|second|third|fourth)(?:st|nd|rd|th)?\squarter"
_TERM = r"(?P<term>autumn|spring|summer|fall)"
_YEARS = r"academic\syear|academic|ay|school\syear|financial\syear|financial|fy|f/y"

_ALONE = r"(?<![\w.\u00a3])(?:(?<![/-])|(?=[a-z])|(?<=[a-z]-))"
"""No part of a longer number; a word may follow a stroke, and a number may follow *mid-*."""

_FORMS: tuple[tuple[Precision, str, Meaning], ...] = (
    (
        Precision.DAY,
        r"(?P<year>\d{4})-(?P<m>\d\d)-(?P<day>\d\d)(?:[t\s]\d\d:\d\d[\d:.]*)?",
        meanings.iso_day,
    ),
    (
        Precision.DAY,
        r"(?P<day>\d\d?)\s?[/.-]\s?(?P<m>\d\d?)\s?[/.-]\s?(?P<year>\d{4}|\d\d)",
        meanings.numeric_day,
    ),
    (Precision.QUARTER, rf"(?P<year>20\d\d)\s?[-/]?\s?{_Q}", meanings.quarter),
    (Precision.QUARTER, rf"{_Q}{_FISCAL}{_ITS_YEAR}", meanings.quarter),
    (Precision.QUARTER, rf"{_NTH_Q}{_FISCAL}{_ITS_YEAR}", meanings.quarter),
    (
        Precision.TERM,
        rf"{_TERM}\s(?:(?P<half>[12])\s)?(?:half[\s-]?)?term(?:\s(?P<half2>[12])(?!\d))?{_ITS_YEAR}",
        meanings.term,
    ),
    (Precision.TERM, rf"{_TERM}\s(?P<half>[12]),?\s(?:{_SPLIT}|{_LONE})", meanings.term),
    (Precision.TERM, rf"{_TERM}\s(?:{_SPLIT}|{_LONE})\s(?:half[\s-]?)?term", meanings.term),
    (Precision.TERM, rf"term\s?(?P<number>[1-6]),?\s(?:of\s)?{_SPLIT}", meanings.numbered_term),
    (Precision.SEASON, rf"(?P<season>autumn|spring|summer|winter){_ITS_YEAR}", meanings.season),
    (
        Precision.DAY,
        rf"(?P<from>\d\d?){_NTH}?\s?(?:-|to|and|&)\s?{_DAY}(?:\sof)?[\s-]{_MONTH}{_DAYS_YEAR}",
        meanings.days_of_a_month,
    ),
    (Precision.DAY, rf"{_DAY}(?:\sof)?[\s-]?{_MONTH}{_DAYS_YEAR}", meanings.worded_day),
    (Precision.DAY, rf"{_MONTH}\s{_DAY}(?:,\s?|\s)(?P<year>20\d\d)(?!\d)", meanings.worded_day),
    (Precision.DAY, rf"{_MONTH}\s(?P<day>\d\d?){_NTH}", meanings.worded_day),
    (Precision.MONTH, rf"{_MONTH}(?:\shalf[\s-]?term)?{_ITS_YEAR}", meanings.month),
    (Precision.SEASON, rf"(?P<feast>easter|christmas|xmas){_ITS_YEAR}", meanings.feast),
    (
        Precision.MONTH,
        r"(?P<m>0?[1-9]|1[0-2])\s?[/.-]\s?(?P<year>20\d\d)",
        meanings.month_in_numbers,
    ),
    (
        Precision.MONTH,
        r"(?P<m>0?[1-9]|1[0-2])/(?P<year>1[3-9]|[2-9]\d)",
        meanings.month_in_numbers,
    ),
    (Precision.YEAR, rf"(?P<kind>{_YEARS})\s?{_SPLIT}", meanings.split_year),
    (Precision.YEAR, rf"{_SPLIT}\s(?P<kind>{_YEARS})", meanings.split_year),
    (Precision.YEAR, rf"(?=20\d\d|1[3-9]|[2-9]\d){_SPLIT}", meanings.split_year),
    (
        Precision.DAY,
        r"(?P<day>0?[1-9]|[12]\d|3[01])/(?P<m>0?[1-9]|1[0-2])(?![/\d])",
        meanings.numeric_day,
    ),
    (Precision.YEAR, r"(?P<year>20\d\d)(?:\s?-\s?(?P<last>20\d\d))?", meanings.whole_years),
)
"""The forms in the order in which they are looked for: what is found first keeps its place."""

_PATTERNS = tuple(
    (precision, re.compile(rf"{_ALONE}{form}(?![\w%])"), meaning)
    for precision, form, meaning in _FORMS
)


@dataclass(frozen=True)
class FoundDate:
    """A date in a text, from `start` to before `end`.

    `span` is None where its year is missing (`dated` is False) or there is no such day.
    """

    match: re.Match[str]
    precision: Precision
    meaning: Meaning
    span: Span | None
    dated: bool

    @property
    def start(self) -> int:
        """Return where it begins in the text."""
        return self.match.start()

    @property
    def end(self) -> int:
        """Return where the text goes on after it."""
        return self.match.end()

    def in_year(self, year: int) -> Span | None:
        """Return what it means in a year that stands elsewhere in the text."""
        return _span(self.match, self.meaning, year)


def find_dates(text: str) -> list[FoundDate]:
    """Return the dates in a text of small letters, in order, none inside another."""
    found: list[FoundDate] = []
    for precision, pattern, meaning in _PATTERNS:
        for match in pattern.finditer(text):
            if all(match.end() <= each.start or each.end <= match.start() for each in found):
                span, dated = _span(match, meaning, None), meanings.is_dated(match)
                if span is None and meaning is meanings.split_year:
                    continue  # 2020-2022 is no school or financial year, but two years
                found.append(FoundDate(match, precision, meaning, span, dated))
    return sorted(found, key=lambda each: each.start)


def _span(match: re.Match[str], meaning: Meaning, year: int | None) -> Span | None:
    try:
        span = meaning(match, year)
    except (ValueError, OverflowError):
        return None
    return span if span and FIRST_YEAR <= span.earliest.year <= LAST_YEAR else None
