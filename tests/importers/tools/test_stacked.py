"""Headings over two and three rows."""

import pytest

from pcf_desktop.importers.tools.stacked import is_other, stacked_headings
from pcf_desktop.importers.tools.tool import ColumnRole, TableHead


def test_ticks_make_one_question_and_rows_a_grid() -> None:
    rows = (
        ("ID", "Which?", "", "", "Rate", ""),
        ("", "A", "B", "Other (please specify)", "a", "b"),
        ("1", "A", "", "mine", "Good", "Poor"),
    )
    found = stacked_headings(TableHead(rows, rows), 2, {0: ColumnRole.RESPONSE_ID})
    assert [each.option for each in found] == [None, "A", "B", None, None, None]
    assert [each.row for each in found] == [None, None, None, None, "a", "b"]
    assert len({each.group for each in found[1:4]}) == 1
    assert found[3].other


def test_ticks_in_three_rows_are_a_choice_for_each_row() -> None:
    rows = (
        ("Who helped with what?", "", "", ""),
        ("Forms", "", "Meetings", ""),
        ("School", "GP", "School", "GP"),
        ("School", "", "", "GP"),
    )
    found = stacked_headings(TableHead(rows, rows), 3, {})
    assert [(each.row, each.option) for each in found] == [
        ("Forms", "School"),
        ("Forms", "GP"),
        ("Meetings", "School"),
        ("Meetings", "GP"),
    ]
    assert found[0].group == found[1].group != found[2].group


def test_the_names_of_sections_are_no_questions() -> None:
    rows = (
        ("UserID", "About you", "", "Services", "", ""),
        ("", "1. Age", "2. District", "3. Rate each", "", "4. Why?"),
        ("", "", "", "CAMHS", "EHC team", ""),
        ("1", "5 to 10", "North", "Good", "Bad", "so"),
    )
    found = stacked_headings(TableHead(rows, rows), 3, {0: ColumnRole.RESPONSE_ID})
    assert [(each.text, each.row) for each in found] == [
        ("UserID", None),
        ("1. Age", None),
        ("2. District", None),
        ("3. Rate each", "CAMHS"),
        ("3. Rate each", "EHC team"),
        ("4. Why?", None),
    ]


@pytest.mark.parametrize(
    "label",
    [
        "Other",
        "Other (please specify)",
        "Other - please state:",
        "Please specify",
        "[Other]",
        "Other (please say)",
    ],
)
def test_labels_of_own_texts(label: str) -> None:
    assert is_other(label)
    assert not is_other("Another school")


def test_a_row_of_sections_above_one_row_of_questions_is_left_out() -> None:
    rows = (
        ("", "", "Your child", "", "Services"),
        ("Date", "Who are you?", "How old is your child?", "What do they need?", "Any comments?"),
        ("2025-01-01", "Parent", "5", "Autism", "none"),
    )
    found = stacked_headings(TableHead(rows, rows), 2, {0: ColumnRole.COMPLETED})
    assert [each.text for each in found] == list(rows[1])
    assert [each.row for each in found] == [None] * 5


def test_a_code_stays_where_nothing_else_says_what_was_asked() -> None:
    rows = (
        ("Respondent ID", "Q7", "Q8"),
        ("", "Open-Ended Response", "Where do you live?"),
        ("1", "07700 900123", "North"),
    )
    found = stacked_headings(TableHead(rows, rows), 2, {0: ColumnRole.RESPONSE_ID})
    assert [each.text for each in found] == ["Respondent ID", "Q7", "Where do you live?"]
