"""Headings of real plans find their column; texts of actions find none."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pcf_desktop.importers.plans.columns import column_of, is_column_name, match_columns
from pcf_desktop.importers.plans.plan import Column


@pytest.mark.parametrize(
    ("heading", "column"),
    [
        ("Ref.", Column.REF),
        ("No", Column.REF),
        ("Action No.", Column.REF),
        ("Area of weakness", Column.PRIORITY),
        ("Priority area", Column.PRIORITY),
        ("Intended Outcome(s)", Column.OUTCOME),
        ("What will be different?", Column.OUTCOME),
        ("Outcome (what will be different for families)", Column.OUTCOME),
        ("Actions to be taken", Column.ACTION),
        ("What are we going to do?", Column.ACTION),
        ("Key actions and steps", Column.ACTION),
        ("Acton", None),
        ("Actoins", Column.ACTION),
        ("Lead Officer", Column.LEAD),
        ("Who is responsible?", Column.LEAD),
        ("Name of responsible officer", Column.LEAD),
        ("Partners involved", Column.PARTNERS),
        ("Work stream", Column.WORKSTREAM),
        ("Start date", Column.START),
        ("By when?", Column.END),
        ("Timescale", Column.END),
        ("Target date", Column.END),
        ("Key milestones", Column.MILESTONES),
        ("6 months", Column.MILESTONES),
        ("How will we know?", Column.MEASURE),
        ("Success measures / KPIs", Column.MEASURE),
        ("Baseline (Sept 2020)", Column.BASELINE),
        ("Target 2021", Column.TARGET),
        ("Impact on children and families", Column.IMPACT),
        ("Evidence of impact", Column.EVIDENCE),
        ("Progress update", Column.PROGRESS),
        ("Progress RAG", Column.RAG),
        ("BRAG rating", Column.RAG),
        ("RAG Dec 20", Column.RAG),
        ("Status", Column.RAG),
        ("#", Column.REF),
        ("Code", Column.REF),
        ("By", Column.END),
        ("How are we doing?", Column.PROGRESS),
        ("Where are we up to?", Column.PROGRESS),
        ("What have we done so far?", Column.PROGRESS),
        ("Measure of impact", Column.MEASURE),
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
def test_a_heading_finds_its_column(heading: str, column: Column | None) -> None:
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
    assert match_columns(["Action", "Current position"])[1] is Column.PROGRESS
    beside = match_columns(["Action", "Current position", "Target"])
    assert beside[1] is Column.BASELINE


@given(st.text(max_size=100))
def test_any_text_is_looked_at_without_an_error(text: str) -> None:
    assert column_of(text) in {*Column, None}
