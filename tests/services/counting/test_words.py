"""A text is cut into words as each place needs it."""

import re

import pytest

from pcf_desktop.services.counting import words
from pcf_desktop.services.counting.words import INDEXED, OF_LETTERS, SPOKEN, TYPED

TEXT = "Zoë’s a_b Year-7 2nd well-known –"


@pytest.mark.parametrize(
    ("splitter", "found"),
    [
        (TYPED, ["Zoë", "s", "a_b", "Year", "7", "2nd", "well", "known"]),
        (INDEXED, ["Zoë", "s", "a", "b", "Year", "7", "2nd", "well", "known"]),
        (SPOKEN, ["Zoë’s", "a_b", "Year-7", "nd", "well-known"]),
        (OF_LETTERS, ["Zoë’s", "a", "b", "Year", "nd", "well-known"]),
    ],
)
def test_every_splitter_has_its_own_words(splitter: re.Pattern[str], found: list[str]) -> None:
    assert splitter.findall(TEXT) == found


def test_accents_and_capitals_are_left_out_and_joined_letters_only_where_asked() -> None:
    assert words.unaccented("Ålesund CAFÉ") == "alesund cafe"
    assert words.unaccented("ﬁnd") == "ﬁnd"
    assert words.unaccented("ﬁnd", "NFKD") == "find"
