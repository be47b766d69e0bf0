"""Dates are read as British people type them, and never turned round."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pcf_desktop.records import When
from pcf_desktop.ui.partial_date import read_date
from pcf_desktop.ui.said import words_of

TODAY = date(2026, 5, 3)


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("3/4/26", "3 April 2026"),
        ("3.4.2026", "3 April 2026"),
        ("2026-04-03", "3 April 2026"),
        ("3rd of April 2026", "3 April 2026"),
        ("3 apr 26", "3 April 2026"),
        ("3 April", "3 April 2026"),
        ("April 2026", "April 2026"),
        ("sept", "September 2026"),
        ("4/2026", "April 2026"),
        ("2026", "2026"),
        ("today", "3 May 2026"),
        ("Yesterday", "2 May 2026"),
    ],
)
def test_dates_that_are_understood(typed: str, words: str) -> None:
    read = read_date(typed, TODAY)
    assert read is not None
    assert words_of(read) == words


@pytest.mark.parametrize(
    "typed",
    ["", "31/2/2026", "the other day", "1/2/3/4", "26", "0/4/2026", "4/13/2026", "5 6 1850"],
)
def test_what_is_no_date_is_none(typed: str) -> None:
    assert read_date(typed, TODAY) is None


@given(st.dates(date(1900, 1, 1), date(2100, 12, 31)))
def test_every_day_is_read_back_from_its_own_words(day: date) -> None:
    kept = When.day(day)
    assert read_date(words_of(kept), TODAY) == kept


@given(st.text(max_size=30))
def test_no_words_make_it_fail(typed: str) -> None:
    read = read_date(typed, TODAY)
    if read is not None:
        assert read.earliest is not None
        assert read.latest is not None
        assert read.earliest <= read.latest
