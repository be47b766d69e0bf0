"""Whatever fails as a forum is locked, it is off the screen, closed, and what failed is shown."""

from collections.abc import Iterator
from typing import NoReturn

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot
from typing_extensions import override

from pcf_desktop.errors import UserError
from pcf_desktop.ui.faults import FaultDialog
from pcf_desktop.ui.forum_page import Place
from pcf_desktop.ui.main_window import MainWindow
from pcf_desktop.workspace import Workspace
from tests.ui.rooms import SIGN, Families


class Unkept(Families):
    """A screen whose draft cannot be kept."""

    @override
    def put_away(self) -> NoReturn:
        raise RuntimeError


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[MainWindow]:
    made = MainWindow()
    qtbot.addWidget(made)
    made.show()
    yield made
    made.leave()


def open_in(
    window: MainWindow, workspace: Workspace, qtbot: QtBot, error: Exception | None
) -> list[str]:
    """Open a forum that does not close well; return what is done as it closes."""
    done: list[str] = []

    def close() -> None:
        done.append("closed")
        if error is not None:
            raise error

    places = [[Place("families", "Families", "users", Unkept if error is None else Families)]]
    page = window.open_forum(workspace, SIGN, places, close)
    qtbot.waitUntil(lambda: not page.worker.busy)
    window.locked.connect(lambda: done.append("locked"))
    return done


def words_in(window: MainWindow) -> str:
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    return "\n".join(label.text() for label in window.findChildren(QLabel))


@pytest.mark.parametrize("error", [None, PermissionError()], ids=["a screen", "the forum"])
def test_a_fault_leaves_nothing_of_the_forum_on_the_screen_and_is_shown(
    window: MainWindow, sample: Workspace, qtbot: QtBot, error: Exception | None
) -> None:
    done = open_in(window, sample, qtbot, error)
    assert "Families" in words_in(window)
    window.lock()
    assert done == ["closed", "locked"]
    assert window.page is None
    assert window.windowTitle() == "PCF Desktop"
    (dialog,) = window.findChildren(FaultDialog)
    assert dialog.isVisible()
    for word in ("Made-up forum", "Families"):
        assert word not in words_in(window)


def test_what_the_person_can_mend_is_said_in_words(
    window: MainWindow, sample: Workspace, qtbot: QtBot
) -> None:
    done = open_in(window, sample, qtbot, UserError("The stick was pulled out."))
    window.lock()
    assert done == ["closed", "locked"]
    assert "The stick was pulled out." in words_in(window)
    assert window.findChildren(FaultDialog) == []


def test_the_window_closes_all_the_same(
    window: MainWindow, sample: Workspace, qtbot: QtBot
) -> None:
    done = open_in(window, sample, qtbot, PermissionError())
    assert window.close()
    assert not window.isVisible()
    assert done == ["closed"]
