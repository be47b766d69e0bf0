"""Names of responses that last, whatever a later export takes a column for."""

import pytest

from pcf_desktop.importers.naming import fingerprint, identified, name_of
from pcf_desktop.importers.sheet import (
    Answer,
    Kind,
    Row,
    SheetQuestion,
)
from tests.importers.small_sheet import NAME, WHICH, WHY, row_of, sheet_of


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
    first = fingerprint((NAME, WHY, WHICH), row_of(2, "Ann", "So", ("A",)))
    assert fingerprint((NAME, WHY, WHICH), row_of(9, None, "So", ("A",))) == first
    assert fingerprint((NAME, WHICH, WHY), row_of(2, "Ann", ("A",), "So")) == first
    assert fingerprint((NAME, WHY, WHICH), row_of(2, "Ann", "so", ("A",))) != first
    assert fingerprint((NAME, WHY, WHICH), row_of(2, "Ann", "So", ("A",), other="x")) != first
    asked_later = SheetQuestion("new", "New?", Kind.TEXT, (3,))
    later = row_of(2, "Ann", "So", ("A",), None)
    assert fingerprint((NAME, WHY, WHICH, asked_later), later) == first


def test_two_people_with_the_same_answers_are_two_responses() -> None:
    sheet = sheet_of(
        row_of(2, "Ann", "So", None),
        row_of(3, "Bo", "So", None),
        row_of(4, "", "", None, given_id="7"),
    )
    names = [name for name, _ in identified(sheet)]
    assert names[1] == f"{names[0]}#2"
    assert names[2] == "id:7"


def test_the_tool_s_id_is_the_name_where_there_is_one() -> None:
    assert name_of((WHY,), row_of(2, "So", given_id="7")) == "id:7"
    assert name_of((WHY,), row_of(2, "So")) == fingerprint((WHY,), row_of(2, "So"))
