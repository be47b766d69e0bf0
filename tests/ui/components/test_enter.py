"""Enter presses what has the focus."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QApplication
from pytestqt.qtbot import QtBot

from pcf_desktop.ui.components.button import Button
from pcf_desktop.ui.components.chips import Chip, ChipOption
from pcf_desktop.ui.components.link_button import LinkButton
from pcf_desktop.ui.components.task_row import TaskRow

MAKES = {
    "button": lambda: Button("Make a pack"),
    "chip": lambda: Chip(ChipOption("a", "All")),
    "link": lambda: LinkButton("Title: give the pack a title"),
    "task": lambda: TaskRow("Sort comments", "About 2 minutes"),
}


@pytest.fixture(params=MAKES)
def button(request: pytest.FixtureRequest, qtbot: QtBot) -> QAbstractButton:
    made: QAbstractButton = MAKES[request.param]()
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_a_button_is_pressed_by_enter_as_by_space(
    qtbot: QtBot, button: QAbstractButton, key: Qt.Key
) -> None:
    with qtbot.waitSignal(button.clicked):
        qtbot.keyClick(button, key)


def test_ctrl_and_enter_is_left_to_the_page(qtbot: QtBot, button: QAbstractButton) -> None:
    with qtbot.assertNotEmitted(button.clicked):
        qtbot.keyClick(button, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)


def test_a_key_held_down_presses_once(qtbot: QtBot, button: QAbstractButton) -> None:
    none = Qt.KeyboardModifier.NoModifier
    held = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Return, none, "\r", autorep=True)
    with qtbot.assertNotEmitted(button.clicked):
        QApplication.sendEvent(button, held)
