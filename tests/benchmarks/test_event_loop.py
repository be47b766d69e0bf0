"""How long the window is deaf while a survey comes in: the worst gap between two heartbeats."""

import gc
import time
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from pcf_desktop.importers import surveys
from pcf_desktop.services.surveys import importing
from pcf_desktop.ui.worker import Job, Worker
from pcf_desktop.workspace import Workspace
from tests import generator

pytestmark = [pytest.mark.slow, pytest.mark.bench]

BAR = 0.2
SOURCE = importing.Source("answers.xlsx", "0" * 64)


class Heart(QTimer):
    """Beats every ten milliseconds and notes the longest pause."""

    def __init__(self) -> None:
        super().__init__(interval=10)
        self.gaps: list[float] = []
        self._last = time.perf_counter()
        self.timeout.connect(self._beat)

    def _beat(self) -> None:
        now = time.perf_counter()
        self.gaps.append(now - self._last)
        self._last = now


def worst_gap(job: Job, qtbot: QtBot) -> float:
    heart = Heart()
    heart.start()
    with qtbot.waitSignal(job.done, timeout=300_000):
        pass
    heart.stop()
    return max(heart.gaps)


@pytest.mark.parametrize("rows", [10_000, 50_000])
def test_the_window_answers_while_a_survey_comes_in(
    rows: int,
    workspace: Workspace,
    tmp_path: Path,
    qtbot: QtBot,
    capsys: pytest.CaptureFixture[str],
) -> None:
    path = tmp_path / "answers.xlsx"
    generator.forms_export(path, rows, seed=1)
    worker = Worker(workspace)
    gc.collect()
    reading = worst_gap(worker.run(lambda progress: surveys.read(path, progress=progress)), qtbot)
    sheet = surveys.read(path)
    writing = worst_gap(
        worker.change(
            "Import a survey",
            lambda session, progress: importing.import_survey(
                session, sheet, "Big", SOURCE, progress
            ),
        ),
        qtbot,
    )
    worker.close()
    with capsys.disabled():
        print(  # noqa: T201
            f"\nevent loop, {rows:,} rows: worst gap reading {reading * 1000:.0f} ms, "
            f"writing {writing * 1000:.0f} ms, bar {BAR * 1000:.0f} ms"
        )
    assert reading < BAR
    assert writing < BAR
