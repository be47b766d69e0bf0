"""Ctrl+Z in a field takes back its typing and nothing else; outside one, what was saved last."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot
from sqlalchemy import func, select

from pcf_desktop import app
from pcf_desktop.records import Feedback
from pcf_desktop.services.priorities import priorities
from pcf_desktop.ui.components.button import Button
from pcf_desktop.ui.feedback.log import Log
from pcf_desktop.ui.forum_page import ForumPage
from pcf_desktop.ui.main_window import MainWindow
from pcf_desktop.ui.priorities.priorities import Priorities
from pcf_desktop.workspace import Session, Workspace
from tests.ui.rooms import SIGN

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def page(sample: Workspace, qtbot: QtBot) -> Iterator[ForumPage]:
    window = MainWindow()
    qtbot.addWidget(window)
    page = window.open_forum(sample, SIGN, app.places(), lambda: None)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    yield page
    window.close()


def focus() -> QWidget:
    found = QApplication.focusWidget()
    assert found is not None
    return found


def counted(page: ForumPage, count: Callable[[Session], int]) -> int:
    with page.worker.workspace.read() as session:
        return count(session)


def comments(session: Session) -> int:
    """Count what is listed: what undo takes out of Log is in the bin."""
    listed = select(func.count(Feedback.id)).where(Feedback.binned_at.is_(None))
    return session.scalars(listed).one()


def press(qtbot: QtBot, key: Qt.Key, *held: Qt.KeyboardModifier) -> None:
    modifiers = CONTROL
    for each in held:
        modifiers |= each
    qtbot.keyClick(focus(), key, modifiers)


@pytest.fixture
def log(page: ForumPage, qtbot: QtBot) -> Log:
    """The log form, with one comment saved and the caret in the next one's words."""
    page.go("log")
    screen = page.screen_shown
    assert isinstance(screen, Log)
    qtbot.waitUntil(lambda: bool(screen.form.name) and bool(screen.today.text()))
    before = counted(page, comments)
    qtbot.keyClicks(focus(), "The bus is late again.")
    qtbot.keyClick(focus(), Qt.Key.Key_Tab)
    qtbot.keyClick(focus(), Qt.Key.Key_Space)
    press(qtbot, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: counted(page, comments) == before + 1)
    qtbot.waitUntil(lambda: focus() is screen.form.words.page and screen.form.is_untouched())
    return screen


def out(form: QWidget) -> None:
    """Go out of the fields, to where Undo and Redo are the window's."""
    next(each for each in form.findChildren(Button) if each.isVisible()).setFocus()


def test_a_field_with_nothing_to_undo_takes_back_no_saved_comment(
    log: Log, page: ForumPage, qtbot: QtBot
) -> None:
    saved = counted(page, comments)
    texts = log.form.findChildren(QLineEdit) + log.form.findChildren(QPlainTextEdit)
    for text in (each for each in texts if each.isVisible()):
        text.setFocus()
        press(qtbot, Qt.Key.Key_Z)
        press(qtbot, Qt.Key.Key_Y)
    qtbot.wait(50)
    qtbot.waitUntil(lambda: not page.worker.busy)
    assert counted(page, comments) == saved


def test_outside_the_fields_each_press_takes_back_one_step_and_redo_brings_it_home(
    log: Log, page: ForumPage, qtbot: QtBot
) -> None:
    saved = counted(page, comments)
    out(log.form)
    press(qtbot, Qt.Key.Key_Z)
    qtbot.waitUntil(lambda: counted(page, comments) == saved - 1)
    for redo in ((Qt.Key.Key_Y,), (Qt.Key.Key_Z, Qt.KeyboardModifier.ShiftModifier)):
        qtbot.waitUntil(lambda: not page.worker.busy)
        out(log.form)
        press(qtbot, *redo)
        qtbot.waitUntil(lambda: counted(page, comments) == saved)
        qtbot.waitUntil(lambda: not page.worker.busy)
        out(log.form)
        press(qtbot, Qt.Key.Key_Z)
        qtbot.waitUntil(lambda: counted(page, comments) == saved - 1)


