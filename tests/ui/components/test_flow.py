"""A row goes on in the next line when it no longer fits."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from pcf_desktop.ui.components.button import Button
from pcf_desktop.ui.components.flow import FlowRow


def made(qtbot: QtBot, *words: str, right: bool = False) -> tuple[FlowRow, list[Button]]:
    buttons = [Button(word) for word in words]
    row = FlowRow(*buttons, right=right)
    qtbot.addWidget(row)
    row.show()
    return row, buttons


def test_one_line_becomes_two(qtbot: QtBot) -> None:
    row, buttons = made(qtbot, "First", "Second", "Third")
    row.resize(row.sizeHint())
    assert len({button.y() for button in buttons}) == 1
    row.resize(row.sizeHint().width() - 10, 300)
    assert len({button.y() for button in buttons}) == 2
    assert row.heightForWidth(row.width()) > row.sizeHint().height()


def test_a_row_can_end_at_the_right(qtbot: QtBot) -> None:
    row, buttons = made(qtbot, "First", "Second", right=True)
    row.resize(500, 50)
    assert buttons[-1].geometry().right() == 499


def test_what_is_hidden_takes_no_room(qtbot: QtBot) -> None:
    row, buttons = made(qtbot, "First", "Second")
    before = row.sizeHint().width()
    buttons[0].hide()
    assert row.sizeHint().width() < before
    for button in buttons:
        button.hide()
    layout = row.layout()
    assert layout is not None
    assert layout.sizeHint() == QSize(0, 0)


def test_items_can_be_taken_out(qtbot: QtBot) -> None:
    row, buttons = made(qtbot, "First", "Second")
    layout = row.layout()
    assert layout is not None
    layout.removeWidget(buttons[0])
    assert layout.count() == 1
    assert layout.itemAt(5) is None
    assert layout.takeAt(5) is None


@given(widths=st.lists(st.integers(1, 300), min_size=1, max_size=12), room=st.integers(300, 700))
def test_nothing_ever_lies_outside_or_over_another(widths: list[int], room: int) -> None:
    parts = [QWidget() for _ in widths]
    for part, width in zip(parts, widths, strict=True):
        part.setFixedSize(width, 20)
    row = FlowRow(*parts)
    row.resize(room, row.heightForWidth(room))
    layout = row.layout()
    assert layout is not None
    layout.activate()
    boxes = [part.geometry() for part in parts]
    assert all(row.rect().contains(box) for box in boxes)
    pairs = [(a, b) for n, a in enumerate(boxes) for b in boxes[n + 1 :]]
    assert not any(a.intersects(b) for a, b in pairs)


@pytest.fixture(autouse=True)
def application(qapp: object) -> None:
    """Widgets need an application, in the property test as well."""
