"""How many rows are headings, and which rows come before them."""

import pytest

from pcf_desktop.importers.files.cells import Cell
from pcf_desktop.importers.tools.heading_rows import header_rows, is_word, title_rows
from pcf_desktop.importers.tools.tool import TableHead

ONE: list[list[Cell]] = [["ID", "Why?"], ["1", "so"], ["2", None]]
TWO: list[list[Cell]] = [
    ["ID", "Which?", None],
    [None, "A", "B"],
    ["1", "A", None],
    ["2", None, "B"],
]
THREE: list[list[Cell]] = [
    ["ID", "Q1", "Q2", None],
    [None, "Why?", "Rate", None],
    [None, None, "a", "b"],
    ["1", "so", "Good", "Poor"],
]


@pytest.mark.parametrize(("rows", "count"), [(ONE, 1), (TWO, 2), (THREE, 3), (TWO[:2], 1)])
def test_headings_go_on_while_they_fill_gaps(rows: list[list[Cell]], count: int) -> None:
    assert header_rows(rows) == count


def test_a_first_answer_with_gaps_above_is_no_heading() -> None:
    assert header_rows([["ID", "Why?", None], ["1", "so", "stray"], ["2", "no", None]]) == 1


def test_a_row_of_options_over_ticks_is_a_heading_beside_numbers_too() -> None:
    head: list[list[Cell]] = [
        ["Age", "Needs", None, "Overall"],
        [None, "ASD", "ADHD", "1 = poor, 5 = good"],
    ]
    body: list[list[Cell]] = [["5 to 10", "x", None, each] for each in (1, 5, 2, 3, 4, 2)]
    assert header_rows([*head, *body]) == 2
    answered: list[list[Cell]] = [["5 to 10", each, "y", 3] for each in ("x", "z") * 3]
    answered.insert(0, [None, "x", "y", "good"])
    assert header_rows([head[0], *answered]) == 1


def test_headings_go_on_below_a_row_of_sections_over_some_of_them() -> None:
    head: list[list[Cell]] = [
        ["Page 1", None, "Page 2", None],
        ["UserID", "Started", "Which?", None],
    ]
    body: list[list[Cell]] = [["101", "20/03/2025 09:05", "A", "B"], ["102", None, "A", None]]
    assert header_rows([*head, *body]) == 2
    options: list[Cell] = [None, None, "A", "B"]
    assert header_rows([*head, options, *body]) == 3
    dates: list[list[Cell]] = [[None, "Section A", None], ["Date", "Which?", "Why?"]]
    assert header_rows([*dates, ["20/03/2025", "A", "so"], ["21/03/2025", "B", "no"]]) == 2


def test_titles_above_the_headings_are_counted() -> None:
    rows: tuple[tuple[Cell, ...], ...] = (("Results", None, None), (None,) * 3, ("ID", "Why?", "b"))
    assert title_rows(TableHead((), rows)) == 2
    assert title_rows(TableHead((), rows[2:])) == 0


def test_numbers_and_dates_are_no_words() -> None:
    assert [is_word(cell) for cell in ("so", "1,200", "2025-01-01", 3)] == [
        True,
        False,
        False,
        False,
    ]
