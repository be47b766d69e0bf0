"""The first evening by keyboard alone: make a forum, lock it, unlock it, log ten forms."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from pcf_desktop import app
from pcf_desktop.services.feedback import feedback
from pcf_desktop.ui.help import HelpDialog
from pcf_desktop.ui.home.home import Home
from pcf_desktop.ui.start.recovery import Recovery
from tests.journeys.keyboard import Keyboard

WORDS = "four words of help"
FORMS = 10


def is_open(program: app.Program) -> bool:
    page = program.window.page
    return page is not None and isinstance(page.screen_shown, Home)


def make_forum(program: app.Program, keyboard: Keyboard, qtbot: QtBot) -> None:
    keyboard.push("Make a forum")
    assert keyboard.name == "Name of the forum"
    for field in ("Our forum", "Somerset", WORDS, WORDS):
        keyboard.type(field)
        keyboard.press(Qt.Key.Key_Tab)
    keyboard.push("Make the forum")
    pages = program.pages
    assert pages is not None
    qtbot.waitUntil(lambda: isinstance(pages.currentWidget(), Recovery))
    recovery = pages.currentWidget()
    assert isinstance(recovery, Recovery)
    for place in (3, 6):
        keyboard.go_to(f"Group {place}")
        keyboard.type(recovery.groups[place - 1])
    keyboard.push("Open the forum")
    qtbot.waitUntil(lambda: is_open(program))


def unlock(program: app.Program, keyboard: Keyboard, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: program.window.page is None)
    assert keyboard.name == "Passphrase"
    keyboard.type(WORDS)
    keyboard.press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: is_open(program))


def log_forms(program: app.Program, keyboard: Keyboard, qtbot: QtBot) -> None:
    page = program.window.page
    assert page is not None
    keyboard.command(Qt.Key.Key_N)
    for n in range(FORMS):
        qtbot.waitUntil(lambda: keyboard.name == "What was said, in their words?")
        qtbot.waitUntil(lambda: not page.worker.busy)
        keyboard.type(f"We have waited {n} months.")
        keyboard.press(Qt.Key.Key_Tab)
        assert keyboard.name == "Yes, without names"
        keyboard.press(Qt.Key.Key_Space)
        keyboard.command(Qt.Key.Key_Return)
        qtbot.waitUntil(lambda: not page.worker.busy)


@pytest.mark.slow
@pytest.mark.qt_log_ignore("This plugin does not support (raise|grabbing)", extend=True)
def test_from_an_empty_computer_to_ten_forms(
    program: app.Program, keyboard: Keyboard, qtbot: QtBot
) -> None:
    make_forum(program, keyboard, qtbot)
    keyboard.command(Qt.Key.Key_L)
    unlock(program, keyboard, qtbot)
    log_forms(program, keyboard, qtbot)
    page = program.window.page
    assert page is not None
    with page.worker.workspace.read() as session:
        assert feedback.count(session) == FORMS
    keyboard.press(Qt.Key.Key_F1)
    qtbot.waitUntil(lambda: keyboard.name == "Help: Log feedback")
    (help_dialog,) = program.window.findChildren(HelpDialog)
    with qtbot.waitSignal(help_dialog.finished):
        keyboard.press(Qt.Key.Key_Escape)
