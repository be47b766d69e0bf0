"""A desk at the made-up forum with one screen of surveys shown."""

import pytest
from pytestqt.qtbot import QtBot

from pcf_desktop.ui.surveys.surveys import Surveys
from tests.ui.desk import LoneDesk


@pytest.fixture
def screen(desk: LoneDesk, qtbot: QtBot) -> Surveys:
    """The screen, shown at the size of a small laptop's window, its list loaded."""
    shown = Surveys(desk)
    qtbot.addWidget(shown)
    shown.resize(1140, 700)
    with qtbot.waitExposed(shown):
        shown.show()
    qtbot.waitUntil(lambda: shown.list.empty.isVisible() or bool(shown.list.rows))
    return shown
