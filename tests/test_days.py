"""Days are said in English whatever the system speaks, and moments have a zone."""

import locale
from datetime import UTC, date, datetime

import pytest

from pcf_desktop import days


def test_days_and_months_as_people_write_them() -> None:
    assert days.day(date(2026, 4, 3)) == "3 April 2026"
    assert days.month(date(2026, 12, 31)) == "December 2026"
    assert len(set(days.MONTHS)) == 12
    assert days.day_and_time(datetime(2026, 4, 3, 7, 5, tzinfo=UTC)) == "3 April 2026, 07:05"


def test_a_system_that_speaks_another_language_changes_nothing(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(locale, "nl_langinfo", lambda _item: "Ebrill", raising=False)
    assert days.day(date(2026, 4, 3)) == "3 April 2026"


def test_a_moment_without_a_zone_is_this_computers_own_time() -> None:
    written = datetime(2021, 9, 3, 23, 59)  # noqa: DTZ001 - as a file has it
    found = days.with_zone(written)
    assert found is not None
    assert found.tzinfo is UTC
    assert found.astimezone().replace(tzinfo=None) == written
    assert days.with_zone(None) is None


def test_a_year_that_no_calendar_has_still_has_a_zone() -> None:
    odd = datetime(1, 1, 1, 0, 30)  # noqa: DTZ001 - as a file has it
    found = days.with_zone(odd)
    assert found is not None
    assert found.tzinfo is UTC
