"""Deadlines fall on the days that local areas were really set."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pcf_desktop.services.inspections.deadlines import (
    due,
    is_working_day,
    rules,
    working_day_after,
    working_days_between,
)

DAYS = st.dates(date(2016, 1, 1), date(2030, 12, 31))


@pytest.mark.parametrize(
    ("rule", "received", "expected"),
    [
        ("wsoa_due", date(2017, 11, 21), date(2018, 3, 2)),
        ("wsoa_due", date(2021, 9, 17), date(2021, 12, 24)),
        ("wsoa_due", date(2021, 11, 9), date(2022, 2, 18)),
        ("wsoa_due", date(2022, 2, 22), date(2022, 6, 7)),
        ("priority_action_plan_due", date(2024, 1, 18), date(2024, 3, 7)),
        ("priority_action_plan_due", date(2023, 9, 5), date(2023, 10, 24)),
    ],
)
def test_the_published_deadlines_come_out(rule: str, received: date, expected: date) -> None:
    assert due(received, rules()[rule]) == expected


def test_evidence_is_due_two_weeks_before_a_review() -> None:
    assert due(date(2022, 6, 20), rules()["app_evidence_due"]) == date(2022, 6, 6)


def test_a_review_after_six_months_falls_on_the_same_day_or_the_months_last() -> None:
    assert due(date(2021, 3, 15), rules()["app_review_6"]) == date(2021, 9, 15)
    assert due(date(2021, 8, 31), rules()["app_review_6"]) == date(2022, 2, 28)


def test_a_revisit_is_expected_within_18_months() -> None:
    assert due(date(2020, 11, 24), rules()["revisit_expected"]) == date(2022, 5, 24)


def test_notice_lies_before_the_revisit() -> None:
    assert due(date(2022, 1, 17), rules()["revisit_notice"]) == date(2021, 12, 31)


def test_every_rule_has_a_source_and_a_day() -> None:
    for rule in rules().values():
        assert rule.source
        assert due(date(2024, 2, 29), rule) != date(2024, 2, 29)


def test_what_rests_on_general_knowledge_says_so() -> None:
    assert rules()["wsoa_due"].confirmed
    assert not rules()["priority_action_plan_due"].confirmed
    assert not rules()["publication_expected"].last_day


def test_the_late_spring_holiday_of_2022_and_the_jubilee_are_no_working_days() -> None:
    assert not is_working_day(date(2022, 6, 2))
    assert not is_working_day(date(2022, 6, 3))
    assert is_working_day(date(2022, 5, 30))


@given(DAYS, st.integers(1, 90))
def test_counting_there_and_between_agree(day: date, count: int) -> None:
    end = working_day_after(day, count)
    assert is_working_day(end)
    assert working_days_between(day, end) == count
    assert working_days_between(end, day) == -count


@given(DAYS, st.integers(1, 40))
def test_counting_back_from_a_working_day_returns(day: date, count: int) -> None:
    start = working_day_after(day, 1)
    assert working_day_after(working_day_after(start, count), -count) == start


@given(DAYS)
def test_a_weekend_never_works(day: date) -> None:
    saturday = day + timedelta(days=(5 - day.weekday()) % 7)
    assert not is_working_day(saturday)
    assert not is_working_day(saturday + timedelta(days=1))
