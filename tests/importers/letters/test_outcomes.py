import pytest

from pcf_desktop.importers.letters.letter import ABOUT_ONE, AREA_SEND
from pcf_desktop.importers.letters.outcomes import (
    INCONSISTENT,
    POSITIVE,
    WIDESPREAD,
    outcome,
    plan_after_return,
    plan_required,
)


@pytest.mark.parametrize(
    ("words", "judged"),
    [
        ("There are widespread and/or systemic failings leading to", WIDESPREAD),
        ("found to have widespread and systemic failings", WIDESPREAD),
        ("lead to inconsistent experiences and outcomes", INCONSISTENT),
        ("typically lead to positive experiences and outcomes", POSITIVE),
        ("nothing of the kind", None),
    ],
)
def test_the_three_sentences_are_known(words: str, judged: str | None) -> None:
    assert outcome(words) == judged


def test_a_text_that_explains_all_three_gives_none() -> None:
    assert outcome(f"{WIDESPREAD}. {INCONSISTENT}. {POSITIVE}.") is None


@pytest.mark.parametrize(
    ("words", "required"),
    [
        ("A Written Statement of Action is required.", True),
        ("Partners are now required to submit an action plan.", True),
        ("A Written Statement of Action is not required.", False),
        ("Inspectors came.", None),
    ],
)
def test_a_plan_is_required_where_the_text_says_so(words: str, *, required: bool | None) -> None:
    assert plan_required(words, ABOUT_ONE, None, None) is required


def test_only_the_third_outcome_asks_for_a_plan() -> None:
    assert plan_required("x", ABOUT_ONE, AREA_SEND, WIDESPREAD) is True
    assert plan_required("x", ABOUT_ONE, AREA_SEND, INCONSISTENT) is False


def test_after_a_return_no_plan_follows_when_all_is_done() -> None:
    assert plan_after_return("x", 3, 3) is False
    assert plan_after_return("x", 3, 2) is None
    assert plan_after_return("The area must write an accelerated progress plan.", 3, 2) is True


@pytest.mark.parametrize(
    "words",
    [
        "In 34 cases those local areas were required to produce a written statement of action.",
        "A re-visit usually takes place within 18 months of the written statement of action.",
    ],
)
def test_what_is_said_of_many_areas_requires_no_plan_of_one(words: str) -> None:
    assert plan_required(words, ABOUT_ONE, None, None) is None


def test_a_plan_that_is_now_required_after_a_return_is_required() -> None:
    assert plan_after_return("An accelerated progress plan was now required.", 6, 0) is True
