"""Many lines of plain text; Tab goes on to the next field."""

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from pcf_desktop.ui.components.long_text_field import LongTextField
from pcf_desktop.ui.components.text_field import TextField


def test_tab_leaves_it(qtbot: QtBot) -> None:
    page, said, after = QWidget(), LongTextField("What was said?"), TextField("District")
    column = QVBoxLayout(page)
    column.addWidget(said)
    column.addWidget(after)
    qtbot.addWidget(page)
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    said.focus()
    qtbot.keyClick(said.page, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is after.line
    assert said.value() == ""


def test_what_is_pasted_loses_its_looks(qtbot: QtBot) -> None:
    said = LongTextField("What was said?")
    qtbot.addWidget(said)
    pasted = QMimeData()
    pasted.setHtml("<b>No</b> plan")
    pasted.setText("No plan")
    QApplication.clipboard().setMimeData(pasted)
    with qtbot.waitSignal(said.changed):
        said.page.paste()
    assert said.value() == "No plan"
    QApplication.clipboard().clear()  # else Python ends before what the clipboard holds of it


def test_more_lines_are_higher(qtbot: QtBot) -> None:
    few, many = LongTextField("Few", lines=3), LongTextField("Many", lines=9)
    for field in (few, many):
        qtbot.addWidget(field)
    assert many.page.sizeHint().height() > 2 * few.page.sizeHint().height()
    many.set_value("Nineteen months.\n")
    assert many.value() == "Nineteen months."


def test_held_it_is_read_and_not_changed(qtbot: QtBot) -> None:
    said = LongTextField("What was said?")
    qtbot.addWidget(said)
    said.set_value("Nineteen months.")
    said.hold("Nothing can be saved here")
    qtbot.keyClicks(said.page, "More")
    assert said.value() == "Nineteen months."
    assert said.page.toolTip() == "Nothing can be saved here"
    said.hold("")
    qtbot.keyClicks(said.page, "More ")
    assert said.value() == "More Nineteen months."


def test_what_comes_back_stands_before_what_was_typed_meanwhile(qtbot: QtBot) -> None:
    said = LongTextField("What was said?")
    qtbot.addWidget(said)
    assert said.both("The bus", "is late.") == "The bus\nis late."
    assert said.both("", "is late.") == "is late."
    assert TextField("Name").both("Leek", "Stone") == "Stone"
