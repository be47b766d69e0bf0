"""The place of meetings: its list, one opened, one added, one deleted and brought back."""

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from pcf_desktop.services.meetings import meetings
from pcf_desktop.ui.meetings.meetings import Meetings
from pcf_desktop.workspace import Workspace
from tests.ui.desk import LoneDesk
from tests.ui.meetings.conftest import BOARD


def test_without_a_meeting_it_says_what_it_is_for_and_a_meeting_is_added(
    screen: Meetings, desk: LoneDesk, sample: Workspace, qtbot: QtBot
) -> None:
    assert screen.first_focus() is screen.list.empty.button
    qtbot.keyClick(screen.list.empty.button, Qt.Key.Key_Space)
    assert screen.header.title.text() == "Add a meeting"
    assert screen.form.title.line.hasFocus()
    qtbot.waitUntil(lambda: bool(screen.form.name))
    qtbot.keyClicks(screen.form.title.line, "With inspectors")
    qtbot.keyClick(screen.form.title.line, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: desk.said == ["Saved: With inspectors. [Undo]"])
    qtbot.waitUntil(screen.list.table.hasFocus)
    with sample.read() as session:
        assert [screen.list.table.current_key()] == meetings.ids(session)
    assert screen.header.subtitle.text() == "1 meeting"


def test_a_row_tells_whom_when_and_where(
    two: tuple[int, int], screen: Meetings, qtbot: QtBot
) -> None:
    records = screen.list.records
    qtbot.waitUntil(lambda: records.record(0) is not None)
    first = records.record(0)
    assert first is not None
    assert [column.text(first) for column in records.columns] == [
        "With inspectors",
        "8 Dec 2021",
        "Shirehall",
    ]
    assert records.key_at(1) == two[0]


def test_enter_opens_a_meeting_and_escape_goes_back_to_its_row(
    two: tuple[int, int], screen: Meetings, qtbot: QtBot
) -> None:
    table = screen.list.table
    table.go_to(two[0])
    table.setFocus()
    qtbot.keyClick(table, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: screen.form.title.value() == BOARD.title)
    assert screen.header.title.text() == "Edit the meeting"
    qtbot.keyClick(screen.form.title.line, Qt.Key.Key_Escape)
    assert table.hasFocus()
    assert table.current_key() == two[0]


def test_a_meeting_is_deleted_and_undo_brings_it_back(
    two: tuple[int, int], screen: Meetings, desk: LoneDesk, qtbot: QtBot
) -> None:
    screen.list.table.go_to(two[1])
    screen.edit(two[1])
    qtbot.waitUntil(lambda: bool(screen.form.name))
    screen.form.delete.click()
    qtbot.waitUntil(lambda: desk.said == ["Deleted: With inspectors. [Undo]"])
    qtbot.waitUntil(screen.list.table.hasFocus)
    qtbot.waitUntil(lambda: screen.list.records.total == 1)
    assert screen.list.table.current_key() == two[0]
    desk.worker.undo()
    qtbot.waitUntil(lambda: screen.list.records.total == 2)
