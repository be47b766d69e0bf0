"""A key does its work where it was bound, and nowhere else."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from pcf_desktop.ui.components.keys import bind
from pcf_desktop.ui.components.lay import stacked


@pytest.mark.parametrize(("within", "done"), [(True, [1]), (False, [])])
def test_a_key_is_heard_within_a_place_or_by_that_alone(
    done: list[int], qtbot: QtBot, *, within: bool
) -> None:
    page, place, field, other = QWidget(), QLabel("place"), QLineEdit(), QLineEdit()
    qtbot.addWidget(page)
    stacked(page, place, other)
    stacked(place, field)
    came: list[int] = []
    bind(place, "Esc", lambda: came.append(1), within=within)
    with qtbot.waitExposed(page):
        page.show()
    other.setFocus()
    qtbot.keyClick(other, Qt.Key.Key_Escape)
    assert came == []
    field.setFocus()
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert came == done
