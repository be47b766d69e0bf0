"""An export that went through another program: its letters and dates are as they were written."""

from datetime import datetime
from pathlib import Path

import pytest

from pcf_desktop.importers.grids import read_grids
from pcf_desktop.importers.sheet import Kind, Sheet
from pcf_desktop.importers.surveys import read
from tests.importers.exports import moment, save_xlsx

HEAD = "Response ID,Date submitted,How satisfied are you with support?,What would you change?"
ANSWERS = [
    "It’s hard – we’ve waited £40 worth of café time…",
    "The family of Siân & Zoë",
    "“Nobody” rang; we’re tired",
    "Line one\nline two",
]
ROWS = [
    f'{number},1{number}/03/2026 10:00,Satisfied,"{answer}"'
    for number, answer in enumerate(ANSWERS, start=3)
]
TEXT = "\r\n".join([HEAD, *ROWS, ""])


def answers(sheet: Sheet) -> list[object]:
    return [row.cells[-1] for row in sheet.responses()]


def saved(folder: Path, data: bytes) -> Sheet:
    path = folder / "export.csv"
    path.write_bytes(data)
    return read(path)


def test_a_row_that_excel_added_does_not_garble_the_others(tmp_path: Path) -> None:
    late = "9,18/03/2026 10:00,Satisfied,added in Excel: it’s late – café\r\n"
    sheet = saved(tmp_path, TEXT.encode() + late.encode("cp1252"))
    assert answers(sheet) == [*ANSWERS, "added in Excel: it’s late – café"]
    assert sheet.encoding == "utf-8"
    assert "1 line is written as Windows text" in " ".join(sheet.warnings)


def test_text_of_a_macintosh_is_known_by_its_letters_and_its_line_ends(tmp_path: Path) -> None:
    sheet = saved(tmp_path, TEXT.replace("\r\n", "\r").replace('"', "").encode("mac_roman"))
    assert answers(sheet) == ANSWERS
    assert sheet.encoding == "mac_roman"
    assert "Macintosh" in " ".join(sheet.warnings)


def test_what_was_encoded_twice_is_read_as_it_was_written(tmp_path: Path) -> None:
    garbled = TEXT.encode().decode("cp1252", "replace").encode()
    sheet = saved(tmp_path, garbled)
    assert answers(sheet) == ANSWERS
    assert "3 texts were garbled" in " ".join(sheet.warnings)


def test_so_is_a_single_cell_of_a_workbook(tmp_path: Path) -> None:
    path = tmp_path / "export.xlsx"
    save_xlsx(path, [["ID", "What would you change?"], [1, "Itâ€™s late"], [2, "It’s late, Siân"]])
    assert answers(read(path)) == ["It’s late", "It’s late, Siân"]
    book = read_grids(path)
    assert book.sheets[0].rows[1] == (1, "It’s late")
    assert "1 text was garbled" in " ".join((*read(path).warnings, *book.warnings))


@pytest.mark.parametrize("heading", ["Timestamp", "Date of the meeting", "When was it?"])
def test_day_numbers_under_a_heading_that_asks_when_are_dates_and_said(
    tmp_path: Path, heading: str
) -> None:
    rows = ["46203.9791666667", "46204.0208", "46205"]
    text = f"{heading},What is your view of the support?\n" + "".join(
        f"{number},View {place} of ours in words\n" for place, number in enumerate(rows)
    )
    sheet = saved(tmp_path, text.encode())
    assert sheet.questions[0].kind is Kind.DATE
    assert [row.cells[0] for row in sheet.responses()] == [
        moment(2026, 6, 30, 23, 30),
        moment(2026, 7, 1, 0, 30),
        moment(2026, 7, 2),
    ]
    assert "3 values are day numbers of Excel" in " ".join(sheet.warnings)


def test_numbers_under_any_other_heading_stay_numbers(tmp_path: Path) -> None:
    text = "What did it cost you in all?,What would you change?\n46204,The waiting\n45100,All\n"
    sheet = saved(tmp_path, text.encode())
    assert [row.cells[0] for row in sheet.responses()] == [46204, 45100]


def test_the_day_of_a_response_is_the_day_in_england(tmp_path: Path) -> None:
    rows = ["2026-06-30T23:30:00Z", "2026-06-30T23:30:00+01:00", "2026-01-30T23:30:00Z"]
    text = "Response ID,Date submitted,What would you change about support?\n" + "".join(
        f"{number},{when},View {number} in words\n" for number, when in enumerate(rows, start=1)
    )
    sheet = saved(tmp_path, text.encode())
    days: list[datetime | None] = [row.completed for row in sheet.responses()]
    assert days == [
        moment(2026, 7, 1, 0, 30),
        moment(2026, 6, 30, 23, 30),
        moment(2026, 1, 30, 23, 30),
    ]
