"""Google Forms: every cell of every export, in every kind of file."""

from collections.abc import Callable
from pathlib import Path

import pytest

from pcf_desktop.importers.surveys import read
from tests.importers.exports import WRITERS, Export, assert_read, write_csv
from tests.importers.tools.exports_of_google_forms import EXPORTS, by_sheets


@pytest.mark.parametrize("export", EXPORTS, ids=lambda export: export.name)
@pytest.mark.parametrize("write", WRITERS, ids=lambda write: write.__name__)
def test_every_cell_is_read(
    tmp_path: Path, export: Export, write: Callable[[Path, Export], Path]
) -> None:
    assert_read(read(write(tmp_path, export)), export)


def test_the_order_of_options_is_that_of_the_scale(tmp_path: Path) -> None:
    sheet = read(write_csv(tmp_path, by_sheets))
    scale = next(each for each in sheet.questions if each.kind == "scale")
    assert scale.options == (
        "Fairly easy",
        "Neither easy nor difficult",
        "Very difficult",
        "Don't know",
    )


def test_a_column_called_timestamp_over_words_is_not_from_google(tmp_path: Path) -> None:
    rows = [["Timestamp", "What do you think of it?"], ["early", "Fine, thank you"]]
    assert read(write_csv(tmp_path, Export("no", "", rows, {}))).tool == "any_export"
