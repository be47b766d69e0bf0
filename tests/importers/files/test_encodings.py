"""Bytes to text: marks, strict UTF-8, UTF-16 without a mark, and Windows-1252 last."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pcf_desktop.errors import UserError
from pcf_desktop.importers.files.encodings import encoding_of, text_stream, unreadable_bytes

_WORDS = "It cost \u00a320 \u2013 \u201cZo\u00eb\u201d\u2019s taxi\n"


@pytest.mark.parametrize(
    ("codec", "found"),
    [
        ("utf-8", "utf-8"),
        ("utf-8-sig", "utf-8-sig"),
        ("utf-16", "utf-16"),
        ("utf-16-le", "utf-16-le"),
        ("utf-16-be", "utf-16-be"),
        ("cp1252", "cp1252"),
    ],
)
def test_each_encoding_is_found_and_read(codec: str, found: str) -> None:
    data = ("ID,Name of the question\n" + _WORDS).encode(codec)
    assert encoding_of(data) == found
    with text_stream(data, found) as text:
        assert text.read().endswith(_WORDS)
    assert unreadable_bytes(data, found) == 0


@given(st.text(st.characters(codec="utf-8", exclude_characters="\x00\ufeff")))
def test_what_is_utf_8_is_never_taken_for_anything_else(words: str) -> None:
    data = ("a,b\n" + words).encode()
    with text_stream(data, encoding_of(data)) as text:
        assert text.read() == "a,b\n" + words


def test_a_cut_character_in_the_middle_makes_it_windows_1252() -> None:
    assert encoding_of("\u00a3".encode()[:1] + b" is not whole") == "cp1252"


def test_bytes_that_fit_no_letter_are_counted() -> None:
    assert unreadable_bytes(b"\x81 and \x8d", "cp1252") == 2


def test_an_unknown_encoding_is_refused_in_words() -> None:
    with pytest.raises(UserError, match="No encoding is called"):
        text_stream(b"a", "klingon")
