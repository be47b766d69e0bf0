"""A question that was not shown has no answer."""

import pytest

from pcf_desktop.importers.columns.column import SurveyColumn
from pcf_desktop.importers.columns.not_asked import take_out


def _column(*cells: str) -> SurveyColumn:
    column = SurveyColumn()
    column.extend(cells, only_text=True)
    return column


@pytest.mark.parametrize(
    ("cells", "left"),
    [
        (["N/A", "N/A", "Yes", "N/A"], [None, None, "Yes", None]),
        (["N/A", "Good", "Good", "Poor"], ["N/A", "Good", "Good", "Poor"]),
    ],
)
def test_the_mark_of_a_tool_is_no_answer_and_a_word_written_once_is(
    cells: list[str], left: list[str | None]
) -> None:
    column = _column(*cells)
    take_out([column], "N/A")
    assert column.values == left


def test_one_row_of_a_grid_alone_answers_that_it_does_not_apply() -> None:
    rows = [_column("N/A", "N/A", "N/A", "N/A"), _column("N/A", "N/A", "N/A", "Good")]
    take_out(rows, "N/A")
    assert [column.values for column in rows] == [[None, None, None, "N/A"], [None] * 3 + ["Good"]]
