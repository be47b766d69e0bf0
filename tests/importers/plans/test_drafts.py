"""Rows add their cells to an action; what stands under no heading is kept in mind."""

from pcf_desktop.importers.files.cells import Cell
from pcf_desktop.importers.plans.drafts import DraftAction
from pcf_desktop.importers.plans.headers import Header
from pcf_desktop.importers.plans.plan import PlanColumn
from pcf_desktop.importers.plans.table import PrintedTable

HEADER = Header({0: PlanColumn.ACTION, 1: PlanColumn.PROGRESS}, {0: "Action", 1: "Progress"})


def draft_of(*rows: list[Cell]) -> DraftAction:
    draft = DraftAction(PrintedTable("T", rows), 0, None)
    for row in range(len(rows)):
        draft.add(row, HEADER)
    return draft


def test_rows_below_are_joined_in_lines() -> None:
    action = draft_of(["Meet", "Begun"], ["weekly", None]).as_action()
    assert (action.words, action.fields[PlanColumn.PROGRESS]) == ("Meet\nweekly", "Begun")


def test_a_colour_under_no_heading_counts_and_other_words_there_are_remembered() -> None:
    draft = draft_of(["Meet", None, "Red", "ask Sam"])
    assert [rag.key for rag in draft.rags] == ["red"]
    assert draft.loose_rows == [1]


def test_the_latest_colour_that_is_known_counts() -> None:
    action = draft_of(["Meet", "Red: late"], [None, "Green: done"], [None, "Later"]).as_action()
    assert action.rag is not None
    assert (action.rag.key, len(action.rag_history)) == ("green", 2)
