"""Microsoft Forms: every cell of every export, in every kind of file."""

from collections.abc import Callable
from pathlib import Path

import pytest

from pcf_desktop.importers.surveys import read
from tests.importers.exports import WRITERS, Export, assert_read, write_cp1252
from tests.importers.tools.exports_of_microsoft_forms import EXPORTS, everything, quiz, signed_in


@pytest.mark.parametrize("export", EXPORTS, ids=lambda export: export.name)
@pytest.mark.parametrize("write", WRITERS, ids=lambda write: write.__name__)
def test_every_cell_is_read(
    tmp_path: Path, export: Export, write: Callable[[Path, Export], Path]
) -> None:
    assert_read(read(write(tmp_path, export)), export)


def test_a_csv_saved_again_by_excel_in_the_uk_keeps_the_pound_sign(tmp_path: Path) -> None:
    sheet = read(write_cp1252(tmp_path, signed_in))
    assert sheet.encoding == "utf-8"
    rows = [[*row] for row in signed_in.rows]
    rows[1][8] = "It cost \u00a320 \u2013 \u201ctoo much\u201d"
    sheet = read(write_cp1252(tmp_path, Export("pound", "microsoft_forms", rows, {})))
    assert sheet.encoding == "cp1252"
    assert sheet.preview()[0].cells[8] == "It cost \u00a320 \u2013 \u201ctoo much\u201d"


def test_response_ids_and_times_stand_with_each_row(tmp_path: Path) -> None:
    sheet = read(WRITERS[3](tmp_path, everything))
    first = sheet.preview()[0]
    assert first.response_id == "1"
    assert first.number == 2
    assert (first.started, first.completed) == tuple(everything.rows[1][1:3])


def test_quiz_columns_are_listed_as_ignored(tmp_path: Path) -> None:
    sheet = read(WRITERS[0](tmp_path, quiz))
    assert [each.column for each in sheet.ignored] == [5, 6, 8, 9]
