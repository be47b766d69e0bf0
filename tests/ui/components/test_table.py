"""The table by keys alone: into it, along it, out of it."""

from collections.abc import Callable, Iterator, Mapping, Sequence

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from pcf_desktop.ui.appearance import Look, apply
from pcf_desktop.ui.components.button import Button
from pcf_desktop.ui.components.cell import width_beside
from pcf_desktop.ui.components.status_mark import Level, Mark, mark_size
from pcf_desktop.ui.components.table import ListTable
from pcf_desktop.ui.record_table import Column, RecordTable
from pcf_desktop.ui.tokens import space


@pytest.fixture
def table(qtbot: QtBot) -> Iterator[ListTable]:
    page, made, after = QWidget(), ListTable("Priorities"), Button("After")
    records = RecordTable[str](
        [Column("Title", str, 10, sort="title", stretch=True), Column("Length", _length, 6)],
        _deliver,
        made,
    )
    made.set_records(records)
    records.set_keys([11, 12, 13, 14])
    column = QVBoxLayout(page)
    column.addWidget(made)
    column.addWidget(after)
    qtbot.addWidget(page)
    page.resize(600, 400)
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    made.setFocus()
    yield made
    page.close()


def test_the_focus_comes_with_a_current_row(table: ListTable) -> None:
    assert table.current_key() == 11


def test_arrows_move_and_tab_leaves(table: ListTable, qtbot: QtBot) -> None:
    with qtbot.waitSignal(table.picked) as picked:
        qtbot.keyClick(table, Qt.Key.Key_Down)
    assert picked.args == [12]
    qtbot.keyClick(table, Qt.Key.Key_Tab)
    assert isinstance(QApplication.focusWidget(), Button)


def test_enter_opens_the_row(table: ListTable, qtbot: QtBot) -> None:
    with qtbot.waitSignal(table.opened) as opened:
        qtbot.keyClick(table, Qt.Key.Key_Return)
    assert opened.args == [11]


def test_headings_follow_the_text_size_also_while_another_page_is_shown(
    table: ListTable, qtbot: QtBot
) -> None:
    table.hide()
    apply(Look("dark", 200))
    table.show()
    qtbot.wait(1)
    assert table.horizontalHeader().viewport().font().pixelSize() == 28


def test_spare_columns_go_the_last_first_where_there_is_no_room(qtbot: QtBot) -> None:
    made = ListTable("Priorities")
    columns: list[Column[int]] = [
        Column("Title", str, 10, stretch=True),
        Column("First", str, 10, spare=True),
        Column("Second", str, 10, spare=True),
    ]
    records = RecordTable[int](columns, lambda _keys, _deliver: None, made)
    made.set_records(records)
    records.set_keys([1])
    qtbot.addWidget(made)
    shown = []
    for wide in (900, 300, 150):
        made.resize(wide, 300)
        made.show()
        qtbot.wait(1)
        shown.append([not made.isColumnHidden(place) for place in range(3)])
        assert made.horizontalHeader().length() == made.viewport().width()
    assert shown == [[True, True, True], [True, True, False], [True, False, False]]


def test_where_the_wide_column_gives_way_the_widest_in_words_takes_its_room(qtbot: QtBot) -> None:
    made = ListTable("Priorities")
    columns: list[Column[int]] = [
        Column("No.", str, 3),
        Column("Title", str, 10),
        Column("Long", str, 20, stretch=True, spare=True),
        Column("Bar", str, 12, look=lambda _n: None),
    ]
    records = RecordTable[int](columns, lambda _keys, _deliver: None, made)
    made.set_records(records)
    records.set_keys([1])
    qtbot.addWidget(made)
    made.resize(450, 300)
    made.show()
    qtbot.wait(1)
    assert made.isColumnHidden(2)
    assert made.horizontalHeader().length() == made.viewport().width()
    assert made.columnWidth(1) > made.columnWidth(3) > made.columnWidth(0)


