"""A column that scrolls keeps what has the focus in view."""

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from pcf_desktop.ui.components.button import Button
from pcf_desktop.ui.components.long_text_field import LongTextField
from pcf_desktop.ui.components.scroll import Scroll
from pcf_desktop.ui.components.text import Text
from pcf_desktop.ui.components.text_field import TextField
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


def test_whoever_has_scrolled_away_is_not_taken_back_by_what_grows(qtbot: QtBot) -> None:
    scroll, button, below = Scroll(), Button("Make a pack"), Text("Found")
    scroll.body.addWidget(button)
    scroll.body.addSpacing(900)
    scroll.body.addWidget(below)
    qtbot.addWidget(scroll)
    scroll.resize(300, 200)
    with qtbot.waitActive(scroll):
        scroll.show()
        scroll.activateWindow()
    button.setFocus()
    bar = scroll.verticalScrollBar()
    qtbot.wait(20)
    bar.setValue(bar.maximum())
    before = bar.maximum()
    below.setText("Found\n" * 9)
    qtbot.waitUntil(lambda: bar.maximum() > before)
    assert bar.value() == before


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


def test_the_whole_field_is_shown_and_not_its_cursor_alone(qtbot: QtBot) -> None:
    scroll, fields = Scroll(), [LongTextField(f"Number {n}", lines=3) for n in range(6)]
    for field in fields:
        scroll.body.addWidget(field)
    qtbot.addWidget(scroll)
    scroll.resize(300, 260)
    with qtbot.waitActive(scroll):
        scroll.show()
        scroll.activateWindow()
    for field in (fields[5], fields[2]):
        field.focus()
        assert field.visibleRegion().boundingRect() == field.rect()


def test_what_a_problem_pushes_down_stays_in_view(qtbot: QtBot) -> None:
    scroll, above, field = Scroll(), Text("Problem\n" * 6), TextField("When", "A hint")
    scroll.body.addSpacing(60)
    scroll.body.addWidget(above)
    scroll.body.addWidget(field)
    scroll.body.addSpacing(300)
    above.hide()
    qtbot.addWidget(scroll)
    scroll.resize(300, 200)
    with qtbot.waitActive(scroll):
        scroll.show()
        scroll.activateWindow()
    field.focus()
    above.show()
    field.set_problem("Write a date.")
    qtbot.waitUntil(lambda: field.y() > above.y() > 0)
    qtbot.waitUntil(lambda: field.visibleRegion().boundingRect() == field.rect())
