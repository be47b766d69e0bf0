"""Deleting asks first, says what goes, is one step, and undo brings the links back."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from sqlalchemy import func, select

from pcf_desktop.records import Feedback, Link
from pcf_desktop.services.priorities import changes, priorities
from pcf_desktop.ui.components.text import Text
from pcf_desktop.ui.priorities.delete_question import DeleteQuestion
from pcf_desktop.ui.priorities.priorities import Priorities
from tests.ui.desk import LoneDesk
from tests.ui.priorities.conftest import Show

TITLE = "Waits for autism and ADHD assessment"


@pytest.fixture
def asked(priorities_screen: Priorities, qtbot: QtBot) -> DeleteQuestion:
    """The question on the page of one priority, asked by the keyboard."""
    screen = priorities_screen
    screen.show_subject(3)
    qtbot.waitUntil(lambda: screen.page.records.rowCount() > 0)
    screen.page.delete.setFocus()
    qtbot.keyClick(screen.page.delete, Qt.Key.Key_Return)
    qtbot.waitUntil(screen.page.question.isVisible)
    return screen.page.question


def said(question: DeleteQuestion) -> str:
    return " ".join(each.text() for each in question.findChildren(Text) if each.isVisible())


def counts(desk: LoneDesk) -> tuple[int, int, int]:
    """Return how many priorities, links and comments there are."""
    with desk.worker.workspace.read() as session:
        links = session.scalar(select(func.count(Link.id))) or 0
        comments = session.scalar(select(func.count(Feedback.id))) or 0
        return len(priorities.choices(session)), links, comments


def test_it_says_what_goes_and_the_focus_is_on_the_way_back(
    asked: DeleteQuestion, desk: LoneDesk
) -> None:
    assert asked.title.text() == f"Delete “{TITLE}”?"
    assert asked.accessibleName() == asked.title.text()
    assert "4 comments stay where they are, but lose their link to this priority." in said(asked)
    assert "Nothing that families said is deleted." in said(asked)
    assert "You can undo it." in said(asked)
    assert asked.no.hasFocus()
    assert desk.worker.workspace.undo_label is None


@pytest.mark.parametrize("key", [Qt.Key.Key_Escape, Qt.Key.Key_Return])
def test_escape_and_the_way_back_keep_it(
    key: Qt.Key,
    asked: DeleteQuestion,
    priorities_screen: Priorities,
    desk: LoneDesk,
    qtbot: QtBot,
) -> None:
    before = counts(desk)
    qtbot.keyClick(asked.no, key)
    assert not asked.isVisible()
    assert priorities_screen.page.isVisible()
    assert priorities_screen.page.delete.hasFocus()
    assert counts(desk) == before
    assert desk.said == []


def test_it_is_deleted_as_one_step_and_undo_brings_its_links_back(
    asked: DeleteQuestion, priorities_screen: Priorities, desk: LoneDesk, qtbot: QtBot
) -> None:
    screen, before = priorities_screen, counts(desk)
    with desk.worker.workspace.read() as session:
        linked = session.execute(select(Link).where(Link.priority_id == 3)).all()
        kept = [link.Link.uid for link in linked]
    asked.yes.setFocus()
    qtbot.keyClick(asked.yes, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: screen.records.rowCount() == 9)
    assert desk.said == [f"Deleted: {TITLE}. [Undo]"]
    assert counts(desk) == (before[0] - 1, before[1] - len(kept), before[2])
    assert desk.worker.workspace.undo_label == "delete a priority"
    with qtbot.waitSignal(desk.worker.changed):
        desk.worker.undo()
    qtbot.waitUntil(lambda: screen.records.rowCount() == 10)
    assert counts(desk) == before
    with desk.worker.workspace.read() as session:
        assert [*session.scalars(select(Link.uid).where(Link.priority_id == 3))] == kept
    assert desk.worker.workspace.undo_label is None


def test_the_focus_goes_to_the_row_that_has_come_in_its_place(
    asked: DeleteQuestion, priorities_screen: Priorities, qtbot: QtBot
) -> None:
    screen = priorities_screen
    following = screen.records.key_at(3)
    asked.yes.click()
    qtbot.waitUntil(lambda: screen.records.rowCount() == 9 and screen.list.isVisible())
    qtbot.waitUntil(screen.list.table.hasFocus)
    assert screen.list.table.current_key() == following
    assert screen.list.table.currentIndex().row() == 2


def test_after_the_last_row_it_goes_to_the_one_before(
    priorities_screen: Priorities, qtbot: QtBot
) -> None:
    screen = priorities_screen
    last, before = screen.records.key_at(9), screen.records.key_at(8)
    screen.show_subject(last)
    screen.page.delete.click()
    qtbot.waitUntil(screen.page.question.isVisible)
    screen.page.question.yes.click()
    qtbot.waitUntil(lambda: screen.records.rowCount() == 9 and screen.list.table.hasFocus())
    assert screen.list.table.current_key() == before


def test_after_the_only_one_it_goes_to_the_button_that_begins(
    show: Show[Priorities], desk: LoneDesk, qtbot: QtBot
) -> None:
    with desk.worker.workspace.change("Leave one") as session:
        for each in priorities.every(session)[1:]:
            changes.delete(session, each.id)
    screen = show(Priorities(desk))
    qtbot.waitUntil(lambda: screen.records.rowCount() == 1)
    screen.show_subject(screen.records.key_at(0))
    screen.page.delete.click()
    qtbot.waitUntil(screen.page.question.isVisible)
    screen.page.question.yes.click()
    qtbot.waitUntil(screen.list.empty.isVisible)
    qtbot.waitUntil(screen.list.empty.button.hasFocus)
    assert QApplication.focusWidget() is screen.list.empty.button


def test_what_changes_while_it_asks_is_counted_again(
    asked: DeleteQuestion, desk: LoneDesk, qtbot: QtBot
) -> None:
    with desk.worker.workspace.change("Say") as session:
        comment = Feedback(words="Two years.")
        session.add(comment)
        session.flush()
        session.add(Link(feedback_id=comment.id, priority_id=3, stance="worse"))
    qtbot.waitUntil(lambda: "5 comments stay where they are" in said(asked))


def test_pressed_twice_it_is_deleted_once(
    asked: DeleteQuestion, priorities_screen: Priorities, desk: LoneDesk, qtbot: QtBot
) -> None:
    refused: list[object] = []
    desk.worker.refused.connect(refused.append)
    asked.yes.click()
    asked.yes.click()
    qtbot.waitUntil(lambda: bool(desk.said) and not desk.worker.busy)
    assert refused == []
    assert counts(desk)[0] == 9


def test_another_priority_is_opened_without_the_question(
    asked: DeleteQuestion, priorities_screen: Priorities
) -> None:
    priorities_screen.open(4)
    assert not asked.isVisible()
