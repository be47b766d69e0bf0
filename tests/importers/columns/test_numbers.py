"""Numbers in the ways that people and programs write them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pcf_desktop.importers.columns.numbers import Style, mostly_numbers, number_by, style_of


@pytest.mark.parametrize(
    ("words", "values"),
    [
        (["12", "-3", "0.5"], [12, -3, 0.5]),
        (["£1,234", "£5", "1,200.50"], [1234, 5, 1200.5]),
        (["£ 80", "-£3.20"], [80, -3.2]),
        (["12,5", "3", "1.234,75"], [12.5, 3, 1234.75]),
        (["7,25 €", "1 200"], [7.25, 1200]),
        (["1,234", "5,678"], [1234, 5678]),
    ],
)
def test_a_column_is_written_in_one_way(words: list[str], values: list[float]) -> None:
    style = style_of(words)
    assert style is not None
    assert [style.value(word) for word in words] == values


@pytest.mark.parametrize(
    "words",
    [
        ["1,2", "2,3"],
        ["12", "a dozen"],
        ["007"],
        ["1,2,3"],
        ["12,5", "1,234.5"],
        ["£"],
        ["07700 900123"],
        [],
    ],
)
def test_what_may_be_options_or_codes_is_no_number(words: list[str]) -> None:
    assert style_of(words) is None


def test_a_question_of_how_many_settles_a_doubtful_comma() -> None:
    style = style_of(["1,2", "2,3"], counts=True)
    assert style is not None
    assert style.value("1,2") == 1.2


def test_a_word_among_numbers_stays_a_word() -> None:
    translate = number_by(Style(","))
    assert [translate(cell)[0] for cell in ("2,5", 7, "about ten")] == [2.5, 7, "about ten"]


@given(st.lists(st.decimals(-99999, 99999, places=2), min_size=1, max_size=9))
def test_money_is_read_as_it_was_written(amounts: list[object]) -> None:
    words = [f"{amount:,}" for amount in amounts]
    style = style_of([f"£{word}" for word in words])
    assert style is not None
    assert [style.value(f"£{word}") for word in words] == [float(str(each)) for each in amounts]


@pytest.mark.parametrize(
    ("words", "numbers"),
    [
        ({"7": 3, "9 years": 2, "aged 11": 1, "about 40": 1}, True),
        ({"0": 4, "2": 5, "lots": 2}, True),
        ({"0-4": 4, "5-10": 5, "16": 1}, False),
        ({"1": 4, "2": 4, "5 or more": 3}, False),
        ({"one": 1, "two": 2, "3": 2}, False),
    ],
)
def test_a_count_that_some_wrote_in_words_is_a_count_and_bands_are_none(
    words: dict[str, int], *, numbers: bool
) -> None:
    assert mostly_numbers(words) is numbers


def test_years_are_a_number_and_other_words_stay() -> None:
    read = number_by(Style())
    assert [read(cell)[0] for cell in ("9 years", "lots", 4)] == [9, "lots", 4]
