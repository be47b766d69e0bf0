from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pcf_desktop.importers.letters.dates import dates


@pytest.mark.parametrize(
    ("words", "first", "last"),
    [
        ("27th and 31st January 2020", "2020-01-27", "2020-01-31"),
        ("between 27 January 2020 and 31 January 2020", "2020-01-27", "2020-01-31"),
        ("18 November - 22 November 2019", "2019-11-18", "2019-11-22"),
        ("September 23-25, 2019", "2019-09-23", "2019-09-25"),
        ("from 11to 29 September 2023", "2023-09-11", "2023-09-29"),
        ("Monday 4 July to Wednesday 6 July 2022", "2022-07-04", "2022-07-06"),
        ("28 November–2 December 2016", "2016-11-28", "2016-12-02"),
        ("16 December to 10 January 2020", "2019-12-16", "2020-01-10"),
        ("24/11/2020", "2020-11-24", "2020-11-24"),
        ("2020-05-06", "2020-05-06", "2020-05-06"),
        ("Wednesday, 16th May 2018", "2018-05-16", "2018-05-16"),
        ("on December 23rd, 2019", "2019-12-23", "2019-12-23"),
        ("10/07/2023 to 14/07/2023", "2023-07-10", "2023-07-14"),
        ("the 9 and\n11 December 2019", "2019-12-09", "2019-12-11"),
    ],
)
def test_a_date_is_read(words: str, first: str, last: str) -> None:
    (when,) = dates(words)
    assert (when.first.isoformat(), when.last.isoformat()) == (first, last)
    assert when.year_named


def test_a_month_alone_stays_a_month() -> None:
    (when,) = dates("published in May 2020")
    assert when.is_month
    assert when.iso(when.first) == "2020-05"


def test_a_month_without_a_year_says_so() -> None:
    (when,) = dates("was conducted in March.")
    assert not when.year_named
    assert when.in_year(2018).first == date(2018, 3, 1)


@pytest.mark.parametrize("words", ["31/02/2020", "leaders may act", "20 weeks", "aged 5 to 11"])
def test_what_is_no_date_is_left_alone(words: str) -> None:
    assert dates(words) == ()


@given(st.dates(date(2016, 1, 1), date(2030, 12, 31)), st.sampled_from(["st", "nd", "th", ""]))
def test_every_day_is_found_in_words(day: date, suffix: str) -> None:
    (when,) = dates(f"It was published on {day.day}{suffix} {day:%B %Y}.")
    assert when.first == when.last == day


def test_days_after_their_month_need_no_year() -> None:
    (found,) = dates("between September 20 and 24 and later")
    assert (found.first.day, found.last.day, found.year_named) == (20, 24, False)


def test_a_number_of_people_after_a_day_is_no_second_day() -> None:
    assert dates("On March 4 and 30 people came") == ()
    (when,) = dates("On March 4, 2020 and 30 people came")
    assert when.first == when.last == date(2020, 3, 4)
