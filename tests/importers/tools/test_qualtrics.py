"""Qualtrics: every cell of every export, in every kind of file."""

from collections.abc import Callable
from pathlib import Path

import pytest

from pcf_desktop.importers.surveys import read
from tests.importers.exports import WRITERS, Export, assert_read
from tests.importers.tools.exports_of_qualtrics import EXPORTS


@pytest.mark.parametrize("export", EXPORTS, ids=lambda export: export.name)
@pytest.mark.parametrize("write", WRITERS, ids=lambda write: write.__name__)
def test_every_cell_is_read(
    tmp_path: Path, export: Export, write: Callable[[Path, Export], Path]
) -> None:
    assert_read(read(write(tmp_path, export)), export)
