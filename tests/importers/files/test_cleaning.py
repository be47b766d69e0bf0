"""What no document can hold is taken out on the way in; words stay as they are."""

import re

from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from pcf_desktop.importers.files.cleaning import clean, needs_cleaning, ungarbled


def test_a_soft_line_break_from_word_becomes_a_line_break() -> None:
    assert clean("one\x0btwo\r\nthree\rfour\u2028five") == ("one\ntwo\nthree\nfour\nfive", 0)


def test_excel_s_own_escapes_become_line_breaks() -> None:
    assert clean("one_x000D_\ntwo_x000D_three") == ("one\ntwo\nthree", 0)


def test_what_cannot_be_printed_becomes_a_space_and_is_counted() -> None:
    assert clean("a\x00b\x1bc\ufffed\ud800e\x9ff") == ("a b c d e f", 5)


def test_emoji_joiners_right_to_left_marks_and_accents_stay() -> None:
    words = "\N{WOMAN}\u200d\N{GIRL} \u202eabc\u202c e\u0301 \u0175 \u00a0 \u00ad \t"
    assert clean(words) == (words, 0)
    assert not needs_cleaning([words])


def test_a_mark_of_byte_order_and_garbled_letters_are_put_right() -> None:
    assert ungarbled("\ufeffID") == ungarbled("ï»¿ID") == "ID"
    assert ungarbled("Itâ€™s") == "It’s"
    assert needs_cleaning(["fine", "Itâ€™s", "ß"])


@given(st.lists(st.text(st.characters(), max_size=12), max_size=4))
def test_many_texts_need_cleaning_when_one_does(texts: list[str]) -> None:
    changed = any(clean(text)[0] != text for text in texts)
    assert needs_cleaning(texts) or not changed


@given(st.text(st.characters(), max_size=40))
def test_every_cleaned_text_fits_into_xml(text: str) -> None:
    cleaned, _ = clean(text)
    element = etree.Element("a")
    element.text = cleaned
    assert etree.fromstring(etree.tostring(element)).text in {cleaned, None}
    assert not re.search("[\x00-\x08\x0b\x0c\x0e-\x1f]", cleaned)
