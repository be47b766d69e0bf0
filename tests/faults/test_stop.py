"""Stop is heard within a second, wherever an import is, and leaves nothing behind."""

import os
import shutil
import threading
import time
from pathlib import Path

import pytest
from sqlalchemy import func, select

from pcf_desktop.importers.surveys import read
from pcf_desktop.progress import Cancelled
from pcf_desktop.records import Answer, Feedback, Response, Survey
from pcf_desktop.services.surveys import importing
from pcf_desktop.services.surveys.importing import Source
from pcf_desktop.workspace import Workspace
from tests.conftest import OpenFile
from tests.generator import forms_export

ROWS = 20_000
MOMENTS = (0.0, 0.7, 1.9, 3.1)
"""Seconds after which Stop is pressed; 100,000 rows take half a minute, these about six seconds."""


def stopped(workspace: Workspace, export: Path, after: float) -> float:
    """Import, press Stop so many seconds later; return the seconds until all is as it was."""
    wanted, pressed = threading.Event(), [0.0]

    def press() -> None:
        pressed[0] = time.perf_counter()
        wanted.set()

    def progress(done: int, total: int) -> None:
        if wanted.is_set():
            raise Cancelled

    sheet = read(export)
    timer = threading.Timer(after, press)
    timer.start()
    with pytest.raises(Cancelled), workspace.change("Import a survey") as session:
        importing.import_survey(session, sheet, "Autumn", Source("a", "0" * 64), progress)
    return time.perf_counter() - pressed[0]


@pytest.mark.slow
def test_an_import_stops_within_a_second(
    empty_forum: Path, open_file: OpenFile, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    forms_export(tmp_path / "answers.csv", ROWS, seed=3)
    workspace = open_file(Path(shutil.copy(empty_forum, tmp_path / "forum.db")))
    took = [stopped(workspace, tmp_path / "answers.csv", after) for after in MOMENTS]
    with workspace.read() as session:
        kept = [
            session.scalar(select(func.count()).select_from(table)) or 0
            for table in (Survey, Response, Answer, Feedback)
        ]
    with capsys.disabled():
        told = f"stops {len(took)} · slowest {max(took):.2f} s · rows left {sum(kept)}"
        os.write(1, f"\n{told}\n".encode())
    assert kept == [0, 0, 0, 0]
    assert max(took) < 1
