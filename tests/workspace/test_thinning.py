"""All of two days, then one a day, a week, a month; never the last one; none too old."""

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from pcf_desktop.workspace.thinning import Dated, in_order, superfluous

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)
HOUR, DAY = timedelta(hours=1), timedelta(days=1)
ages = st.lists(st.integers(-50, 20_000).map(lambda hours: NOW - hours * HOUR), max_size=60)


def kept(taken: list[datetime], retention: timedelta | None = None) -> list[datetime]:
    """Thin copies whose saves are in the order of their dates; return the dates that stay."""
    copies = [Dated(each, number) for number, each in enumerate(sorted(set(taken)))]
    return sorted(each.taken for each in set(copies) - superfluous(copies, NOW, retention))


def test_of_two_years_with_a_backup_each_hour_few_stay() -> None:
    taken = [NOW - hours * HOUR for hours in range(2 * 365 * 24)]
    stay = kept(taken)
    assert stay[-49:] == sorted(taken)[-49:]
    older = [time for time in stay if NOW - time > 2 * DAY]
    assert len([time for time in older if NOW - time <= 14 * DAY]) == 12
    assert len([time for time in older if 14 * DAY < NOW - time <= 56 * DAY]) == 8
    assert len([time for time in older if NOW - time > 56 * DAY]) == 10
    assert NOW - stay[0] <= 365 * DAY


def test_the_last_of_a_day_stays() -> None:
    day = datetime(2026, 11, 15, tzinfo=UTC)
    assert kept([day + hour * HOUR for hour in (8, 12, 17)] + [NOW]) == [day + 17 * HOUR, NOW]


def test_nothing_older_than_the_forum_keeps_stays_but_the_last() -> None:
    taken = [NOW - days * DAY for days in (1, 20, 100, 300)]
    assert kept(taken, 90 * DAY) == [NOW - 20 * DAY, NOW - DAY]
    assert kept([NOW - 300 * DAY], 90 * DAY) == [NOW - 300 * DAY]


def test_none_is_none() -> None:
    assert superfluous([], NOW) == set()


@given(ages)
def test_the_newest_and_all_of_two_days_stay(taken: list[datetime]) -> None:
    stay = set(kept(taken))
    assert not taken or max(taken) in stay
    assert stay >= {time for time in taken if NOW - time <= 2 * DAY}


@given(ages)
def test_thinning_twice_takes_no_more(taken: list[datetime]) -> None:
    assert kept(kept(taken)) == kept(taken)


@given(ages, st.integers(0, 3000))
def test_a_retention_never_keeps_more(taken: list[datetime], days: int) -> None:
    assert set(kept(taken, days * DAY)) <= set(kept(taken)) | ({max(taken)} if taken else set())


@given(st.lists(st.integers(0, 600), min_size=1, max_size=30), st.integers(400, 2_000))
def test_a_copy_of_the_future_takes_no_other_with_it_and_is_not_the_newest_for_long(
    ages: list[int], ahead: int
) -> None:
    days = sorted(set(ages), reverse=True)
    copies = [Dated(NOW - day * DAY, number) for number, day in enumerate(days)]
    wrong = Dated(NOW + ahead * DAY, len(copies))
    assert superfluous([*copies, wrong], NOW) <= superfluous(copies, NOW)
    after = Dated(NOW, len(copies) + 1)
    assert in_order([*copies, wrong, after], NOW)[-1] == after


def test_a_copy_dated_too_early_is_the_newest_by_its_save_and_stays() -> None:
    copies = [Dated(NOW - day * DAY, 9 - day) for day in range(9)]
    early = Dated(NOW - 2_000 * DAY, 10)
    assert in_order([*copies, early], NOW)[-1] == early
    assert superfluous([*copies, early], NOW) == superfluous(copies, NOW)
