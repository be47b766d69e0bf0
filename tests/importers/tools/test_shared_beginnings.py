"""Headings that begin or end alike are boxes of one question, or rows of a grid."""

import pytest

from pcf_desktop.importers.tools.shared_beginnings import alike_headings
from pcf_desktop.importers.tools.tool import ColumnHeading, ColumnRole

ASKED = "What helps you?"


@pytest.mark.parametrize(
    ("headings", "cells"),
    [
        ((f"{ASKED} (Sleep)", f"{ASKED} (Money)"), (("true", "false"), ("false", "true"))),
        ((f"{ASKED} [Sleep]", f"{ASKED} [Money]"), (("Sleep", ""), ("", "Money"))),
        ((f"{ASKED}: Sleep", f"{ASKED}: Money"), (("1", "0"), ("", ""))),
        ((f"{ASKED} - Sleep", f"{ASKED} - Money"), (("x", ""), ("x", "x"))),
        ((f"Sleep:{ASKED}", f"Money:{ASKED}"), (("Sleep", "Money"),)),
    ],
)
def test_columns_that_only_tick_are_one_question(
    headings: tuple[str, ...], cells: tuple[tuple[str, ...], ...]
) -> None:
    found = alike_headings([ColumnHeading(each) for each in headings], cells)
    assert [(each.text, each.option) for each in found] == [(ASKED, "Sleep"), (ASKED, "Money")]
    assert found[0].group == found[1].group is not None


def test_the_list_beside_boxes_is_left_out() -> None:
    headings = [ColumnHeading(each) for each in (ASKED, f"{ASKED} (A)", f"{ASKED} (B)")]
    found = alike_headings(headings, [("A", "true", "false")])
    assert [each.role for each in found] == [ColumnRole.IGNORED, *[ColumnRole.QUESTION] * 2]


def test_columns_that_answer_are_rows_of_a_grid() -> None:
    headings = [ColumnHeading("How far do you agree? - They listen"), ColumnHeading("Age (years)")]
    alone = alike_headings(headings, [("Agree", "7")])
    assert list(alone) == headings
    more = [*headings, ColumnHeading("How far do you agree? - They act")]
    found = alike_headings(more, [("Agree", "7", "Disagree")])
    assert [each.row for each in found] == ["They listen", None, "They act"]
