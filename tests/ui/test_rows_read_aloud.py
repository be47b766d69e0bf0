"""A screen reader, asked through Qt's own interface for them, hears a row as one thing."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime
from functools import partial
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from pytestqt.qtbot import QtBot

from pcf_desktop import app
from pcf_desktop.ui.components.table import ListTable
from pcf_desktop.ui.main_window import MainWindow
from pcf_desktop.ui.packs.register import Register
from pcf_desktop.ui.packs.register_rows import MadePack
from pcf_desktop.ui.record_table import RecordTable
from pcf_desktop.workspace import Workspace
from tests.ui.rooms import SIGN


@pytest.fixture
def window(sample: Workspace, qtbot: QtBot) -> Iterator[MainWindow]:
    made = MainWindow()
    qtbot.addWidget(made)
    made.open_forum(sample, SIGN, app.places(), lambda: None)
    made.resize(1024, 700)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    yield made
    made.close()


def heard(table: ListTable) -> str:
    """Return what is read of what has the focus in a table."""
    focus = QAccessible.queryAccessibleInterface(table).focusChild()
    assert focus is not None
    return str(focus.text(QAccessible.Text.Name))


def is_there(records: RecordTable[Any], row: int) -> bool:
    return records.record(row) is not None


def list_of(window: MainWindow, place: str, qtbot: QtBot) -> ListTable:
    assert window.page is not None
    window.page.go(place)
    screen = window.page.screen_shown
    assert screen is not None
    qtbot.waitUntil(lambda: any(each.isVisible() for each in screen.findChildren(ListTable)))
    table = next(each for each in screen.findChildren(ListTable) if each.isVisible())
    table.setFocus()
    qtbot.waitUntil(lambda: table.currentIndex().isValid() and bool(heard(table)))
    return table


@pytest.mark.parametrize("place", ["feedback", "sort", "priorities"])
def test_each_row_is_read_whole_with_what_has_no_room(
    window: MainWindow, qtbot: QtBot, place: str
) -> None:
    table = list_of(window, place, qtbot)
    records = table._records
    assert records is not None
    for row in range(records.rowCount()):
        table.go_to(records.key_at(row) or 0)
        qtbot.waitUntil(partial(is_there, records, row))
        said = heard(table)
        for at, column in enumerate(records.columns):
            words = column.text(records.record(row)).strip().rstrip(".")
            assert words in said or words == "–" or at in table._silent, (column.heading, said)


def test_a_comment_is_when_what_and_its_links(window: MainWindow, qtbot: QtBot) -> None:
    table = list_of(window, "feedback", qtbot)
    first = heard(table)
    assert first.startswith("25 Nov 2021. Our representative notes")
    assert first.endswith("How it came: Meeting observation. Links: 2 linked")
    qtbot.keyClick(table, Qt.Key.Key_Right)
    assert heard(table) == first  # there is nothing beside a row
    qtbot.keyClick(table, Qt.Key.Key_Down)
    assert heard(table).startswith("18 Nov 2021. People always ask")
    last = table.model().index(2, table.model().columnCount() - 1)
    qtbot.mouseClick(
        table.viewport(), Qt.MouseButton.LeftButton, pos=table.visualRect(last).center()
    )
    assert heard(table).startswith("16 Nov 2021.")
    assert table.chosen_keys() == [table.current_key()]
    qtbot.keyClick(table, Qt.Key.Key_Home)
    assert heard(table) == first


def test_where_the_date_has_no_room_it_is_read_all_the_same(
    window: MainWindow, qtbot: QtBot
) -> None:
    table = list_of(window, "feedback", qtbot)
    before = heard(table)
    table.setMaximumWidth(260)
    qtbot.waitUntil(lambda: table.isColumnHidden(0))
    assert heard(table) == before


def test_a_pack_is_what_it_is_and_when_for_whom_and_which_files(qtbot: QtBot) -> None:
    made = MadePack(
        1, "Evidence", 2, datetime(2026, 5, 4, 9, 30, tzinfo=UTC), "Ofsted", ("a.pdf",), "ab12"
    )

    def fetch(_keys: Sequence[int], deliver: object) -> None:
        assert callable(deliver)
        rows: Mapping[int, MadePack] = {1: made}
        deliver(rows)

    page = Register(fetch)
    qtbot.addWidget(page)
    page.show_keys([1], 1)
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    page.table.setFocus()
    said = heard(page.table)
    assert said.startswith("Evidence. Version: 2. Made: ")
    assert "For: Ofsted. Files: PDF" in said
    assert "4 May 2026" in said
