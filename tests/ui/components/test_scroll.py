"""A column that scrolls keeps what has the focus in view."""

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from pcf_desktop.ui.components.button import Button
from pcf_desktop.ui.components.scroll import Scroll


def test_the_focus_is_never_hidden(qtbot: QtBot) -> None:
    scroll, buttons = Scroll(), [Button(f"Number {n}") for n in range(30)]
    for button in buttons:
        scroll.body.addWidget(button)
    qtbot.addWidget(scroll)
    scroll.resize(300, 200)
    with qtbot.waitActive(scroll):
        scroll.show()
        scroll.activateWindow()
    buttons[-1].setFocus()
    assert QApplication.focusWidget() is buttons[-1]
    assert buttons[-1].visibleRegion().boundingRect() == buttons[-1].rect()
    buttons[0].setFocus()
    assert buttons[0].visibleRegion().boundingRect() == buttons[0].rect()
