"""When something was said, in words."""

from datetime import date

import pytest

from pcf_desktop.records import When
from pcf_desktop.ui.said import short, words_of


@pytest.mark.parametrize(
    ("said", "precision", "words", "column"),
    [
        (When.of(2022, 4, 3), "day", "3 April 2022", "3 Apr 2022"),
        (When.of(2022, 4), "month", "April 2022", "April 2022"),
        (When.of(2022), "year", "2022", "2022"),
        (When(), None, "No date", "No date"),
    ],
)
def test_a_date_is_as_exact_as_it_was_given(
    said: When, precision: str | None, words: str, column: str
) -> None:
    assert said.precision == precision
    assert (words_of(said), short(said)) == (words, column)


def test_a_period_without_words_is_called_by_its_month() -> None:
    assert words_of(When(None, date(2022, 4, 1), date(2022, 4, 30), "month")) == "April 2022"
