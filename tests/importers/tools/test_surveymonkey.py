"""SurveyMonkey: every cell of every export, in every kind of file."""

from collections.abc import Callable
from pathlib import Path

import pytest

from pcf_desktop.importers.naming import identified
from pcf_desktop.importers.surveys import read
from tests.importers.exports import WRITERS, Export, assert_read, write_csv
from tests.importers.tools.exports_of_surveymonkey import EXPORTS, expanded


@pytest.mark.parametrize("export", EXPORTS, ids=lambda export: export.name)
@pytest.mark.parametrize("write", WRITERS, ids=lambda write: write.__name__)
def test_every_cell_is_read(
    tmp_path: Path, export: Export, write: Callable[[Path, Export], Path]
) -> None:
    assert_read(read(write(tmp_path, export)), export)


def test_rounded_respondent_ids_are_said_and_not_used(tmp_path: Path) -> None:
    rows = [list(row) for row in expanded.rows]
    for row in rows[2:]:
        row[0] = "1.14E+11"
    sheet = read(write_csv(tmp_path, Export("rounded", "surveymonkey", rows, {})))
    assert {row.response_id for row in sheet.responses()} == {None}
    assert any("1.14E+11" in warning for warning in sheet.warnings)
    assert len({name for name, _ in identified(sheet)}) == sheet.rows


def test_months_come_first_where_nothing_decides(tmp_path: Path) -> None:
    rows = [list(row) for row in expanded.rows]
    for number, row in enumerate(rows[2:], start=1):
        row[2] = row[3] = f"03/0{number}/2025"
    sheet = read(write_csv(tmp_path, Export("early", "surveymonkey", rows, {})))
    assert (sheet.date_order, sheet.ambiguous) == ("mdy", True)
    started = sheet.preview()[0].started
    assert started is not None
    assert (started.month, started.day) == (3, 1)
