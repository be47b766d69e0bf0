"""Stop is heard soon, wherever an import is, and leaves nothing behind."""

import os
import shutil
import threading
import time
from pathlib import Path

import pytest
from sqlalchemy import func, select

from pcf_desktop.importers.sheet import Sheet
from pcf_desktop.importers.surveys import read
from pcf_desktop.progress import Cancelled, Progress, silent
from pcf_desktop.records import Answer, Feedback, Response, Survey
from pcf_desktop.services.surveys import importing
from pcf_desktop.services.surveys.importing import Source
from pcf_desktop.workspace import Workspace
from tests.conftest import OpenFile
from tests.generator import forms_export

ROWS = 10_000
MOMENTS = (0.0, 0.1, 0.3, 0.5)
"""Parts of the whole import after which Stop is pressed."""
SOON = 1 / 2
"""Of the whole import, which takes some three seconds: 100,000 rows stop as soon as these."""


def imported(workspace: Workspace, sheet: Sheet, progress: Progress) -> float:
    """Import; return the seconds it took."""
    began = time.perf_counter()
    with workspace.change("Import a survey") as session:
        importing.import_survey(session, sheet, "Autumn", Source("a", "0" * 64), progress)
    return time.perf_counter() - began


def stopped(workspace: Workspace, sheet: Sheet, after: float) -> float:
    """Import, press Stop so many seconds later; return the seconds until all is as it was."""
    wanted, pressed = threading.Event(), [0.0]

    def press() -> None:
        pressed[0] = time.perf_counter()
        wanted.set()

    def progress(done: int, total: int) -> None:
        if wanted.is_set():
            raise Cancelled

    timer = threading.Timer(after, press)
    timer.start()
    with pytest.raises(Cancelled):
        imported(workspace, sheet, progress)
    return time.perf_counter() - pressed[0]


@pytest.mark.slow
def test_an_import_stops_soon_wherever_it_is(
    empty_forum: Path, open_file: OpenFile, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    forms_export(tmp_path / "answers.csv", ROWS, seed=3)
    workspace = open_file(Path(shutil.copy(empty_forum, tmp_path / "forum.db")))
    sheet = read(tmp_path / "answers.csv")
    whole = imported(workspace, sheet, silent)
    assert workspace.undo() == "Import a survey"
    took = [stopped(workspace, sheet, whole * part) for part in MOMENTS]
    with workspace.read() as session:
        kept = [
            session.scalar(select(func.count()).select_from(table)) or 0
            for table in (Survey, Response, Answer, Feedback)
        ]
    with capsys.disabled():
        told = (
            f"stops {len(took)} · slowest {max(took):.2f} of {whole:.1f} s · rows left {sum(kept)}"
        )
        os.write(1, f"\n{told}\n".encode())
    assert kept == [0, 0, 0, 0]
    assert max(took) < SOON * whole
