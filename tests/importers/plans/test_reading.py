"""Plans of every shape that areas publish come out as the same actions."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from docx.document import Document as WordDocument
from docx.oxml import OxmlElement
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pcf_desktop.errors import UserError
from pcf_desktop.importers.periods.period import Precision
from pcf_desktop.importers.plans.plan import Column, Plan, RagSource
from pcf_desktop.importers.plans.reading import describe, read_plan
from tests.importers.plans.conftest import MakeWord, MakeWorkbook, Rows, add_table, shade

CsvPlan = Callable[[Rows], Path]
HEADER = ("Ref", "Action", "Lead", "By when", "RAG")


def refs(plan: Plan) -> list[str | None]:
    return [action.ref for action in plan.actions]


def said(plan: Plan, words: str) -> bool:
    return any(words in warning for warning in plan.warnings)


def test_1_a_plain_csv_with_one_heading_row(csv_plan: CsvPlan) -> None:
    plan = read_plan(
        csv_plan([HEADER, ["1.1", "Meet families \u2013 monthly", "Ann Lee", "July 2020", "G"]])
    )
    (action,) = plan.actions
    assert (action.ref, action.words, action.row) == ("1.1", "Meet families \u2013 monthly", 2)
    assert action.fields[Column.LEAD] == "Ann Lee"
    assert action.end is not None
    assert (action.end.earliest, action.end.latest) == (date(2020, 7, 1), date(2020, 7, 31))
    assert action.rag is not None
    assert (action.rag.key, action.rag.source) == ("green", RagSource.LETTER)
    assert plan.warnings == ()


def test_2_heading_rows_for_each_priority_between_the_actions(workbook: MakeWorkbook) -> None:
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
    assert [action.fields[Column.PRIORITY] for action in plan.actions] == [
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


def test_3_colours_of_cells_alone_tell_the_rag(workbook: MakeWorkbook) -> None:
    colours = ["#FF0000", "#FFC000", "#00B050", "#0070C0", "#A6A6A6", "#7030A0", "#C6EFCE"]
    rows = [HEADER, *[[f"1.{n}", f"Action {n}", "Lead", "2021", None] for n in range(1, 8)]]
    fills = {("P", row, 4): colour for row, colour in enumerate(colours, start=1)}
    fills |= {("P", row, 1): "#DDEBF7" for row in range(1, 8)}
    plan = read_plan(workbook({"P": rows}, fills))
    assert [action.rag.key for action in plan.actions if action.rag] == [
        *("red", "amber", "green", "blue", "grey", "purple", "green"),
    ]
    assert {action.rag.source for action in plan.actions if action.rag} == {RagSource.COLOUR}
    assert said(plan, "7 colours were told from the cell's fill alone.")


def test_4_merged_cells_over_rows_are_one_action_with_many_milestones(
    workbook: MakeWorkbook,
) -> None:
    rows = [
        ["Area of weakness", "Ref", "What will we do?", "Milestones", "Lead", "BRAG"],
        ["Speech and language waits", "3.1", "Recruit", "Advert out", "Health", "Green"],
        [None, None, None, "Staff in post", None, None],
        [None, "3.2", "Train", "Course booked", "School", "Red"],
    ]
    merged = [("P", 1, 0, 3, 0), ("P", 1, 1, 2, 1), ("P", 1, 2, 2, 2), ("P", 1, 4, 2, 4)]
    plan = read_plan(workbook({"P": rows}, merged=[*merged, ("P", 1, 5, 2, 5)]))
    assert refs(plan) == ["3.1", "3.2"]
    assert plan.actions[0].fields[Column.MILESTONES] == "Advert out\nStaff in post"
    assert plan.actions[1].fields[Column.PRIORITY] == "Speech and language waits"
    assert len(plan.actions[0].rag_history) == 1


def test_5_two_heading_rows_with_a_group_above(workbook: MakeWorkbook) -> None:
    rows = [
        ["No.", "Activity", "Timescale", None, "RAG", None],
        [None, None, "Start", "End", "Dec 20", "Mar 21"],
        ["1a", "Write", "Sept 2020", "Dec 2020", "R", "A"],
        ["1b", "Send", "Jan 2021", "Mar 2021", "A", None],
    ]
    plan = read_plan(workbook({"P": rows}, merged=[("P", 0, 2, 0, 3), ("P", 0, 4, 0, 5)]))
    assert refs(plan) == ["1a", "1b"]
    first, second = plan.actions
    assert first.start is not None
    assert first.end is not None
    assert (first.start.text, first.end.text) == ("Sept 2020", "Dec 2020")
    assert [rag.heading for rag in first.rag_history] == ["RAG Dec 20", "RAG Mar 21"]
    assert [rag.key for rag in (first.rag, second.rag) if rag] == ["amber", "amber"]


def test_6_several_sheets_each_a_workstream(workbook: MakeWorkbook) -> None:
    sheets = {
        "Guide": [["How to use this workbook"], ["Read the sheets in order."]],
        "Workstream 1 - Voice": [HEADER, ["1.1", "Listen", "A", "2021", "G"]],
        "Workstream 2 - Data": [HEADER, ["2.1", "Count", "B", "2021", "R"]],
    }
    plan = read_plan(workbook(sheets))
    assert [action.fields[Column.WORKSTREAM] for action in plan.actions] == list(sheets)[1:]
    assert [table.name for table in plan.tables] == list(sheets)[1:]
    assert said(plan, "\u201cGuide\u201d was left out")


def test_7_a_word_table_over_pages_with_repeated_headings(word: MakeWord) -> None:
    def fill(document: WordDocument) -> None:
        document.add_heading("Priority 1: Joint commissioning")
        add_table(document, [HEADER, ["1.1.9", "Plan", "A", "Spring term 2024", "Green"]])
        document.add_paragraph("")
        add_table(
            document,
            [
                ["1.1.10", "Buy", "B", "Summer 2024", "Red"],
                HEADER,
                ["1.1.2", "Review", "C", "immediate", ""],
            ],
        )

    plan = read_plan(word(fill))
    assert refs(plan) == ["1.1.2", "1.1.9", "1.1.10"]
    assert {action.fields[Column.PRIORITY] for action in plan.actions} == {
        "Priority 1: Joint commissioning"
    }
    assert {action.table for action in plan.actions} == {"Table 1", "Table 2"}


def test_8_a_word_table_with_merged_and_shaded_cells(word: MakeWord) -> None:
    def fill(document: WordDocument) -> None:
        cells = add_table(
            document,
            [
                ["Outcome", "Ref", "Actions", "Responsible officer", "Status"],
                ["Area for improvement 2 \u2013 Transitions", "", "", "", ""],
                ["Young people are ready", "2.1", "Map", "A", ""],
                ["", "2.2", "Meet", "B", ""],
            ],
        )
        cells[1][0].merge(cells[1][4])
        cells[2][0].merge(cells[3][0])
        shade(cells[2][4], "FFC000")
        shade(cells[3][4], "auto")

    plan = read_plan(word(fill))
    assert refs(plan) == ["2.1", "2.2"]
    for action in plan.actions:
        assert action.fields[Column.OUTCOME] == "Young people are ready"
        assert action.fields[Column.PRIORITY] == "Area for improvement 2 \u2013 Transitions"
    assert [action.rag and action.rag.key for action in plan.actions] == ["amber", None]


def test_9_tracked_changes_are_read_as_accepted(word: MakeWord) -> None:
    def fill(document: WordDocument) -> None:
        cells = add_table(document, [HEADER, ["1.1", "Meet ", "A", "2021", "G"]])
        paragraph = cells[1][1].paragraphs[0]._p
        for tag, text_tag, text in (("w:ins", "w:t", "weekly"), ("w:del", "w:delText", "yearly")):
            change, run, words = OxmlElement(tag), OxmlElement("w:r"), OxmlElement(text_tag)
            words.text = text
            run.append(words)
            change.append(run)
            paragraph.append(change)

    plan = read_plan(word(fill))
    assert plan.actions[0].words == "Meet weekly"
    assert said(plan, "2 tracked changes were read as if accepted")


def test_10_labels_above_each_table_say_priority_and_outcome(workbook: MakeWorkbook) -> None:
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
    assert [action.fields[Column.PRIORITY] for action in plan.actions] == [
        "Exclusions",
        "Waiting times",
    ]
    assert plan.actions[0].fields[Column.OUTCOME] == "Fewer children are sent home"
    assert Column.OUTCOME not in plan.actions[1].fields


def test_11_refs_in_front_of_the_actions(csv_plan: CsvPlan) -> None:
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


def test_12_the_plans_own_key_decides_what_a_word_means(workbook: MakeWorkbook) -> None:
    rows = [
        ["RAG key: Grey = complete"],
        ["Blue", "embedded in daily work"],
        HEADER,
        ["1.1", "Meet", "A", "2021", "Complete"],
        ["1.2", "Ask", "B", "2021", "Blue"],
        ["Key", None, None, None, None],
        ["Red - not on track"],
    ]
    plan = read_plan(workbook({"P": rows}))
    assert [action.rag.key for action in plan.actions if action.rag] == ["grey", "blue"]
    assert plan.rag_key["grey"] == "complete"
    assert plan.rag_key["red"] == "not on track"
    assert not said(plan, "own key")


def test_13_empty_cells_under_an_outcome_take_it_and_it_is_said(csv_plan: CsvPlan) -> None:
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
    outcomes = [action.fields[Column.OUTCOME] for action in plan.actions]
    assert outcomes == ["Good plans", "Good plans", "Short waits"]
    assert said(plan, "1 cell is empty; the priority or outcome of the row above was taken.")


def test_14_numbered_titles_head_the_refs_below_them(workbook: MakeWorkbook) -> None:
    rows = [HEADER, ["1", "Leadership"], ["1.1", "Meet", "A", "2021", "G"], ["2", "Count them"]]
    plan = read_plan(workbook({"P": rows}))
    assert refs(plan) == ["1.1", "2"]
    assert plan.actions[0].fields[Column.PRIORITY] == "1 Leadership"


def test_15_what_excel_did_to_refs_is_said(workbook: MakeWorkbook) -> None:
    rows = [
        HEADER,
        [3.1, "First", "A", "2021", "G"],
        [3.9, "Ninth", "A", "2021", "G"],
        [3.1, "Tenth", "A", "2021", "G"],
        [date(2021, 1, 4), "Odd", "A", "2021", "G"],
    ]
    plan = read_plan(workbook({"P": rows}))
    assert said(plan, "Excel shows 3.10 as 3.1")
    assert said(plan, "Excel has turned refs into dates, in rows 5.")
    assert len(plan.actions) == 4


def test_16_words_and_colour_that_differ_are_named(workbook: MakeWorkbook) -> None:
    rows = [HEADER, ["1", "Meet", "A", "2021", "Green"], ["2", "Ask", "A", "2021", "red to amber"]]
    plan = read_plan(workbook({"P": rows}, {("P", 1, 4): "#FF0000", ("P", 2, 4): "#FF0000"}))
    assert [action.rag and action.rag.key for action in plan.actions] == ["green", None]
    assert said(plan, "The words and the colour of the cell differ")
    assert said(plan, "More than one colour is named.")
    assert said(plan, "1 status could not be told as a colour.")


def test_17_columns_and_rows_that_are_not_read_are_named(workbook: MakeWorkbook) -> None:
    rows = [
        [*HEADER, "Cost code", "Update", "Comments"],
        [None, None, None, None, None, "stray", None, None],
        ["1", "Meet", "A", "2021", "G", "X1", "Begun", "Late"],
    ]
    plan = read_plan(workbook({"P": rows}))
    assert plan.tables[0].unread_columns == ("Cost code",)
    assert plan.tables[0].unread_rows == (2,)
    assert plan.actions[0].fields[Column.PROGRESS] == "Update: Begun\nComments: Late"
    assert said(plan, "columns that were not read: Cost code")
    assert said(plan, "rows that belong to no action: 2")


def test_18_a_table_without_an_action_column_starts_at_its_refs(csv_plan: CsvPlan) -> None:
    plan = read_plan(csv_plan([["Ref", "Outcome", "KPI", "Target"], ["1", "Good", "Days", "20"]]))
    assert (plan.actions[0].ref, plan.actions[0].words) == ("1", "")
    assert said(plan, "1 action has no words in a column of actions.")


def test_19_a_few_words_alone_in_the_action_column_are_a_heading_and_it_is_said(
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
    assert [(action.words, action.fields[Column.PRIORITY]) for action in plan.actions] == [
        ("Meet monthly", "Leadership and governance"),
        ("Write it down.", "Leadership and governance"),
        ("Recruit", "Health"),
    ]
    assert said(plan, "rows 2, 5 hold a few words alone. They were taken as headings.")


def test_20_questions_as_headings(word: MakeWord) -> None:
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
    assert (action.words, action.fields[Column.LEAD]) == ("Launch", "Ann")
    assert action.fields[Column.MEASURE] == "Survey"
    assert action.end is not None
    assert action.rag is not None
    assert (action.end.precision, action.rag.key) == (Precision.SEASON, "amber")


def test_21_a_card_for_each_action(word: MakeWord) -> None:
    def fill(document: WordDocument) -> None:
        for ref, lead in (("2", "Ben"), ("1", "Ann")):
            add_table(document, [["Ref", ref], ["Action", "Meet"], ["Lead", lead]])
            document.add_paragraph("")

    plan = read_plan(word(fill))
    assert [(action.ref, action.fields[Column.LEAD]) for action in plan.actions] == [
        ("1", "Ann"),
        ("2", "Ben"),
    ]


def test_22_a_row_of_totals_is_no_action(workbook: MakeWorkbook) -> None:
    rows = [HEADER, ["1", "Meet", "A", "2021", "G"], ["Total actions", 1]]
    plan = read_plan(workbook({"P": rows}))
    assert refs(plan) == ["1"]
    assert plan.tables[0].unread_rows == (3,)


def test_a_plan_is_described_in_values_that_json_holds(csv_plan: CsvPlan) -> None:
    described = describe(
        read_plan(csv_plan([HEADER, ["1.1", "Meet", "Ann", "July 2020", "Green"]]))
    )
    actions = described["actions"]
    assert isinstance(actions, list)
    assert actions[0] == {
        "ref": "1.1",
        "action": "Meet",
        "lead": "Ann",
        "start": None,
        "end": {
            "text": "July 2020",
            "earliest": "2020-07-01",
            "latest": "2020-07-31",
            "precision": "month",
            "note": "",
        },
        "rag": {"key": "green", "text": "Green", "source": "words", "heading": "RAG", "note": ""},
        "rag_history": [
            {"key": "green", "text": "Green", "source": "words", "heading": "RAG", "note": ""}
        ],
        "table": "The table",
        "row": 2,
    }


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
    assert {action.fields[Column.LEAD] for action in plan.actions} == {"Lead"}
