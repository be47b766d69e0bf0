"""No count so small that somebody could be found leaves the forum, nor can it be worked out."""

from hypothesis import given
from hypothesis import strategies as st

from pcf_desktop.services.counting import small_numbers
from pcf_desktop.services.counting.small_numbers import Shown

COUNTS = st.dictionaries(st.sampled_from("abcdefgh"), st.integers(0, 40), max_size=8)


def test_large_counts_stand_alone_and_noughts_stay_out() -> None:
    assert small_numbers.merged({"a": 9, "b": 0, "c": 7}, 5) == Shown({"a": 9, "c": 7})


def test_small_counts_are_named_together_with_the_noughts() -> None:
    found = small_numbers.merged({"a": 12, "b": 3, "c": 0, "d": 4}, 5)
    assert found == Shown({"a": 12}, ("b", "c", "d"), 7)


def test_one_small_count_takes_the_next_larger_with_it() -> None:
    assert small_numbers.merged({"a": 12, "b": 3, "c": 6}, 5) == Shown({"a": 12}, ("b", "c"), 9)


def test_where_nothing_would_be_left_alone_there_is_no_breakdown() -> None:
    assert small_numbers.merged({"a": 6, "b": 3}, 5) is None
    assert small_numbers.merged({"a": 1, "b": 2}, 5) is None


@given(COUNTS, st.integers(3, 10))
def test_no_small_count_is_shown_or_left_over(counts: dict[str, int], threshold: int) -> None:
    found = small_numbers.merged(counts, threshold)
    if found is None:
        return
    assert all(count >= threshold for count in found.alone.values())
    assert sum(found.alone.values()) + found.rest == sum(counts.values())
    if found.together:
        assert found.rest >= threshold
        assert sum(counts[label] > 0 for label in found.together) > 1
        assert found.rest == sum(counts[label] for label in found.together)


def test_a_total_may_go_from_the_threshold_on() -> None:
    assert [small_numbers.may_show(count, 5) for count in (4, 5)] == [False, True]


def test_no_percentage_stands_on_a_small_base() -> None:
    assert small_numbers.percent(10, 19, 20) is None
    assert small_numbers.percent(10, 20, 20) == 50
