"""Mending the words: saved by a key, left by another, never emptied."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from pcf_desktop.ui.feedback.edit_words import EditWords


@pytest.fixture
def editor(qtbot: QtBot) -> EditWords:
    made = EditWords()
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    made.edit("the buss")
    return made


def test_control_and_enter_saves(editor: EditWords, qtbot: QtBot) -> None:
    editor.words.set_value("the bus")
    with qtbot.waitSignal(editor.saved) as told:
        qtbot.keyClick(editor.words.page, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert told.args == ["the bus"]


def test_escape_leaves(editor: EditWords, qtbot: QtBot) -> None:
    with qtbot.waitSignal(editor.left):
        qtbot.keyClick(editor.words.page, Qt.Key.Key_Escape)


def test_nothing_is_not_saved(editor: EditWords, qtbot: QtBot) -> None:
    editor.words.set_value("  ")
    with qtbot.assertNotEmitted(editor.saved):
        editor.save()
    assert editor.words.problem
