"""The export that ships is what its source says."""

from datetime import datetime
from pathlib import Path

from python_calamine import CalamineWorkbook

from tests import sample_survey


def cells(workbook: Path) -> list[list[object]]:
    return [
        list(row) for row in CalamineWorkbook.from_path(workbook).get_sheet_by_index(0).to_python()
    ]


def test_the_shipped_export_equals_its_source_cell_for_cell(tmp_path: Path) -> None:
    fresh = tmp_path / "fresh.xlsx"
    sample_survey.write(sample_survey.ANSWERS, fresh)
    assert cells(fresh) == cells(sample_survey.EXPORT)


def test_the_shipped_export_holds_every_answer_as_it_was_written() -> None:
    header, *rows = cells(sample_survey.EXPORT)
    wanted_header, *wanted = sample_survey.table(sample_survey.ANSWERS)
    assert header == wanted_header
    assert rows == [["" if cell is None else cell for cell in row] for row in wanted]


def test_the_columns_are_those_of_microsoft_forms() -> None:
    header, first, *_ = cells(sample_survey.EXPORT)
    assert header[:5] == ["ID", "Start time", "Completion time", "Email", "Name"]
    assert first[3] == "anonymous"
    assert isinstance(first[1], datetime)
    needs = header.index(
        "What are your child’s main needs? (tick all that apply, diagnosed or not)"
    )
    assert str(first[needs]).endswith(";")
    assert f"{header[needs]}2" in header


def test_the_source_gives_the_same_file_every_time(tmp_path: Path) -> None:
    one, two = tmp_path / "one.xlsx", tmp_path / "two.xlsx"
    sample_survey.write(sample_survey.ANSWERS, one)
    sample_survey.write(sample_survey.ANSWERS, two)
    assert one.read_bytes() == two.read_bytes()
