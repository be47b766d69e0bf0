"""Ages and amounts stand from the least to the most; everything else as the survey has it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pcf_desktop.services.option_order import natural


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
