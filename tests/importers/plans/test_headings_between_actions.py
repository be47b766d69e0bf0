"""A heading between the actions holds below it, and what is none is no heading."""

from datetime import date

from docx.document import Document as WordDocument

from pcf_desktop.importers.periods.period import Precision
from pcf_desktop.importers.plans.plan import PlanColumn
from pcf_desktop.importers.plans.reading import read_plan
from tests.importers.plans.conftest import (
    HEADER,
    CsvPlan,
    MakeWord,
    MakeWorkbook,
    add_table,
    refs,
    said,
)


def test_heading_rows_for_each_priority_between_the_actions(workbook: MakeWorkbook) -> None:
    rows = [
        ["Written Statement of Action"],
        [],
        HEADER,
        ["Priority 1: Leadership", None, None, None, None],
        ["1.1", "Board", "Director", date(2021, 3, 31), "Green"],
        ["1.2", "Data", "Analyst", "Q2", "Amber - late"],
        ["Priority 2: Health in the plan"],
        ["2.1", "Therapies", "Health lead", "ongoing", "Complete"],
    ]
    plan = read_plan(workbook({"Plan": rows}))
    assert [action.fields[PlanColumn.PRIORITY] for action in plan.actions] == [
        "Priority 1: Leadership",
        "Priority 1: Leadership",
        "Priority 2: Health in the plan",
    ]
    assert [action.rag and action.rag.key for action in plan.actions] == ["green", "amber", "blue"]
    first = plan.actions[0].end
    assert first is not None
    assert (first.latest, first.precision) == (date(2021, 3, 31), Precision.DAY)
    assert said(plan, "The year is not given.")
    assert said(plan, "against the plan's own key")


def test_labels_above_each_table_say_priority_and_outcome(workbook: MakeWorkbook) -> None:
    rows = [
        ["Priority:", "Exclusions"],
        ["Outcome", "Fewer children are sent home"],
        [],
        HEADER,
        ["1", "Count", "A", "2021", "G"],
        [],
        ["Priority:", "Waiting times"],
        HEADER,
        ["2", "Ask", "B", "2021", "G"],
    ]
    plan = read_plan(workbook({"P": rows}))
    assert [action.fields[PlanColumn.PRIORITY] for action in plan.actions] == [
        "Exclusions",
        "Waiting times",
    ]
    assert plan.actions[0].fields[PlanColumn.OUTCOME] == "Fewer children are sent home"
    assert PlanColumn.OUTCOME not in plan.actions[1].fields


def test_empty_cells_under_an_outcome_take_it_and_it_is_said(csv_plan: CsvPlan) -> None:
    plan = read_plan(
        csv_plan(
            [
                ["Intended outcome", "Action", "Lead"],
                ["Good plans", "Write", "A"],
                ["", "Check", "B"],
                ["Short waits", "Count", "C"],
            ]
        )
    )
    outcomes = [action.fields[PlanColumn.OUTCOME] for action in plan.actions]
    assert outcomes == ["Good plans", "Good plans", "Short waits"]
    assert said(plan, "1 cell is empty; the priority or outcome of the row above was taken.")


def test_numbered_titles_head_the_refs_below_them(workbook: MakeWorkbook) -> None:
    rows = [HEADER, ["1", "Leadership"], ["1.1", "Meet", "A", "2021", "G"], ["2", "Count them"]]
    plan = read_plan(workbook({"P": rows}))
    assert refs(plan) == ["1.1", "2"]
    assert plan.actions[0].fields[PlanColumn.PRIORITY] == "1 Leadership"


