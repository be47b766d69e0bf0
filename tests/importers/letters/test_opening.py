import io
import zipfile
from pathlib import Path

import pytest

from pcf_desktop.errors import UserError
from pcf_desktop.importers.letters.opening import open_text
from pcf_desktop.importers.letters.reading import read_letter

WORDS = "Parents’ views: £5 – café"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1252"])
def test_a_text_file_is_read_in_its_encoding(encoding: str) -> None:
    text = f"{WORDS}\n" * 5
    assert open_text(text.encode(encoding)).text == text


@pytest.mark.parametrize("kind", ["pdf_letter", "word_letter", "web_letter"])
def test_the_same_letter_is_read_alike_from_every_kind_of_file(
    kind: str, request: pytest.FixtureRequest, weaknesses: tuple[str, ...]
) -> None:
    letter = read_letter(request.getfixturevalue(kind))
    assert [each.words for each in letter.priorities] == list(weaknesses)
    assert (letter.document, letter.area, letter.plan_required) == (
        "outcome letter",
        "Rutland",
        True,
    )
    assert letter.visit
    assert letter.visit.start == "2019-02-04"
    for each in letter.priorities:
        assert each.words.split()[0] in letter.text[each.start : each.end]


@pytest.mark.parametrize(
    ("data", "happened"),
    [
        (b"", "This file is empty."),
        (b" \r\n\x00", "This file is empty."),
        (b"\x89PNG\r\n\x1a\nxxxx", "This is a picture, not a letter with words."),
        (b"{\\rtf1 hello}", "This is a Rich Text document, not a letter with words."),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1old", "This is a document of an old version of Office."),
        (b"abc\x00\x01\x02\x03def" * 9, "This is not a kind of file that can be read here."),
        (b"%PDF-1.7 nothing more", "This PDF is damaged or was not downloaded to the end."),
        (b"PK\x03\x04broken", "This file is damaged or was not downloaded to the end."),
        (b"<html><script>x</script></html>", "There are no words in this file."),
    ],
)
def test_what_is_no_letter_is_said_in_three_sentences(data: bytes, happened: str) -> None:
    with pytest.raises(UserError) as error:
        open_text(data)
    assert error.value.happened == happened
    assert error.value.safe
    assert error.value.todo


def test_a_password_on_a_word_document_is_named() -> None:
    locked = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le")
    with pytest.raises(UserError) as error:
        open_text(locked)
    assert error.value.happened == "This document is locked with a password."


@pytest.mark.parametrize(
    ("name", "what"),
    [
        ("xl/workbook.xml", "an Excel workbook"),
        ("ppt/a.xml", "a PowerPoint file"),
        ("a.txt", "a ZIP"),
    ],
)
def test_other_office_files_are_named(name: str, what: str) -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr(name, "x")
    with pytest.raises(UserError) as error:
        open_text(stream.getvalue())
    assert what in error.value.happened


def test_a_folder_and_a_missing_file_are_said(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="a folder"):
        open_text(tmp_path)
    with pytest.raises(UserError, match="no file with this name"):
        open_text(tmp_path / "none.txt")


def test_unreadable_characters_are_told() -> None:
    opened = open_text(b"\xff\xfea\x00\x00\xd8b\x00")
    assert "could not be read" in opened.notes[0]
