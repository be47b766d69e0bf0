"""The pages of the start, over a folder of this computer's forums."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from pcf_desktop.ui.start.start import Start
from pcf_desktop.workspace.opening import OpenForum


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """Where the forums of this computer are; a file may put some there."""
    return tmp_path / "own"


@pytest.fixture
def start(qtbot: QtBot, place: Path) -> Iterator[Start]:
    """The start at its first page; what it opens is closed at the end."""
    made = Start(place)
    qtbot.addWidget(made)
    made.show()
    made.welcome()
    opened: list[OpenForum] = []
    made.ready.connect(opened.append)
    yield made
    made.put_away()
    for each in opened:
        each.close()
