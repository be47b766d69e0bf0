"""The screens of feedback at a desk, shown and loaded."""

from collections.abc import Callable
from typing import Protocol, TypeVar

import pytest
from pytestqt.qtbot import QtBot

from pcf_desktop.ui.feedback.feedback_list import FeedbackList
from pcf_desktop.ui.feedback.log import Log
from pcf_desktop.ui.screen import Screen
from pcf_desktop.workspace import Session
from tests.ui.desk import LoneDesk

T = TypeVar("T")


class Ask(Protocol):
    """Reads something of the forum file."""

    def __call__(self, work: Callable[[Session], T]) -> T: ...


def shown(screen: Screen, qtbot: QtBot) -> None:
    qtbot.addWidget(screen)
    screen.resize(1142, 698)
    with qtbot.waitExposed(screen):
        screen.show()
    screen.activateWindow()
    first = screen.first_focus()
    if first is not None:
        first.setFocus()


@pytest.fixture
def log(desk: LoneDesk, qtbot: QtBot) -> Log:
    """The log form with its lists."""
    screen = Log(desk)
    shown(screen, qtbot)
    qtbot.waitUntil(lambda: bool(screen.form.name) and bool(screen.today.text()))
    return screen


@pytest.fixture
def listed(desk: LoneDesk, qtbot: QtBot) -> FeedbackList:
    """The feedback list with its first comment read."""
    screen = FeedbackList(desk)
    shown(screen, qtbot)
    qtbot.waitUntil(lambda: screen.panel.detail is not None and not desk.worker.busy)
    return screen


@pytest.fixture
def ask(desk: LoneDesk) -> Ask:
    """Read something of the forum file."""

    def read(work: Callable[[Session], T]) -> T:
        with desk.worker.workspace.read() as session:
            return work(session)

    return read
