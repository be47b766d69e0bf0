"""Cells as text, and whole numbers without a point."""

from datetime import timedelta

import pytest

from pcf_desktop.importers.files.cells import Cell, as_text, is_blank, whole
from tests.importers.exports import moment


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        (None, ""),
        (3.0, "3"),
        (2.5, "2.5"),
        (True, "Yes"),
        (False, "No"),
        (moment(2026, 4, 3), "2026-04-03"),
        (moment(2026, 4, 3, 9, 5), "2026-04-03 09:05:00"),
        (moment(2026, 4, 3).time(), "00:00:00"),
        (timedelta(minutes=3), "0:03:00"),
        ("=1+1", "=1+1"),
    ],
)
def test_a_cell_is_written_as_a_person_would(cell: Cell, text: str) -> None:
    assert as_text(cell) == text


def test_white_space_is_blank_and_zero_is_not() -> None:
    assert is_blank(" \u00a0\n")
    assert is_blank(None)
    assert not is_blank(0)
    assert whole("  ") is None
    assert (whole(3.0), whole(3.5), whole("x")) == (3, 3.5, "x")
