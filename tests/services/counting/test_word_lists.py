"""Ordinary words are known, whatever their apostrophe."""

from pcf_desktop.services.counting import word_lists


def test_common_words_open_sentences_and_name_nobody() -> None:
    assert "because" in word_lists.common_words()
    assert word_lists.is_opener("because")
    assert "because" in word_lists.known_capitals()


def test_openers_are_more_than_the_common_words() -> None:
    assert word_lists.is_opener("paperwork")
    assert "paperwork" not in word_lists.common_words()


def test_months_and_areas_name_no_person() -> None:
    assert {"october", "shropshire", "ofsted"} <= word_lists.known_capitals()
    assert "callum" not in word_lists.known_capitals()
