"""A date is kept as it was written, with the days it can mean."""

from datetime import date, timedelta

import pytest
from sqlalchemy import select

from pcf_desktop.records import Feedback, When
from pcf_desktop.workspace import Workspace

DAY = date(2026, 3, 1)


def test_a_day_is_exact() -> None:
    assert When.day(DAY) == When.of(2026, 3, 1) == When(None, DAY, DAY, "day")


@pytest.mark.parametrize(
    ("known", "precision", "days"),
    [
        (When.of(2024, 2), "month", 29),
        (When.of(2026, 12), "month", 31),
        (When.of(2026), "year", 365),
    ],
)
def test_a_month_or_a_year_means_all_its_days(known: When, precision: str, days: int) -> None:
    assert known.precision == precision
    assert known.earliest is not None
    assert known.latest == known.earliest + timedelta(days=days - 1)


@pytest.mark.parametrize(
    "when", [When(), When.day(DAY), When("Spring term 2024", date(2024, 1, 8), None, "term")]
)
def test_a_date_comes_back_as_it_was_kept(workspace: Workspace, when: When) -> None:
    with workspace.change("Log") as session:
        session.add(Feedback(words="-", said=when))
    with workspace.read() as session:
        assert session.scalars(select(Feedback)).one().said == when
        assert session.execute(select(Feedback.said)).scalar_one() == when
