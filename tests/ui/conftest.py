"""One application dressed in the usual look, and a desk on a real forum."""

import os
from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from pcf_desktop.ui.appearance import Choice, apply
from pcf_desktop.workspace import Workspace
from tests.ui.desk import LoneDesk

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


@pytest.fixture(autouse=True)
def usual_look(qapp: QApplication) -> None:
    """Every test begins in the light palette at 100 %."""
    apply(Choice())


@pytest.fixture
def desk(workspace: Workspace, qtbot: QtBot) -> Iterator[LoneDesk]:
    """A desk whose worker has ended when the test ends."""
    made = LoneDesk(workspace)
    yield made
    made.worker.close()
