"""Headings of real plans find their column; texts of actions find none."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pcf_desktop.importers.plans.columns import column_of, is_column_name, match_columns
from pcf_desktop.importers.plans.plan import PlanColumn


@pytest.mark.parametrize(
    ("heading", "column"),
    [
        ("Ref.", PlanColumn.REF),
        ("No", PlanColumn.REF),
        ("Action No.", PlanColumn.REF),
        ("Area of weakness", PlanColumn.PRIORITY),
        ("Priority area", PlanColumn.PRIORITY),
        ("Intended Outcome(s)", PlanColumn.OUTCOME),
        ("What will be different?", PlanColumn.OUTCOME),
        ("Outcome (what will be different for families)", PlanColumn.OUTCOME),
        ("Actions to be taken", PlanColumn.ACTION),
        ("What are we going to do?", PlanColumn.ACTION),
        ("Key actions and steps", PlanColumn.ACTION),
        ("Acton", None),
        ("Actoins", PlanColumn.ACTION),
        ("Lead Officer", PlanColumn.LEAD),
        ("Who is responsible?", PlanColumn.LEAD),
        ("Name of responsible officer", PlanColumn.LEAD),
        ("Partners involved", PlanColumn.PARTNERS),
        ("Work stream", PlanColumn.WORKSTREAM),
        ("Start date", PlanColumn.START),
        ("By when?", PlanColumn.END),
        ("Timescale", PlanColumn.END),
        ("Target date", PlanColumn.END),
        ("Key milestones", PlanColumn.MILESTONES),
        ("6 months", PlanColumn.MILESTONES),
        ("How will we know?", PlanColumn.MEASURE),
        ("Success measures / KPIs", PlanColumn.MEASURE),
        ("Baseline (Sept 2020)", PlanColumn.BASELINE),
        ("Target 2021", PlanColumn.TARGET),
        ("Impact on children and families", PlanColumn.IMPACT),
        ("Evidence of impact", PlanColumn.EVIDENCE),
        ("Progress update", PlanColumn.PROGRESS),
        ("Progress RAG", PlanColumn.RAG),
        ("BRAG rating", PlanColumn.RAG),
        ("RAG Dec 20", PlanColumn.RAG),
        ("Status", PlanColumn.RAG),
        ("#", PlanColumn.REF),
        ("Code", PlanColumn.REF),
        ("By", PlanColumn.END),
        ("How are we doing?", PlanColumn.PROGRESS),
        ("Where are we up to?", PlanColumn.PROGRESS),
        ("What have we done so far?", PlanColumn.PROGRESS),
        ("Measure of impact", PlanColumn.MEASURE),
        ("RAG key", None),
        ("Cost code", None),
        ("Cost", None),
        ("Leadership", None),
        ("Action 1", None),
        ("Dates for the diary of the whole team and of all of its many partners", None),
        ("x" * 200, None),
        ("", None),
    ],
)
def test_a_heading_finds_its_column(heading: str, column: PlanColumn | None) -> None:
    assert column_of(heading) is column


def test_a_name_alone_is_told_from_a_name_with_more() -> None:
    assert is_column_name("Priority:")
    assert not is_column_name("Priority 1: Leadership")


@pytest.mark.parametrize(
    ("texts", "count"),
    [
        (["Ref", "Action", "Lead"], 3),
        (["Action", "Lead"], 2),
        (["Outcome", "Lead"], 0),
        (["Lead", "Amber"], 0),
        (["Ref", "Lead", "Status", "a", "b", "c", "d", "e", "f"], 0),
        (["1.1", "Meet the lead officer to agree the action", "Status report", "July 2020"], 0),
        ([], 0),
    ],
)
def test_a_header_names_enough_columns(texts: list[str], count: int) -> None:
    assert len(match_columns(texts)) == count


def test_the_current_position_is_a_baseline_only_beside_a_target() -> None:
    assert match_columns(["Action", "Current position"])[1] is PlanColumn.PROGRESS
    beside = match_columns(["Action", "Current position", "Target"])
    assert beside[1] is PlanColumn.BASELINE


@given(st.text(max_size=100))
def test_any_text_is_looked_at_without_an_error(text: str) -> None:
    assert column_of(text) in {*PlanColumn, None}
