"""Quarters, terms and seasons fill their year without gap or overlap."""

from datetime import date, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from pcf_desktop.importers.periods import school_year
from pcf_desktop.importers.periods.period import Precision

YEARS = st.integers(2000, 2090)
DAY = timedelta(days=1)


@given(YEARS, st.booleans())
def test_four_quarters_make_a_year(year: int, financial: bool) -> None:  # noqa: FBT001 - generated
    spans = [school_year.quarter(year, number, financial=financial) for number in range(1, 5)]
    assert all(one.latest + DAY == two.earliest for one, two in pairwise(spans))
    assert spans[0].earliest == date(year, 4 if financial else 1, 1)
    assert spans[-1].latest == (date(year + 1, 3, 31) if financial else date(year, 12, 31))


@given(YEARS, st.sampled_from(["autumn", "spring", "summer"]))
def test_two_halves_make_a_term(year: int, name: str) -> None:
    whole, first, second = (school_year.term(year, name, half) for half in (0, 1, 2))
    assert (whole.earliest, whole.latest) == (first.earliest, second.latest)
    assert first.latest + DAY == second.earliest


@given(YEARS)
def test_a_school_year_begins_with_autumn_and_holds_its_terms(begins: int) -> None:
    year = school_year.split_year(begins, school=True, certain=True)
    for name in ("autumn", "spring", "summer"):
        term = school_year.term(school_year.school_year_of_term(begins, name), name)
        assert year.earliest <= term.earliest <= term.latest <= year.latest


@given(YEARS)
def test_winter_goes_on_into_the_next_year(year: int) -> None:
    winter = school_year.season(year, "winter")
    assert (winter.earliest, winter.latest.month) == (date(year, 12, 1), 2)
    assert winter.latest + DAY == school_year.season(year + 1, "spring").earliest


def test_a_year_that_is_not_sure_says_so() -> None:
    assert school_year.split_year(2024, school=False, certain=True).note == ""
    assert "may be meant" in school_year.split_year(2024, school=False, certain=False).note
    assert school_year.months(2024, 2, 1, Precision.MONTH).latest == date(2024, 2, 29)
