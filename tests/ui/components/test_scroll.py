"""A column that scrolls keeps what has the focus in view."""

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from pcf_desktop.ui.components.button import Button
from pcf_desktop.ui.components.scroll import Scroll
from pcf_desktop.ui.components.text import Text
from pcf_desktop.ui.typeface import Role


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
    assert scroll.verticalScrollBar().value() == 0


def test_what_can_be_seen_below_the_head_of_a_page_leaves_the_head_in_view(qtbot: QtBot) -> None:
    scroll, head, button = Scroll(), Text("Packs", Role.TITLE), Button("Make a pack")
    scroll.body.addWidget(head)
    scroll.body.addSpacing(120)
    scroll.body.addWidget(button)
    scroll.body.addSpacing(300)
    qtbot.addWidget(scroll)
    scroll.resize(300, button.sizeHint().height() + head.sizeHint().height() + 170)
    with qtbot.waitActive(scroll):
        scroll.show()
        scroll.activateWindow()
    button.setFocus()
    assert scroll.verticalScrollBar().value() == 0
