"""The window: opens, shows, undoes, grows, locks, and keeps nothing of a forum that is locked."""

from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from pcf_desktop.errors import UserError
from pcf_desktop.progress import Progress
from pcf_desktop.ui import appearance, main_window
from pcf_desktop.ui.appearance import Look
from pcf_desktop.ui.components.button import Button
from pcf_desktop.ui.components.question import QuestionDialog
from pcf_desktop.ui.components.text import Text
from pcf_desktop.ui.foot import Foot
from pcf_desktop.ui.help import HelpDialog
from pcf_desktop.ui.idle import Idle
from pcf_desktop.ui.main_window import MainWindow
from pcf_desktop.ui.worker import Job
from pcf_desktop.workspace import Session, Workspace
from tests.ui.audit import audit_at_rest
from tests.ui.rooms import SIGN, Families, places


class Opened:
    """A window with an open forum, and how often it was closed."""

    def __init__(self, workspace: Workspace, idle: Idle | None = None) -> None:
        self.closed = 0
        self.window = MainWindow(idle=idle)
        self.page = self.window.open_forum(workspace, SIGN, places(), self._close)

    @property
    def screen(self) -> Families:
        screen = self.page.screen_shown
        assert isinstance(screen, Families)
        return screen

    def _close(self) -> None:
        self.closed += 1


