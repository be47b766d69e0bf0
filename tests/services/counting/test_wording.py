"""Figures and dates are said alike on every page."""

from datetime import date

import pytest

from pcf_desktop.records import When
from pcf_desktop.services.counting import wording

TERM = When("Spring term 2024", date(2024, 1, 8), date(2024, 3, 22), "term")


@pytest.mark.parametrize(
    ("when", "said"),
    [
        (When(), ""),
        (When("some time ago"), "some time ago"),
        (When.day(date(2024, 2, 29)), "February 2024"),
        (When("Feb 24", date(2024, 2, 1), date(2024, 2, 29), "month"), "February 2024"),
        (When(None, date(2024, 3, 1), None, "ongoing"), "March 2024"),
        (TERM, "Spring term 2024"),
        (When(None, date(2024, 1, 1), date(2024, 12, 31), "year"), "January 2024 to December 2024"),
    ],
)
def test_a_date_is_never_said_more_exactly_than_its_month(when: When, said: str) -> None:
    assert wording.month(when) == said


@pytest.mark.parametrize(
    ("first", "last", "said"),
    [
        (date(2021, 9, 1), date(2021, 11, 30), "1 September 2021 to 30 November 2021"),
        (date(2021, 9, 1), None, "from 1 September 2021"),
        (None, date(2021, 11, 30), "until 30 November 2021"),
        (None, None, "all dates"),
    ],
)
def test_a_period_is_said_with_the_ends_it_has(
    first: date | None, last: date | None, said: str
) -> None:
    assert wording.period(first, last) == said


def test_a_number_has_its_noun() -> None:
    assert wording.count(1, "family", "families") == "1 family"
    assert wording.count(0, "comment") == "0 comments"
    assert wording.count(1204, "family", "families") == "1,204 families"


def test_words_are_listed_as_in_a_sentence() -> None:
    assert wording.listed(["a"]) == "a"
    assert wording.listed(["a", "b"]) == "a and b"
    assert wording.listed(["a", "b", "c"]) == "a, b and c"


@pytest.mark.parametrize(
    ("when", "said"),
    [
        (When(), ""),
        (When.day(date(2021, 11, 3)), "3 November 2021"),
        (When(None, date(2021, 11, 1), date(2021, 11, 3), "day"), "1 to 3 November 2021"),
        (When(None, date(2021, 1, 30), date(2021, 2, 2), "day"), "30 January to 2 February 2021"),
        (
            When(None, date(2021, 12, 30), date(2022, 1, 2), "day"),
            "30 December 2021 to 2 January 2022",
        ),
        (When(None, date(2024, 3, 1), None, "ongoing"), "1 March 2024"),
        (When("Nov 21", date(2021, 11, 1), date(2021, 11, 30), "month"), "Nov 21"),
        (When(None, date(2021, 11, 1), date(2021, 11, 30), "month"), "November 2021"),
        (TERM, "Spring term 2024"),
    ],
)
def test_the_days_of_an_event_are_said_with_month_and_year_once(when: When, said: str) -> None:
    assert wording.span(when) == said
