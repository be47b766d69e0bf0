"""The audit finds what it is there to find: each fault, made on purpose, is named."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QTableView,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from pcf_desktop.ui.components.button import Button, Rank
from pcf_desktop.ui.components.scroll import Scroll
from pcf_desktop.ui.components.text import Text
from pcf_desktop.ui.components.text_field import TextField
from tests.ui.audit import audit


def found(qtbot: QtBot, *widgets: QWidget) -> str:
    view = QWidget()
    view.setObjectName("page")
    column = QVBoxLayout(view)
    for widget in widgets:
        column.addWidget(widget)
    view.resize(500, 400)
    qtbot.addWidget(view)
    view.show()
    return "\n".join(audit(view))


def changed(widget: QWidget, *changes: Callable[[QWidget], object]) -> QWidget:
    for change in changes:
        change(widget)
    return widget


def small_letters() -> QWidget:
    made = Text("Small words")
    letters = made.font()
    letters.setPixelSize(9)
    made.setFont(letters)
    return made


def faint() -> QWidget:
    label = Text("Faint words")
    palette = label.palette()
    colour = palette.windowText().color()
    colour.setAlpha(90)
    palette.setColor(label.foregroundRole(), colour)
    label.setPalette(palette)
    label.setProperty("tone", "none")
    return label


def placeholder_alone() -> QWidget:
    line = QLineEdit()
    line.setPlaceholderText("Name")
    return line


def combo_with_a_name_of_its_own() -> QWidget:
    combo = QComboBox()
    combo.setAccessibleName("District")
    return combo


def wide_in_scroll() -> QWidget:
    scroll = Scroll()
    scroll.body.addWidget(Text("word " * 60, wrap=False))
    return scroll


@pytest.mark.parametrize(
    ("make", "fault"),
    [
        (placeholder_alone, "has no name"),
        (combo_with_a_name_of_its_own, "has no name"),
        (lambda: QPushButton(""), "has no name"),
        (lambda: QTableView(), "keeps Tab for its cells"),
        (lambda: QPlainTextEdit(), "keeps Tab for its text"),
        (lambda: QTextEdit(), "accepts rich text"),
        (lambda: QLabel("<b>Guess</b>"), "guesses whether"),
        (lambda: changed(Text("Long words", wrap=False), lambda w: w.setFixedWidth(20)), "is cut"),
        (lambda: changed(Text("word " * 40), lambda w: w.setFixedHeight(20)), "is cut"),
        (lambda: changed(Button("Save form"), lambda w: w.setFixedWidth(40)), "is cut"),
        (lambda: changed(Button("x", small=True), lambda w: w.setFixedSize(20, 20)), "is only 20"),
        (
            lambda: changed(Button("Go", Rank.PRIMARY), lambda w: w.setFixedHeight(30)),
            "by 30 pixels",
        ),
        (wide_in_scroll, "scrolled sideways"),
        (small_letters, "has letters of 9 pixels"),
        (faint, "has a contrast of only"),
    ],
)
def test_a_fault_is_named(make: Callable[[], QWidget], fault: str, qtbot: QtBot) -> None:
    assert fault in found(qtbot, make())


def test_two_with_the_same_key_are_named(qtbot: QtBot) -> None:
    assert "Alt+S is used 2 times" in found(qtbot, Button("&Save"), Button("&Skip"))


def test_what_lies_outside_is_named(qtbot: QtBot) -> None:
    inside = Button("Lost")
    view = QWidget()
    column = QVBoxLayout(view)
    column.addWidget(inside, 0, Qt.AlignmentFlag.AlignTop)
    qtbot.addWidget(view)
    view.resize(300, 200)
    view.show()
    inside.move(290, 10)
    assert "reaches out of" in "\n".join(audit(view))


def test_a_sound_view_has_no_faults(qtbot: QtBot) -> None:
    field = TextField("District", "Where they live")
    assert found(qtbot, Text("What families say"), field, Button("Save form", Rank.PRIMARY)) == ""