@pytest.fixture
def kept(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    monkeypatch.setattr(appearance, "_file", lambda: tmp_path / "appearance.json")
    return tmp_path / "appearance.json"


@pytest.fixture
def opened(sample: Workspace, qtbot: QtBot, kept: Path) -> Iterator[Opened]:
    made = Opened(sample)
    qtbot.addWidget(made.window)
    with qtbot.waitActive(made.window):
        made.window.show()
        made.window.activateWindow()
    qtbot.waitUntil(lambda: made.screen.list.text() != "")
    yield made
    made.window.close()


def words_in(widget: QWidget) -> str:
    labels = [label.text() for label in widget.findChildren(QLabel)]
    return "\n".join(labels + [button.text() for button in widget.findChildren(Button)])


def settle() -> None:
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def test_it_opens_at_the_first_place_on_its_first_field(opened: Opened) -> None:
    assert opened.window.windowTitle() == "Made-up forum – PCF Desktop"
    assert QApplication.focusWidget() is opened.screen.button


def test_the_whole_window_passes_the_audit(opened: Opened, qtbot: QtBot) -> None:
    faults = []
    for choice in (Look(), Look("dark", 150), Look("contrast", 200)):
        opened.window.looks.set_choice(choice)
        found = audit_at_rest(opened.window, lambda: qtbot.wait(20))
        faults += [f"{choice}: {fault}" for fault in found]
    assert faults == []


def test_a_change_is_saved_said_and_undone(opened: Opened, qtbot: QtBot) -> None:
    before = opened.screen.list.text()
    opened.screen.button.click()
    qtbot.waitUntil(lambda: opened.screen.list.text() != before)
    assert "Saved" in words_in(opened.window)
    assert "Undo: add a family" in words_in(opened.window)
    opened.window.run("undo")
    qtbot.waitUntil(lambda: opened.screen.list.text() == before)
    opened.window.run("redo")
    qtbot.waitUntil(lambda: opened.screen.list.text() != before)


def test_it_says_what_was_undone_and_done_again(opened: Opened, qtbot: QtBot) -> None:
    opened.screen.button.click()
    qtbot.waitUntil(lambda: opened.window.can("undo"))
    opened.window.run("undo")
    qtbot.waitUntil(lambda: "Undone: add a family" in words_in(opened.window))
    opened.window.run("redo")
    qtbot.waitUntil(lambda: "Done again: add a family" in words_in(opened.window))


def test_an_undo_that_lasts_is_shown_and_not_begun_twice(opened: Opened, qtbot: QtBot) -> None:
    for _ in range(2):
        opened.screen.button.click()
    qtbot.waitUntil(lambda: not opened.page.worker.busy)
    panel, held = opened.window._undoing, Event()
    panel._appear.setInterval(0)
    opened.page.worker.change("hold", lambda _session, _progress: held.wait(10))
    opened.page.tell("Family added", undo=True)
    opened.window.run("undo")
    assert "Family added" not in words_in(opened.window)
    qtbot.waitUntil(panel.isVisible)
    assert "Taking back: add a family…" in words_in(panel)
    assert opened.screen.isEnabled()
    opened.window.run("undo")
    opened.window.run("redo")
    held.set()
    qtbot.waitUntil(lambda: not panel.isVisible())
    qtbot.waitUntil(lambda: not opened.page.worker.busy)
    workspace = opened.page.worker.workspace
    assert (workspace.undo_label, workspace.redo_label) == ("add a family", "add a family")
    opened.window.lock()
    assert "add a family" not in words_in(opened.window)


def begin_import(opened: Opened, qtbot: QtBot) -> Job:
    """Begin long work that writes and goes on until it is stopped."""

    def write(_session: Session, progress: Progress) -> None:
        while True:
            progress(1, 2)

    job = opened.page.worker.change("Import a survey", write, stops=True)
    with qtbot.waitSignal(job.progressed):
        pass
    return job


def question_in(window: MainWindow) -> QuestionDialog:
    (asked,) = [each for each in window.findChildren(QuestionDialog) if each.isVisible()]
    return asked


@pytest.mark.parametrize("leave", [MainWindow.close, lambda window: window.run("lock")])
def test_nobody_leaves_an_import_without_being_asked(
    opened: Opened, leave: Callable[[MainWindow], object], qtbot: QtBot
) -> None:
    job = begin_import(opened, qtbot)
    leave(opened.window)
    question_in(opened.window).stay.click()
    assert opened.window.isVisible()
    assert opened.page.worker.importing
    leave(opened.window)
    question_in(opened.window).go.click()
    assert opened.window.page is None
    assert job.unwanted


def test_an_idle_computer_locks_without_a_question(opened: Opened, qtbot: QtBot) -> None:
    begin_import(opened, qtbot)
    opened.window._idle.expired.emit()
    assert opened.window.page is None


def test_locking_closes_the_forum_and_leaves_no_words_of_it(opened: Opened, qtbot: QtBot) -> None:
    window, screen, code = opened.window, opened.screen, opened.screen.list.text().split("\n")[0]
    dialog = QDialog(window)
    dialog.open()
    kept_drafts: list[bool] = []
    screen.destroyed.connect(lambda: kept_drafts.append(True))
    with qtbot.waitSignal(window.locked):
        window.run("lock")
    assert screen.drafts_kept
    settle()
    assert (opened.closed, window.page, kept_drafts) == (1, None, [True])
    assert window.windowTitle() == "PCF Desktop"
    for word in (code, "Made-up forum", "Families"):
        assert word not in words_in(window)
    assert not dialog.isVisible()


def test_being_idle_locks(sample: Workspace, qtbot: QtBot) -> None:
    now = [0.0]
    idle = Idle(limit=600, wall=lambda: now[0], steady=lambda: 0.0)
    opened = Opened(sample, idle)
    qtbot.addWidget(opened.window)
    now[0] = 601.0
    with qtbot.waitSignal(opened.window.locked):
        idle.check()
    assert opened.closed == 1


def test_closing_the_window_closes_the_forum_once(opened: Opened) -> None:
    opened.window.close()
    opened.window.close()
    assert opened.closed == 1


def test_the_text_size_and_colours_are_remembered(opened: Opened, kept: Path) -> None:
    opened.window.run("larger")
    dark = next(
        a
        for a in opened.window.findChildren(type(opened.window.menuBar().actions()[0]))
        if a.data() == "dark"
    )
    dark.trigger()
    assert appearance.remembered(kept) == Look("dark", 110)
    opened.window.run("smaller")
    opened.window.run("smaller")
    opened.window.run("usual")
    assert appearance.remembered(kept) == Look("dark", 100)
    assert opened.window.menuBar().font().pixelSize() == 16


def test_f6_goes_round_the_parts_of_the_window(opened: Opened) -> None:
    foot = opened.window.findChild(Foot)
    assert foot is not None
    panes: list[QWidget] = [foot, opened.page.navigation, opened.page.stack]
    seen = []
    for _ in panes:
        opened.window.run("pane")
        focus = QApplication.focusWidget()
        assert focus is not None
        seen += [number for number, pane in enumerate(panes) if pane.isAncestorOf(focus)]
    assert seen == [0, 1, 2]


def test_the_shortcuts_reach_the_screen(opened: Opened, qtbot: QtBot) -> None:
    qtbot.keyClick(opened.window, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert QApplication.focusWidget() is opened.screen.search
    qtbot.keyClick(opened.window, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    assert opened.page.screen_shown is not None
    assert opened.page.screen_shown.header.title.text() == "Quiet"


def test_help_is_asked_for_the_place_that_is_shown(opened: Opened, qtbot: QtBot) -> None:
    qtbot.keyClick(opened.window, Qt.Key.Key_F1)
    (dialog,) = opened.window.findChildren(HelpDialog)
    qtbot.waitUntil(dialog.isVisible)
    dialog.reject()
    opened.window.lock()
    assert opened.window.help().windowTitle() == "Help: Open or make a forum"


def test_what_would_do_nothing_now_is_known(opened: Opened) -> None:
    assert opened.window.can("find")
    assert opened.window.can("larger")
    assert not opened.window.can("print")
    assert not opened.window.can("undo")


def test_a_refusal_is_told_and_a_fault_opens_its_dialog(
    opened: Opened, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    faults: list[Exception] = []
    monkeypatch.setattr(main_window, "show_fault", lambda error, _over: faults.append(error))
    opened.page.worker.refused.emit(UserError("That name is taken."))
    assert "That name is taken." in words_in(opened.window)
    error = RuntimeError()
    opened.page.worker.failed.emit(error)
    assert faults == [error]


def test_without_a_forum_the_start_page_is_shown_and_little_can_be_done(qtbot: QtBot) -> None:
    window = MainWindow()
    qtbot.addWidget(window)
    window.show_start(Text("Welcome"))
    window.show()
    for command in ("undo", "redo", "lock", "find", "save"):
        window.run(command)
    assert "Welcome" in words_in(window)
    window.run("pane")
    window.show_start(Text("Again"))
    settle()
    assert "Welcome" not in words_in(window)


def test_a_screen_that_is_off_answers_no_command(opened: Opened, qtbot: QtBot) -> None:
    assert opened.window.can("find")
    opened.screen.setDisabled(True)
    assert not opened.window.can("find")
    opened.page.navigation.current().setFocus()
    opened.window.run("find")
    assert opened.page.navigation.current().hasFocus()


class Once(Text):
    """A page with something that is shown only once."""

    def __init__(self) -> None:
        super().__init__("Shown only now")
        self.asked: list[Callable[[], object]] = []

    def asks_before(self, go: Callable[[], object]) -> bool:
        self.asked.append(go)
        return True


def test_a_page_that_is_shown_only_once_is_asked_about_before_the_window_closes(
    qtbot: QtBot,
) -> None:
    window, page = MainWindow(), Once()
    qtbot.addWidget(window)
    window.show_start(page)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    qtbot.keyClick(window, Qt.Key.Key_Q, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: len(page.asked) == 1)
    assert window.isVisible()
    assert not window.close()
    assert window.isVisible()
    page.asked[1]()
    assert not window.isVisible()
    assert len(page.asked) == 2


def test_a_log_off_asks_nothing(qtbot: QtBot) -> None:
    window, page = MainWindow(), Once()
    qtbot.addWidget(window)
    window.show_start(page)
    window.show()
    window.leave()
    assert not window.isVisible()
    assert page.asked == []


def test_what_is_offered_of_a_forum_goes_with_it(opened: Opened) -> None:
    done: list[bool] = []
    assert not opened.window.can("sheet")
    opened.window.offer("sheet", lambda: done.append(True))
    assert opened.window.can("sheet")
    opened.window.run("sheet")
    opened.window.lock()
    opened.window.run("sheet")
    assert done == [True]
    assert not opened.window.can("sheet")


@pytest.mark.parametrize("how", ["hidden", "off", "deleted", "off with its part"])
def test_when_what_has_the_focus_goes_the_first_field_of_the_page_takes_it(
    opened: Opened, qtbot: QtBot, how: str
) -> None:
    held, gone = QWidget(), Button("Clear filters")
    QVBoxLayout(held).addWidget(gone)
    opened.screen.add(held)
    qtbot.waitUntil(gone.isVisible)
    gone.setFocus()
    qtbot.waitUntil(gone.hasFocus)
    passed: list[QWidget | None] = []
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    application.focusChanged.connect(lambda _old, now: passed.append(now))
    if how == "hidden":
        gone.hide()
    elif how == "off":
        gone.setEnabled(False)
    elif how == "deleted":
        gone.deleteLater()
    else:
        held.setEnabled(False)
    qtbot.waitUntil(opened.screen.button.hasFocus)
    assert passed == [None, opened.screen.button]  # by way of nothing else


def test_undo_in_the_foot_leaves_the_focus_on_the_page(opened: Opened, qtbot: QtBot) -> None:
    opened.screen.button.click()
    foot = opened.window.findChild(Foot)
    assert foot is not None
    (undo,) = [b for b in foot.findChildren(Button) if b.text().startswith("Undo")]
    qtbot.waitUntil(undo.isVisible)
    undo.setFocus()
    undo.click()
    qtbot.waitUntil(lambda: not undo.isVisible() and opened.screen.button.hasFocus())


def test_what_has_the_focus_keeps_it_while_another_window_is_in_front(
    opened: Opened, qtbot: QtBot
) -> None:
    opened.screen.search.setFocus()
    dialog = QDialog(opened.window)
    with qtbot.waitActive(dialog):
        dialog.show()
        dialog.activateWindow()
    qtbot.wait(20)
    dialog.close()
    opened.window.activateWindow()
    qtbot.waitUntil(opened.screen.search.hasFocus)
