"""The contract of the readers: labels, batches, choices as data, and names that last."""

from hypothesis import given
from hypothesis import strategies as st

from pcf_desktop.importers.sheet import (
    Choices,
    Kind,
)
from tests.importers.small_sheet import WHICH, WHY, row_of, sheet_of


def test_a_label_tells_rows_and_repetitions_apart() -> None:
    assert (WHY.label, WHICH.label) == ("Why?", "Which? [Health] (2)")


def test_responses_come_in_batches_and_the_first_as_a_preview() -> None:
    sheet = sheet_of(*(row_of(number, "", "", None) for number in range(45)))
    assert [len(batch) for batch in sheet.batches(20)] == [20, 20, 5]
    assert [row.number for row in sheet.preview()] == list(range(20))
    assert len(list(sheet.responses())) == 45


def test_a_profile_holds_what_was_found_and_no_doubtful_order() -> None:
    profile = sheet_of(row_of(2, "", "", None)).profile()
    assert profile.kinds == {"name": Kind.IDENTITY, "why": Kind.TEXT, "which": Kind.MULTIPLE}
    assert profile.date_order is None
    assert not profile.keep["name"]


@given(
    st.builds(
        Choices,
        tool=st.none() | st.just("jotform"),
        header_rows=st.none() | st.integers(1, 3),
        hidden=st.booleans(),
        kinds=st.dictionaries(st.text(max_size=5), st.sampled_from(Kind), max_size=3),
        keep=st.dictionaries(st.text(max_size=5), st.booleans(), max_size=3),
        options=st.dictionaries(st.text(max_size=5), st.lists(st.text(max_size=5)), max_size=3),
    )
)
def test_choices_come_back_from_data(choices: Choices) -> None:
    assert Choices.from_data(choices.as_data()) == choices


def test_what_a_profile_holds_that_nobody_knows_is_left_out() -> None:
    assert Choices.from_data({"kinds": {"a": "riddle", "b": "text"}, "colour": 1}) == Choices(
        kinds={"b": Kind.TEXT}
    )
