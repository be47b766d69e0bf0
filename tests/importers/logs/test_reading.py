"""A log is read from any table file, with its dates, its titles and its gaps."""

from datetime import date, datetime
from pathlib import Path

import pytest
from xlsxwriter import Workbook

from pcf_desktop.errors import UserError
from pcf_desktop.importers.logs.log_sheet import LogMatching, Meaning
from pcf_desktop.importers.logs.reading import find_log, read_log
from tests.generator import HEADERS
from tests.made_up_log import rows, write


def test_a_workbook_with_a_title_and_dates_of_every_sort(tmp_path: Path) -> None:
    book = Workbook(tmp_path / "log.xlsx", {"default_date_format": "dd/mm/yyyy"})
    sheet = book.add_worksheet()
    for at, row in enumerate(
        (
            ["Coffee mornings: our log"],
            [],
            ["Date", "Code", "Comments", None],
            [datetime(2025, 4, 3), "A1", "The waiting list.", None],  # noqa: DTZ001 - as Excel has it
            ["Spring 2025", "A1", "The taxi.", None],
            [45750, "A2", "The plan.", None],
            ["after half term", "", "", None],
            ["14/4/25", "A3", "The school.", "a stray value"],
        )
    ):
        sheet.write_row(at, 0, row)
    book.close()
    log = find_log(tmp_path / "log.xlsx")
    assert log is not None
    assert [(row.number, row.said.earliest) for row in log.rows[:3]] == [
        (4, date(2025, 4, 3)), (5, log.rows[1].said.earliest), (6, date(2025, 4, 3)),
    ]  # fmt: skip
    assert log.rows[1].said.text == "Spring 2025"
    assert log.silent == (7,)
    assert [each.number for each in log.rejected] == [8]
    assert log.read == 5


def test_two_columns_of_words_are_one_comment(tmp_path: Path) -> None:
    body = [["3/4/2025", "A1", "It was late.", "Every day."], ["", "A1", "", "Twice."]]
    path = write(tmp_path / "log.csv", body, ("Date", "Code", "Issue", "Details"))
    log = read_log(path)
    assert [row.cell(Meaning.WORDS) for row in log.rows] == ["It was late.\n\nEvery day.", "Twice."]
    assert log.ambiguous
    assert read_log(path, LogMatching(date_order="mdy")).rows[0].said.earliest == date(2025, 3, 4)


def test_a_person_says_what_a_column_holds(tmp_path: Path) -> None:
    path = write(tmp_path / "log.csv", [["x", "Said."]], ("Zebra", "Comments"))
    assert find_log(path) is None
    log = read_log(path, LogMatching(meanings={"Zebra": Meaning.CHANNEL}))
    assert log.rows[0].cell(Meaning.CHANNEL) == "x"


def test_a_file_that_holds_no_log(tmp_path: Path) -> None:
    path = tmp_path / "blank.csv"
    path.write_text(",\n,\n", encoding="utf-8")
    with pytest.raises(UserError):
        read_log(path)
    with pytest.raises(UserError, match="no sheet called"):
        read_log(write(tmp_path / "log.csv", rows(2)), LogMatching(sheet="Elsewhere"))
    assert find_log(write(tmp_path / "survey.csv", [["1"] * len(HEADERS)], tuple(HEADERS))) is None
