"""A plan in Markdown is read table by table, and the rule under a heading is no action."""

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from pcf_desktop.importers.plans.markdown_tables import is_markdown, markdown_tables
from pcf_desktop.importers.plans.plan import PlanColumn
from pcf_desktop.importers.plans.reading import read_plan
from tests.importers.plans.conftest import refs, said

PLAN = """\
Priority action plan
====================

Updated 3 March 2025
---

## Priority action 1: Health leaders should cut waits ##

| Ref | **Action** | Lead | By when | RAG | % complete | Date closed |
|-----|:-----------|------|---------|:---:|-----------:|-------------|
| 1.1 | Recruit *two* therapists<br>by spring | [Ann](mailto:a@b.c) | 2025 | Amber | 40% | |
| 1.2 | Publish a \\| b | Ben | 31/01/2025 | Blue | 100 | 28/01/2025 |

* * *

## Priority action 2

Leaders should hear families

Action | Owner | Due
:-- | --- | ---
Meet the forum | Cat | ongoing
Agree minutes | Dev | 2026
"""


def test_the_tables_of_a_markdown_plan_are_read_under_their_headings(tmp_path: Path) -> None:
    path = tmp_path / "plan.md"
    path.write_text(PLAN, "utf-8")
    plan = read_plan(path)
    assert refs(plan) == ["1.1", "1.2", None, None]
    assert [action.words for action in plan.actions] == [
        "Recruit two therapists\nby spring",
        "Publish a | b",
        "Meet the forum",
        "Agree minutes",
    ]
    assert [action.fields[PlanColumn.PRIORITY] for action in plan.actions[1:3]] == [
        "Priority action 1: Health leaders should cut waits",
        "Priority action 2: Leaders should hear families",
    ]
    one, two = plan.actions[:2]
    assert (one.row, one.fields[PlanColumn.LEAD], one.closed) == (11, "Ann", None)
    assert [each.fields[PlanColumn.COMPLETE] for each in (one, two)] == ["40%", "100%"]
    assert two.closed is not None
    assert str(two.closed.latest) == "2025-01-28"
    assert not said(plan, "not read")


def test_cells_parted_by_upright_lines_are_no_markdown_without_the_rule() -> None:
    assert is_markdown(PLAN.encode())
    assert not is_markdown(b"Action|Lead|By when\nMeet|Ann|2025\n")
    assert not is_markdown(b"a - b | c\n--- draft ---\n")
    assert not is_markdown(b"| a | b |\n|---|\n")


def test_a_rule_that_came_along_into_a_spreadsheet_is_no_action(tmp_path: Path) -> None:
    path = tmp_path / "plan.csv"
    path.write_text("Action,Lead,By when\n:---,---,--:\nMeet,Ann,2025\n=====,,\n", "utf-8")
    plan = read_plan(path)
    assert [action.words for action in plan.actions] == ["Meet"]
    assert plan.warnings == ()


@given(st.text("|-: \nab\\*", max_size=80))
def test_any_text_of_its_marks_is_read(text: str) -> None:
    if is_markdown(text.encode()):
        assert all(len(table.rows) > 1 for table in markdown_tables(text.encode()))
