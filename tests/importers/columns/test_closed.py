"""Choices and what only looks like them."""

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
