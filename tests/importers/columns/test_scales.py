"""Ordered scales in words and numbers."""

import random

import pytest

from pcf_desktop.importers.columns.scales import in_order


@pytest.mark.parametrize(
    "scale",
    [
        ("Strongly agree", "Agree", "Neither agree nor disagree", "Disagree", "Strongly disagree"),
        ("Strongly agree", "Slightly agree", "Slightly disagree", "Don\u2019t know"),
        ("Very satisfied", "Satisfied", "Neutral", "Dissatisfied", "Very dissatisfied", "N/A"),
        ("Excellent", "Good", "Fair", "Poor", "Very poor"),
        ("Always", "Usually", "Sometimes", "Rarely", "Never"),
        ("Much better", "A little better", "About the same", "A little worse", "Much worse"),
        ("Outstanding", "Good", "Requires improvement", "Inadequate"),
        ("Definitely", "Probably", "Maybe", "Probably not"),
        ("Very much", "Quite a bit", "A little", "Not at all"),
        ("Agree", "Neither agree nor disagree"),
        ("1 - Not at all", "2", "3 - In part", "10 - Completely"),
        ("1 (poor)", "5 (good)", "Not sure"),
        ("Very confident", "Fairly confident", "Not very confident", "Not at all confident"),
        ("A great deal", "A little", "Not at all"),
        ("Got better", "Stayed the same", "Got worse", "Does not apply to us"),
        ("Improved", "No change", "Deteriorated", "Not used"),
        ("Much better", "A bit better", "About the same", "A bit worse", "Much worse"),
        ("Better", "The same", "Worse", "Don\u2019t know yet"),
        ("Things have improved", "Things are the same", "Things have got worse"),
        ("Very welcome", "Quite welcome", "Not very welcome", "Not at all welcome"),
        ("Agree strongly", "Agree", "Disagree", "Disagree strongly"),
        ("Much more confident", "A bit more confident", "About the same", "Less confident"),
        ("Extremely worried", "Somewhat worried", "Not very worried", "Not worried at all"),
        ("More", "About the same", "Less"),
        ("Totally prepared", "Somewhat prepared", "Not prepared", "Not at all"),
    ],
)
def test_a_scale_is_put_in_order_from_any(scale: tuple[str, ...]) -> None:
    for seed in range(5):
        mixed = list(scale)
        random.Random(seed).shuffle(mixed)
        assert in_order(mixed) == scale


@pytest.mark.parametrize(
    "options",
    [
        ("Yes", "No", "Not sure"),
        ("Agree",),
        ("Good", "Primary school"),
        ("0-4", "5-10", "11-15"),
        ("1-2 years", "3-4 years"),
        ("Agree", "Happy"),
        ("1", "2", "3"),
        ("Attending", "Not attending"),
        ("Special school", "Mainstream school", "Home educated"),
        ("Not at all", "Neutral"),
        ("Better food", "Worse food"),
        (),
    ],
)
def test_what_is_no_scale_in_words(options: tuple[str, ...]) -> None:
    assert in_order(options) is None
