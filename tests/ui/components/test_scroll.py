"""A column that scrolls keeps what has the focus in view."""

from PySide6.QtWidgets import QAbstractSlider, QApplication, QListWidget
from pytestqt.qtbot import QtBot

from pcf_desktop.ui.components.button import Button
from pcf_desktop.ui.components.chips import ChipOption, Chips
from pcf_desktop.ui.components.long_text_field import LongTextField
from pcf_desktop.ui.components.scroll import Scroll
from pcf_desktop.ui.components.text import Text
from pcf_desktop.ui.components.text_field import TextField
from pcf_desktop.ui.typeface import Role


def show(scroll: Scroll, height: int, qtbot: QtBot) -> None:
    """Show it as the active window, 300 pixels wide."""
    qtbot.addWidget(scroll)
    scroll.resize(300, height)
    with qtbot.waitActive(scroll):
        scroll.show()
        scroll.activateWindow()


def test_the_focus_is_never_hidden(qtbot: QtBot) -> None:
    scroll, buttons = Scroll(), [Button(f"Number {n}") for n in range(30)]
    for button in buttons:
        scroll.body.addWidget(button)
    show(scroll, 200, qtbot)
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
    show(scroll, 200, qtbot)
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
    show(scroll, 260, qtbot)
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
    show(scroll, 200, qtbot)
    field.focus()
    above.show()
    field.set_problem("Write a date.")
    qtbot.waitUntil(lambda: field.y() > above.y() > 0)
    qtbot.waitUntil(lambda: field.visibleRegion().boundingRect() == field.rect())


def settling(qtbot: QtBot) -> tuple[Scroll, Text, Button]:
    """A page whose button takes the focus while what stands above it has too much room yet."""
    scroll, above, button = Scroll(), Text("Reading\n" * 30), Button("Tick")
    for widget in (Text("Packs", Role.TITLE), above, button):
        scroll.body.addWidget(widget)
    scroll.body.addSpacing(900)
    show(scroll, 300, qtbot)
    button.setFocus()
    return scroll, above, button


def test_a_page_that_settles_after_its_focus_came_begins_at_its_top(qtbot: QtBot) -> None:
    scroll, above, button = settling(qtbot)
    bar = scroll.verticalScrollBar()
    assert bar.value() > 0
    above.hide()
    qtbot.waitUntil(lambda: bar.value() == 0)
    assert button.visibleRegion().boundingRect() == button.rect()


def test_who_has_scrolled_a_little_is_not_taken_to_the_top_by_what_changes(qtbot: QtBot) -> None:
    scroll, above, _button = settling(qtbot)
    bar, before = scroll.verticalScrollBar(), scroll.verticalScrollBar().maximum()
    bar.triggerAction(QAbstractSlider.SliderAction.SliderSingleStepAdd)
    above.hide()
    qtbot.waitUntil(lambda: bar.maximum() < before)
    qtbot.wait(5)
    assert bar.value() > 0


def test_a_list_below_chips_is_come_to_without_cutting_the_chips(qtbot: QtBot) -> None:
    scroll, rows = Scroll(), QListWidget()
    head, chips = Text("Feedback", Role.TITLE), Chips("Show", [ChipOption("all", "All")])
    rows.addItems([str(n) for n in range(30)])
    rows.setMinimumHeight(260)
    for part in (head, chips, rows):
        scroll.body.addWidget(part)
    for height in range(240, 400, 7):
        show(scroll, height, qtbot)
        scroll.setFocus()
        rows.clearFocus()
        rows.setFocus()
        qtbot.wait(5)
        top = scroll.verticalScrollBar().value()
        for part in (head, chips):
            box = part.geometry()
            assert box.top() >= top or box.bottom() < top, f"{height}: cut at {top}, {box}"
        assert not rows.visibleRegion().isEmpty()
