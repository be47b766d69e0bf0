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


@pytest.mark.parametrize(
    ("splitter", "text", "found"),
    [
        (TYPED, "मदद चाहिए।", ["मदद", "चाहिए"]),
        (INDEXED, "ਮਦਦ ਚਾਹੀਦੀ ਹੈ", ["ਮਦਦ", "ਚਾਹੀਦੀ", "ਹੈ"]),
        (SPOKEN, "உதவி தேவை", ["உதவி", "தேவை"]),
        (OF_LETTERS, "આધાર, શાળા", ["આધાર", "શાળા"]),
        (OF_LETTERS, "Zoe\u0308’s", ["Zoe\u0308’s"]),
        (TYPED, "ช่วยเหลือ", ["ช่วยเหลือ"]),
    ],
)
def test_a_sign_stays_with_its_letter(
    splitter: re.Pattern[str], text: str, found: list[str]
) -> None:
    assert splitter.findall(text) == found


def test_words_are_compared_as_the_index_has_them() -> None:
    assert words.as_indexed("Ålesund CAFÉ") == "alesund cafe"
    assert words.as_indexed("ﬁnd Łódź Œuvre STRAẞE") == "find lodz oeuvre strasse"
