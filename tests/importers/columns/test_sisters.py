"""A column is told by those that answer in the same words."""

from pcf_desktop.importers.columns.finding import Finding
from pcf_desktop.importers.columns.sisters import Sister, beside_each_other
from pcf_desktop.importers.sheet import Kind

TEXT = Finding(Kind.TEXT)


def _row(kind: Kind, *words: str) -> Sister:
    options = () if kind is Kind.TEXT else tuple(dict.fromkeys(words))
    return Sister(Finding(kind, options), dict.fromkeys(words, 2), "How good?")


def test_rows_of_a_grid_share_their_options() -> None:
    rows = [_row(Kind.GRID, "Good", "Poor"), _row(Kind.GRID, "Poor", "Fair"), _row(Kind.TEXT)]
    assert beside_each_other(rows) == [Finding(Kind.GRID, ("Good", "Fair", "Poor"))] * 3


def test_a_row_of_other_words_stays_what_it_is() -> None:
    rows = [_row(Kind.GRID, "Good"), _row(Kind.GRID, "Poor"), _row(Kind.TEXT, "My own account")]
    assert beside_each_other(rows)[2] == TEXT


def test_numbers_of_a_grid_go_by_their_size_and_no_view_comes_last() -> None:
    rows = [_row(Kind.GRID, "5", "N/A"), _row(Kind.GRID, "10", "1")]
    assert beside_each_other(rows)[0].options == ("1", "5", "10", "N/A")


def test_few_answers_in_a_sister_s_words_are_a_choice_too() -> None:
    lent = Finding(Kind.SINGLE, ("Yes, in part", "Yes, in full", "Not yet"))
    split = Finding(Kind.MULTIPLE, ("Yes", "in part"), separator=", ")
    sisters = [
        Sister(lent, {}),
        Sister(TEXT, {"Not yet": 1}),
        Sister(split, {"Yes, in part": 3}),
        Sister(TEXT, {"Not yet": 1}, settled=True),
        Sister(TEXT, {"Nothing so far": 1}),
        Sister(TEXT, {}),
    ]
    assert beside_each_other(sisters) == [lent, lent, lent, TEXT, TEXT, TEXT]
