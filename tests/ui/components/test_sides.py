"""Columns that come to stand one below the other when there is no room."""

from pytestqt.qtbot import QtBot

from pcf_desktop.ui.appearance import Look, apply
from pcf_desktop.ui.components.button import Button
from pcf_desktop.ui.components.scroll import Scroll
from pcf_desktop.ui.components.sides import Sides
from pcf_desktop.ui.components.text import Text


def test_a_narrow_window_stacks_them(qtbot: QtBot) -> None:
    sides = Sides(Text("One"), Text("Two"), shares=(2, 1))
    qtbot.addWidget(sides)
    sides.show()
    sides.resize(900, 300)
    assert not sides.stacked
    sides.resize(300, 300)
    assert sides.stacked


def test_large_text_stacks_them(qtbot: QtBot) -> None:
    sides = Sides(Text("One"), Text("Two"))
    qtbot.addWidget(sides)
    sides.show()
    sides.resize(600, 300)
    assert not sides.stacked
    apply(Look(percent=200))
    assert sides.stacked


def test_what_cannot_shrink_stacks_them(qtbot: QtBot) -> None:
    words = "A button that says a great deal about what it does"
    sides, scroll = Sides(Button(words), Button(words), least=1), Scroll()
    scroll.body.addWidget(sides)
    qtbot.addWidget(scroll)
    scroll.resize(500, 300)
    scroll.show()
    qtbot.waitUntil(lambda: sides.stacked)
    assert sides.minimumSizeHint().width() < 500
