"""Rows into columns in one pass, with a reason for each one left out."""

from pcf_desktop.importers.columns.responses import TOTALS, SheetReading
from pcf_desktop.importers.files.tables import FileTable


def _reading(*rows: list[str]) -> SheetReading:
    return SheetReading(FileTable("", lambda: iter([list(rows)]), encoding="utf-8"))


def test_short_rows_are_filled_and_long_ones_rejected() -> None:
    found = _reading(["a", "b"], ["1"], ["2", "x", ""], ["3", "x", "y"], ["", " "]).collect(0, 1, 2)
    assert [column.values for column in found.columns] == [["1", "2"], ["", "x"]]
    assert list(found.numbers) == [2, 3]
    assert [each.number for each in found.rejected] == [4]
    assert found.blank_rows == 1


def test_progress_is_told_the_rows_so_far() -> None:
    told: list[int] = []
    _reading(["a"], ["1"], ["2"]).collect(0, 1, 1, lambda done, _total: told.append(done))
    assert told == [2]


def test_totals_under_the_responses_are_rejected_with_their_values() -> None:
    rows = [["1", "x", "4"], ["2", "y", "5"], ["Total", "", "9"], ["Average", "", "£4.50"]]
    found = _reading(["Ref", "Why?", "Weeks"], *rows).collect(0, 1, 3)
    assert [column.values for column in found.columns] == [["1", "2"], ["x", "y"], ["4", "5"]]
    assert [(each.number, each.reason) for each in found.rejected] == [(5, TOTALS), (4, TOTALS)]
    assert found.rejected[1].values == ("Total", "", "9")


def test_a_last_response_that_begins_with_a_sum_word_stays() -> None:
    last = ["Total", "chaos"]
    found = _reading(["How was it?", "Why?"], ["Good", "it was"], last).collect(0, 1, 2)
    assert not found.rejected
    assert len(found.numbers) == 2
