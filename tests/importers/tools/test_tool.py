"""The head of a table, row by row."""

from pcf_desktop.importers.tools.tool import Head, Heading, Role


def test_a_row_that_there_is_not_has_no_titles() -> None:
    head = Head((("a", "b"),), (("a", "b"),))
    assert head.title(0) == ("a", "b")
    assert head.title(1) == ()


def test_a_heading_is_a_question_unless_it_says_otherwise() -> None:
    assert Heading("Why?").role is Role.QUESTION
