"""What a plan holds and nobody read is named, and never dropped without a word."""

from datetime import date
from pathlib import Path

import xlsxwriter

from pcf_desktop.importers.plans.plan import PlanColumn
from pcf_desktop.importers.plans.reading import read_plan
from tests.importers.plans.conftest import (
    HEADER,
    MakeWorkbook,
    refs,
    said,
)


def test_what_excel_did_to_refs_is_said(workbook: MakeWorkbook) -> None:
    rows = [
        HEADER,
        [3.1, "First", "A", "2021", "G"],
        [3.9, "Ninth", "A", "2021", "G"],
        [3.1, "Tenth", "A", "2021", "G"],
        [date(2021, 1, 4), "Odd", "A", "2021", "G"],
    ]
    plan = read_plan(workbook({"P": rows}))
    assert said(plan, "Excel shows 3.10 as 3.1")
    assert said(plan, "Excel has turned refs into dates, in row 5.")
    assert len(plan.actions) == 4


def test_columns_and_rows_that_are_not_read_are_named(workbook: MakeWorkbook) -> None:
    rows = [
        [*HEADER, "Cost code", "Update", "Comments"],
        [None, None, None, None, None, "stray", None, None],
        ["1", "Meet", "A", "2021", "G", "X1", "Begun", "Late"],
    ]
    plan = read_plan(workbook({"P": rows}))
    assert plan.tables[0].unread_columns == ("Cost code",)
    assert plan.tables[0].unread_rows == (2,)
    assert plan.actions[0].fields[PlanColumn.PROGRESS] == "Update: Begun\nComments: Late"
    assert said(plan, "columns that were not read: Cost code")
    assert said(plan, "words that belong to no action, in row 2.")


def test_a_row_of_totals_is_no_action(workbook: MakeWorkbook) -> None:
    rows = [HEADER, ["1", "Meet", "A", "2021", "G"], ["Total actions", 1]]
    plan = read_plan(workbook({"P": rows}))
    assert refs(plan) == ["1"]
    assert plan.tables[0].unread_rows == (3,)


def test_words_under_no_heading_are_named(workbook: MakeWorkbook) -> None:
    plan = read_plan(workbook({"P": [HEADER, ["1", "Meet", "A", "2024", "G", None, "ask Sam"]]}))
    assert said(plan, "\u201cP\u201d has words under no heading, in row 2. They were not read.")


def test_tables_without_actions_are_named_in_one_sentence(workbook: MakeWorkbook) -> None:
    sheets = {
        "Cover": [["Plan"]],
        "Budget": [["Item", "Cost"], ["Posts", 90]],
        "P": [HEADER, ["1", "Meet", "A", "2024", "G"]],
    }
    plan = read_plan(workbook(sheets))
    assert said(
        plan, "\u201cCover\u201d, \u201cBudget\u201d were left out: they have no heading row"
    )


def test_hidden_sheets_columns_and_rows_are_named_and_hidden_ones_read_only_when_asked(
    tmp_path: Path,
) -> None:
    path = tmp_path / "plan.xlsx"
    book = xlsxwriter.Workbook(path)
    sheet, other = book.add_worksheet("Plan"), book.add_worksheet("Working")
    for number, cells in enumerate(
        [["Ref", "Action", "Lead", "Comments"], ["1", "Meet", "A", "x"], ["2", "Ask", "B", "y"]]
    ):
        sheet.write_row(number, 0, cells)
    other.write_row(0, 0, ["Ref", "Action", "Lead"])
    other.write_row(1, 0, ["9", "Think", "C"])
    sheet.set_column(3, 3, None, None, {"hidden": True})
    sheet.set_row(2, None, None, {"hidden": True})
    other.hide()
    book.close()
    plan = read_plan(path)
    assert refs(plan) == ["1", "2"]
    assert PlanColumn.PROGRESS not in plan.actions[0].fields
    assert said(plan, "Column D is hidden and not read.")
    assert said(plan, "The sheet \u201cWorking\u201d is hidden and was not read.")
    assert said(plan, "\u201cPlan\u201d has 1 hidden row. It was read with the others.")
    asked = read_plan(path, hidden=True)
    assert refs(asked) == ["1", "2", "9"]
    assert asked.actions[0].fields[PlanColumn.PROGRESS] == "x"
