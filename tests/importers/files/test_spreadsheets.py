"""Workbooks: damage of any kind is a sentence, and XLS is read like the others."""

import io
import zipfile
from pathlib import Path

import pytest
import xlsxwriter

from pcf_desktop.errors import UserError
from pcf_desktop.importers.files.formats import Format
from pcf_desktop.importers.files.spreadsheets import Spreadsheet
from pcf_desktop.importers.grids import read_grids
from tests.importers.exports import moment, ods_of, save_xlsx

XLS = Path(__file__).parents[2] / "files" / "three_answers.xls"


def _without(data: bytes, name: str, instead: bytes | None = None) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        for entry in old.infolist():
            if entry.filename != name:
                new.writestr(entry.filename, old.read(entry))
            elif instead is not None:
                new.writestr(name, instead)
    return out.getvalue()


@pytest.mark.parametrize(
    ("part", "instead"),
    [
        ("xl/workbook.xml", None),
        ("xl/workbook.xml", b"<workbook"),
        ("xl/worksheets/sheet1.xml", None),
        ("xl/worksheets/sheet1.xml", b"<worksheet><sheetData><row><c t='s'><v>99</v>"),
        ("xl/sharedStrings.xml", b"<sst><si>"),
    ],
)
def test_a_damaged_workbook_is_one_sentence(
    tmp_path: Path, part: str, instead: bytes | None
) -> None:
    path = tmp_path / "book.xlsx"
    save_xlsx(path, [["ID", "What?"], [1, "Fine"]])
    path.write_bytes(_without(path.read_bytes(), part, instead))
    with pytest.raises(UserError):
        read_grids(path)


def test_an_ods_that_is_never_closed_is_refused_at_once(tmp_path: Path) -> None:
    path = tmp_path / "open.ods"
    path.write_bytes(ods_of('<table:table table:name="S"><table:table-row/></tableX:table>'))
    with pytest.raises(UserError, match="damaged"):
        read_grids(path)


def test_a_reader_that_falls_over_says_nothing_on_the_terminal(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "far_past.xlsx"
    save_xlsx(path, [["ID", "When?"], [1, moment(2025, 3, 14)]])
    with zipfile.ZipFile(path) as book:
        sheet = book.read("xl/worksheets/sheet1.xml")
    assert b"<v>45730</v>" in sheet
    changed = sheet.replace(b"<v>45730</v>", b"<v>-9e299</v>")
    path.write_bytes(_without(path.read_bytes(), "xl/worksheets/sheet1.xml", changed))
    with pytest.raises(UserError, match="damaged"):
        read_grids(path)
    assert capfd.readouterr().err == ""


def test_sheets_are_listed_by_name() -> None:
    book = Spreadsheet(XLS.read_bytes(), Format.XLS)
    assert (book.visible, book.hidden) == (["Form1"], [])


def test_an_old_workbook_is_read_with_dates_and_numbers() -> None:
    rows = read_grids(XLS).sheets[0].rows
    assert rows[0][:3] == ("ID", "Start time", "Completion time")
    assert rows[1][0] == 1
    assert rows[1][1] == moment(2025, 3, 14, 9, 30)
    assert rows[2][6] == "Waiting \u2013 61 weeks, \u00a30 help"


def test_dates_counted_from_1904_are_the_days_that_excel_shows(tmp_path: Path) -> None:
    path = tmp_path / "from_a_mac.xlsx"
    with xlsxwriter.Workbook(path, {"date_1904": True}) as book:
        day = book.add_format({"num_format": "dd/mm/yyyy"})
        page = book.add_worksheet()
        page.write_row(0, 0, ["ID", "When?"])
        page.write_datetime(1, 1, moment(2024, 2, 29), day)
    assert read_grids(path).sheets[0].rows[1][1] == moment(2024, 2, 29).date()
