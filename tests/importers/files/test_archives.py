"""ZIP bombs, entities, and workbooks that reach too far are refused, and cheaply."""

import io
import os
import struct
import sys
import tracemalloc
import zipfile
from pathlib import Path

import pytest
import xlsxwriter

from pcf_desktop.errors import UserError
from pcf_desktop.importers.files.archives import (
    MOST_ENTRIES,
    check_archive,
    check_workbook,
    files_inside,
    read_member,
)
from pcf_desktop.importers.grids import read_grids
from tests.importers.exports import ods_of, save_xlsx

_SHEET = "xl/worksheets/sheet1.xml"


def _zip(**members: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name.replace("__", "/"), data)
    return out.getvalue()


def _workbook(tmp_path: Path) -> bytes:
    path = tmp_path / "book.xlsx"
    save_xlsx(path, [["ID", "What do you think?"], [1, "Fine"]])
    return path.read_bytes()


def _with_part(data: bytes, name: str, content: bytes) -> bytes:
    out = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(data)) as old,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for entry in old.infolist():
            new.writestr(entry.filename, content if entry.filename == name else old.read(entry))
    return out.getvalue()


def test_a_bomb_is_refused_before_it_is_inflated(tmp_path: Path) -> None:
    bomb = _zip(xl__workbook=bytes(200_000_000))
    path = tmp_path / "bomb.xlsx"
    path.write_bytes(bomb)
    assert len(bomb) < 250_000
    tracemalloc.start()
    with pytest.raises(UserError, match="far larger inside"):
        read_grids(path)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 5_000_000


def test_a_header_that_lies_about_the_size_is_found_out(tmp_path: Path) -> None:
    data = bytearray(_with_part(_workbook(tmp_path), _SHEET, b"<x>" + bytes(30_000_000)))
    entry = next(
        each for each in zipfile.ZipFile(io.BytesIO(data)).infolist() if each.filename == _SHEET
    )
    at = data.rindex(_SHEET.encode()) - 46
    assert struct.unpack_from("<I", data, at + 24)[0] == entry.file_size
    struct.pack_into("<I", data, at + 24, 1000)
    tracemalloc.start()
    with pytest.raises(UserError, match="far larger inside"):
        check_workbook(bytes(data))
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 10_000_000


def test_more_entries_than_any_export_has_are_refused() -> None:
    data = _zip(**{f"m{number}.csv": b"a,b" for number in range(MOST_ENTRIES + 1)})
    with pytest.raises(UserError, match="far larger inside"):
        check_archive(data)


def test_a_locked_zip_is_named() -> None:
    data = bytearray(_zip(**{"a.csv": b"a,b\n1,2\n"}))
    data[data.rindex(b"PK\x01\x02") + 8] |= 1
    with pytest.raises(UserError, match="locked with a password"):
        check_archive(bytes(data))


@pytest.mark.parametrize(
    "start",
    [
        b'<!DOCTYPE lolz [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>',
        b'<!DOCTYPE x SYSTEM "file:///etc/hostname">',
        b'<!ENTITY x SYSTEM "http://192.0.2.1/x">',
    ],
)
def test_entities_are_refused_and_nothing_is_fetched(tmp_path: Path, start: bytes) -> None:
    opened: list[str] = []
    armed = [True]

    def watch(event: str, arguments: tuple[object, ...]) -> None:
        if armed[0] and event in {"open", "socket.connect"}:
            opened.append(f"{event} {arguments[0]}")

    path = tmp_path / "entities.xlsx"
    path.write_bytes(_with_part(_workbook(tmp_path), _SHEET, start + b"<worksheet/>"))
    sys.addaudithook(watch)
    with pytest.raises(UserError, match="instructions that workbooks never have"):
        read_grids(path)
    armed[0] = False
    assert [each for each in opened if os.fspath(path) not in each] == []


@pytest.mark.parametrize("cell", [b' r="XFD1048576"', b"\n r='XFD1048576'", b' r = "xfd1048576"'])
def test_a_stray_cell_far_away_is_named_instead_of_filling_the_memory(
    tmp_path: Path, cell: bytes
) -> None:
    sheet = (
        b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
        b'<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c'
        + cell
        + b"><v>2</v></c></row>"
        b"</sheetData></worksheet>"
    )
    path = tmp_path / "far.xlsx"
    path.write_bytes(_with_part(_workbook(tmp_path), _SHEET, sheet))
    with pytest.raises(UserError, match="row 1,048,576 and column 16,384"):
        read_grids(path)


