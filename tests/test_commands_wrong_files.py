"""A wrong or damaged file is refused in words that fit what was to be read from it."""

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import docx
import pytest
import xlsxwriter

from tests.commanding import Command

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
OF_SURVEYS = ("survey", "export", "answer")


def workbook() -> bytes:
    made = io.BytesIO()
    with xlsxwriter.Workbook(made, {"in_memory": True}) as book:
        book.add_worksheet("Plan").write_row(0, 0, ["Ref", "Action", "Lead", "By when"])
    return made.getvalue()


def document() -> bytes:
    made = io.BytesIO()
    docx.Document().save(made)
    return made.getvalue()


def packed(**parts: bytes) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name.replace("__", "/").replace("_xml", ".xml"), content)
    return made.getvalue()


SHEET = b'<worksheet><sheetData><row r="1048576"><c r="XFD1048576"/></row></sheetData></worksheet>'
WRONG: dict[str, Callable[[], bytes]] = {
    "a workbook cut short": lambda: workbook()[:-400],
    "a document cut short": lambda: document()[:-400],
    "a workbook with a damaged part": lambda: workbook().replace(
        b"PK\x03\x04\x14", b"PK\x03\x04\x15"
    ),
    "an empty file": lambda: b"",
    "an empty ZIP": packed,
    "a bomb": lambda: packed(xl__worksheets__sheet1_xml=bytes(40_000_000)),
    "entities": lambda: packed(xl__worksheets__sheet1_xml=b"<!DOCTYPE x><x/>"),
    "a far cell": lambda: packed(xl__worksheets__sheet1_xml=SHEET),
    "a picture": lambda: b"\xff\xd8\xff\xe0\x00\x10JFIF" + bytes(range(256)),
    "a film": lambda: b"\x00\x00\x00\x18ftypheic" + bytes(range(256)) * 9,
    "rich text": lambda: b"{\\rtf1 words}",
    "SPSS": lambda: b"$FL2@(#) SPSS" + bytes(range(256)) * 9,
    "a program": lambda: bytes(range(256)) * 9,
    "slides": lambda: packed(ppt__slides__slide1_xml=b"<x/>"),
    "a part of a document": lambda: packed(word__other_xml=b"<x/>"),
    "a locked workbook": lambda: OLE + "EncryptedPackage".encode("utf-16-le") + bytes(600),
    "an old workbook cut short": lambda: OLE + "Workbook".encode("utf-16-le") + bytes(600),
    "an old document": lambda: OLE + "WordDocument".encode("utf-16-le") + bytes(600),
    "a web page": lambda: b"<!DOCTYPE html><title>-</title>",
}
READ_BY = {"plan": (), "letter": (), "statistics": ("--area", "Shropshire")}


@pytest.mark.parametrize("reader", READ_BY)
@pytest.mark.parametrize("wrong", WRONG)
def test_what_is_no_survey_is_not_spoken_of_as_one(
    command: Command, tmp_path: Path, reader: str, wrong: str
) -> None:
    for name in ("file.xlsx", "file.docx"):
        (tmp_path / name).write_bytes(WRONG[wrong]())
        said = command(reader, tmp_path / name, *READ_BY[reader])
        assert (said.code, said.out) == (2, "")
        assert said.err.count("\n") == 1
        assert [word for word in OF_SURVEYS if word in said.err.lower()] == [], said.err


@pytest.mark.parametrize("reader", READ_BY)
def test_a_folder_in_the_place_of_a_file_is_not_spoken_of_as_a_survey(
    command: Command, tmp_path: Path, reader: str
) -> None:
    said = command(reader, tmp_path, *READ_BY[reader])
    assert said.code == 2
    assert [word for word in OF_SURVEYS if word in said.err.lower()] == [], said.err
