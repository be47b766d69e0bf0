"""A number is a number, and a mark is a mark."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pcf_desktop.importers.statistics.figure import MARKS, read_figure


@pytest.mark.parametrize(
    ("text", "value"),
    [("12", 12), ("1,234", 1234), ("3.5", 3.5), ("-2", -2), ("0", 0), ("4.1%", 4.1), (" 7 ", 7)],
)
def test_a_number_is_a_number(text: str, value: float) -> None:
    figure = read_figure(text)
    assert figure is not None
    assert (figure.value, figure.mark) == (value, None)


@pytest.mark.parametrize("mark", sorted(MARKS))
def test_a_mark_is_no_number(mark: str) -> None:
    figure = read_figure(mark.upper())
    assert figure is not None
    assert (figure.value, figure.mark) == (None, mark)


def test_a_mark_in_brackets_is_the_same_mark() -> None:
    figure = read_figure("[C]")
    assert figure is not None
    assert (figure.value, figure.mark) == (None, "c")


@pytest.mark.parametrize("text", ["Autism", "1,23", "1e5", "12 pupils", "cc"])
def test_words_are_neither(text: str) -> None:
    assert read_figure(text) is None


@given(st.integers(-(10**9), 10**9))
def test_a_number_with_commas_comes_back(number: int) -> None:
    figure = read_figure(f"{number:,}")
    assert figure is not None
    assert figure.value == number
