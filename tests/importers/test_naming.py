"""Names of responses that last, whatever a later export takes a column for."""

from collections.abc import Iterator

import pytest

from pcf_desktop.importers.naming import fingerprint, identified, name_of
from pcf_desktop.importers.sheet import (
    Answer,
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


@pytest.mark.parametrize(
    ("once", "later"),
    [
        ((("A", "Other"), "my own, thing"), (("A", "my own, thing"), None)),
        (("Other", "Step-dad"), ("Step-dad", None)),
        ((("Speech", "language"), None), ("Speech, language", None)),
        ((1234, None), ("£1,234", None)),
        ((2.5, None), ("2,5", None)),
        ((3, None), ("3", None)),
    ],
)
def test_a_fingerprint_stays_when_a_later_export_takes_the_column_for_something_else(
    once: tuple[Answer, str | None], later: tuple[Answer, str | None]
) -> None:
    first, second = (
        fingerprint(
            (WHICH,),
            Row(2, None, None, None, complete=True, cells=(cell,), others={0: own} if own else {}),
        )
        for cell, own in (once, later)
    )
    assert first == second


def test_a_fingerprint_is_of_answers_and_not_of_names() -> None:
    first = fingerprint((NAME, WHY, WHICH), _row(2, "Ann", "So", ("A",)))
    assert fingerprint((NAME, WHY, WHICH), _row(9, None, "So", ("A",))) == first
    assert fingerprint((NAME, WHICH, WHY), _row(2, "Ann", ("A",), "So")) == first
    assert fingerprint((NAME, WHY, WHICH), _row(2, "Ann", "so", ("A",))) != first
    assert fingerprint((NAME, WHY, WHICH), _row(2, "Ann", "So", ("A",), other="x")) != first
    asked_later = SheetQuestion("new", "New?", Kind.TEXT, (3,))
    later = _row(2, "Ann", "So", ("A",), None)
    assert fingerprint((NAME, WHY, WHICH, asked_later), later) == first


def test_two_people_with_the_same_answers_are_two_responses() -> None:
    sheet = _sheet(
        _row(2, "Ann", "So", None), _row(3, "Bo", "So", None), _row(4, "", "", None, given_id="7")
    )
    names = [name for name, _ in identified(sheet)]
    assert names[1] == f"{names[0]}#2"
    assert names[2] == "id:7"


def test_the_tool_s_id_is_the_name_where_there_is_one() -> None:
    assert name_of((WHY,), _row(2, "So", given_id="7")) == "id:7"
    assert name_of((WHY,), _row(2, "So")) == fingerprint((WHY,), _row(2, "So"))
