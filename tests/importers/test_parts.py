"""Columns put into questions."""

from pcf_desktop.importers.columns.column import SurveyColumn
from pcf_desktop.importers.columns.responses import Responses
from pcf_desktop.importers.parts import find_parts, question_key
from pcf_desktop.importers.sheet import Choices, Ignored, Kind
from pcf_desktop.importers.tools.tool import ColumnHeading, Layout


def _responses(*columns: list[str]) -> Responses:
    found = Responses([SurveyColumn() for _ in columns])
    for column, cells in zip(found.columns, columns, strict=True):
        column.extend(cells, only_text=True)
    return found


def test_columns_of_a_group_are_one_question() -> None:
    headings = (
        ColumnHeading("Q", option="A", group=1),
        ColumnHeading("Q", option="B", group=1),
        ColumnHeading("Why?"),
    )
    ignored: list[Ignored] = []
    parts = find_parts(
        Layout(1.0, headings), _responses(["A"], [""], ["So it is"]), Choices(), ignored
    )
    assert [(part.places, part.finding.kind, part.ticks) for part in parts] == [
        ((0, 1), Kind.MULTIPLE, ("A", "B")),
        ((2,), Kind.TEXT, ()),
    ]


def test_a_column_without_heading_is_named_or_ignored() -> None:
    ignored: list[Ignored] = []
    layout = Layout(1.0, (ColumnHeading(""), ColumnHeading("")))
    parts = find_parts(layout, _responses(["x"], [""]), Choices(), ignored)
    assert [part.heading.text for part in parts] == ["Column A"]
    assert [each.column for each in ignored] == [1]


def test_a_key_is_the_same_with_other_spaces_and_letters() -> None:
    assert question_key(ColumnHeading("  How  was it? *")) == question_key(
        ColumnHeading("how was it?")
    )
    assert question_key(ColumnHeading("Rate", row="A b")) == "rate [a b]"
