"""What colour an action has, and what told it: words, symbols, fills, or the plan's own key."""

import pytest
from docx.document import Document as WordDocument

from pcf_desktop.importers.plans.plan import PlanColumn, RagSource
from pcf_desktop.importers.plans.reading import read_plan
from tests.importers.plans.conftest import (
    HEADER,
    CsvPlan,
    MakeWord,
    MakeWorkbook,
    add_table,
    colours,
    refs,
    said,
)


def test_colours_of_cells_alone_tell_the_rag(workbook: MakeWorkbook) -> None:
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


def test_the_plans_own_key_decides_what_a_word_means(workbook: MakeWorkbook) -> None:
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


def test_words_and_colour_that_differ_are_named(workbook: MakeWorkbook) -> None:
    rows = [HEADER, ["1", "Meet", "A", "2021", "Green"], ["2", "Ask", "A", "2021", "red to amber"]]
    plan = read_plan(workbook({"P": rows}, {("P", 1, 4): "#FF0000", ("P", 2, 4): "#FF0000"}))
    assert [action.rag and action.rag.key for action in plan.actions] == ["green", None]
    assert said(plan, "The words and the colour of the cell differ")
    assert said(plan, "More than one colour is named.")
    assert said(plan, "1 status could not be told as a colour.")


def test_coloured_symbols_tell_the_rag_even_under_no_heading(word: MakeWord) -> None:
    def fill(document: WordDocument) -> None:
        rows = [
            ["#", "Action", "Who?", "When?", ""],
            ["1", "Map places", "Ann", "2024", "\U0001f7e2"],
            ["2", "Open a base", "Ben", "2025", "\U0001f7e0 Amber"],
        ]
        add_table(document, rows)

    plan = read_plan(word(fill))
    assert (refs(plan), colours(plan)) == (["1", "2"], ["green", "amber"])


def test_a_progress_note_that_begins_with_a_colour_tells_it_and_it_is_said(
    csv_plan: CsvPlan,
) -> None:
    rows = [
        ["Ref", "Action", "How are we doing?"],
        ["1", "Meet", "Amber \u2013 recruitment late"],
        ["2", "Ask", "Green light was given"],
        ["3", "Write", "Complete"],
    ]
    plan = read_plan(csv_plan(rows))
    assert colours(plan) == ["amber", None, "blue"]
    assert plan.actions[0].fields[PlanColumn.PROGRESS] == "Amber \u2013 recruitment late"
    assert said(plan, "Told from the first words of the progress note.")


@pytest.mark.parametrize("status", ["Partially complete", "Not complete", "Nearly done"])
def test_a_status_short_of_complete_is_not_blue(csv_plan: CsvPlan, status: str) -> None:
    plan = read_plan(csv_plan([HEADER, ["1", "Meet", "A", "2024", status]]))
    assert colours(plan) == [None]


def test_a_key_of_painted_cells_below_the_actions_is_no_action(workbook: MakeWorkbook) -> None:
    rows = [HEADER, ["1", "Meet", "A", "2024", "On plan"], [], ["RAG key:"], [None, "On plan"]]
    plan = read_plan(
        workbook(
            {"P": [*rows, [None, "Slipped"]]}, {("P", 4, 0): "#00B050", ("P", 5, 0): "#FF0000"}
        )
    )
    assert plan.rag_key == {"green": "On plan", "red": "Slipped"}
    assert colours(plan) == ["green"]


def test_a_key_table_of_words_alone_is_no_action(csv_plan: CsvPlan) -> None:
    rows = [HEADER, ["1", "Meet", "A", "2024", "G"], ["Key"], ["Complete", "Done and evidenced"]]
    plan = read_plan(csv_plan(rows))
    assert refs(plan) == ["1"]
    assert said(plan, "rows 3, 4")


def test_a_small_table_with_the_key_is_read_and_not_named_as_left_out(word: MakeWord) -> None:
    def fill(document: WordDocument) -> None:
        document.add_heading("RAG key")
        add_table(document, [["Blue", "Embedded"], ["Green", "Going well"]])
        add_table(document, [HEADER, ["1", "Meet", "A", "2024", "Going well"]])

    plan = read_plan(word(fill))
    assert plan.rag_key == {"blue": "Embedded", "green": "Going well"}
    assert colours(plan) == ["green"]
    assert not said(plan, "left out")


def test_a_key_in_one_line_names_all_its_colours(csv_plan: CsvPlan) -> None:
    line = "Key: Blue = complete and embedded; Green = on track; Red = off track"
    plan = read_plan(csv_plan([[line], HEADER, ["1", "Meet", "A", "2024", "G"]]))
    assert plan.rag_key == {
        "blue": "complete and embedded",
        "green": "on track",
        "red": "off track",
    }
