"""The program in its window, and somebody at its keyboard."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from pcf_desktop import app
from pcf_desktop.ui import appearance
from pcf_desktop.ui.appearance import Look, apply
from tests.journeys.keyboard import Keyboard


@pytest.fixture
def program(
    qapp: QApplication, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[app.Program]:
    """The program at its start, in front of everything else."""
    apply(Look())
    monkeypatch.setattr(appearance, "_file", lambda: tmp_path / "appearance.json")
    made = app.Program()
    qtbot.addWidget(made.window)
    with qtbot.waitActive(made.window):
        made.window.show()
        made.window.activateWindow()
    made.start()
    yield made
    made.window.close()


@pytest.fixture
def keyboard(qtbot: QtBot) -> Keyboard:
    """A keyboard."""
    return Keyboard(qtbot)
