"""A colour for each month under one name is the history of an action, however it is printed."""

from datetime import date

import pytest
from docx.document import Document as WordDocument

from pcf_desktop.importers.plans.plan import PlanColumn, PlanRead
from pcf_desktop.importers.plans.reading import read_plan
from tests.importers.plans.conftest import CsvPlan, MakeWord, MakeWorkbook, Rows, add_table

ACTIONS = [
    ["1.1", "Recruit", "Ann", "R", "A", "G", "Late"],
    ["1.2", "Meet", "Ben", "G", "B", "", ""],
]
WHAT = ["Ref", "Action", "Lead"]
MONTHS = ["Jan", "Feb", "Mar"]
HISTORY = [["red", "amber", "green"], ["green", "blue"]]

Merged = tuple[str, int, int, int, int]
OVER: Merged = ("P", 0, 3, 0, 5)


def history(plan: PlanRead) -> list[list[str | None]]:
    return [[rag.key for rag in action.rag_history] for action in plan.actions]


@pytest.mark.parametrize(
    ("head", "merged"),
    [
        ([[*WHAT, "RAG", None, None, "Comment"], [None, None, None, *MONTHS]], [OVER]),
        ([[None, None, None, "RAG rating"], [*WHAT, *MONTHS, "Comment"]], [OVER]),
        ([[*WHAT, "RAG", None, None, "Comment"], [None, None, None, *MONTHS]], []),
        ([[None, None, None, "BRAG status"], [*WHAT, *MONTHS, "Comment"]], []),
        (
            [
                [*WHAT, "Monthly status", None, None, "Comment"],
                [None, None, None, date(2025, 1, 1), date(2025, 2, 1), date(2025, 3, 1)],
            ],
            [OVER, *(("P", 0, place, 1, place) for place in (0, 1, 2, 6))],
        ),
        ([[None, None, None, "RAG"], [*WHAT, "Q1", "Q2", "Q3", "Comment"]], [OVER]),
        ([[None, None, None, "RAG"], [*WHAT, "Month 1", "Month 2", "M3", "Comment"]], []),
    ],
)
def test_colours_by_month_under_one_name_are_a_history(
    workbook: MakeWorkbook, head: Rows, merged: list[Merged]
) -> None:
    plan = read_plan(workbook({"P": [*head, *ACTIONS]}, merged=merged))
    assert history(plan) == HISTORY
    first = plan.actions[0]
    assert first.fields[PlanColumn.PROGRESS] == "Late"
    assert first.rag is not None
    assert first.rag.key == "green"
    assert plan.tables[0].unread_columns == ()


def test_colours_by_month_are_a_history_in_word_too(word: MakeWord) -> None:
    def fill(document: WordDocument) -> None:
        head = [[*WHAT, "RAG by month", "", "", "Comment"], ["", "", "", *MONTHS, ""]]
        cells = add_table(document, [*head, *ACTIONS])
        cells[0][3].merge(cells[0][5]).text = "RAG by month"
        for place, name in ((0, "Ref"), (1, "Action"), (2, "Lead"), (6, "Comment")):
            cells[0][place].merge(cells[1][place]).text = name

    plan = read_plan(word(fill))
    assert history(plan) == HISTORY
    assert plan.actions[0].rag_history[0].heading == "RAG by month Jan"


def test_years_may_stand_between_the_name_and_the_months(workbook: MakeWorkbook) -> None:
    head: Rows = [
        [*WHAT, "RAG", None, None, "Comment"],
        [None, None, None, 2024, 2025, None],
        [None, None, None, "Dec", "Jan", "Feb"],
    ]
    whole = [("P", 0, place, 2, place) for place in (0, 1, 2, 6)]
    plan = read_plan(workbook({"P": [*head, *ACTIONS]}, merged=[OVER, *whole, ("P", 1, 4, 1, 5)]))
    assert history(plan) == HISTORY
    assert plan.actions[0].rag_history[1].heading == "RAG 2025 Jan"


def test_a_month_under_no_name_stays_unread_and_is_named(csv_plan: CsvPlan) -> None:
    plan = read_plan(
        csv_plan(
            [
                ["", "", "", "", "Cost"],
                ["Ref", "Action", "Lead", "RAG", "Jan", "Feb"],
                ["1", "Meet", "Ann", "G", "200", "300"],
            ]
        )
    )
    assert history(plan) == [["green"]]
    assert plan.tables[0].unread_columns == ("Jan", "Feb")
