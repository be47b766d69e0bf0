"""Each form of a date means the days that its parts say."""

import re

import pytest

from pcf_desktop.importers.periods import meanings


def match(pattern: str, text: str) -> re.Match[str]:
    found = re.fullmatch(pattern, text)
    assert found is not None
    return found


def test_a_year_in_the_text_wins_over_the_one_given() -> None:
    found = match(r"(?P<month>\w+) (?P<year>\d+)", "july 2020")
    span = meanings.month(found, 1999)
    assert span is not None
    assert span.earliest.year == 2020
    assert meanings.is_dated(found)


def test_without_any_year_there_are_no_days() -> None:
    found = match(r"(?P<month>\w+)", "july")
    assert meanings.month(found, None) is None
    assert not meanings.is_dated(found)


def test_a_day_that_does_not_exist_raises() -> None:
    found = match(r"(?P<day>\d+) (?P<month>\w+) (?P<year>\d+)", "31 february 2021")
    with pytest.raises(ValueError, match="day"):
        meanings.worded_day(found, None)


def test_a_split_year_is_two_that_follow_each_other() -> None:
    pattern = r"(?P<begins>\d+)/(?P<ends>\d+)"
    year = meanings.split_year(match(pattern, "1999/00".replace("1999", "2099")), None)
    assert year is not None
    assert year.latest.year == 2100
    with pytest.raises(ValueError, match="22"):
        meanings.split_year(match(pattern, "2020/22"), None)


def test_easter_moves_and_christmas_does_not() -> None:
    pattern = r"(?P<feast>\w+) (?P<year>\d+)"
    easter = meanings.feast(match(pattern, "easter 2024"), None)
    christmas = meanings.feast(match(pattern, "christmas 2024"), None)
    assert easter is not None
    assert christmas is not None
    assert (easter.earliest.month, easter.latest.month) == (3, 4)
    assert (christmas.latest.month, christmas.latest.day) == (12, 31)
