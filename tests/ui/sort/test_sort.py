"""Sorting by keyboard alone: move, take a suggestion, say what it says, done, skip, undo."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QShortcut, QTextCursor
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from pcf_desktop.services.feedback import feedback, links
from pcf_desktop.ui.components.button import Button
from pcf_desktop.ui.priorities.stances import letters
from pcf_desktop.ui.record_table import above_of
from pcf_desktop.ui.said import short
from pcf_desktop.ui.sort.sort import Sort
from tests.ui.desk import LoneDesk
from tests.ui.priorities.conftest import Show

Links = Callable[[int], list[tuple[str, str | None]]]


def left(desk: LoneDesk) -> int:
    with desk.worker.workspace.read() as session:
        return feedback.count_to_sort(session)


def test_a_comment_is_linked_and_sorted_by_keys_alone(
    sort_screen: Sort, desk: LoneDesk, comments: list[int], qtbot: QtBot, links_of: Links
) -> None:
    screen, before = sort_screen, left(desk)
    qtbot.keyClick(screen.list.table, Qt.Key.Key_1)
    focus = QApplication.focusWidget()
    assert focus is not None
    assert screen.panel.isAncestorOf(focus)
    assert links_of(comments[0]) == []
    with qtbot.waitSignal(screen.panel.linked):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_W)
    assert links_of(comments[0]) == [("worse", None)]
    qtbot.waitUntil(screen.list.table.hasFocus)
    with qtbot.waitSignal(desk.worker.changed):
        qtbot.keyClick(screen.list.table, Qt.Key.Key_D)
    assert left(desk) == before - 1
    qtbot.waitUntil(lambda: screen.list.table.current_key() != comments[0])
    with qtbot.waitSignal(desk.worker.changed):
        desk.worker.undo()
    assert left(desk) == before


def test_marked_words_become_the_passage_and_are_marked(
    sort_screen: Sort, comments: list[int], qtbot: QtBot, links_of: Links
) -> None:
    pane = sort_screen.pane
    cursor = QTextCursor(pane.document())
    cursor.setPosition(4)
    cursor.setPosition(23, QTextCursor.MoveMode.KeepAnchor)
    pane.setTextCursor(cursor)
    pane.setFocus()
    qtbot.keyClick(pane, Qt.Key.Key_1)
    with qtbot.waitSignal(sort_screen.panel.linked):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_W)
    assert links_of(comments[0]) == [("worse", "autism waiting list")]
    qtbot.waitUntil(lambda: len(pane.extraSelections()) == 1)


def test_skip_leaves_a_comment_for_later(
    sort_screen: Sort, desk: LoneDesk, comments: list[int], qtbot: QtBot
) -> None:
    before = left(desk)
    first = sort_screen.list.table.current_key()
    with qtbot.waitSignal(sort_screen.list.table.picked):
        qtbot.keyClick(sort_screen.list.table, Qt.Key.Key_J)
    assert sort_screen.list.table.current_key() != first
    assert left(desk) == before
    qtbot.keyClick(sort_screen.list.table, Qt.Key.Key_K)
    assert sort_screen.list.table.current_key() == first


def test_l_leads_to_the_field_that_finds_a_priority(sort_screen: Sort, qtbot: QtBot) -> None:
    qtbot.keyClick(sort_screen.list.table, Qt.Key.Key_L)
    assert sort_screen.panel.finder.field.hasFocus()


def test_a_comment_that_is_sorted_can_be_opened_again(
    desk: LoneDesk, comments: list[int], qtbot: QtBot, show: Show[Sort]
) -> None:
    with desk.worker.workspace.change("Sort") as session:
        links.mark_sorted(session, comments)
    screen = show(Sort(desk))
    screen.show_subject(comments[1])
    qtbot.waitUntil(lambda: screen.pane.toPlainText() == "Nothing to do with anything.")


def test_when_all_is_sorted_it_says_so_and_leads_on(
    desk: LoneDesk, comments: list[int], qtbot: QtBot, show: Show[Sort]
) -> None:
    with desk.worker.workspace.change("Sort") as session:
        links.mark_sorted(session, range(1000))
    screen = show(Sort(desk))
    qtbot.waitUntil(screen._sorted.isVisible)
    screen._sorted.button.click()
    assert desk.went == [("priorities", None)]


def test_when_all_is_sorted_the_focus_is_on_what_comes_next(
    sort_screen: Sort, desk: LoneDesk, qtbot: QtBot
) -> None:
    while left(desk):
        with qtbot.waitSignal(desk.worker.changed):
            sort_screen.done()
        qtbot.waitUntil(lambda: not desk.worker.busy)
    qtbot.waitUntil(sort_screen._sorted.isVisible)
    assert sort_screen.first_focus() is sort_screen._sorted.button
    qtbot.waitUntil(sort_screen._sorted.button.hasFocus)


def test_no_word_of_the_list_is_cut_in_a_narrow_window(sort_screen: Sort) -> None:
    sort_screen.resize(814, 640)
    table = sort_screen.list.table
    assert table.columnWidth(0) <= table.viewport().width()


def test_skip_stands_beside_done_with_its_key(sort_screen: Sort, qtbot: QtBot) -> None:
    (skip,) = [b for b in sort_screen.header.findChildren(Button) if b.text() == "Skip for now"]
    first = sort_screen.list.table.current_key()
    qtbot.mouseClick(skip, Qt.MouseButton.LeftButton)
    assert sort_screen.list.table.current_key() != first


def test_each_key_means_one_thing(sort_screen: Sort) -> None:
    own = {
        short.key().toString()
        for place in (sort_screen.list.table, sort_screen.pane)
        for short in place.findChildren(QShortcut)
    }
    assert {"D", "J", "K", "L", "1", "2"} <= own
    assert not own & set(letters().values())
    shown = {button._key for button in sort_screen.header.findChildren(Button) if button._key}
    assert shown <= own


def test_the_list_says_when_and_how_each_came(sort_screen: Sort, desk: LoneDesk) -> None:
    records = sort_screen.records
    for row in range(records.rowCount()):
        line = records.record(row)
        above = above_of(records.index(row, 0))
        assert line is not None
        assert short(line.said) in above
        assert (line.survey or line.channel or "") in above
