"""Widgets stand below or beside each other, with the room between and around that was asked for."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QMargins, Qt
from PySide6.QtWidgets import QBoxLayout, QLabel, QWidget
from pytestqt.qtbot import QtBot

from pcf_desktop.ui.components.lay import abreast, clear, stacked


@pytest.mark.parametrize(
    ("lay", "way"), [(stacked, Qt.Orientation.Vertical), (abreast, Qt.Orientation.Horizontal)]
)
def test_widgets_stand_in_their_order_with_the_room_asked_for(
    lay: Callable[..., QBoxLayout], way: Qt.Orientation, qtbot: QtBot
) -> None:
    page, first, second = QWidget(), QLabel("first"), QLabel("second")
    qtbot.addWidget(page)
    made = lay(page, first, second, gap=1, around=(0.5, 1, 2, 3))
    page.resize(made.totalSizeHint())
    made.activate()
    assert (made.spacing(), made.contentsMargins()) == (8, QMargins(4, 8, 16, 24))
    if way is Qt.Orientation.Vertical:
        assert second.y() == first.geometry().bottom() + 1 + 8
    else:
        assert second.x() == first.geometry().right() + 1 + 8
    assert lay().contentsMargins() == QMargins(0, 0, 0, 0)


def test_what_is_let_go_is_seen_no_more_and_then_is_gone(qtbot: QtBot) -> None:
    page, held = QWidget(), QLabel("held")
    qtbot.addWidget(page)
    made = stacked(page, held)
    page.show()
    with qtbot.waitSignal(held.destroyed):
        clear(made)
        assert not held.isVisible()
        assert made.count() == 0
