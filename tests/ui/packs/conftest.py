"""The screen of packs at a desk with the made-up forum."""

import pytest
from pytestqt.qtbot import QtBot

from pcf_desktop.ui.packs.packs import Packs
from tests.ui.desk import LoneDesk


@pytest.fixture
def screen(desk: LoneDesk, qtbot: QtBot) -> Packs:
    """The screen at the size of a small laptop's window, with what it shows read."""
    shown = Packs(desk)
    qtbot.addWidget(shown)
    shown.resize(1140, 700)
    with qtbot.waitExposed(shown):
        shown.show()
    shown.maker.load()  # as `begin` does, before it is shown
    qtbot.waitUntil(lambda: shown.register.empty.isVisible() and ticks_read(shown))
    return shown


def ticks_read(screen: Packs) -> bool:
    return bool(screen.maker.period.priorities.rows)
