"""Tab goes along a page as it is read, whatever was made first."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from pcf_desktop.ui.components.button import Button
from pcf_desktop.ui.components.flow import FlowRow
from pcf_desktop.ui.components.scroll import Scroll
from pcf_desktop.ui.components.sides import Sides
from pcf_desktop.ui.reading_order import step, stops


@pytest.fixture
def page(qtbot: QtBot) -> Iterator[QWidget]:
    """Four buttons in a row, a scroll and two columns, made from the last to the first."""
    whole = QWidget()
    fourth, third, second, first = (Button(name) for name in ("4", "3", "2", "1"))
    scroll = Scroll()
    scroll.body.addWidget(Sides(second, third, least=5))
    column = QVBoxLayout(whole)
    column.addWidget(FlowRow(first))
    column.addWidget(scroll)
    foot = QHBoxLayout()
    foot.addWidget(fourth)
    column.addLayout(foot)
    qtbot.addWidget(whole)
    with qtbot.waitActive(whole):
        whole.show()
        whole.activateWindow()
    yield whole
    whole.close()


def words(page: QWidget) -> list[str]:
    return [each.text() for each in stops(page) if isinstance(each, Button)]


def test_the_order_is_that_of_the_layouts(page: QWidget) -> None:
    assert words(page) == ["1", "2", "3", "4"]


def test_what_is_hidden_or_off_is_passed_by(page: QWidget) -> None:
    first, second, *_ = stops(page)
    first.hide()
    second.setEnabled(False)
    assert words(page) == ["3", "4"]


def test_it_goes_round_both_ways(page: QWidget) -> None:
    found = [*stops(page)]
    found[-1].setFocus()
    assert step(page, forward=True)
    assert QApplication.focusWidget() is found[0]
    step(page, forward=False)
    assert QApplication.focusWidget() is found[-1]


def test_from_nowhere_it_begins_at_the_top(page: QWidget) -> None:
    held = QApplication.focusWidget()
    if held is not None:
        held.clearFocus()
    step(page, forward=True)
    assert QApplication.focusWidget() is next(stops(page))


def test_a_page_without_a_stop_keeps_the_focus_where_it_is(qtbot: QtBot) -> None:
    empty = QWidget()
    qtbot.addWidget(empty)
    empty.show()
    assert not step(empty, forward=True)
