from datetime import date

from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from pcf_desktop.exporters.document import Document, ItemList, Paragraph, Table
from pcf_desktop.exporters.text import REPLACEMENT, clean, cleaned, is_like_a_formula, rewritten

ANY_TEXT = st.text(st.characters())


def test_a_soft_break_from_word_becomes_a_line_break():
    assert clean("one\x0btwo\r\nthree\rfour\u2028five") == ("one\ntwo\nthree\nfour\nfive", 0)


def test_a_tab_becomes_a_space():
    assert clean("one\ttwo") == ("one two", 0)


def test_what_no_format_can_hold_is_replaced_and_counted():
    assert clean("a\x00b\x1bc\ud83dd\ufffee\u202ef\U0001ffff") == (
        "a�b�c�d�e�f�",
        6,
    )


def test_letters_of_every_kind_are_left_alone():
    words = "£40 — “Siân ŵ ŷ” → 😀 👨\u200d👩\u200d👧 اردو ﷺ 日本\u00a0x"
    assert clean(words) == (words, 0)


@given(ANY_TEXT)
def test_cleaned_text_goes_into_xml_and_utf_8(text):
    done, _ = clean(text)
    element = etree.Element("t")
    element.text = done
    assert etree.fromstring(etree.tostring(element)).text in {done, None}
    assert done.encode() is not None


@given(ANY_TEXT)
def test_cleaning_twice_changes_nothing_more(text):
    done, replaced = clean(text)
    assert clean(done) == (done, 0)
    assert done.count(REPLACEMENT) >= replaced


def test_every_text_of_a_document_is_cleaned_and_counted_once():
    blocks = (
        Paragraph("a\x0bb", "1.1"),
        ItemList(("x\x00",), lead="y\x00"),
        Table("t\x1b", ("h\x00",), (("c\x00",), (7,))),
    )
    made, replaced = cleaned(Document("T\x00", "F", date(2026, 1, 2), blocks))
    assert replaced == 6
    assert made.title == "T�"
    assert made.blocks[0] == Paragraph("a\nb", "1.1")
    assert made.blocks[2] == Table("t�", ("h�",), (("c�",), (7,)))


def test_rewriting_reaches_into_lists_and_mappings_and_leaves_numbers():
    assert rewritten({"a": ["b", ("c", 1, None)]}, str.upper) == {"A": ["B", ("C", 1, None)]}


def test_a_formula_is_known_behind_whatever_is_unseen() -> None:
    assert all(map(is_like_a_formula, ("=1", " =1", "\u200b\n+1", "'=1", "\uff1d1", "\t", "\n")))
    assert not any(map(is_like_a_formula, ("", " ", "1=1", "a-b", "“=", "\u200b1")))
