"""Ages and amounts stand from the least to the most; everything else as the survey has it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pcf_desktop.importers.sheet import Kind
from pcf_desktop.services.surveys.option_order import in_order, is_other, natural


@pytest.mark.parametrize(
    ("came", "shown"),
    [
        (
            ["5 to 10", "11 to 15", "0 to 4", "16 to 25"],
            ["0 to 4", "5 to 10", "11 to 15", "16 to 25"],
        ),
        (["Over 25", "5 to 10", "Under 5"], ["Under 5", "5 to 10", "Over 25"]),
        (["16+", "Prefer not to say", "0-4", "5-15"], ["0-4", "5-15", "16+", "Prefer not to say"]),
        (["£200 or more", "£10"], ["£10", "£200 or more"]),
        (["£1,200", "none", "£50.50", "£50"], ["£50", "£50.50", "£1,200", "none"]),
        (["2 years", "1.5 years", "18,50"], ["18,50", "1.5 years", "2 years"]),
        (
            ["1 to 2 years", "6 to 12 months", "Less than 6 months", "Over 2 years", "2 weeks"],
            ["2 weeks", "Less than 6 months", "6 to 12 months", "1 to 2 years", "Over 2 years"],
        ),
    ],
)
def test_options_with_numbers_rise(came: list[str], shown: list[str]) -> None:
    assert natural(came) == shown


@pytest.mark.parametrize(
    "came",
    [
        ["Strongly disagree", "Disagree", "Agree"],
        ["Never", "1 or 2 times", "3 times or more"],
        ["Special school", "Primary", "Post 16 college"],
        ["Year 12 and 13", "Nursery", "Home", "Other"],
        ["Less than 6 months", "6 to 12 months", "1 to 2 years", "More than 2 years"],
        [],
    ],
)
def test_the_order_of_the_survey_is_kept_where_it_may_mean_something(came: list[str]) -> None:
    assert natural(came) == came


@given(st.lists(st.text(max_size=12), unique=True, max_size=8))
def test_no_option_is_lost_and_the_order_is_settled(came: list[str]) -> None:
    once = natural(came)
    assert sorted(once) == sorted(came)
    assert natural(once) == once


def test_answers_stand_by_size_other_last_and_ties_by_name() -> None:
    counts = {"School": 4, "Other (please say)": 30, "bus": 4, "Home": 9, "Abroad": 0}
    assert list(in_order(counts, Kind.SINGLE)) == [
        "Home", "bus", "School", "Abroad", "Other (please say)",
    ]  # fmt: skip
    assert in_order(counts, Kind.MULTIPLE) == counts


@pytest.mark.parametrize(
    ("kind", "counts"),
    [
        (Kind.SCALE, {"Always": 1, "Sometimes": 9, "Never": 4}),
        (Kind.SCALE, {"1 - poor": 3, "2": 1, "3 - good": 8}),
        (Kind.NUMBER, {"-2": 1, "1.5": 4, "1.75": 2, "10": 9}),
        (Kind.SINGLE, {"0 to 4": 1, "5 to 10": 9, "11 to 15": 4, "Prefer not to say": 20}),
    ],
)
def test_scales_numbers_and_ages_keep_their_own_order(kind: Kind, counts: dict[str, int]) -> None:
    assert list(in_order(counts, kind)) == list(counts)


@pytest.mark.parametrize(
    ("words", "other"),
    [
        ("Other", True), ("Others", True), ("Other (please specify)", True), ("other: ", True),
        ("Other please say", True), ("Other health staff", False), ("Mother", False),
        ("Otherwise", False), ("Another school", False),
    ],
)  # fmt: skip
def test_other_is_told_from_what_only_begins_so(words: str, other: object) -> None:
    assert is_other(words) is other


@given(st.dictionaries(st.text(max_size=12), st.integers(0, 9), max_size=8), st.sampled_from(Kind))
def test_no_answer_and_no_count_is_lost(counts: dict[str, int], kind: Kind) -> None:
    assert in_order(counts, kind) == counts
