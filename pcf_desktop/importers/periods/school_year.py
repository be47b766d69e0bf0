"""The parts of a year that plans count in: months, quarters, school terms, seasons.

Term dates differ between councils and years, so terms are approximations. Autumn begins on 1
September, spring on 1 January and summer on 1 April, as in the government's guidance on early
years places; summer ends on 31 July, when schools close. Easter moves within the last weeks of
spring and the first of summer. Half terms, and the six terms of some councils, halve these.
Seasons are those of the weather: spring is March to May.
"""

from calendar import monthrange
from datetime import date

from pcf_desktop.importers.periods.period import Precision, Span

FIRST_FINANCIAL_MONTH, FIRST_SCHOOL_MONTH = 4, 9

_TERMS = {"autumn": ((9, 1), (12, 31)), "spring": ((1, 1), (3, 31)), "summer": ((4, 1), (7, 31))}
_HALVES = {
    ("autumn", 1): ((9, 1), (10, 31)),
    ("autumn", 2): ((11, 1), (12, 31)),
    ("spring", 1): ((1, 1), (2, 15)),
    ("spring", 2): ((2, 16), (3, 31)),
    ("summer", 1): ((4, 1), (5, 31)),
    ("summer", 2): ((6, 1), (7, 31)),
}
_SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "winter": 12}


def months(year: int, first: int, count: int, precision: Precision, note: str = "") -> Span:
    """Return so many whole months; `first` may be over 12, in the year after."""
    last = first + count - 1
    return Span(
        date(year + (first - 1) // 12, (first - 1) % 12 + 1, 1),
        _month_end(year + (last - 1) // 12, (last - 1) % 12 + 1),
        precision,
        note,
    )


def _month_end(year: int, month: int) -> date:
    return date(year, month, monthrange(year, month)[1])


def quarter(year: int, number: int, *, financial: bool) -> Span:
    """Return a quarter of a calendar year, or of the financial year that begins in April."""
    first = 3 * number - 2 + (FIRST_FINANCIAL_MONTH - 1 if financial else 0)
    note = (
        "Read as a quarter of the financial year, April to March."
        if financial
        else "Read as a quarter of the calendar year, January to March being the first."
    )
    return months(year, first, 3, Precision.QUARTER, note)


def term(year: int, name: str, half: int = 0) -> Span:
    """Return a school term of a calendar year, or half of it; approximate days."""
    first, last = _HALVES[name, half] if half else _TERMS[name]
    note = "Term dates are approximate: they differ between councils."
    return Span(date(year, *first), date(year, *last), Precision.TERM, note)


def school_year_of_term(begins: int, name: str) -> int:
    """Return the calendar year in which a term of the school year lies that begins then."""
    return begins if name == "autumn" else begins + 1


def season(year: int, name: str) -> Span:
    """Return a season of the weather; winter goes on into the next year."""
    note = "" if name == "winter" else f"Read as a season; the {name} school term may be meant."
    return months(year, _SEASONS[name], 3, Precision.SEASON, note)


def split_year(begins: int, *, school: bool, certain: bool) -> Span:
    """Return a year such as 2024/25: the school year if said so, else the financial one."""
    first = FIRST_SCHOOL_MONTH if school else FIRST_FINANCIAL_MONTH
    note = (
        ""
        if certain
        else "Read as the financial year, April to March; the school year may be meant."
    )
    return months(begins, first, 12, Precision.YEAR, note)
