"""Plans as workbook, CSV and Word document come out as the same actions."""

from datetime import date

import pytest
from docx.document import Document as WordDocument
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pcf_desktop.errors import UserError
from pcf_desktop.importers.periods.period import Precision
from pcf_desktop.importers.plans.plan import PlanColumn, RagSource
from pcf_desktop.importers.plans.reading import read_plan
from tests.importers.plans.conftest import (
    HEADER,
    CsvPlan,
    MakeWord,
    MakeWorkbook,
    Rows,
    add_table,
    refs,
    said,
)


def test_a_plain_csv_with_one_heading_row(csv_plan: CsvPlan) -> None:
    plan = read_plan(
        csv_plan([HEADER, ["1.1", "Meet families \u2013 monthly", "Ann Lee", "July 2020", "G"]])
    )
    (action,) = plan.actions
    assert (action.ref, action.words, action.row) == ("1.1", "Meet families \u2013 monthly", 2)
    assert action.fields[PlanColumn.LEAD] == "Ann Lee"
    assert action.end is not None
    assert (action.end.earliest, action.end.latest) == (date(2020, 7, 1), date(2020, 7, 31))
    assert action.rag is not None
    assert (action.rag.key, action.rag.source) == ("green", RagSource.LETTER)
    assert plan.warnings == ()


def test_several_sheets_each_a_workstream(workbook: MakeWorkbook) -> None:
    sheets = {
        "Guide": [["How to use this workbook"], ["Read the sheets in order."]],
        "Workstream 1 - Voice": [HEADER, ["1.1", "Listen", "A", "2021", "G"]],
        "Workstream 2 - Data": [HEADER, ["2.1", "Count", "B", "2021", "R"]],
    }
    plan = read_plan(workbook(sheets))
    assert [action.fields[PlanColumn.WORKSTREAM] for action in plan.actions] == list(sheets)[1:]
    assert [table.name for table in plan.tables] == list(sheets)[1:]
    assert said(plan, "\u201cGuide\u201d was left out")


def test_refs_in_front_of_the_actions(csv_plan: CsvPlan) -> None:
    plan = read_plan(
        csv_plan(
            [
                ["Actions required", "Owner", "Deadline", "Progress to date"],
                ["3.1.10 Last", "A", "2021", "None"],
                ["3.1.2) First", "B", "2021", "Begun"],
                ["3 new posts", "C", "2021", ""],
            ]
        )
    )
    assert refs(plan) == ["3.1.2", None, "3.1.10"]
    assert [action.words for action in plan.actions] == ["First", "3 new posts", "Last"]


def test_questions_as_headings(word: MakeWord) -> None:
    def fill(document: WordDocument) -> None:
        add_table(
            document,
            [
                [
                    *("What we want to achieve", "What we are going to do", "Who will do it"),
                    *("When will it be done by", "How we will know it has worked"),
                    "Progress (RAG)",
                ],
                ["Families find help", "Launch", "Ann", "Spring 2024", "Survey", "Amber: late"],
            ],
        )

    plan = read_plan(word(fill))
    (action,) = plan.actions
    assert plan.tables[0].unread_columns == ()
    assert (action.words, action.fields[PlanColumn.LEAD]) == ("Launch", "Ann")
    assert action.fields[PlanColumn.MEASURE] == "Survey"
    assert action.end is not None
    assert action.rag is not None
    assert (action.end.precision, action.rag.key) == (Precision.SEASON, "amber")


def test_a_table_without_an_action_column_starts_at_its_refs(csv_plan: CsvPlan) -> None:
    plan = read_plan(csv_plan([["Ref", "Outcome", "KPI", "Target"], ["1", "Good", "Days", "20"]]))
    assert (plan.actions[0].ref, plan.actions[0].words) == ("1", "")
    assert said(plan, "1 action has no words in a column of actions.")


@pytest.mark.parametrize(
    "rows", [[["Dear all,"], ["this is a letter"]], [["Name", "Phone"], ["Ann", "1"]], [HEADER]]
)
def test_a_file_without_actions_is_refused(csv_plan: CsvPlan, rows: Rows) -> None:
    with pytest.raises(UserError, match="No table of actions") as caught:
        read_plan(csv_plan(rows))
    assert caught.value.safe
    assert caught.value.todo


NOISE = st.lists(
    st.sampled_from(
        [
            [],
            ["", "", "", "", ""],
            ["Updated 3 May 2021", "", "", "", ""],
            ["Notes: draft", "", "", "", ""],
            ["Page 2 of 9"],
            list(HEADER),
            ["Key: Green = on track"],
        ]
    ),
    max_size=3,
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40)
@given(st.lists(NOISE, min_size=5, max_size=5), st.permutations([*range(1, 5)]))
def test_noise_between_the_rows_changes_no_action(
    csv_plan: CsvPlan, noise: list[list[list[str]]], order: list[int]
) -> None:
    actions = [[f"1.{n}", f"Do thing {n}", "Lead", "2021", "R"] for n in order]
    rows: list[list[str]] = [*noise[0], list(HEADER)]
    for between, action in zip(noise[1:], actions, strict=True):
        rows += [*between, action]
    plan = read_plan(csv_plan(rows))
    assert refs(plan) == ["1.1", "1.2", "1.3", "1.4"]
    assert [action.words for action in plan.actions] == [f"Do thing {n}" for n in range(1, 5)]
    assert {action.fields[PlanColumn.LEAD] for action in plan.actions} == {"Lead"}
