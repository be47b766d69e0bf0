"""Many chosen options in one cell, told apart though options hold the separator."""

from hypothesis import given
from hypothesis import strategies as st

from pcf_desktop.importers.columns.options import Splitter, find_options, share_ending, tidy


def test_known_options_win_longest_first() -> None:
    splitter = Splitter(", ", ("Yes", "Yes, often", "No, never, not once"))
    assert splitter.split("Yes, often, No, never, not once, Yes") == [
        "Yes, often",
        "No, never, not once",
        "Yes",
    ]


def test_what_is_no_option_stays_together_as_one_text() -> None:
    splitter = Splitter(";", ("School", "GP"))
    assert splitter.split("School;my own; words, with marks;") == [
        "School",
        "my own; words, with marks",
    ]


def test_without_known_options_the_separator_cuts() -> None:
    assert Splitter("\n").split("One\n\nTwo  three\n") == ["One", "Two three"]


def test_pieces_that_always_come_together_are_one_option() -> None:
    cells = {
        "None, or not sure yet": 3,
        "EHC plan, None, or not sure yet": 2,
        "EHC plan": 4,
        "Autism (with, or without, a diagnosis), EHC plan": 2,
    }
    assert dict(find_options(cells, ", ")) == {
        "None, or not sure yet": 5,
        "EHC plan": 8,
        "Autism (with, or without, a diagnosis)": 2,
    }


def test_capital_letters_need_more_evidence() -> None:
    cells = {"Hearing, Vision": 2, "Speech": 3}
    assert set(find_options(cells, ", ")) == {"Hearing", "Vision", "Speech"}
    cells = {"Hearing, Vision": 4, "Speech": 3, "Speech, Hearing, Vision": 4}
    assert set(find_options(cells, ", ")) == {"Hearing, Vision", "Speech"}


def test_a_space_after_a_semicolon_belongs_to_the_option() -> None:
    cells = {"Sometimes; it depends;Never;": 2, "Never;": 1}
    assert set(find_options(cells, ";")) == {"Sometimes; it depends", "Never"}
    assert set(find_options({"A; B": 1, "B; A": 1}, ";")) == {"A", "B"}


def test_a_trailing_separator_is_seen() -> None:
    assert share_ending(["A;", "B;C;", "D"], ";") == 2 / 3
    assert share_ending([], ";") == 0.0


_OPTION = st.text(alphabet="abcdefg ,()\u00e9", min_size=1, max_size=12).map(tidy).filter(bool)


@given(st.lists(_OPTION, min_size=1, max_size=6, unique=True), st.data())
def test_chosen_options_come_back_when_they_are_known(
    options: list[str], data: st.DataObject
) -> None:
    chosen = data.draw(st.lists(st.sampled_from(options), unique=True, min_size=1))
    splitter = Splitter(";", tuple(options))
    assert splitter.split("".join(f"{option};" for option in chosen)) == chosen
    assert splitter.split(";".join(chosen)) == chosen
