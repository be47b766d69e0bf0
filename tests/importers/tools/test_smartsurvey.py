"""SmartSurvey: every cell of every export, in every kind of file."""

from collections.abc import Callable
from pathlib import Path

import pytest

from pcf_desktop.importers.surveys import read
from tests.importers.exports import WRITERS, Export, assert_read, save_xlsx
from tests.importers.tools.exports_of_smartsurvey import EXPORTS


@pytest.mark.parametrize("export", EXPORTS, ids=lambda export: export.name)
@pytest.mark.parametrize("write", WRITERS, ids=lambda write: write.__name__)
def test_every_cell_is_read(
    tmp_path: Path, export: Export, write: Callable[[Path, Export], Path]
) -> None:
    assert_read(read(write(tmp_path, export)), export)


def test_pages_above_the_headings_are_no_questions(tmp_path: Path) -> None:
    path = tmp_path / "answers.xlsx"
    save_xlsx(
        path,
        [
            ["Page 1", "", "", "", "Page 2", "", ""],
            ["UserID", "Started", "Ended", "1. Who are you?", "2. What helps?", "", ""],
            ["", "", "", "", "A club", "A letter", "Other (please specify):"],
            ["901", "20/03/2025 09:05", "20/03/2025 09:15", "Parent", "A club", "", "tea"],
            ["902", "21/03/2025 09:05", "21/03/2025 09:15", "Carer", "", "A letter", ""],
        ],
    )
    sheet = read(path)
    assert (sheet.tool, sheet.header_rows, sheet.rows) == ("smartsurvey", 3, 2)
    assert [each.label for each in sheet.questions[3:]] == ["1. Who are you?", "2. What helps?"]
    assert [row.cells[4] for row in sheet.responses()] == [("A club", "Other"), ("A letter",)]
