"""Which part of consent a survey asks for, and what counts as a yes."""

import pytest

from pcf_desktop.services.counting import consents
from pcf_desktop.services.surveys import consent_words


@pytest.mark.parametrize(
    ("question", "part"),
    [
        ("May we quote your words, without any names?", consents.QUOTE),
        ("Are you happy for us to use your own words in our report?", consents.QUOTE),
        ("Can we share your answers with Ofsted and the CQC?", consents.INSPECTORS),
        ("May we show inspectors what you wrote?", consents.INSPECTORS),
        ("Can we share your details with the council so they can help?", consents.HELP),
        ("May we contact you again?", consents.CONTACT),
        ("Can we use your answers without your name?", consents.USE),
        ("Do you agree that we keep your data for three years?", consents.KEEP),
        ("Do you agree?", None),
        ("How old is your child?", None),
        ("Do you consent to taking part in this survey?", None),
    ],
)
def test_the_part_that_a_question_asks_for(question: str, part: str | None) -> None:
    assert consent_words.part(question) == part


@pytest.mark.parametrize(
    "answer",
    ["Yes", "yes please", "Y", "I agree", "I consent to this", "I am happy for you to", "OK",
     "Okay, without my name", "Of course", "True", " Yes - anonymously"],
)  # fmt: skip
def test_a_yes(answer: str) -> None:
    assert consent_words.is_yes(answer) is True


@pytest.mark.parametrize(
    "answer",
    ["No", "no thank you", "N", "I do not agree", "I don't want that", "I don’t agree",
     "Rather not", "Please do not", "Not happy with that", "False", "I would rather you did not",
     "Disagree", "I'd prefer not", "I disagree", "I am not happy for you to quote me",
     "Yes, but do not quote me"],
)  # fmt: skip
def test_a_no(answer: str) -> None:
    assert consent_words.is_yes(answer) is False


@pytest.mark.parametrize("answer", ["", "Maybe", "Ask me first", "Depends what it is", "Not sure"])
def test_what_is_neither_is_no_yes(answer: str) -> None:
    assert consent_words.is_yes(answer) is None


@pytest.mark.parametrize(
    "answer", ["Yes, if you ask me first", "Yes but only after I have seen it", "OK as long as"]
)
def test_a_yes_with_a_condition_is_no_yes_yet(answer: str) -> None:
    assert consent_words.is_yes(answer) is None
