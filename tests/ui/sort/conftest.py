"""Sort at a desk on the made-up forum; how it is shown is shared with priorities."""

import pytest
from pytestqt.qtbot import QtBot

from pcf_desktop.ui.sort.sort import Sort
from tests.ui.desk import LoneDesk
from tests.ui.priorities.conftest import WORDS, Show, comments, links_of, show

__all__ = ["comments", "links_of", "show"]


@pytest.fixture
def sort_screen(desk: LoneDesk, comments: list[int], qtbot: QtBot, show: Show[Sort]) -> Sort:
    """Sort, at the first of the two comments, with its suggestions."""
    screen = show(Sort(desk))
    screen.show_subject(comments[0])
    qtbot.waitUntil(lambda: screen.pane.toPlainText() == WORDS)
    qtbot.waitUntil(lambda: bool(screen.panel.suggested))
    screen.list.table.setFocus()
    return screen
