"""The head of a table, row by row."""

from pcf_desktop.importers.tools.tool import ColumnHeading, ColumnRole, TableHead


def test_a_row_that_there_is_not_has_no_titles() -> None:
    head = TableHead((("a", "b"),), (("a", "b"),))
    assert head.title(0) == ("a", "b")
    assert head.title(1) == ()


def test_a_heading_is_a_question_unless_it_says_otherwise() -> None:
    assert ColumnHeading("Why?").role is ColumnRole.QUESTION
