"""From cells to answers: chosen options, own texts, ticks, numbers."""

import pytest

from pcf_desktop.importers.columns.column import SurveyColumn
from pcf_desktop.importers.columns.numbers import Style, number_by
from pcf_desktop.importers.columns.options import Splitter
from pcf_desktop.importers.columns.readers import (
    AsItStands,
    KnownAnswers,
    Moments,
    Ticked,
    Translated,
    WithOwnText,
    is_ticked,
    many_options,
    one_option,
)
from pcf_desktop.importers.files.cells import Cell
from tests.importers.exports import moment


def _column(*cells: Cell) -> SurveyColumn:
    column = SurveyColumn()
    column.extend(list(cells), only_text=False)
    return column


def test_texts_stand_as_they_are() -> None:
    reader = AsItStands(_column(" a ", "", 3.0, None))
    assert reader.answers(0, 4) == [" a ", None, "3", None]
    assert list(reader.texts(0, 4)) == []
    assert AsItStands(_column("x", "")).answers(0, 2) == ["x", None]


def test_dates_and_given_answers_pass_through() -> None:
    assert Moments(_column(moment(2025, 1, 1), "soon", None)).answers(0, 3) == [
        moment(2025, 1, 1),
        "soon",
        None,
    ]
    assert KnownAnswers(["1", None]).answers(1, 2) == [None]
    assert list(KnownAnswers(["1"]).texts(0, 1)) == list(Moments(_column()).texts(0, 0)) == []


def test_a_choice_gives_its_option_and_anything_else_is_other() -> None:
    reader = Translated(_column("A\u00a0b", "mine", "", "Other"), one_option(("A b",)))
    assert reader.answers(0, 4) == ["A b", "Other", None, "Other"]
    assert list(reader.texts(1, 4)) == [(1, "mine")]


def test_several_choices_in_a_cell_are_a_tuple() -> None:
    reader = Translated(_column("A;B;", "mine;A", None), many_options(Splitter(";", ("A", "B"))))
    assert reader.answers(0, 3) == [("A", "B"), ("Other", "A"), None]
    assert list(reader.texts(0, 3)) == [(1, "mine")]


def test_numbers_are_numbers_and_a_word_among_them_stays() -> None:
    reader = Translated(_column("3", "-2", "0.5", 7.0, "many"), number_by(Style()))
    assert reader.answers(0, 5) == [3, -2, 0.5, 7, "many"]


def test_ticks_over_columns_are_one_answer() -> None:
    reader = Ticked(
        [_column("Yes", "", "No"), _column(1.0, 0.0, None)],
        ("A", "B", "Other"),
        _column("", "mine", ""),
    )
    assert reader.answers(0, 3) == [("A", "B"), ("Other",), None]
    assert list(reader.texts(0, 3)) == [(1, "mine")]


def test_a_column_of_own_texts_beside_a_choice() -> None:
    choice = Translated(_column("A", "", "own too"), one_option(("A",)))
    reader = WithOwnText(choice, _column("", "mine", "and more"))
    assert reader.answers(0, 3) == ["A", "Other", "Other"]
    assert list(reader.texts(0, 3)) == [(1, "mine"), (2, "own too\nand more")]


@pytest.mark.parametrize("cell", ["", None, "No", "n", 0, "0", False, "Unchecked"])
def test_what_is_no_tick(cell: Cell) -> None:
    assert not is_ticked("No" if cell is False else cell)
    assert is_ticked("An option")
