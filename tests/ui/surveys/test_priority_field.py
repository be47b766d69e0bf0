"""The field by which a question is linked: named with its question, and saved by a choice alone."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from pcf_desktop.services.priorities.priorities import Choice
from pcf_desktop.ui.components.scroll import Scroll
from pcf_desktop.ui.surveys.priority_field import LinkWanted, PriorityField

OPENS = pytest.mark.qt_log_ignore("This plugin does not support")  # a list above no screen
WAITS, TAXIS = Choice(3, "1", "Waits"), Choice(5, None, "<b>Taxis</b>")


@pytest.fixture
def field(qtbot: QtBot) -> PriorityField:
    """Shows no priority, of two."""
    made = PriorityField(7, "Better?")
    qtbot.addWidget(made)
    made.show_link((WAITS, TAXIS), None)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    made.focus()
    return made


def wanted(field: PriorityField) -> list[LinkWanted]:
    found: list[LinkWanted] = []
    field.chosen.connect(found.append)
    return found


def offered(field: PriorityField) -> list[str]:
    return [field.combo.itemText(place) for place in range(field.combo.count())]


def test_no_priority_and_every_priority_are_offered_as_they_are_printed(
    field: PriorityField,
) -> None:
    assert offered(field) == ["No priority", "1  Waits", "<b>Taxis</b>"]
    assert field.combo.currentText() == "No priority"
    field.show_link((WAITS, TAXIS), 5)
    assert field.combo.currentText() == "<b>Taxis</b>"
    assert field.combo.toolTip() == "<p>&lt;b&gt;Taxis&lt;/b&gt;</p>"
    field.show_link((WAITS,), 5)
    assert field.combo.currentText() == "No priority"


def test_a_reader_says_the_question_with_the_label(field: PriorityField) -> None:
    said = QAccessible.queryAccessibleInterface(field.label).text(QAccessible.Text.Name)
    assert said == field.combo.accessibleName() == "Link to a priority: Better?"
    assert field.label.buddy() is field.combo


@OPENS
def test_a_choice_made_by_keys_is_told_once_and_the_focus_stays(
    field: PriorityField, qtbot: QtBot
) -> None:
    found = wanted(field)
    qtbot.keyClick(field.combo, Qt.Key.Key_Down)
    assert found == []
    view = field.combo.view()
    qtbot.waitUntil(view.isVisible)
    qtbot.keyClick(view, Qt.Key.Key_Down)
    qtbot.keyClick(view, Qt.Key.Key_Down)
    assert found == []
    qtbot.keyClick(view, Qt.Key.Key_Return)
    assert found == [LinkWanted(7, TAXIS, None)]
    assert field.combo.hasFocus()


@OPENS
def test_a_letter_opens_the_list_at_what_begins_with_it(field: PriorityField, qtbot: QtBot) -> None:
    found = wanted(field)
    qtbot.keyClick(field.combo, "1")
    view = field.combo.view()
    qtbot.waitUntil(view.isVisible)
    assert found == []
    qtbot.keyClick(view, Qt.Key.Key_Return)
    assert found == [LinkWanted(7, WAITS, None)]


@OPENS
def test_a_list_that_is_left_links_nothing(field: PriorityField, qtbot: QtBot) -> None:
    found = wanted(field)
    qtbot.keyClick(field.combo, Qt.Key.Key_Space)
    view = field.combo.view()
    qtbot.waitUntil(view.isVisible)
    qtbot.keyClick(view, Qt.Key.Key_Down)
    qtbot.keyClick(view, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not view.isVisible())
    assert (found, field.combo.currentText()) == ([], "No priority")


def test_what_was_chosen_already_is_no_choice(field: PriorityField) -> None:
    field.show_link((WAITS, TAXIS), 3)
    found = wanted(field)
    field.combo.activated.emit(1)
    assert found == []
    field.combo.activated.emit(0)
    assert found == [LinkWanted(7, None, WAITS)]


def test_the_wheel_scrolls_the_page_and_chooses_nothing(qtbot: QtBot) -> None:
    page, field = Scroll(), PriorityField(7, "Better?")
    qtbot.addWidget(page)
    field.show_link((WAITS, TAXIS), 3)
    page.body.addWidget(field)
    page.body.addSpacing(2_000)
    page.resize(300, 200)
    with qtbot.waitExposed(page):
        page.show()
    found = wanted(field)
    field.focus()
    middle = field.combo.mapTo(page, field.combo.rect().center())
    QTest.wheelEvent(page.windowHandle(), QPointF(middle), QPoint(0, -120))
    qtbot.waitUntil(lambda: page.verticalScrollBar().value() > 0)
    assert (found, field.combo.currentText()) == ([], "1  Waits")


def test_where_it_is_held_it_is_off_and_says_why(field: PriorityField) -> None:
    field.hold("Read-only")
    field.show_link((WAITS, TAXIS), 3)
    assert not field.combo.isEnabled()
    assert field.combo.currentText() == "1  Waits"
    assert (field.combo.toolTip(), field.combo.accessibleDescription()) == ("Read-only",) * 2
    field.hold("")
    assert field.combo.isEnabled()
    assert (field.combo.toolTip(), field.combo.accessibleDescription()) == ("<p>1  Waits</p>", "")


def test_what_is_shown_can_be_put_back(field: PriorityField) -> None:
    field.show_link((WAITS, TAXIS), 5)
    field.clear()
    assert field.is_blank
    field.put("5")
    assert (field.typed(), field.combo.currentText()) == ("5", "<b>Taxis</b>")
