"""Bringing an export in, against reading it with calamine and putting the same rows in bare.

The floor reads the workbook and hands the very tuples that our import wrote to the driver's
`executemany`, into the same tables of the same encrypted file, with its indexes and its search
index, but without undo and audit.
"""

import gc
import shutil
import subprocess
import sys
import time
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

import psutil
import pytest
import python_calamine

from pcf_desktop.importers.surveys import read
from pcf_desktop.progress import silent
from pcf_desktop.services.surveys import importing
from pcf_desktop.services.surveys.importing import Source
from pcf_desktop.workspace import Workspace, connection
from pcf_desktop.workspace.data_key import DataKey
from tests.conftest import DEVICE, KEY
from tests.generator import forms_export

pytestmark = [pytest.mark.slow, pytest.mark.bench, pytest.mark.timeout(600)]

SEED = 1
BAR, MOST_MB = 2.5, 350
COMMENTS_A_ROW = 1.45
TABLES = (
    "survey",
    "question",
    "option",
    "import_batch",
    "response",
    "answer",
    "consent",
    "feedback",
)
"""What an import writes, parents first."""


def ours(path: Path, export: Path) -> float:
    """Import as the window does; return the seconds from the file to the end of the commit."""
    with closing(Workspace(connection.connect(path, DataKey(KEY)), DEVICE)) as workspace:
        gc.collect()
        began = time.perf_counter()
        sheet = read(export)
        with workspace.change("import") as session:
            importing.import_survey(session, sheet, "A", Source("a.xlsx", "0" * 64), silent)
        return time.perf_counter() - began


def written(path: Path) -> dict[str, tuple[str, Sequence[tuple[object, ...]]]]:
    """Return the statement and the tuples by which a bare program would write the same rows."""
    found: dict[str, tuple[str, Sequence[tuple[object, ...]]]] = {}
    with connection.opened(path, DataKey(KEY)) as bare:
        for table in TABLES:
            rows = bare.execute(f'SELECT * FROM "{table}" ORDER BY id').fetchall()  # noqa: S608
            marks = ", ".join("?" * len(rows[0]))
            found[table] = (f'INSERT INTO "{table}" VALUES ({marks})', rows)  # noqa: S608
    return found


def floor(
    path: Path, export: Path, rows: dict[str, tuple[str, Sequence[tuple[object, ...]]]]
) -> float:
    """Read the workbook and write the prepared rows; return the seconds."""
    with connection.opened(path, DataKey(KEY)) as bare:
        bare.execute("PRAGMA journal_mode = WAL").fetchall()
        gc.collect()
        began = time.perf_counter()
        book = python_calamine.CalamineWorkbook.from_path(export)
        assert len(book.get_sheet_by_index(0).to_python()) > 1
        bare.execute("BEGIN IMMEDIATE")
        for statement, values in rows.values():
            bare.executemany(statement, values)
        bare.execute("COMMIT")
        return time.perf_counter() - began


@pytest.mark.parametrize("comments", [10_000, 100_000])
def test_an_import_is_near_its_floor_and_small_in_memory(
    empty_forum: Path, tmp_path: Path, comments: int, capsys: pytest.CaptureFixture[str]
) -> None:
    export = tmp_path / "export.xlsx"
    forms_export(export, int(comments / COMMENTS_A_ROW), SEED)
    for name in ("ours.db", "floor.db", "memory.db", "back.db"):
        shutil.copy(empty_forum, tmp_path / name)
    mine = ours(tmp_path / "ours.db", export)
    bare = floor(tmp_path / "floor.db", export, written(tmp_path / "ours.db"))
    peak = memory(tmp_path / "memory.db", export)
    back = memory(tmp_path / "back.db", export, "--and-back")
    with capsys.disabled():
        print(  # noqa: T201 - the figures are what this is for
            f"\nimport of {comments:,} comments: {mine:.2f} s, {bare:.2f} s, "
            f"{mine / bare:.2f}, {BAR}\n"
            f"memory of it: {peak:.0f} MB, -, -, {MOST_MB} MB\n"
            f"memory of its undo and redo: {back:.0f} MB, -, -, {MOST_MB} MB"
        )
    assert mine / bare <= BAR
    assert max(peak, back) <= MOST_MB


def memory(path: Path, export: Path, *and_back: str) -> float:
    """Return the most memory, in MB, that a program of its own takes for it."""
    with subprocess.Popen(  # noqa: S603 - our own module
        [sys.executable, "-m", "tests.benchmarks.import_alone", str(path), str(export), *and_back],
        cwd=Path(__file__).parents[2],
    ) as alone:
        watched, most = psutil.Process(alone.pid), 0
        while alone.poll() is None:
            try:
                most = max(most, watched.memory_info().rss)
            except psutil.NoSuchProcess:
                break
            time.sleep(0.02)
        assert alone.wait() == 0
    return most / 1_000_000
