"""Questions and answers out of columns."""

from pathlib import Path

from pcf_desktop.importers.surveys import read
from tests.importers.exports import Export, Value, write_csv

HEAD: list[Value] = ["ID", "Start time", "Completion time", "When was it?"]


def test_repeated_response_numbers_are_said_and_not_used(tmp_path: Path) -> None:
    rows: list[list[Value]] = [HEAD, [7, None, None, "so"], [7, None, None, "no"]]
    sheet = read(write_csv(tmp_path, Export("a", "", rows, {})))
    assert [row.response_id for row in sheet.responses()] == [None, None]
    assert any("occurs more than once" in warning for warning in sheet.warnings)


def test_values_among_dates_that_are_none_stay_and_are_said(tmp_path: Path) -> None:
    days: list[Value] = [f"{day}/04/2025" for day in range(10, 29)]
    rows: list[list[Value]] = [HEAD, *([at, None, None, day] for at, day in enumerate(days))]
    rows.append([99, None, None, "last spring"])
    sheet = read(write_csv(tmp_path, Export("a", "", rows, {})))
    assert sheet.questions[3].kind == "date"
    assert list(sheet.responses())[-1].cells[3] == "last spring"
    assert "In “When was it?” 1 value is no date and stays as written." in sheet.warnings


def test_a_response_without_an_end_is_not_complete(tmp_path: Path) -> None:
    rows: list[list[Value]] = [
        HEAD,
        [1, "14/03/2025 09:00", "14/03/2025 09:10", "so"],
        [2, "15/03/2025 09:00", None, "no"],
    ]
    sheet = read(write_csv(tmp_path, Export("a", "", rows, {})))
    assert [row.complete for row in sheet.responses()] == [True, False]
    assert sheet.complete_rows == 1
