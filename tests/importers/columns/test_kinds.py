"""What sort of question a column answers, from the whole column."""

import itertools

import pytest

from pcf_desktop.importers.columns.column import SurveyColumn
from pcf_desktop.importers.columns.kinds import find_kind
from pcf_desktop.importers.files.cells import Cell
from pcf_desktop.importers.sheet import Kind
from tests.importers.exports import moment

SEPARATORS = (";", ", ", "\n", "|")


def _column(*cells: Cell) -> SurveyColumn:
    column = SurveyColumn()
    column.extend(list(cells), only_text=False)
    column.finish()
    return column


_STORIES = [f"Story number {each}, and quite unlike any of the others" for each in range(20)]


@pytest.mark.parametrize(
    ("text", "cells", "kind"),
    [
        ("How was it?", _STORIES, Kind.TEXT),
        ("Anything else?", ["No"] * 40 + ["None"] * 20 + _STORIES, Kind.TEXT),
        ("Did they ring?", ["Yes", "No", "Yes"], Kind.SINGLE),
        ("Which?", ["The first of the sentences.", "The second of them."] * 5, Kind.SINGLE),
        ("Stars", [1.0, 5.0, 3.0, 2.0], Kind.SCALE),
        ("Likely to recommend", ["0", "10", "7"], Kind.SCALE),
        ("How many children?", [1.0, 2.0, 1.0], Kind.NUMBER),
        ("Miles to school", ["12", "0.5", "30"], Kind.NUMBER),
        ("What did it cost?", ["£1,234", "£80", "£1,050.50"], Kind.NUMBER),
        ("Miles to school", ["12,5", "3", "0,75"], Kind.NUMBER),
        ("How has it changed?", ["Got better", "Got worse", "Stayed the same"], Kind.SCALE),
        ("Code", ["007", "012", "113"], Kind.TEXT),
        ("When?", [moment(2025, 4, 3), moment(2024, 1, 31)], Kind.DATE),
        ("When?", ["3 April 2025", "31/01/2024", ""], Kind.DATE),
        ("When?", ["3 April 2025", "a while ago", "in spring"], Kind.TEXT),
        ("Ages", ["0-2", moment(2025, 4, 3), "0-2", "7+"], Kind.SINGLE),
        ("How satisfied?", ["Satisfied", "Very dissatisfied"], Kind.SCALE),
        ("May we quote you?", ["Yes", "No", "Yes"], Kind.CONSENT),
        ("Would you be happy for us to share it?", ["Yes", "No"], Kind.CONSENT),
        ("Q7", ["SY1 2AB", "TF1 3AB"], Kind.IDENTITY),
        ("Leave your email address for a reply", ["a.b@example.org", None], Kind.IDENTITY),
        ("Did you get the letter by email?", ["Yes", "No", "Yes"], Kind.SINGLE),
        ("Who helped?", ["School;GP;", "GP;", "School;"], Kind.MULTIPLE),
        ("Who helped?", ["School, GP", "GP", "School", "GP, School"], Kind.MULTIPLE),
        ("Who helped?", ["Yes, a lot", "Yes, a little", "No, never"] * 4, Kind.SINGLE),
        ("Which club?", ["Swim, 6pm", "Lego", "Swim, 6pm", "Art", "Lego"] * 3, Kind.SINGLE),
        ("Name", [None, ""], Kind.IDENTITY),
        ("Nothing here", [None, ""], Kind.TEXT),
    ],
)
def test_the_kind_of_a_column(text: str, cells: list[Cell], kind: Kind) -> None:
    assert find_kind(text, None, _column(*cells), SEPARATORS).kind is kind


def test_the_row_of_a_grid_speaks_for_itself() -> None:
    column = _column("Ann", "Bo")
    assert find_kind("If you would like a reply", "Name", column, SEPARATORS).kind is Kind.IDENTITY


def test_a_long_column_of_prose_is_seen_from_a_sample() -> None:
    column = _column(*(f"Word upon word upon word, number {each}" for each in range(5000)))
    assert find_kind("Why?", None, column, SEPARATORS).kind is Kind.TEXT


def test_texts_of_one_s_own_stand_apart_from_rare_options() -> None:
    cells = ["Special"] * 9 + ["Mainstream"] * 9 + ["Home", "none since she was excluded in May"]
    found = find_kind("School?", None, _column(*cells), SEPARATORS)
    assert found.kind is Kind.SINGLE
    assert found.options[:2] == ("Special", "Mainstream")
    assert found.other


def test_the_separator_that_makes_the_fewest_options_is_the_tool_s() -> None:
    options = ("Food", "Clothes; shoes", "Therapies, equipment", "Trips out")
    cells = [" | ".join(some) for some in itertools.combinations(options, 2)] * 3
    found = find_kind("What have you cut back on?", None, _column(*cells), SEPARATORS)
    assert (found.kind, found.separator) == (Kind.MULTIPLE, "|")
    assert set(found.options) == set(options)
