import re

import pytest

from pcf_desktop.importers.letters.numbers import NUMBER, number


@pytest.mark.parametrize(
    ("words", "meant"), [("six", 6), ("Twelve", 12), ("9", 9), ("six (6)", 6), ("20", 20)]
)
def test_a_number_is_read_in_words_and_digits(words: str, meant: int) -> None:
    assert re.fullmatch(NUMBER, words, re.IGNORECASE)
    assert number(words) == meant


def test_another_word_is_no_number() -> None:
    with pytest.raises(KeyError):
        number("several")
