"""Hidden sheets and columns are named and not read; macros, notes and links are said."""

import io
import re
import zipfile
from pathlib import Path

import pytest
import xlsxwriter

from pcf_desktop.importers.files.hidden import hidden_in
from pcf_desktop.importers.grids import read_grids
from pcf_desktop.importers.sheet import Choices
from pcf_desktop.importers.surveys import read


@pytest.fixture
def workbook(tmp_path: Path) -> Path:
    path = tmp_path / "hidden.xlsx"
    book = xlsxwriter.Workbook(path)
    page = book.add_worksheet("Form1")
    page.write_row(
        0, 0, ["ID", "Start time", "Completion time", "NHS", "What is it like?", "Secret"]
    )
    page.write_row(1, 0, [1, 45000, 45001, "943 476 5919", "Slow", "behind"])
    page.set_column(3, 3, 20, None, {"hidden": True})  # which keeps its width
    page.set_column(5, 5, 0)
    page.write_comment(1, 4, "a note")
    for name, hide in (("Old answers", "hide"), ("Deeper", "very_hidden")):
        other = book.add_worksheet(name)
        other.write_row(0, 0, ["ID", "Start time", "Completion time", "How was it then?"])
        other.write_row(1, 0, [9, 45000, 45001, "Slower"])
        getattr(other, hide)()
    book.close()
    return path


def test_hidden_columns_are_found_with_their_places(workbook: Path) -> None:
    with zipfile.ZipFile(workbook) as archive:
        columns = re.findall(r"<col [^>]*>", archive.read("xl/worksheets/sheet1.xml").decode())
    assert [("hidden" in each, 'width="0"' in each) for each in columns] == [
        (True, False),
        (False, True),
    ]
    found = hidden_in(workbook.read_bytes())
    assert found.columns == {"Form1": frozenset({3, 5})}
    assert found.notices == ("Notes attached to cells were not read.",)


def test_a_survey_leaves_hidden_parts_out_and_names_them(workbook: Path) -> None:
    sheet = read(workbook)
    assert [each.text for each in sheet.questions] == [
        "ID",
        "Start time",
        "Completion time",
        "What is it like?",
    ]
    assert [each.column for each in sheet.ignored] == [3, 5]
    said = " ".join(sheet.warnings)
    for words in ("“Old answers” is hidden", "“Deeper” is hidden", "Columns D and F are hidden"):
        assert words in said


def test_hidden_parts_are_read_when_asked_for(workbook: Path) -> None:
    sheet = read(workbook, Choices(hidden=True, sheet="Form1"))
    assert "Secret" in [each.text for each in sheet.questions]
    assert read(workbook, Choices(sheet="Old answers")).questions[3].text == "How was it then?"


def test_grids_leave_hidden_cells_blank_and_hidden_sheets_empty(workbook: Path) -> None:
    book = read_grids(workbook)
    assert [(each.name, each.hidden, len(each.rows)) for each in book.sheets] == [
        ("Form1", False, 2),
        ("Old answers", True, 0),
        ("Deeper", True, 0),
    ]
    assert book.sheets[0].rows[1] == (1, 45000, 45001, None, "Slow", None)
    everything = read_grids(workbook, hidden=True)
    assert everything.sheets[0].rows[1][5] == "behind"
    assert len(everything.sheets[1].rows) == 2


def test_macros_and_links_are_said_and_left_alone(workbook: Path) -> None:
    data = io.BytesIO(workbook.read_bytes())
    with zipfile.ZipFile(data, "a") as archive:
        archive.writestr("xl/vbaProject.bin", b"\xd0\xcf macros")
        archive.writestr("xl/externalLinks/externalLink1.xml", "<x/>")
    workbook.write_bytes(data.getvalue())
    said = " ".join(read(workbook).warnings)
    assert "macros" in said
    assert "other workbooks" in said


@pytest.mark.parametrize("in_a_table", [False, True], ids=["sheet", "table"])
def test_rows_that_a_filter_hides_are_read_and_the_filter_is_named(
    tmp_path: Path, *, in_a_table: bool
) -> None:
    path = tmp_path / "filtered.xlsx"
    with xlsxwriter.Workbook(path) as book:
        page = book.add_worksheet()
        head = ["ID", "Start time", "Completion time", "What is it like?"]
        rows = [[1, 45000, 45001, "Slow"], [2, 45000, 45001, "Kind"]]
        if in_a_table:
            page.add_table(
                0, 0, 2, 3, {"data": rows, "columns": [{"header": each} for each in head]}
            )
        else:
            page.write_row(0, 0, head)
            for at, row in enumerate(rows, start=1):
                page.write_row(at, 0, row)
            page.autofilter(0, 0, 2, 3)
        page.set_row(1, None, None, {"hidden": True})
    if in_a_table:
        _put(path, "xl/tables/table1.xml", b"<autoFilter ref", b"<filterColumn/><autoFilter ref")
    sheet = read(path)
    assert sheet.rows == 2
    assert "A filter is set in this workbook. Rows that it hides were read like the others." in (
        sheet.warnings
    )


def _put(path: Path, name: str, old: bytes, new: bytes) -> None:
    """Change a part of a workbook."""
    out = io.BytesIO()
    with zipfile.ZipFile(path) as before, zipfile.ZipFile(out, "w") as after:
        for each in before.namelist():
            part = before.read(each)
            assert each != name or old in part
            after.writestr(each, part.replace(old, new) if each == name else part)
    path.write_bytes(out.getvalue())
