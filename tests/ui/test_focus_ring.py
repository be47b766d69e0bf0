"""The focus ring: round what has the focus, and gone when the focus is."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication, QMainWindow, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from pcf_desktop.ui.appearance import colours
from pcf_desktop.ui.components.button import Button
from pcf_desktop.ui.components.scroll import Scroll
from pcf_desktop.ui.components.table import ListTable
from pcf_desktop.ui.focus_ring import FocusRing
from pcf_desktop.ui.record_table import Column, RecordTable
from pcf_desktop.ui.tokens import sizes


@pytest.fixture
def ring(qapp: QApplication) -> Iterator[FocusRing]:
    made = FocusRing(qapp)
    yield made
    delete(made)


@pytest.fixture
def page(ring: FocusRing, qtbot: QtBot) -> QWidget:
    held, scroll = QWidget(), Scroll()
    qtbot.addWidget(held)
    column = QVBoxLayout(held)
    for name in ("first", "second"):
        button = Button(name)
        button.setObjectName(name)
        column.addWidget(button)
    inside = Button("scrolled")
    inside.setObjectName("inside")
    scroll.body.addWidget(inside)
    column.addWidget(scroll)
    held.resize(400, 300)
    with qtbot.waitActive(held):
        held.show()
        held.activateWindow()
    return held


def focused(page: QWidget, name: str) -> Button:
    button = page.findChild(Button, name)
    assert isinstance(button, Button)
    button.setFocus()
    return button


def is_ringed(page: QWidget, button: Button) -> bool:
    """Whether the pixel just left of the button's gap has the colour of the ring."""
    out = sizes().ring_gap + sizes().ring // 2 + 1
    at = button.mapTo(page, button.rect().center())
    at.setX(button.mapTo(page, button.rect().topLeft()).x() - out)
    return bool(page.grab().toImage().pixelColor(at) == colours().focus)


def test_it_goes_where_the_focus_goes(page: QWidget) -> None:
    first = focused(page, "first")
    assert is_ringed(page, first)
    second = focused(page, "second")
    assert is_ringed(page, second)
    assert not is_ringed(page, first)


def test_it_moves_and_hides_with_its_widget(page: QWidget, qtbot: QtBot) -> None:
    first = focused(page, "first")
    first.move(first.x() + 40, first.y())
    assert is_ringed(page, first)
    first.hide()
    assert not is_ringed(page, first)


def test_it_survives_the_end_of_its_widget(page: QWidget, qtbot: QtBot) -> None:
    delete(focused(page, "first"))
    assert is_ringed(page, focused(page, "second"))


def test_it_stays_when_what_had_the_focus_before_goes(page: QWidget) -> None:
    first, second = focused(page, "first"), focused(page, "second")
    delete(first)
    assert is_ringed(page, second)


def test_it_lies_on_the_page_that_scrolls(page: QWidget, ring: FocusRing) -> None:
    inside = focused(page, "inside")
    assert ring._host is inside.parentWidget()


def test_rows_that_come_later_take_the_ring_to_one_of_their_cells(
    ring: FocusRing, qtbot: QtBot
) -> None:
    table = ListTable("Comments")
    columns: list[Column[int]] = [Column("Comment", str)]
    records = RecordTable[int](columns, lambda _keys, _deliver: None, table)
    table.set_records(records)
    held = QWidget()
    QVBoxLayout(held).addWidget(table)
    qtbot.addWidget(held)
    with qtbot.waitActive(held):
        held.show()
        held.activateWindow()
    table.setFocus()
    assert ring._ring is not None
    assert ring._ring.isVisible()
    records.set_keys([1, 2])
    assert table.current_key() == 1
    assert not ring._ring.isVisible()


def test_a_menu_that_opens_draws_no_line_below_the_menu_bar(ring: FocusRing, qtbot: QtBot) -> None:
    window = QMainWindow()
    menu = window.menuBar().addMenu("&Forum")
    menu.addAction("&Lock")
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    window.menuBar().setFocus()
    assert window.menuBar().hasFocus()
    picture = window.grab().toImage()
    below = window.menuBar().height() + 2
    seen = [picture.pixelColor(picture.width() // 2, y) for y in range(below)]
    assert colours().focus not in seen
