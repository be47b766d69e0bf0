"""Tables that go on over pages, and cells merged over rows, are the same actions."""

from docx.document import Document as WordDocument
from docx.oxml import OxmlElement

from pcf_desktop.importers.plans.plan import PlanColumn
from pcf_desktop.importers.plans.reading import read_plan
from tests.importers.plans.conftest import (
    HEADER,
    MakeWord,
    MakeWorkbook,
    add_table,
    refs,
    said,
    shade,
)


def test_merged_cells_over_rows_are_one_action_with_many_milestones(
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
    assert plan.actions[0].fields[PlanColumn.MILESTONES] == "Advert out\nStaff in post"
    assert plan.actions[1].fields[PlanColumn.PRIORITY] == "Speech and language waits"
    assert len(plan.actions[0].rag_history) == 1


def test_two_heading_rows_with_a_group_above(workbook: MakeWorkbook) -> None:
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


def test_a_word_table_over_pages_with_repeated_headings(word: MakeWord) -> None:
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
    assert {action.fields[PlanColumn.PRIORITY] for action in plan.actions} == {
        "Priority 1: Joint commissioning"
    }
    assert {action.table for action in plan.actions} == {"Table 1", "Table 2"}


def test_a_word_table_with_merged_and_shaded_cells(word: MakeWord) -> None:
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
        assert action.fields[PlanColumn.OUTCOME] == "Young people are ready"
        assert action.fields[PlanColumn.PRIORITY] == "Area for improvement 2 \u2013 Transitions"
    assert [action.rag and action.rag.key for action in plan.actions] == ["amber", None]


def test_tracked_changes_are_read_as_accepted(word: MakeWord) -> None:
    def fill(document: WordDocument) -> None:
        cells = add_table(document, [HEADER, ["1.1", "Meet ", "A", "2021", "G"]])
        paragraph = cells[1][1].paragraphs[0]._p
        for tag, text_tag, text in (
            ("w:ins", "w:t", "weekly"),
            ("w:del", "w:delText", "yearly"),
            ("w:del", "w:t", "daily"),  # as not only Word writes it
            ("w:moveFrom", "w:t", "monthly"),
        ):
            change, run, words = OxmlElement(tag), OxmlElement("w:r"), OxmlElement(text_tag)
            words.text = text
            run.append(words)
            change.append(run)
            paragraph.append(change)

    plan = read_plan(word(fill))
    assert plan.actions[0].words == "Meet weekly"
    assert said(plan, "3 tracked changes were read as if accepted")


def test_a_table_without_a_ref_column_goes_on_where_its_actions_bear_refs(word: MakeWord) -> None:
    def fill(document: WordDocument) -> None:
        add_table(document, [["Action", "Lead", "Due"], ["3.1 Meet", "Ann", "2024"]])
        document.add_page_break()
        add_table(document, [["3.2 Ask", "Ben", "2025"], ["3.3 Write", "Cat", "2025"]])
        add_table(document, [["Name", "Signature", "Date"], ["Chief", "", ""]])

    plan = read_plan(word(fill))
    assert refs(plan) == ["3.1", "3.2", "3.3"]
    assert said(plan, "\u201cTable 3\u201d was left out")
