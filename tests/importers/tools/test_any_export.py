"""Unknown tools: every cell of every export, in every kind of file."""

from collections.abc import Callable
from pathlib import Path

import pytest

from pcf_desktop.errors import UserError
from pcf_desktop.importers.surveys import read
from tests.importers.exports import WRITERS, Export, Value, assert_read, save_xlsx, write_csv
from tests.importers.tools.exports_of_any_export import EXPORTS


@pytest.mark.parametrize("export", EXPORTS, ids=lambda export: export.name)
@pytest.mark.parametrize("write", WRITERS, ids=lambda write: write.__name__)
def test_every_cell_is_read(
    tmp_path: Path, export: Export, write: Callable[[Path, Export], Path]
) -> None:
    assert_read(read(write(tmp_path, export)), export)


NO_SURVEYS: tuple[list[list[Value]], ...] = (
    [["Name", "Phone"], ["Ann Ford", "01743 000001"], ["Bo Lee", "01743 000002"]],
    [["School", "Town"], ["Oak Primary", "Telford"], ["Elm High", "Wem"]],
    [["Dear parents and carers"], ["Thank you for coming."], ["Yours, the forum"]],
    [["Dear parents, carers", "and friends of ours"]],
    [[1, 2, 3], [4, 5, 6], [7, 8, 9]],
)


@pytest.mark.parametrize("rows", NO_SURVEYS, ids=["people", "schools", "letter", "line", "numbers"])
def test_what_asks_nothing_is_refused(tmp_path: Path, rows: list[list[Value]]) -> None:
    for path in (tmp_path / "a.xlsx", write_csv(tmp_path, Export("none", "", rows, {}))):
        if path.suffix == ".xlsx":
            save_xlsx(path, rows)
        with pytest.raises(UserError, match="No survey answers|names and addresses only"):
            read(path)
