"""What a file is, told from its content; what cannot be read says how to save it instead."""

import io
import os
import zipfile
from pathlib import Path

import pytest

from pcf_desktop.errors import UserError
from pcf_desktop.importers.files.formats import Format, format_of, read_bytes
from tests.importers.exports import ods_bytes, save_xlsx

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)


def _zip(*names: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name in names:
            archive.writestr(name, "x")
    return out.getvalue()


def test_each_format_is_known_by_its_content(tmp_path: Path) -> None:
    save_xlsx(tmp_path / "a.txt", [["a", "b"]])
    assert format_of((tmp_path / "a.txt").read_bytes()) is Format.XLSX
    assert format_of(ods_bytes([["a", "b"]])) is Format.ODS
    assert format_of(_OLE + "Workbook".encode("utf-16-le")) is Format.XLS
    assert format_of(_zip("a.csv")) is Format.ZIP
    assert format_of(b"a,b\n1,2\n") is Format.TEXT
    assert format_of("a\tb\n".encode("utf-16")) is Format.TEXT
    assert format_of("a\tb\n1\t2\n".encode("utf-16-le")) is Format.TEXT


@pytest.mark.parametrize(
    ("data", "happened", "todo"),
    [
        (b"%PDF-1.7 \xe2", "a PDF", "Ask for it as Excel or CSV"),
        (b"\xff\xd8\xff\xe0", "a picture", "Choose the Excel or CSV"),
        (b"\x89PNG\r\n\x1a\n", "a picture", "Choose the Excel or CSV"),
        (b"\x00\x00\x00\x18ftypheic" + bytes(90), "a picture or video", "Choose the Excel"),
        (b"{\\rtf1", "Rich Text", "save it as an Excel workbook"),
        (b"SQLite format 3\x00", "a database", "save it as an Excel workbook"),
        (b"$FL2@(#) SPSS", "SPSS", "Excel or CSV"),
        (b"\x1f\x8b\x08", "compressed", "Unpack"),
        (_OLE + "EncryptedPackage".encode("utf-16-le"), "locked with a password", "clear the"),
        (_OLE + "WordDocument".encode("utf-16-le"), "a Word document", "save it as"),
        (_OLE, "without a worksheet", "save it as"),
        (_zip("word/document.xml"), "a Word document", "Excel or CSV"),
        (_zip("ppt/slides/slide1.xml"), "PowerPoint", "Excel or CSV"),
        (_zip("Index/Document.iwa"), "Apple Numbers", "Export To"),
        (_zip("mimetype", "content.xml"), "no.{0,20}spreadsheet|not a spreadsheet", "save it as"),
        (_zip(), "ZIP file is empty", "Download"),
        (b"PK\x03\x04 cut short", "damaged", "Download"),
        (b"<!DOCTYPE html><table>", "web page", "save it as"),
        (b"<?xml version='1.0'?><Workbook/>", "XML", "save it as"),
        (bytes(range(256)) * 9, "not a kind of file", "save it as"),
    ],
)
def test_what_holds_no_table_is_named_with_what_to_do(
    data: bytes, happened: str, todo: str
) -> None:
    with pytest.raises(UserError, match=happened) as refused:
        format_of(data)
    assert todo in refused.value.todo
    assert refused.value.safe


@pytest.mark.parametrize("data", [b"", b"\n\n", b"\xef\xbb\xbf", b" \r\n\t", bytes(5000)])
def test_an_empty_file_says_so(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "empty.csv"
    path.write_bytes(data)
    with pytest.raises(UserError, match="empty"):
        read_bytes(path)


def test_a_missing_file_and_a_folder_say_so(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="no file with this name"):
        read_bytes(tmp_path / "gone.csv")
    with pytest.raises(UserError, match="a folder"):
        read_bytes(tmp_path)


def test_a_file_larger_than_any_survey_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "film.csv"
    with path.open("wb") as file:
        os.truncate(file.fileno(), 301 * 2**20)
    with pytest.raises(UserError, match="too large"):
        read_bytes(path)
