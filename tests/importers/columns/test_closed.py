"""Choices and what only looks like them."""

import pytest

from pcf_desktop.importers.columns.closed import find_choices, only_says_yes_or_no
from pcf_desktop.importers.sheet import Kind


def test_options_come_in_the_order_of_the_file() -> None:
    found = find_choices("School?", {"Special": 4, "Home": 2, "Mainstream": 9}, (";",))
    assert found is not None
    assert (found.kind, found.options) == (Kind.SINGLE, ("Special", "Home", "Mainstream"))


def test_fillers_among_stories_are_no_choice() -> None:
    words = {"No": 30, "None": 9, **{f"A story of its own, {each}": 1 for each in range(9)}}
    assert find_choices("Is there more?", words, (", ",)) is None


def test_short_answers_are_a_choice_even_once() -> None:
    assert only_says_yes_or_no(["Yes", "not sure"])
    found = find_choices("Did it help?", {"Yes": 1}, ())
    assert found is not None
    assert found.options == ("Yes",)


@pytest.mark.parametrize(
    ("text", "cells", "kind"),
    [
        ("Were you told?", {"Yes, fully": 7, "Yes, partly": 7, "No": 6}, Kind.SINGLE),
        ("Were you told?", {"Yes, In full": 9, "Yes, In part": 7, "No": 6}, Kind.SINGLE),
        ("Did they come?", {"No, never": 4, "No, not yet": 3, "Not sure": 2}, Kind.SINGLE),
        (
            "Who is it?",
            {
                f"{age}, {where}": 4
                for age in ("Under 5", "5 to 10")
                for where in ("Home", "School")
            },
            Kind.SINGLE,
        ),
        ("How was it?", {"Late, but kind": 5, "Late, and rude": 4, "On time": 6}, Kind.SINGLE),
        (
            "Which services do you use?",
            {"Speech, Transport": 4, "Speech": 3, "Transport": 3, "Speech, Respite": 4},
            Kind.MULTIPLE,
        ),
        (
            "What helps? Tick all that apply",
            {"Club, Letter": 5, "Letter": 1, "Visit": 4},
            Kind.MULTIPLE,
        ),
    ],
)
def test_a_comma_parts_ticks_and_stands_inside_one_answer(
    text: str, cells: dict[str, int], kind: Kind
) -> None:
    finding = find_choices(text, cells, (", ",))
    assert finding is not None
    assert finding.kind is kind
    if kind is Kind.SINGLE:
        assert set(finding.options) == set(cells)
