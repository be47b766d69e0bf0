"""Boxes that only repeat their heading are one question, whatever stands beside them."""

from pcf_desktop.importers.files.cells import Cell
from pcf_desktop.importers.tools.own_boxes import with_own_boxes
from pcf_desktop.importers.tools.tool import ColumnHeading, ColumnRole


def headings(*texts: str) -> list[ColumnHeading]:
    return [ColumnHeading(text, ColumnRole.QUESTION) for text in texts]


def test_columns_that_hold_their_own_heading_become_one_question() -> None:
    given = headings("Phone", "Letter", "How was it?")
    body: list[list[Cell]] = [
        ["Phone", None, "Well"],
        [None, "Letter", "Badly"],
        ["Phone", "Letter", "Well"],
    ]
    found = with_own_boxes(given, body)
    assert [each.option for each in found] == ["Phone", "Letter", None]
    assert found[0].group == found[1].group is not None
    assert found[2] == given[2]


def test_a_number_before_the_option_holds_them_together() -> None:
    given = headings("3. Phone", "3. Letter", "4. Text")
    body: list[list[Cell]] = [["Phone", None, None], [None, "Letter", "Text"]]
    found = with_own_boxes(given, body)
    assert [each.option for each in found[:2]] == ["Phone", "Letter"]
    assert found[0].group == found[1].group


def test_a_single_column_of_its_own_words_stays_what_it_is() -> None:
    given = headings("Comments", "Name of school")
    body: list[list[Cell]] = [["We waited", "Comments"], ["Too long", None]]
    assert with_own_boxes(given, body) == tuple(given)