def test_a_key_that_is_held_takes_back_one_step_alone(
    log: Log, page: ForumPage, qtbot: QtBot
) -> None:
    saved = counted(page, comments)
    for words in ("One more.", "And another."):
        with page.worker.workspace.change("Log feedback") as session:
            session.add(Feedback(words=words))
    out(log.form)
    held = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Z, CONTROL, "", autorep=True, count=1)
    press(qtbot, Qt.Key.Key_Z)
    qtbot.waitUntil(lambda: counted(page, comments) == saved + 1)
    for _ in range(3):
        qtbot.waitUntil(lambda: not page.worker.busy)
        QApplication.sendEvent(page.window().windowHandle(), held)
    qtbot.wait(50)
    qtbot.waitUntil(lambda: not page.worker.busy)
    assert counted(page, comments) == saved + 1


@pytest.mark.qt_log_ignore("This plugin does not support")  # popups, on no screen
@pytest.mark.parametrize("name", ["words", "when", "district"])
def test_what_was_typed_is_taken_back_and_never_what_was_saved(
    name: str, log: Log, page: ForumPage, qtbot: QtBot
) -> None:
    saved = counted(page, comments)
    log.form.fields[name].focus()
    before = log.form.texts()[name]
    qtbot.keyClicks(focus(), "x")
    typed = log.form.texts()[name]
    press(qtbot, Qt.Key.Key_Z)
    assert log.form.texts()[name] == before != typed
    press(qtbot, Qt.Key.Key_Y)
    assert log.form.texts()[name] == typed
    press(qtbot, Qt.Key.Key_Z)
    press(qtbot, Qt.Key.Key_Z)
    qtbot.wait(50)
    assert counted(page, comments) == saved


def test_what_can_only_be_read_has_nothing_to_undo(log: Log, page: ForumPage, qtbot: QtBot) -> None:
    saved = counted(page, comments)
    qtbot.keyClicks(focus(), "x")
    log.form.words.hold("Nothing can be saved here")
    press(qtbot, Qt.Key.Key_Z)
    qtbot.waitUntil(lambda: counted(page, comments) == saved - 1)
    assert log.form.words.value() == "x"


def test_the_search_keeps_undo_also_while_it_is_empty(
    log: Log, page: ForumPage, qtbot: QtBot
) -> None:
    saved = counted(page, comments)
    page.go("feedback")
    search = page.screen_shown.header.search if page.screen_shown else None
    assert search is not None
    search.come()
    qtbot.keyClicks(search, "bus")
    press(qtbot, Qt.Key.Key_Z)
    assert search.text() == ""
    press(qtbot, Qt.Key.Key_Z)
    qtbot.wait(50)
    assert counted(page, comments) == saved


def test_after_adding_a_priority_undo_takes_it_back(page: ForumPage, qtbot: QtBot) -> None:
    def listed() -> int:
        return counted(page, lambda session: len(priorities.choices(session)))

    page.go("priorities")
    screen = page.screen_shown
    assert isinstance(screen, Priorities)
    qtbot.waitUntil(lambda: screen._new.isVisible() and not page.worker.busy)
    before = listed()
    screen._new.click()
    form = screen.adding
    qtbot.waitUntil(lambda: form.kind.combo.count() > 0 and not page.worker.busy)
    form.kind.set_value("improvement")
    form.words.focus()
    qtbot.keyClicks(focus(), "Long waits for an autism assessment.")
    form.title.focus()
    qtbot.keyClicks(focus(), "Waits for autism")
    press(qtbot, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: listed() == before + 1)
    qtbot.waitUntil(lambda: focus() is form.words.page and form.words.value() == "")
    qtbot.waitUntil(lambda: not page.worker.busy)
    out(form)
    press(qtbot, Qt.Key.Key_Z)
    qtbot.waitUntil(lambda: listed() == before)
