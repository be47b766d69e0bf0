"""Plain grids of cells out of any file."""

from pathlib import Path

import pytest

from pcf_desktop.importers.grids import column_name, columns_named, read_grids, replaced_words
from pcf_desktop.progress import Cancelled
from tests.importers.exports import Value, moment, ods_bytes, save_xlsx

ROWS: list[list[Value]] = [
    ["Ref", "Action", "Due"],
    ["1.1", "=1+1", moment(2026, 3, 2, 10)],
    [None, "two\nlines", 0.5],
    [3, "  ", None],
]
READ = (
    ("Ref", "Action", "Due"),
    ("1.1", "=1+1", moment(2026, 3, 2, 10)),
    (None, "two\nlines", 0.5),
    (3, None, None),
)


def test_a_workbook_comes_back_cell_by_cell(tmp_path: Path) -> None:
    save_xlsx(tmp_path / "a.xlsx", ROWS, sheet="Plan")
    (tmp_path / "a.ods").write_bytes(ods_bytes(ROWS))
    assert read_grids(tmp_path / "a.xlsx").sheets[0].rows == READ
    assert read_grids(tmp_path / "a.ods").sheets[0].rows == READ
    assert read_grids(tmp_path / "a.xlsx").sheets[0].name == "Plan"


def test_text_comes_back_with_what_was_cleaned_and_broken(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(b'a,b\r\n1,x\x0by\x00\r\n2,"open\r\n3,z\r\n')
    book = read_grids(path)
    assert book.sheets[0].rows == (("a", "b"), ("1", "x\ny "), (), ("3", "z"))
    assert book.warnings == (
        "Row 3: A quotation mark in this row is never closed. It was not read.",
        "1 unprintable character replaced by a space.",
    )


def test_a_table_that_begins_further_down_says_where(tmp_path: Path) -> None:
    save_xlsx(tmp_path / "a.xlsx", [[None, None], [None, None], [None, "Ref"], [None, "1"]])
    grid = read_grids(tmp_path / "a.xlsx").sheets[0]
    assert (grid.first_row, grid.first_column, grid.rows) == (3, 1, (("Ref",), ("1",)))


def test_reading_can_be_stopped(tmp_path: Path) -> None:
    def stop(done: int, total: int) -> None:
        raise Cancelled

    save_xlsx(tmp_path / "a.xlsx", ROWS)
    with pytest.raises(Cancelled):
        read_grids(tmp_path / "a.xlsx", progress=stop)


def test_columns_are_named_as_a_spreadsheet_names_them() -> None:
    assert [column_name(place) for place in (0, 25, 26, 16_383)] == ["A", "Z", "AA", "XFD"]
    assert columns_named(frozenset({2})) == "Column C is"
    assert columns_named(frozenset({4, 2, 0}), 1) == "Columns B, D and F are"
    assert replaced_words(1200).startswith("1,200 unprintable characters")
