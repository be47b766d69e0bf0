"""A moment of another place is turned to the clock in England, in summer and in winter."""

import re
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pcf_desktop.importers.columns.zones import ZONE, aware_in_england, in_england
from tests.importers.exports import moment


@pytest.mark.parametrize(
    ("told", "zone", "here"),
    [
        (moment(2026, 6, 30, 23, 30), "Z", moment(2026, 7, 1, 0, 30)),
        (moment(2026, 6, 30, 23, 30), "+00:00", moment(2026, 7, 1, 0, 30)),
        (moment(2026, 6, 30, 23, 30), "+01:00", moment(2026, 6, 30, 23, 30)),
        (moment(2026, 6, 30, 23, 30), " GMT+1", moment(2026, 6, 30, 23, 30)),
        (
            moment(2026, 6, 30, 23, 30),
            " GMT+0100 (British Summer Time)",
            moment(2026, 6, 30, 23, 30),
        ),
        (moment(2026, 6, 30, 23, 30), " +0000 UTC", moment(2026, 7, 1, 0, 30)),
        (moment(2026, 6, 30, 23, 30), " BST", moment(2026, 6, 30, 23, 30)),
        (moment(2026, 1, 30, 23, 30), "Z", moment(2026, 1, 30, 23, 30)),
        (moment(2026, 1, 30, 20), " EST", moment(2026, 1, 31, 1)),
        (moment(2026, 7, 30, 20), " EDT", moment(2026, 7, 31, 1)),
        (moment(2026, 1, 31, 0, 30), " CET", moment(2026, 1, 30, 23, 30)),
        (moment(2026, 1, 31, 5), "+0530", moment(2026, 1, 30, 23, 30)),
        (moment(2026, 3, 29, 0, 59), "Z", moment(2026, 3, 29, 0, 59)),
        (moment(2026, 3, 29, 1), "Z", moment(2026, 3, 29, 2)),
        (moment(2026, 10, 25, 0, 59), "Z", moment(2026, 10, 25, 1, 59)),
        (moment(2026, 10, 25, 1), "Z", moment(2026, 10, 25, 1)),
    ],
)
def test_it_is_the_time_on_a_clock_in_england(told: datetime, zone: str, here: datetime) -> None:
    assert re.fullmatch(ZONE, zone, re.IGNORECASE)
    assert in_england(told, zone) == here


@given(
    st.datetimes(min_value=datetime(1997, 1, 1), max_value=datetime(2037, 12, 31)),  # noqa: DTZ001
    st.integers(-12, 14),
)
def test_it_is_what_the_table_of_zones_says(told: datetime, hours: int) -> None:
    aware = (told.replace(tzinfo=UTC) - timedelta(hours=hours)).astimezone(
        ZoneInfo("Europe/London")
    )
    here = aware.replace(tzinfo=None, microsecond=0)
    assert in_england(told, f"{hours:+03d}:00") == here
    assert aware_in_england(aware) == here


@pytest.mark.parametrize("words", ["Zoe", "estate", " and so on", "+1 more"])
def test_words_behind_a_clock_are_no_zone(words: str) -> None:
    assert not re.fullmatch(ZONE, words, re.IGNORECASE)
