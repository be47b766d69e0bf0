"""Colours, merged cells and hidden rows are read from a workbook, and never trusted."""

import io
import zipfile
from pathlib import Path

import pytest
import xlsxwriter

from pcf_desktop.importers.plans.cell_looks import looks_of
from pcf_desktop.importers.plans.rag import colour_name

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
THEME = (
    '<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:themeElements>'
    '<a:clrScheme name="x"><a:dk1><a:sysClr val="windowText" lastClr="000000"/></a:dk1>'
    '<a:lt1><a:sysClr val="window" lastClr="FFFFFF"/></a:lt1><a:dk2><a:srgbClr val="44546A"/>'
    '</a:dk2><a:lt2><a:srgbClr val="E7E6E6"/></a:lt2><a:accent1><a:srgbClr val="4472C4"/>'
    '</a:accent1><a:accent2><a:srgbClr val="70AD47"/></a:accent2></a:clrScheme>'
    "</a:themeElements></a:theme>"
)


@pytest.fixture
def painted(tmp_path: Path) -> bytes:
    path = tmp_path / "plan.xlsx"
    book = xlsxwriter.Workbook(path)
    sheet = book.add_worksheet("P")
    sheet.write(0, 0, "Red", book.add_format({"bg_color": "#FF0000"}))
    sheet.write_blank(2, 3, None, book.add_format({"bg_color": "#00B050"}))
    sheet.write(1, 0, "striped", book.add_format({"bg_color": "#FF0000", "pattern": 3}))
    sheet.merge_range(4, 1, 5, 2, "wide")
    sheet.write(7, 0, "unseen")
    sheet.set_row(7, None, None, {"hidden": True})
    sheet.conditional_format("A1:A9", {"type": "blanks", "format": book.add_format({"bold": True})})
    book.add_worksheet("Empty")
    book.close()
    return path.read_bytes()


def with_part(data: bytes, name: str, content: str | None) -> bytes:
    """Return the workbook with one part replaced, or taken out."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(made, "w") as new:
        for entry in old.namelist():
            if entry != name:
                new.writestr(entry, old.read(entry))
        if content is not None:
            new.writestr(name, content)
    return made.getvalue()


def test_fills_merged_cells_and_hidden_rows_are_found(painted: bytes) -> None:
    looks = looks_of(painted)
    assert looks["P"].fills == {(0, 0): "FF0000", (2, 3): "00B050"}
    assert looks["P"].merged == {(4, 2): (4, 1), (5, 1): (4, 1), (5, 2): (4, 1)}
    assert looks["P"].hidden_rows == {7}
    assert looks["P"].paints_by_rule
    assert looks["Empty"].fills == {}


@pytest.mark.parametrize(
    ("colour", "name"),
    [
        ('theme="5"', "green"),
        ('theme="5" tint="0.5999"', "green"),
        ('theme="4" tint="-0.25"', "blue"),
        ('theme="0"', None),
        ('theme="0" tint="-0.25"', "grey"),
        ('indexed="10"', "red"),
        ('indexed="51"', "amber"),
        ('indexed="64"', None),
        ('theme="99"', None),
        ('auto="1"', None),
    ],
)
def test_colours_of_the_theme_and_the_old_palette_are_worked_out(
    painted: bytes, colour: str, name: str | None
) -> None:
    styles = (
        f'<styleSheet xmlns="{MAIN}"><fills><fill><patternFill patternType="solid">'
        f"<fgColor {colour}/></patternFill></fill></fills>"
        '<cellXfs><xf fillId="9"/><xf fillId="0"/></cellXfs></styleSheet>'
    )
    data = with_part(painted, "xl/theme/theme1.xml", THEME)
    looks = looks_of(with_part(data, "xl/styles.xml", styles))
    assert colour_name(looks["P"].fills.get((0, 0))) == name


@pytest.mark.parametrize(
    ("part", "content"),
    [
        ("xl/workbook.xml", None),
        ("xl/workbook.xml", "<broken"),
        ("xl/styles.xml", "<broken"),
        ("xl/styles.xml", '<!DOCTYPE x [<!ENTITY a "aa">]><x>&a;</x>'),
        ("xl/styles.xml", f'<x xmlns="{MAIN}"><cellXfs><xf fillId="many"/></cellXfs></x>'),
        ("xl/worksheets/sheet1.xml", "<broken"),
    ],
)
def test_what_cannot_be_read_has_no_looks(painted: bytes, part: str, content: str | None) -> None:
    assert looks_of(with_part(painted, part, content)) == {}


def test_without_styles_or_theme_there_are_no_colours(painted: bytes) -> None:
    assert looks_of(with_part(painted, "xl/styles.xml", None))["P"].fills == {}
    assert looks_of(with_part(painted, "xl/theme/theme1.xml", None))["P"].fills


@pytest.mark.parametrize("span", ["A1:XFD1048576", "A1", "A1:B2:C3", "", "1A:2B", "B2:A1"])
def test_a_merged_range_out_of_measure_takes_no_memory(painted: bytes, span: str) -> None:
    sheet = (
        f'<worksheet xmlns="{MAIN}"><sheetData/>'
        f'<mergeCells><mergeCell ref="{span}"/></mergeCells></worksheet>'
    )
    assert looks_of(with_part(painted, "xl/worksheets/sheet1.xml", sheet))["P"].merged == {}
