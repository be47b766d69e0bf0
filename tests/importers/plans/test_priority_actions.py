"""*Priority action* names what inspectors asked for; what is done about it stands beside it."""

from docx.document import Document as WordDocument

from pcf_desktop.importers.plans.plan import PlanColumn
from pcf_desktop.importers.plans.reading import read_plan
from tests.importers.plans.conftest import CsvPlan, MakeWord, add_table


def test_a_column_of_priority_actions_is_the_priority_of_each_action(csv_plan: CsvPlan) -> None:
    plan = read_plan(
        csv_plan(
            [
                ["Priority action", "Action", "Lead", "Complete (%)", "Date completed"],
                ["Cut waits", "Recruit", "Ann", "40", ""],
                ["", "Publish", "Ben", "100%", "12/01/2025"],
            ]
        )
    )
    assert [(each.fields[PlanColumn.PRIORITY], each.words) for each in plan.actions] == [
        ("Cut waits", "Recruit"),
        ("Cut waits", "Publish"),
    ]
    last = plan.actions[1]
    assert last.fields[PlanColumn.COMPLETE] == "100%"
    assert last.closed is not None
    assert str(last.closed.latest) == "2025-01-12"
    assert plan.tables[0].unread_columns == ()


def test_where_nothing_else_says_what_is_done_the_priority_action_does(csv_plan: CsvPlan) -> None:
    plan = read_plan(
        csv_plan(
            [
                ["Priority action", "Lead", "By when", "Status"],
                ["Cut waits", "Ann", "2025", "Green"],
                ["Hear families", "Ben", "2026", "Red"],
            ]
        )
    )
    assert [(each.fields[PlanColumn.PRIORITY], each.words) for each in plan.actions] == [
        ("Cut waits", "Cut waits"),
        ("Hear families", "Hear families"),
    ]


def test_a_label_and_a_heading_above_the_table_name_the_priority(word: MakeWord) -> None:
    def fill(document: WordDocument) -> None:
        document.add_heading("Priority action: Cut waits")
        add_table(document, [["Action", "Lead"], ["Recruit", "Ann"]])
        document.add_heading("Priority action 2")
        document.add_paragraph("Leaders should hear families")
        add_table(document, [["Action", "Lead"], ["Meet", "Ben"]])
        rows = [["Priority action", "Share data"], ["Action", "Lead"], ["Agree", "Cat"]]
        add_table(document, rows)

    assert [each.fields[PlanColumn.PRIORITY] for each in read_plan(word(fill)).actions] == [
        "Cut waits",
        "Priority action 2: Leaders should hear families",
        "Share data",
    ]
