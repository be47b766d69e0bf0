"""Headings hold until the next one, and a key until something else begins."""

from pcf_desktop.importers.plans.around import Around
from pcf_desktop.importers.plans.plan import PlanColumn
from pcf_desktop.importers.plans.table import PrintedTable


def test_a_new_priority_ends_the_outcome_and_keeps_the_workstream() -> None:
    around = Around()
    for text in ("Workstream 1: Voice", "Priority 1: Data", "Outcome: Better", "Priority 2: Waits"):
        around.hear(text)
    assert around.context == {
        PlanColumn.WORKSTREAM: "Workstream 1: Voice",
        PlanColumn.PRIORITY: "Priority 2: Waits",
    }


def test_a_number_alone_takes_the_words_below_it_until_an_action_begins() -> None:
    around = Around()
    around.hear("Priority 1")
    around.enter(PlanColumn.PRIORITY, "Waiting times")
    assert around.context[PlanColumn.PRIORITY] == "Priority 1: Waiting times"
    around.hear("Priority 2")
    around.begin_action()
    around.enter(PlanColumn.PRIORITY, "Transitions")
    assert around.context[PlanColumn.PRIORITY] == "Transitions"


def test_rows_belong_to_a_key_only_while_it_goes_on() -> None:
    table = PrintedTable("T", [["Green", "going well"], ["a", "b", "c"], ["Red", "late"]])
    around = Around()
    assert not around.take_key_row(table, 0, ["Green", "going well"])
    around.hear("RAG key")
    assert around.take_key_row(table, 0, ["Green", "going well"])
    assert not around.take_key_row(table, 1, ["a", "b", "c"])
    assert not around.take_key_row(table, 2, ["Red", "late"])
    assert around.rag_key == {"green": "going well"}
