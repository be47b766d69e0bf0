"""The screen of meetings at a desk with the made-up forum."""

from datetime import date

import pytest
from pytestqt.qtbot import QtBot

from pcf_desktop.records import When
from pcf_desktop.services.meetings import meetings
from pcf_desktop.services.meetings.meetings import MeetingDetails
from pcf_desktop.ui.meetings.meetings import Meetings
from pcf_desktop.workspace import Workspace
from tests.ui.desk import LoneDesk

BOARD = MeetingDetails("The board", When.day(date(2021, 11, 3)), "Online", "Five came.")
INSPECTORS = MeetingDetails("With inspectors", When.day(date(2021, 12, 8)), "Shirehall")


@pytest.fixture
def two(sample: Workspace) -> tuple[int, int]:
    """Two meetings, by their ids: the board, and the inspectors, who are listed first."""
    with sample.change("add meetings") as session:
        return meetings.keep(session, 0, BOARD), meetings.keep(session, 0, INSPECTORS)


@pytest.fixture
def screen(desk: LoneDesk, qtbot: QtBot) -> Meetings:
    """The screen at the size of a small laptop's window, with what it shows read."""
    shown = Meetings(desk)
    qtbot.addWidget(shown)
    shown.resize(1140, 700)
    with qtbot.waitActive(shown):
        shown.show()
        shown.activateWindow()
    qtbot.waitUntil(lambda: shown.list.is_empty or shown.list.records.total > 0)
    return shown
