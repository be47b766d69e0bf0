import pytest
from hypothesis import given
from hypothesis import strategies as st

from pcf_desktop.exporters.fonts import letters
from pcf_desktop.exporters.glyphs import shown


def test_ordinary_words_are_left_alone():
    words = "£40, “Siân ŵ” → ≥ …\nnext line"
    assert shown(words) == (words, 0)


@pytest.mark.parametrize(
    ("text", "words", "count"),
    [
        ("thanks 😀", "thanks [grinning face]", 1),
        ("😀" * 5000, "[grinning face, 5000 times]", 5000),
        ("👍🏽", "[thumbs up sign]", 1),
        ("👨\u200d👩\u200d👧", "[man][woman][girl]", 3),
        ("شكرا جزيلا", "[4 in Arabic script] [5 in Arabic script]", 9),
        ("\ue000", "[sign without a name]", 1),
        ("a\u2003b", "a b", 0),
    ],
)
def test_what_has_no_shape_is_said_in_words(text, words, count):
    assert shown(text) == (words, count)


def test_an_accent_apart_from_its_letter_is_joined_to_it():
    assert shown("Sia\u0302n 😀") == ("Siân [grinning face]", 1)


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_nothing_is_left_that_the_typefaces_lack(text):
    done, _ = shown(text)
    assert letters() | {"\n"} >= set(done)