def test_an_ods_cell_repeated_a_million_times_is_named(tmp_path: Path) -> None:
    path = tmp_path / "repeat.ods"
    path.write_bytes(
        ods_of(
            '<table:table table:name="S"><table:table-row table:number-rows-repeated="90000">'
            '<table:table-cell office:value-type="string" table:number-columns-repeated="1000">'
            "<text:p>x</text:p></table:table-cell></table:table-row></table:table>"
        )
    )
    with pytest.raises(UserError, match="reaches to row 90,000 and column 1,000"):
        read_grids(path)


def test_a_million_formatted_blank_rows_are_no_bomb(tmp_path: Path) -> None:
    path = tmp_path / "blank.xlsx"
    book = xlsxwriter.Workbook(path, {"constant_memory": True})
    page = book.add_worksheet()
    page.write_row(0, 0, ["ID", "What do you think?"])
    for row in range(1, 30_000):
        page.set_row(row, 15, book.add_format({"bold": True}) if row == 1 else None)
    page.write_blank(1_048_575, 1, None, book.add_format({"italic": True}))
    book.close()
    assert read_grids(path).sheets[0].rows == (("ID", "What do you think?"),)


_HEAD = b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'


@pytest.mark.parametrize(
    ("part", "start", "run"),
    [
        ("xl/sharedStrings.xml", b"<sst><si><t>", b"text "),
        ("xl/sharedStrings.xml", b"<sst><si>", b"<r><t>text</t></r>"),
        (_SHEET, _HEAD + b'<row r="1"><c r="A1" t="inlineStr"><is><t>', b"text "),
        (_SHEET, _HEAD + b'<x:row r="1"><x:c r="A1" t="str"><x:v>', b"0123456789"),
    ],
)
def test_a_cell_longer_than_any_answer_is_refused_before_it_is_read(
    tmp_path: Path, part: str, start: bytes, run: bytes
) -> None:
    text = start + run * (6 * 2**20 // len(run))
    data = _with_part(_workbook(tmp_path), part, text + os.urandom(2**16).replace(b">", b""))
    tracemalloc.start()
    with pytest.raises(UserError, match="more than 1,048,576 letters"):
        check_workbook(data)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 4_000_000


def test_so_is_one_of_an_ods(tmp_path: Path) -> None:
    path = tmp_path / "long.ods"
    long = "<text:p>some words</text:p>" * 200_000
    path.write_bytes(
        ods_of(
            '<table:table table:name="S"><table:table-row><table:table-cell office:value-type='
            f'"string">{long}</table:table-cell></table:table-row></table:table>'
        )
    )
    with pytest.raises(UserError, match="more than 1,048,576 letters"):
        read_grids(path)


def test_a_sheet_of_a_million_short_cells_is_read_on(tmp_path: Path) -> None:
    blank = b"".join(b'<c r="A%d" s="1"/>' % number for number in range(300_000))
    cells = blank + b"".join(b"<x:c><x:v>%d</x:v></x:c>" % number for number in range(300_000))
    check_workbook(_with_part(_workbook(tmp_path), _SHEET, _HEAD + b"<row>" + cells))


def test_names_that_would_leave_the_folder_are_only_names(tmp_path: Path) -> None:
    names = ("../up.csv", "/etc/abs.csv", "C:\\x.csv", "CON.csv")
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name in names:
            archive.writestr(name, "a,b\n1,2\n")
    path = tmp_path / "names.zip"
    path.write_bytes(out.getvalue())
    assert len(read_grids(path).sheets) == len(names)
    assert [each.name for each in tmp_path.iterdir()] == ["names.zip"]


def test_a_member_is_read_in_memory() -> None:
    assert read_member(_zip(**{"a.csv": b"x"}), "a.csv") == b"x"
    with pytest.raises(UserError, match="damaged"):
        read_member(_zip(**{"a.csv": b"x"}), "b.csv")


def test_files_inside_are_those_that_a_person_put_there() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name in ("folder/", "folder/survey.csv", "__MACOSX/folder/._survey.csv", ".hidden"):
            archive.writestr(name, "")
        archive.writestr("nameless", "")
    damaged = out.getvalue().replace(b"nameless", b"\x00ameless")
    with zipfile.ZipFile(io.BytesIO(damaged)) as archive:
        assert any(entry.filename == "" for entry in archive.infolist())
        assert [entry.filename for entry in files_inside(archive)] == ["folder/survey.csv"]
