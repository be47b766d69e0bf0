"""A header takes one row or two, and a row of an action is none."""

from pcf_desktop.importers.files.cells import Cell
from pcf_desktop.importers.plans.headers import header_at
from pcf_desktop.importers.plans.plan import PlanColumn
from pcf_desktop.importers.plans.table import PrintedTable


def test_one_row_of_headings_is_a_header_with_what_is_not_read() -> None:
    header = header_at(PrintedTable("T", [["Cost", "Action", "Lead", "Update\nnow"]]), 0)
    assert header is not None
    assert (header.rows, header.first, header.unread) == (1, 1, ("Cost",))
    assert header.places(PlanColumn.PROGRESS) == [3]
    assert header.texts[3] == "Update now"


def test_a_group_above_two_columns_makes_a_header_of_two_rows() -> None:
    rows: list[list[Cell]] = [
        ["Ref", "Action", "When", None],
        [None, None, "Start", "End"],
        ["1", "x", "y", "z"],
    ]
    header = header_at(PrintedTable("T", rows, merged={(0, 3): (0, 2)}), 0)
    assert header is not None
    assert header.rows == 2
    assert header.columns == {
        0: PlanColumn.REF,
        1: PlanColumn.ACTION,
        2: PlanColumn.START,
        3: PlanColumn.END,
    }


def test_an_action_above_a_repeated_header_is_no_part_of_it() -> None:
    rows = [["1.1", "Meet", "Lead"], ["Ref", "Action", "Lead"]]
    assert header_at(PrintedTable("T", rows), 0) is None
    assert header_at(PrintedTable("T", rows), 1) is not None


def test_a_title_above_a_whole_header_is_no_part_of_it() -> None:
    rows = [["Our plan", "2021"], ["Action", "Lead"]]
    header = header_at(PrintedTable("T", rows), 1)
    assert header_at(PrintedTable("T", rows), 0) is None
    assert header is not None
    assert header.texts == {0: "Action", 1: "Lead"}


def test_below_a_header_an_action_of_short_words_is_no_header() -> None:
    rows = [
        ["Action", "Lead", "Evidence", "Progress"],
        ["Data action", "Lead officer", "Progress report", "Target met"],
        ["Action", "Lead", "Evidence", "Progress"],
        ["Outcome", "Action", "By when", "Status"],
    ]
    table = PrintedTable("T", rows)
    first = header_at(table, 0)
    assert header_at(table, 1, first) is None
    assert header_at(table, 2, first) == first
    other = header_at(table, 3, first)
    assert other is not None
    assert other.columns[0] is PlanColumn.OUTCOME
