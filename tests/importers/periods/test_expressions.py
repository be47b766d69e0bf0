"""Dates are found where they stand, the longest form first, and never inside a number."""

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pcf_desktop.importers.periods.expressions import find_dates


def test_each_date_has_its_place() -> None:
    text = "from 1 sept 2020 until spring term 2021, then q2"
    found = find_dates(text)
    assert [text[each.start : each.end] for each in found] == [
        "1 sept 2020",
        "spring term 2021",
        "q2",
    ]
    assert [each.dated for each in found] == [True, True, False]


def test_a_date_without_a_year_can_be_tried_in_one() -> None:
    (found,) = find_dates("29 february")
    assert found.span is None
    assert found.in_year(2021) is None
    leap = found.in_year(2024)
    assert leap is not None
    assert leap.earliest == date(2024, 2, 29)


@pytest.mark.parametrize("text", ["3.1.2", "\u00a32021", "2021%", "a2021", "12021", "20211", "q5"])
def test_parts_of_other_things_are_no_dates(text: str) -> None:
    assert find_dates(text) == []


@given(st.text(max_size=100))
def test_found_dates_never_overlap(text: str) -> None:
    found = find_dates(text.casefold())
    assert all(one.end <= two.start for one, two in pairwise(found))