@pytest.mark.parametrize("percent", [100, 200])
def test_a_column_cuts_neither_its_head_nor_its_marks_and_words_give_way(
    qtbot: QtBot, percent: int
) -> None:
    apply(Look(percent=percent))
    made, mark = ListTable("Priorities"), Mark("Looked at by everybody", Level.INFO)
    columns: list[Column[int]] = [
        Column("Title", str, 40, stretch=True),
        Column("What happens to it", str, 2),
        Column("Mark", str, 2, look=lambda _n: mark, looks=[mark]),
    ]
    records = RecordTable[int](columns, lambda _keys, _deliver: None, made)
    made.set_records(records)
    records.set_keys([1])
    qtbot.addWidget(made)
    made.resize(6 * percent, 300)
    made.show()
    qtbot.wait(1)
    heading = made.horizontalHeader()
    words = heading.fontMetrics().horizontalAdvance("What happens to it")
    assert made.columnWidth(1) >= words + 2 * space(1.5)
    assert made.columnWidth(2) >= mark_size(mark).width() + width_beside()
    assert heading.length() == made.viewport().width()  # less than the title asked for


def test_letters_are_left_to_the_screen(table: ListTable, qtbot: QtBot) -> None:
    qtbot.keyClicks(table, "row 14")
    assert table.current_key() == 11


def test_several_rows_can_be_chosen(table: ListTable, qtbot: QtBot) -> None:
    shift = Qt.KeyboardModifier.ShiftModifier
    qtbot.keyClick(table, Qt.Key.Key_Down, shift)
    qtbot.keyClick(table, Qt.Key.Key_Down, shift)
    assert table.chosen_keys() == [11, 12, 13]


def test_it_goes_to_a_key_and_steps_from_there(table: ListTable) -> None:
    table.go_to(13)
    table.step(1)
    assert table.current_key() == 14
    table.step(1)
    table.go_to(99)
    assert table.current_key() == 14


def test_a_heading_asks_for_its_order(table: ListTable, qtbot: QtBot) -> None:
    heading = table.horizontalHeader()
    with qtbot.waitSignal(table.sort_asked) as asked:
        heading.sectionClicked.emit(0)
    assert asked.args == ["title"]
    with qtbot.assertNotEmitted(table.sort_asked):
        heading.sectionClicked.emit(1)


def test_columns_fill_the_room_and_rows_grow_with_the_text(table: ListTable) -> None:
    assert table.columnWidth(0) + table.columnWidth(1) == table.viewport().width()
    before = table.rowHeight(0)
    apply(Look(percent=200))
    assert table.rowHeight(0) > before * 1.3


def test_an_empty_table_has_no_row(qtbot: QtBot) -> None:
    table = ListTable("Empty")
    qtbot.addWidget(table)
    assert (table.current_key(), table.chosen_keys()) == (None, [])


def _length(row: str) -> str:
    return str(len(row))


def _deliver(keys: Sequence[int], deliver: Callable[[Mapping[int, str]], object]) -> None:
    deliver({key: f"row {key}" for key in keys})


def test_a_row_that_is_gone_to_is_chosen_alone_while_ctrl_is_held(
    table: ListTable, qtbot: QtBot
) -> None:
    qtbot.keyPress(table, Qt.Key.Key_Control, Qt.KeyboardModifier.ControlModifier)
    table.go_to(13)
    assert table.chosen_keys() == [13]
    table.step(1)
    assert table.chosen_keys() == [14]
    qtbot.keyRelease(table, Qt.Key.Key_Control)


def test_what_is_far_from_the_rows_seen_is_let_go_when_the_table_is_hidden(
    table: ListTable,
) -> None:
    records = table._records
    assert records is not None
    records.set_keys(range(5000))
    for row in (0, 1000, 2500):
        assert records.record(row) is not None
    table.scrollTo(records.index(2500, 0), ListTable.ScrollHint.PositionAtTop)
    table.hide()
    assert 2500 in records._rows
    assert not {0, 1000} & records._rows.keys()
    table.show()
    assert records.record(0) is not None  # it comes again when it is wanted
