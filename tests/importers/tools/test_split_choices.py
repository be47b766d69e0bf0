"""Boxes in columns of their own become one question."""

from pcf_desktop.importers.tools.split_choices import split_headings
from pcf_desktop.importers.tools.tool import ColumnHeading, ColumnRole


def test_boxes_are_put_together_under_their_question() -> None:
    titles = ("Used?", "Used?/A/B", "Used?/C", "g/age", "Lone/box")
    body = [("A/B", "1", "0", "7", "1"), ("", "", "", "9", "x")]
    found = split_headings(titles, {}, body)
    assert found[0].role is ColumnRole.IGNORED
    assert [(each.text, each.option) for each in found[1:3]] == [("Used?", "A/B"), ("Used?", "C")]
    assert found[1].group == found[2].group is not None
    assert found[3:] == (ColumnHeading("age"), ColumnHeading("box"))


def test_a_text_beside_other_is_its_own() -> None:
    titles = ("Used?/A", "Used?/Other", "If other, please say")
    found = split_headings(titles, {}, [("0", "1", "A friend")])
    assert found[2].other
    assert found[2].group == found[1].group
