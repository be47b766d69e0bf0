"""Dates, times and counts read as a person would say them."""

from datetime import datetime

import pytest

from pcf_desktop.ui import words

NOW = datetime(2026, 5, 3, 10, 42)  # noqa: DTZ001 - what a wall clock shows


@pytest.mark.parametrize(
    ("hour", "shown"), [(0, "12:05 am"), (9, "9:05 am"), (12, "12:05 pm"), (19, "7:05 pm")]
)
def test_a_time_is_written_by_twelve_hours(hour: int, shown: str) -> None:
    assert words.clock(NOW.replace(hour=hour, minute=5)) == shown


@pytest.mark.parametrize(
    ("when", "shown"),
    [
        (NOW, "10:42 am"),
        (NOW.replace(day=2), "yesterday 10:42 am"),
        (NOW.replace(month=4), "3 April 2026"),
    ],
)
def test_a_moment_is_said_by_how_near_it_is(when: datetime, shown: str) -> None:
    assert words.moment(when, NOW) == shown


def test_counts_carry_their_noun() -> None:
    assert [words.count(n, "comment", "comments") for n in (0, 1, 1204)] == [
        "0 comments",
        "1 comment",
        "1,204 comments",
    ]


def test_changes_carry_their_sign() -> None:
    assert [words.change(n) for n in (4, 0, -12)] == ["+4", "0", "−12"]


@pytest.mark.parametrize(
    ("seconds", "shown"),
    [
        (2, "about 10 seconds left"),
        (34, "about 30 seconds left"),
        (58, "about 1 minute left"),
        (119, "about 2 minutes left"),
        (3500, "about 1 hour left"),
        (7300, "about 2 hours left"),
    ],
)
def test_time_left_is_a_guess_in_round_words(seconds: float, shown: str) -> None:
    assert words.left(seconds) == shown


def test_things_are_listed_with_and() -> None:
    assert [words.listed(list(some)) for some in ("", "a", "ab", "abc")] == [
        "",
        "a",
        "a and b",
        "a, b and c",
    ]


def test_what_is_not_known_leaves_no_dot() -> None:
    assert words.dotted("3 April 2026", None, "", "F-0139") == "3 April 2026 · F-0139"
