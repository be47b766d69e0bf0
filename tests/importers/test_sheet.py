"""The contract of the readers: labels, batches, choices as data, and names that last."""

from collections.abc import Iterator

from hypothesis import given
from hypothesis import strategies as st

from pcf_desktop.importers.sheet import (
    Answer,
    Choices,
    Kind,
    Row,
    Sheet,
    SheetQuestion,
)
from tests.importers.exports import moment

NAME = SheetQuestion("name", "Name", Kind.IDENTITY, (0,), keep=False)
WHY = SheetQuestion("why", "Why?", Kind.TEXT, (1,))
WHICH = SheetQuestion("which", "Which?", Kind.MULTIPLE, (2,), row="Health", occurrence=2)


def _row(number: int, *cells: Answer, given_id: str | None = None, other: str | None = None) -> Row:
    texts = {} if other is None else {2: other}
    when = moment(2025, 4, 3)
    return Row(number, given_id, None, when, complete=True, cells=cells, others=texts)


def _sheet(*rows: Row) -> Sheet:
    def make(start: int, stop: int) -> Iterator[Row]:
        return iter(rows[start:stop])

    return Sheet(
        tool="any_export",
        title="",
        confidence=0.5,
        encoding=None,
        delimiter=None,
        header_rows=1,
        date_order="dmy",
        ambiguous=True,
        rows=len(rows),
        complete_rows=len(rows),
        questions=(NAME, WHY, WHICH),
        make_rows=make,
    )


def test_a_label_tells_rows_and_repetitions_apart() -> None:
    assert (WHY.label, WHICH.label) == ("Why?", "Which? [Health] (2)")


def test_responses_come_in_batches_and_the_first_as_a_preview() -> None:
    sheet = _sheet(*(_row(number, "", "", None) for number in range(45)))
    assert [len(batch) for batch in sheet.batches(20)] == [20, 20, 5]
    assert [row.number for row in sheet.preview()] == list(range(20))
    assert len(list(sheet.responses())) == 45


def test_a_profile_holds_what_was_found_and_no_doubtful_order() -> None:
    profile = _sheet(_row(2, "", "", None)).profile()
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
