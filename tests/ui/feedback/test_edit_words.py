"""Mending the words: saved by a key, left by another, never emptied."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from pcf_desktop.records import Feedback
from pcf_desktop.services.feedback import feedback
from pcf_desktop.services.feedback.feedback import NewFeedback
from pcf_desktop.ui.feedback.edit_words import EditWords
from pcf_desktop.ui.form import Opened
from pcf_desktop.ui.screen import Screen
from tests.ui.desk import LoneDesk


@pytest.fixture
def comment(desk: LoneDesk) -> int:
    with desk.worker.workspace.change("log feedback") as session:
        return feedback.log(session, NewFeedback("the buss", "quote"))


@pytest.fixture
def editor(desk: LoneDesk, comment: int, qtbot: QtBot) -> EditWords:
    screen = Screen(desk, "A page")
    made = EditWords(screen)
    screen.add(made)
    qtbot.addWidget(screen)
    with qtbot.waitExposed(screen):
        screen.show()
    screen.activateWindow()
    made.open(Opened(comment, "the buss", "draft", {}))
    made.come()
    return made


def words(desk: LoneDesk, comment: int) -> str:
    with desk.worker.workspace.read() as session:
        return session.get_one(Feedback, comment).words


def test_control_and_enter_saves(
    editor: EditWords, comment: int, desk: LoneDesk, qtbot: QtBot
) -> None:
    editor.words.set_value("the bus")
    with qtbot.waitSignal(editor.closed):
        qtbot.keyClick(editor.words.page, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert words(desk, comment) == "the bus"


def test_escape_leaves_the_words_as_they_were(
    editor: EditWords, comment: int, desk: LoneDesk, qtbot: QtBot
) -> None:
    editor.words.set_value("the bus")
    with qtbot.waitSignal(editor.closed):
        qtbot.keyClick(editor.words.page, Qt.Key.Key_Escape)
    assert editor.words.value() == words(desk, comment) == "the buss"


def test_nothing_is_not_saved(editor: EditWords, qtbot: QtBot) -> None:
    editor.words.set_value("  ")
    with qtbot.assertNotEmitted(editor.closed):
        editor.save()
    assert editor.words.problem
    assert editor.words.page.hasFocus()
