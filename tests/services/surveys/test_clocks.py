"""By which clocks two times may be one, and by which they are not."""

from datetime import UTC, datetime, timedelta

import pytest

from pcf_desktop.services.surveys.clocks import CLOCKS, NEVER, days_around, local
from tests.importers.exports import moment


def told_by(row: datetime | None, response: datetime | None) -> set[str]:
    return {
        clock.name
        for clock in CLOCKS
        if clock.of_row(row) is not NEVER
        and clock.of_row(row) == clock.of_response(response)
        and clock.tells(row, response)
    }


@pytest.mark.parametrize(
    ("row", "response", "names"),
    [
        (moment(2026, 5, 1, 10, 0, 7), moment(2026, 5, 1, 10, 0, 7), {"second"}),
        (moment(2026, 5, 1, 10, 0), moment(2026, 5, 1, 10, 0, 7), {"minute"}),
        (moment(2026, 5, 1, 10, 0, 9), moment(2026, 5, 1, 10, 0, 7), set()),
        (moment(2026, 5, 1), moment(2026, 5, 1, 10, 0, 7), {"day"}),
        (None, moment(2026, 5, 1, 10, 0, 7), {"no time"}),
        (moment(2026, 1, 5, 10, 0, 7), moment(2026, 5, 1, 10, 0, 7), {"day and month"}),
        (moment(2026, 5, 1, 10, 7), moment(2026, 5, 1, 11, 7), {"zone 1:00:00"}),
        (moment(2026, 5, 13, 10, 7), moment(2026, 6, 1, 11, 9), set()),
    ],
)
def test_a_time_is_that_of_a_response_by_one_clock(
    row: datetime | None, response: datetime | None, names: set[str]
) -> None:
    assert told_by(row, response) == names


def test_only_a_whole_file_goes_by_another_zone_or_another_order() -> None:
    certain = {clock.name for clock in CLOCKS if clock.is_certain}
    assert certain == {"second", "minute", "day", "no time"}


def test_times_in_the_file_of_the_forum_are_shown_by_this_computer_s_clock() -> None:
    kept = datetime(2026, 7, 1, 9, 30, tzinfo=UTC)
    assert local(kept) == kept.astimezone().replace(tzinfo=None)
    assert local(None) is None


def test_the_days_around_hold_the_other_order_and_none_where_a_time_is_missing() -> None:
    days = days_around([moment(2026, 5, 1, 10)])
    assert days is not None
    first = moment(2026, 5, 1).date()
    assert {first - timedelta(days=1), first, moment(2026, 1, 5).date()} <= days
    assert days_around([moment(2026, 5, 1), None]) is None
