"""The attacker knows exactly what somebody knows who tries every possibility."""

from itertools import product
from math import inf

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pcf_desktop.services.disclosure.attacker import Range, Statement, exactly, ranges

NAMES = "abcd"
LARGEST = 6


def test_five_of_twenty_one_beside_seven_put_together_gives_two_exactly() -> None:
    """As measured in packs of an earlier version: *mixed or better* 7, and *better* 5."""
    told = [exactly({"better": 1, "mixed": 1, "worse": 1}, 21), exactly({"worse": 1}, 14)]
    assert ranges(told, ["mixed"])["mixed"] == Range(0, 7)
    assert ranges([*told, exactly({"better": 1}, 5)], ["mixed"])["mixed"] == Range(2, 2)


def test_a_percentage_is_a_range_that_may_leave_a_single_whole_number() -> None:
    told = [exactly({"all": 1}, 30), Statement({"some": 100}, 9.5 * 30, 10.5 * 30)]
    assert ranges(told, ["some"])["some"] == Range(3, 3)


def test_what_nothing_is_said_of_is_open_and_a_contradiction_is_no_answer() -> None:
    assert ranges([], ["a"])["a"] == Range(0, inf)
    assert ranges([], ["a"], signed={"a"})["a"].least == -inf
    for wrong in (exactly({"a": 1}, 4), exactly({"a": 2}, 5)):
        with pytest.raises(ValueError, match="contradict"):
            ranges([exactly({"a": 1}, 3), wrong], ["a"])
    with pytest.raises(ValueError, match="contradict"):  # no whole number lies between
        ranges([Statement({"a": 1}, 3.2, 3.8)], ["a"])


@st.composite
def told_of(draw: st.DrawFn) -> tuple[list[Statement], dict[str, int]]:
    """Draw true counts, and sums of them as somebody prints them."""
    truth = {name: draw(st.integers(0, LARGEST)) for name in NAMES}
    sums = st.sets(st.sampled_from(NAMES), min_size=2)
    found = [exactly({name: 1}, truth[name]) for name in draw(st.sets(st.sampled_from(NAMES)))]
    found += [
        exactly(dict.fromkeys(some, 1), sum(truth[name] for name in some))
        for some in draw(st.lists(sums, max_size=3))
    ]
    every = [Statement({name: 1}, 0, LARGEST) for name in NAMES]
    return [*found, *every], truth


@given(told_of())
@settings(max_examples=60, deadline=None)
def test_no_possibility_is_missed_and_none_is_made_up(
    drawn: tuple[list[Statement], dict[str, int]],
) -> None:
    statements, truth = drawn
    fits = [
        dict(zip(NAMES, counts, strict=True))
        for counts in product(range(LARGEST + 1), repeat=len(NAMES))
        if all(
            each.least
            <= sum(n * counts[NAMES.index(name)] for name, n in each.terms.items())
            <= each.most
            for each in statements
        )
    ]
    found = ranges(statements, NAMES)
    for name in NAMES:
        possible = {each[name] for each in fits}
        assert truth[name] in possible
        # fractions may widen a range by less than one, which rounding takes away again
        assert found[name] == Range(min(possible), max(possible))
