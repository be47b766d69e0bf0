"""A kind that was chosen is kept to, whatever the column looks like."""

import pytest

from pcf_desktop.importers.columns.column import SurveyColumn
from pcf_desktop.importers.columns.forced import forced_finding
from pcf_desktop.importers.sheet import Kind


def _column(*cells: str) -> SurveyColumn:
    column = SurveyColumn()
    column.extend(cells, only_text=True)
    return column


@pytest.mark.parametrize("kind", [Kind.TEXT, Kind.NUMBER, Kind.DATE, Kind.IDENTITY, Kind.SYSTEM])
def test_open_kinds_have_no_options(kind: Kind) -> None:
    assert forced_finding(_column("Yes", "No"), kind, (), (";",)).options == ()


def test_a_single_choice_takes_whole_cells() -> None:
    found = forced_finding(_column("A;B", "A"), Kind.SINGLE, (), (";",))
    assert (found.options, found.separator) == (("A;B", "A"), None)


def test_a_multiple_choice_cuts_them() -> None:
    found = forced_finding(_column("A;B", "A"), Kind.MULTIPLE, (), (";",))
    assert (found.options, found.separator, found.other) == (("A", "B"), ";", False)


def test_known_options_leave_the_rest_as_own_texts() -> None:
    found = forced_finding(_column("A", "mine"), None, ("A", "B"), (";",))
    assert (found.kind, found.options, found.other) == (Kind.SINGLE, ("A", "B", "Other"), True)
    found = forced_finding(_column("A; b;C", "C"), None, ("A; b", "C"), (";",))
    assert (found.kind, found.other) == (Kind.MULTIPLE, False)


def test_a_scale_is_put_in_order() -> None:
    assert forced_finding(_column("Poor", "Good"), Kind.SCALE, (), ()).options == ("Good", "Poor")
