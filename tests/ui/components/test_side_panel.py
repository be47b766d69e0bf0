"""A side panel is closed by its button and by Escape."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from pcf_desktop.ui.components.side_panel import SidePanel
from pcf_desktop.ui.components.text_field import TextField


def test_the_button_and_escape_close_it(qtbot: QtBot) -> None:
    panel, field = SidePanel("Link to a priority"), TextField("Find")
    panel.add(field)
    qtbot.addWidget(panel)
    assert not any(each.isVisible() for each in QApplication.topLevelWidgets())  # no loose button
    with qtbot.waitActive(panel):
        panel.show()
        panel.activateWindow()
    assert panel.close_button.accessibleName() == "Close Link to a priority"
    with qtbot.waitSignal(panel.closed):
        panel.close_button.click()
    field.focus()
    with qtbot.waitSignal(panel.closed):
        qtbot.keyClick(field.line, Qt.Key.Key_Escape)


def test_it_can_be_one_that_stays(qtbot: QtBot) -> None:
    panel = SidePanel("Details", closable=False)
    qtbot.addWidget(panel)
    panel.show()
    assert not panel.close_button.isVisible()