def test_a_few_words_alone_in_the_action_column_are_a_heading_and_it_is_said(
    csv_plan: CsvPlan,
) -> None:
    plan = read_plan(
        csv_plan(
            [
                ["Action", "Lead", "Timescale", "Status"],
                ["Leadership and governance", "", "", ""],
                ["Meet monthly", "Ann", "July 2020", "On track"],
                ["Write it down.", "", "", ""],
                ["Health", "", "", ""],
                ["Recruit", "Ben", "Q2 2021", "Red"],
            ]
        )
    )
    assert [(action.words, action.fields[PlanColumn.PRIORITY]) for action in plan.actions] == [
        ("Meet monthly", "Leadership and governance"),
        ("Write it down.", "Leadership and governance"),
        ("Recruit", "Health"),
    ]
    assert said(plan, "rows 2, 5 hold a few words alone, taken as a heading.")


def test_a_heading_without_words_takes_them_from_the_next_line(word: MakeWord) -> None:
    def fill(document: WordDocument) -> None:
        rows = [
            ["Priority action 1", *[""] * 4],
            ["Leaders should cut waiting times", *[""] * 4],
            ["Outcome: Families wait less", *[""] * 4],
            HEADER,
            ["1.1", "Recruit", "Ann", "2024", "Green"],
        ]
        cells = add_table(document, rows)
        for row in cells[:3]:
            row[0].merge(row[4]).text = row[0].text.strip()

    (action,) = read_plan(word(fill)).actions
    assert (
        action.fields[PlanColumn.PRIORITY] == "Priority action 1: Leaders should cut waiting times"
    )
    assert action.fields[PlanColumn.OUTCOME] == "Families wait less"


def test_a_note_over_the_whole_row_does_not_replace_a_numbered_priority(
    workbook: MakeWorkbook,
) -> None:
    rows = [
        HEADER,
        ["Priority area A: Joint commissioning"],
        ["A1", "Pool budgets", "Ann", "2024", "Green"],
        ["Board comment 12 March: please bring evidence"],
        ["A2", "Agree a strategy", "Ben", "2024", "Red"],
    ]
    plan = read_plan(workbook({"P": rows}, merged=[("P", 1, 0, 1, 4), ("P", 3, 0, 3, 4)]))
    assert {action.fields[PlanColumn.PRIORITY] for action in plan.actions} == {
        "Priority area A: Joint commissioning"
    }
    assert said(plan, "words that belong to no action, in row 4.")


def test_a_heading_below_the_header_is_no_second_row_of_it(workbook: MakeWorkbook) -> None:
    rows = [
        ["Code", "Action", "Owner", "Due"],
        ["Priority area A: Schools"],
        ["A1", "Meet", "Ann", "2024"],
    ]
    plan = read_plan(workbook({"P": rows}, merged=[("P", 1, 0, 1, 3)]))
    assert refs(plan) == ["A1"]
    assert plan.actions[0].fields[PlanColumn.PRIORITY] == "Priority area A: Schools"


def test_the_title_of_the_plan_is_no_priority(csv_plan: CsvPlan) -> None:
    plan = read_plan(
        csv_plan([["Priority Action Plan 2023"], HEADER, ["1", "Meet", "A", "2024", "G"]])
    )
    assert PlanColumn.PRIORITY not in plan.actions[0].fields


def test_signatures_below_the_actions_are_none(csv_plan: CsvPlan) -> None:
    plan = read_plan(
        csv_plan(
            [
                HEADER,
                ["1", "Meet", "A", "2024", "G"],
                [],
                ["Agreed by:", "Chief Executive"],
                ["Signed: Chair of the board", "", "", "Date:"],
            ]
        )
    )
    assert refs(plan) == ["1"]
    assert said(plan, "rows 4, 5")


def test_a_table_of_risks_below_the_actions_gives_none(workbook: MakeWorkbook) -> None:
    rows = [
        ["Priority", "Action", "Lead", "By when"],
        ["Waits", "Recruit", "Ann", "2024"],
        [],
        ["Risk", "Mitigation", "Owner"],
        ["Staff leave", "Pay more", "Ben"],
    ]
    sheets = {"P": rows, "Risks": [["Risk", "Likelihood", "Mitigating actions", "Owner", "Date"]]}
    plan = read_plan(workbook(sheets))
    assert [action.words for action in plan.actions] == ["Recruit"]
    assert said(plan, "rows 4, 5")
