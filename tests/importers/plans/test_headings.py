"""Rows between the actions are told apart: headings, keys and notes."""

import pytest

from pcf_desktop.importers.plans.headers import Header
from pcf_desktop.importers.plans.headings import heading_at, is_note, labelled, named_heading
from pcf_desktop.importers.plans.plan import PlanColumn
from pcf_desktop.importers.plans.table import PrintedTable

HEADER = Header(
    {0: PlanColumn.REF, 1: PlanColumn.ACTION, 2: PlanColumn.LEAD}, {0: "Ref", 1: "Action"}
)


@pytest.mark.parametrize(
    ("text", "column"),
    [
        ("Priority 1: Leadership", PlanColumn.PRIORITY),
        ("PRIORITY ACTION 2 \u2013 Waiting", PlanColumn.PRIORITY),
        ("Area of significant weakness 3. Data", PlanColumn.PRIORITY),
        ("Areas for improvement: transitions", PlanColumn.PRIORITY),
        ("Workstream B - Data", PlanColumn.WORKSTREAM),
        ("Outcome 4: fewer waits", PlanColumn.OUTCOME),
        ("Area for progress 1: Inclusion", PlanColumn.PRIORITY),
        ("Priority area A: Schools", PlanColumn.PRIORITY),
        ("Area 2 \u2013 Communication", PlanColumn.PRIORITY),
        ("Priority one: Voice", PlanColumn.PRIORITY),
        ("Priority Action Plan 2023", None),
        ("Area SEND inspection", None),
        ("Priority", None),
        ("Projected cost", None),
        ("Leadership", None),
    ],
)
def test_a_line_that_names_what_it_heads(text: str, column: PlanColumn | None) -> None:
    heading = named_heading(text)
    assert (heading and heading[0]) == column


@pytest.mark.parametrize("text", ["Key", "RAG key:", "Notes: x", "* draft", "Blue - complete"])
def test_notes_and_keys_head_nothing(text: str) -> None:
    assert is_note(text)


def test_a_label_with_its_value_is_a_heading() -> None:
    assert labelled(["Outcome:", "Short waits"]) == (PlanColumn.OUTCOME, "Short waits")
    assert labelled(["Lead", "Ann"]) is None
    assert labelled(["Outcome"]) is None


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        (["Leadership"], (PlanColumn.PRIORITY, "Leadership")),
        (["Workstream 2: Data"], (PlanColumn.WORKSTREAM, "Workstream 2: Data")),
        ([None, "Priority 3: Waits"], (PlanColumn.PRIORITY, "Priority 3: Waits")),
        ([None, "Meet weekly"], None),
        (["Notes: draft"], None),
        (["1.1"], None),
        (["1.1", "Meet"], None),
        (["1.1", "Meet", "Ann"], None),
        ([None, None, "Ann"], None),
    ],
)
def test_a_row_below_the_header(
    row: list[str | None], expected: tuple[PlanColumn, str] | None
) -> None:
    assert heading_at(PrintedTable("T", [row, ["9", "End", "x"]]), 0, HEADER) == expected


def test_a_numbered_title_heads_the_refs_that_begin_with_it() -> None:
    table = PrintedTable("T", [["2", "Health"], [None], ["2.1", "Meet", "Ann"]])
    assert heading_at(table, 0, HEADER) == (PlanColumn.PRIORITY, "2 Health")


def test_a_merged_row_is_a_heading_and_a_long_story_is_not() -> None:
    across = {(0, 1): (0, 0), (0, 2): (0, 0)}
    header = Header({0: PlanColumn.ACTION, 1: PlanColumn.LEAD, 2: PlanColumn.END}, {})
    short = PrintedTable("T", [["Health and care", None, None]], merged=across)
    long = PrintedTable("T", [["word " * 99, None, None]], merged=across)
    assert heading_at(short, 0, header) == (PlanColumn.PRIORITY, "Health and care")
    assert heading_at(long, 0, header) is None
