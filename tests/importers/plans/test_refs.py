"""Refs sort as people count, and only what looks like a ref is one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pcf_desktop.importers.plans.refs import in_order, is_ref, ref_key, split_ref

LEVELS = st.lists(st.integers(0, 99), min_size=1, max_size=3)


def test_refs_stand_in_natural_order_to_three_levels() -> None:
    refs = ["3.10", "3.9", "3.1.3", "3.1.2", "10", "2b", "2a", "2", "3.1.10", "WS1.2", "WS1.10"]
    assert sorted(refs, key=ref_key) == [
        *("2", "2a", "2b", "3.1.2", "3.1.3", "3.1.10", "3.9", "3.10", "10", "WS1.2", "WS1.10"),
    ]


@given(st.lists(LEVELS, max_size=20))
def test_refs_sort_as_their_numbers_do(numbers: list[list[int]]) -> None:
    refs = [".".join(map(str, levels)) for levels in numbers]
    assert sorted(refs, key=ref_key) == [".".join(map(str, levels)) for levels in sorted(numbers)]


@pytest.mark.parametrize(
    "text", ["1", "1.1", "3.1.2", "1a", "2.1b", "WS1/2", "Action 4", "A1.10", "1.", "(2)", "P1.2"]
)
def test_a_ref_is_a_ref(text: str) -> None:
    assert is_ref(text)


@pytest.mark.parametrize(
    "text", ["", "Leadership", "Dec 20", "3 new posts", "Priority one", "1.1 Meet", "31/03/2021 at"]
)
def test_other_words_are_none(text: str) -> None:
    assert not is_ref(text)


@pytest.mark.parametrize(
    ("text", "ref", "rest"),
    [
        ("3.1.2 Recruit", "3.1.2", "Recruit"),
        ("1.2: Recruit", "1.2", "Recruit"),
        ("(1.2) Recruit", "1.2", "Recruit"),
        ("3 new posts", None, "3 new posts"),
        ("1.2", None, "1.2"),
        ("2.5% more", None, "2.5% more"),
    ],
)
def test_a_ref_in_front_of_an_action_is_split_off(text: str, ref: str | None, rest: str) -> None:
    assert split_ref(text) == (ref, rest)


def test_an_action_without_a_ref_stays_behind_the_one_before_it() -> None:
    items = [("2", "b"), (None, "c"), ("1", "a"), ("1", "again")]
    assert in_order(items) == ["a", "again", "b", "c"]
