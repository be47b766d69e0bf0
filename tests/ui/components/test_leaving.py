"""What is disabled or goes does not hand the focus on to a stranger."""

from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from pcf_desktop.ui.components.button import Button
from pcf_desktop.ui.components.leaving import leave


def test_the_focus_is_nowhere_and_not_on_the_next_button(qtbot: QtBot) -> None:
    window, panel = QWidget(), QWidget()
    going, stranger = Button("Import"), Button("Home")
    QVBoxLayout(panel).addWidget(going)
    column = QVBoxLayout(window)
    column.addWidget(panel)
    column.addWidget(stranger)
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    going.setFocus()
    going.setEnabled(False)
    assert window.focusWidget() is stranger  # what Qt does by itself
    for widget in (going, panel):
        going.setEnabled(True)
        going.setFocus()
        leave(widget)
        going.setEnabled(False)
        assert window.focusWidget() is None
    stranger.setFocus()
    leave(panel)
    assert window.focusWidget() is stranger
