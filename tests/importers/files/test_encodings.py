"""Bytes to text: marks, strict UTF-8, UTF-16 without a mark, and Windows-1252 last."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pcf_desktop.errors import UserError
from pcf_desktop.importers.files.encodings import (
    encoding_of,
    text_of,
    text_stream,
    unreadable_bytes,
)

_WORDS = "It cost \u00a320 \u2013 \u201cZo\u00eb\u201d\u2019s taxi\n"


@pytest.mark.parametrize(
    ("codec", "found"),
    [
        ("utf-8", "utf-8"),
        ("utf-8-sig", "utf-8-sig"),
        ("utf-16", "utf-16"),
        ("utf-32", "utf-32"),
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


HEAD = "Response ID,What would you change?\n"
LETTERS = [
    "It’s hard – we’ve waited £40 worth of café time…\n",
    "Siân & Zoë\n",
    "“Nobody” rang; we’re tired\n",
]


def read(data: bytes) -> str:
    found = text_of(data)
    with text_stream(found.data, found.encoding) as text:
        return text.read()


@given(st.text(st.characters(codec="utf-8", exclude_characters="\x00\ufeff")))
def test_what_is_utf_8_comes_back_as_it_was_and_nothing_is_said(words: str) -> None:
    found = text_of((HEAD + words).encode())
    assert read((HEAD + words).encode()) == HEAD + words
    assert found.warnings == ()
    assert found.lost == 0


@given(st.permutations([*LETTERS, "plain\n", "£5\n"]), st.sampled_from(["\n", "\r\n", "\r"]))
def test_windows_text_is_windows_text_and_nothing_is_said(lines: list[str], end: str) -> None:
    data = (HEAD + "".join(lines)).replace("\n", end).encode("cp1252")
    assert (text_of(data).encoding, text_of(data).warnings) == ("cp1252", ())
    assert text_of(data).data is data


@given(
    st.lists(st.tuples(st.sampled_from(LETTERS), st.booleans()), min_size=1),
    st.sampled_from(["\n", "\r\n", "\r"]),
)
def test_a_line_of_another_program_is_read_in_its_own_way(
    lines: list[tuple[str, bool]], end: str
) -> None:
    data = HEAD.replace("\n", end).encode() + b"".join(
        line.replace("\n", end).encode("cp1252" if odd else "utf-8") for line, odd in lines
    )
    assert read(data) == (HEAD + "".join(line for line, _ in lines)).replace("\n", end)
    mixed = {odd for _, odd in lines} == {True, False}
    assert (
        "lines are" in str(text_of(data).warnings) or "1 line is" in str(text_of(data).warnings)
    ) == mixed


def test_a_line_that_two_programs_wrote_is_read_letter_by_letter() -> None:
    data = (HEAD + "It’s – a ").encode() + "café".encode("cp1252") + "’s\n“Yes”".encode()
    assert read(data) == HEAD + "It’s – a café’s\n“Yes”"


@pytest.mark.parametrize(
    ("words", "page", "name"),
    [
        ("It’s hard, café “so”", "mac_roman", "Macintosh"),
        ("Zażółć gęślą; Paweł Łoś", "cp1250", "Central European Windows"),
        ("Paweł jaźń gęśl", "iso8859_2", "Central European"),
        ("It cost £40 at the café, Siân", "cp850", "MS-DOS"),
    ],
)
def test_another_code_page_is_told_by_letters_that_make_sense_and_is_said(
    words: str, page: str, name: str
) -> None:
    found = text_of((HEAD + words).encode(page))
    assert found.encoding == page
    assert read((HEAD + words).encode(page)) == HEAD + words
    assert name in found.warnings[0]


def test_a_mark_says_utf_8_and_one_damaged_byte_does_not_change_that() -> None:
    data = ("\ufeff" + HEAD).encode() + b"caf\xe9\n" + LETTERS[0].encode()
    assert text_of(data).encoding == "utf-8-sig"
    assert read(data) == HEAD + "café\n" + LETTERS[0]


def test_a_megabyte_of_one_line_that_is_no_utf_8_is_soon_read() -> None:
    assert len(read(b"\xe9\x80\x99" * 400_000 + b"\xff\xe9" * 400_000)) > 400_000
