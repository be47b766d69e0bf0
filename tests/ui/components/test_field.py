"""A field's label, hint and problem belong to its control."""

from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from pcf_desktop.ui.appearance import colours
from pcf_desktop.ui.components.button import Button
from pcf_desktop.ui.components.field import Field
from tests.ui.audit import name_of


def made(qtbot: QtBot) -> Field:
    field = Field("District", QLineEdit(), "Where they live", optional=True)
    qtbot.addWidget(field)
    with qtbot.waitActive(field):
        field.show()
        field.activateWindow()
    return field


def test_the_control_has_the_labels_name_and_the_hint(qtbot: QtBot) -> None:
    field = made(qtbot)
    assert name_of(field.control) == "District (optional)"
    assert field.control.accessibleDescription() == "Where they live"
    field.set_hint("In the county")
    assert field.control.accessibleDescription() == "In the county"


def test_a_problem_is_said_shown_and_taken_back(qtbot: QtBot) -> None:
    field = made(qtbot)
    field.set_problem("Choose a district.")
    assert field.problem == "Choose a district."
    assert field.error.isVisible()
    assert field.control.accessibleDescription() == "Choose a district. Where they live"
    edge = field.control.grab().toImage().pixelColor(field.control.width() // 2, 0)
    assert edge == colours().bad
    field.set_problem("")
    assert not field.error.isVisible()
    assert field.control.grab().toImage().pixelColor(50, 0) != colours().bad


def test_it_tells_when_the_focus_leaves(qtbot: QtBot) -> None:
    field, keep = made(qtbot), Button("Keep")
    field.add_beside(keep)
    field.focus()
    assert QApplication.focusWidget() is field.control
    with qtbot.waitSignal(field.left):
        keep.setFocus()
    assert keep.x() > field.control.x()


def test_it_tells_once_when_what_is_wrong_has_changed(qtbot: QtBot) -> None:
    field, told = made(qtbot), []
    field.judged.connect(lambda: told.append(field.problem))
    for words in ("Choose one.", "Choose one.", ""):
        field.set_problem(words)
    assert told == ["Choose one.", ""]


def test_what_stands_above_leaves_the_control_all_the_width(qtbot: QtBot) -> None:
    field, keep = made(qtbot), Button("Keep")
    field.add_above(keep)
    qtbot.waitUntil(lambda: field.control.width() == field.width())
    assert keep.y() < field.control.y()
    assert keep.geometry().right() >= field.control.geometry().right()
