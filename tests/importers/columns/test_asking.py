"""What the words of a question ask for."""

import pytest

from pcf_desktop.importers.columns.asking import (
    asks_for_consent,
    asks_for_several,
    asks_for_words,
    asks_how_many,
    shortened,
)


@pytest.mark.parametrize(
    "text",
    [
        "Are you happy for us to quote your words?",
        "Do you give permission for us to share your answers with Ofsted?",
        "May we contact you again?",
        "I consent to my answers being kept",
        "Would you be willing to take part in a focus group?",
        "Do you consent to us using your data?",
        "I am happy to be contacted about future events",
        "Please tick to confirm you are happy to be quoted",
        "I\u2019m happy for you to quote me",
        "I understand how my information will be used",
        "I have read the privacy notice",
        "Would you like to join our mailing list?",
    ],
)
def test_leave_is_asked_for(text: str) -> None:
    assert asks_for_consent(text)


@pytest.mark.parametrize(
    "text",
    [
        "Are you happy with the school?",
        "Do you agree that waits are too long?",
        "May we have a new bus?",
        "How many times did you contact them?",
        "I am happy with my child's school",
        "I am happy to be a parent here",
        "I understand my child's EHC plan",
        "I understand who to ask for information",
        "Would you like more support?",
    ],
)
def test_leave_is_not_asked_for(text: str) -> None:
    assert not asks_for_consent(text)


def test_words_and_counts_are_asked_for() -> None:
    assert asks_for_words("Please tell us more")
    assert not asks_for_words("Which of these?")
    assert asks_how_many("How many children?")
    assert not asks_how_many("How good?")


def test_a_long_question_is_cut_to_fit_a_sentence() -> None:
    assert shortened("short  one") == "short one"
    assert len(shortened("word " * 40)) == 60
    assert shortened("word " * 40).endswith("\u2026")


@pytest.mark.parametrize(
    "text",
    [
        "Please tick all that apply",
        "What are their needs? (select any)",
        "Which of these has anybody talked to you about?",
        "What, if any, of the following do you use?",
        "Choose up to three",
    ],
)
def test_several_may_be_chosen(text: str) -> None:
    assert asks_for_several(text)


def test_a_list_of_statements_asks_for_one_answer_each() -> None:
    assert not asks_for_several("Do you agree with each of these?")
    assert not asks_for_several("Which school does your child go to?")
