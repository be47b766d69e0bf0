"""What many wrote alike is free words, and what a tool wrote is a choice."""

import pytest

from pcf_desktop.importers.columns.closed import find_choices
from pcf_desktop.importers.sheet import Kind

BUS = "The bus is late every single day"
THERAPY = "More speech and language therapy in school"
LISTENED = {
    "I feel listened to most of the time": 9,
    "I feel listened to some of the time": 7,
    "I do not feel listened to at all": 1,
}


@pytest.mark.parametrize(
    ("asked", "words"),
    [
        ("Tell us about transport", {f"{BUS}.": 9, BUS.lower(): 4}),
        ("Transport", {f"{BUS}.": 9, BUS: 4, f"{BUS}!!": 1}),
        ("Transport", {BUS: 9, BUS.upper(): 2, THERAPY: 5, f"{THERAPY}.": 2}),
        ("What one thing would help most?", {THERAPY: 30}),
        ("What would help most?", {THERAPY: 30, f"{THERAPY} please": 1, "Somewhere to go": 1}),
        ("Views", {BUS: 9, f"{BUS} now": 1, f"and {BUS.lower()}": 1, f"{BUS} of the week": 1}),
    ],
)
def test_sentences_that_many_wrote_are_free_words_and_it_is_said(
    asked: str, words: dict[str, int]
) -> None:
    found = find_choices(asked, words, [";", ","])
    assert found is not None
    assert found.kind is Kind.TEXT
    assert found.warning is not None
    assert f"“{asked}”" in found.warning


@pytest.mark.parametrize(
    ("asked", "words"),
    [
        ("How do you feel?", LISTENED),
        ("Which comes nearest?", {**LISTENED, "It depends on who is asking us": 1}),
        ("Please tell us which school", {"North Road School": 9, "Park School": 5}),
        ("Transport", {BUS: 9, f"{BUS}.": 1, "It comes on time on most days": 8}),
    ],
)
def test_sentences_to_choose_from_are_a_choice(asked: str, words: dict[str, int]) -> None:
    found = find_choices(asked, words, [";", ","])
    assert found is not None
    assert found.kind is Kind.SINGLE
