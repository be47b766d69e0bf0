"""From choosing a forum to having it open, with real files and the real key."""

import errno
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from pcf_desktop import paths
from pcf_desktop.services.feedback import feedback
from pcf_desktop.services.forum import forums
from pcf_desktop.ui import one_window
from pcf_desktop.ui.components.banner import Banner
from pcf_desktop.ui.components.button import Button
from pcf_desktop.ui.components.question import QuestionDialog
from pcf_desktop.ui.components.text import Text
from pcf_desktop.ui.one_window import Call, OneWindow
from pcf_desktop.ui.start.make import MakeForum, NewForum
from pcf_desktop.ui.start.page import StartPage
from pcf_desktop.ui.start.recovery import ASKED, Recovery
from pcf_desktop.ui.start.start import Start
from pcf_desktop.ui.start.unlock import Unlock
from pcf_desktop.ui.start.welcome import Welcome
from pcf_desktop.workspace import opening
from pcf_desktop.workspace.envelope import Cost
from pcf_desktop.workspace.lock import ForumLock
from pcf_desktop.workspace.opening import OpenForum

WORDS = "four words of help"
P = TypeVar("P", bound=StartPage)


@pytest.fixture
def forum(tmp_path: Path) -> tuple[Path, str]:
    folder = tmp_path / "own" / "Our forum"
    folder.parent.mkdir()
    key = opening.make(
        folder, WORDS, lambda session: forums.begin(session, "Our forum", "Somerset"), Cost(16)
    )
    return folder, key


def page(start: Start, kind: type[P]) -> P:
    shown = start.currentWidget()
    assert isinstance(shown, kind)
    return shown


def test_the_forums_of_this_computer_are_offered(forum: tuple[Path, str], start: Start) -> None:
    start.welcome()
    welcome = page(start, Welcome)
    first = welcome.first_focus()
    assert first is not None
    assert first.accessibleName() == "Our forum"


def test_the_passphrase_opens_it_by_keyboard_alone(
    forum: tuple[Path, str], start: Start, qtbot: QtBot
) -> None:
    start.unlock(forum[0])
    unlock = page(start, Unlock)
    qtbot.keyClicks(unlock.field.line, WORDS)
    with qtbot.waitSignal(start.ready) as ready:
        qtbot.keyClick(unlock.field.line, Qt.Key.Key_Return)
    (opened,) = ready.args or [None]
    assert isinstance(opened, OpenForum)
    with opened.workspace.read() as session:
        assert forums.the_forum(session).area == "Somerset"


def test_a_wrong_passphrase_is_said_beside_the_field_and_can_be_mended(
    forum: tuple[Path, str], start: Start, qtbot: QtBot
) -> None:
    start.unlock(forum[0])
    unlock = page(start, Unlock)
    qtbot.keyClicks(unlock.field.line, "something else entirely")
    unlock.button.click()
    qtbot.waitUntil(lambda: bool(unlock.field.problem))
    assert "does not match" in unlock.field.problem
    assert "data is safe" in unlock.field.problem
    assert unlock.button.isEnabled()


def test_the_recovery_key_opens_it_too(forum: tuple[Path, str], start: Start, qtbot: QtBot) -> None:
    start.unlock(forum[0])
    unlock = page(start, Unlock)
    unlock.other.click()
    unlock.field.set_value(forum[1].lower().replace("-", " "))
    with qtbot.waitSignal(start.ready):
        unlock.button.click()


def test_a_folder_without_a_forum_is_said_on_the_page(start: Start, tmp_path: Path) -> None:
    start.unlock(tmp_path)
    welcome = page(start, Welcome)
    assert len(welcome.findChildren(Banner)) == 1


def test_a_folder_we_may_not_look_into_is_named_and_the_others_are_offered(
    forum: tuple[Path, str], start: Start, monkeypatch: pytest.MonkeyPatch
) -> None:
    closed, is_file = forum[0].with_name("Old forum"), Path.is_file
    closed.mkdir()

    def refuses(path: Path) -> bool:
        if path.parent == closed:
            raise PermissionError(errno.EACCES, "closed")
        return is_file(path)

    monkeypatch.setattr(Path, "is_file", refuses)
    start.welcome()
    welcome = page(start, Welcome)
    first = welcome.first_focus()
    assert first is not None
    assert first.accessibleName() == "Our forum"
    (banner,) = welcome.findChildren(Banner)
    said = [text.text() for text in banner.findChildren(Text)]
    assert any("does not let you read Old forum." in words for words in said)
    start.unlock(closed)
    assert len(welcome.findChildren(Banner)) == 2


def test_where_we_may_not_look_for_forums_at_all_it_is_said(
    start: Start, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuses(_path: Path) -> None:
        raise PermissionError(errno.EACCES, "closed")

    (tmp_path / "own").mkdir()
    monkeypatch.setattr(Path, "iterdir", refuses)
    start.welcome()
    assert len(page(start, Welcome).findChildren(Banner)) == 1


def test_a_new_forum_shows_its_recovery_key_once_and_wants_two_groups_back(
    start: Start, qtbot: QtBot, tmp_path: Path
) -> None:
    start.make()
    make = page(start, MakeForum)
    make.given.emit(NewForum("Forum: new?", "Staffordshire", WORDS))
    qtbot.waitUntil(lambda: isinstance(start.currentWidget(), Recovery))
    recovery = page(start, Recovery)
    assert (tmp_path / "own" / "Forum new" / "forum.db").is_file()
    recovery.button.click()
    assert all(field.problem for field in recovery.fields)
    for field, place in zip(recovery.fields, ASKED, strict=True):
        field.set_value(recovery.groups[place - 1].lower())
    with qtbot.waitSignal(start.ready) as ready:
        recovery.button.click()
    (opened,) = ready.args or [None]
    assert isinstance(opened, OpenForum)
    assert opened.sheet_checked


def test_going_back_from_the_recovery_key_asks_first(
    start: Start, qtbot: QtBot, tmp_path: Path
) -> None:
    start.make()
    page(start, MakeForum).given.emit(NewForum("New", "Staffordshire", WORDS))
    qtbot.waitUntil(lambda: isinstance(start.currentWidget(), Recovery))
    recovery = page(start, Recovery)
    for answer in ("stay", "go"):
        recovery.back.emit()
        (asked,) = (each for each in recovery.findChildren(QuestionDialog) if each.isVisible())
        assert asked.go.text() == "Go back without the sheet"
        assert page(start, Recovery) is recovery
        getattr(asked, answer).click()
    page(start, Welcome)
    opened = opening.open_forum(tmp_path / "own" / "New", opening.with_passphrase(WORDS))
    opened.close()
    assert not opened.sheet_checked


def test_only_the_recovery_key_is_asked_about(start: Start) -> None:
    assert not start.asks_before(lambda: None)
    start.make()
    assert not start.asks_before(lambda: None)


def test_after_a_lock_the_passphrase_is_asked_for_with_a_way_to_the_list(
    forum: tuple[Path, str], start: Start, qtbot: QtBot
) -> None:
    start.ask_again(forum[0])
    unlock = page(start, Unlock)
    assert unlock.field.line.hasFocus()
    unlock.back.emit()
    page(start, Welcome)


def test_a_made_up_forum_has_no_passphrase_to_ask_for(start: Start) -> None:
    start.ask_again(paths.state() / "made-up" / "shropshire")
    page(start, Welcome)


def test_a_forum_that_is_gone_after_a_lock_is_said_on_the_list(
    start: Start, tmp_path: Path
) -> None:
    start.ask_again(tmp_path / "gone")
    assert len(page(start, Welcome).findChildren(Banner)) == 1


def test_what_is_missing_for_a_new_forum_stands_in_the_summary(start: Start, qtbot: QtBot) -> None:
    start.make()
    make = page(start, MakeForum)
    make.passphrase.set_value(WORDS)
    make.again.set_value(WORDS + "x")
    make.button.click()
    assert make.problems.isVisible()
    assert make.name.problem
    assert make.area.problem
    assert "differ" in make.again.problem


def test_a_weak_passphrase_is_refused_with_a_way_to_a_better_one(
    start: Start, qtbot: QtBot, tmp_path: Path
) -> None:
    start.make()
    make = page(start, MakeForum)
    make.given.emit(NewForum("Weak", "Kent", "short"))
    qtbot.waitUntil(lambda: bool(make.passphrase.problem))
    assert not (tmp_path / "own" / "Weak").exists()


@pytest.mark.slow
def test_a_made_up_forum_opens_filled_and_linked(start: Start, qtbot: QtBot) -> None:
    welcome = page(start, Welcome)
    with qtbot.waitSignal(start.ready) as ready:
        welcome.tried.emit("shropshire")
    (opened,) = ready.args or [None]
    assert isinstance(opened, OpenForum)
    with opened.workspace.read() as session:
        assert forums.the_forum(session).sample == "shropshire"
        today = datetime.now(UTC) - timedelta(days=1)
        assert feedback.count(session) > feedback.count_logged(session, today) == 0
    assert opened.workspace.undo_label is None


@pytest.fixture
def first(
    forum: tuple[Path, str], short_state: Path, qtbot: QtBot
) -> Iterator[Callable[[], QWidget]]:
    """Put the forum into a window out of sight, as another start of the program would.

    It is not open in this process, which would know that; its window listens, its lock is held.
    """
    lock = ForumLock(forum[0])

    def begin() -> QWidget:
        window = QWidget()
        qtbot.addWidget(window)
        window.showMinimized()
        opened = opening.open_forum(forum[0], opening.with_passphrase(WORDS))
        OneWindow(window).begin(opened)
        opened.close()
        lock.take()
        return window

    yield begin
    lock.release()


RAISED = pytest.mark.qt_log_ignore("This plugin does not support raise")


@RAISED
def test_a_forum_open_in_another_window_is_shown_there_and_no_passphrase_is_needed(
    forum: tuple[Path, str], first: Callable[[], QWidget], start: Start, qtbot: QtBot
) -> None:
    window = first()
    with qtbot.waitSignal(start.elsewhere):
        start.unlock(forum[0])
    assert not window.isMinimized()


@RAISED
def test_nor_does_the_passphrase_open_it_twice(
    forum: tuple[Path, str], first: Callable[[], QWidget], start: Start, qtbot: QtBot
) -> None:
    start.unlock(forum[0])
    unlock = page(start, Unlock)
    settled(start, qtbot)
    window = first()
    unlock.field.set_value(WORDS)
    with qtbot.assertNotEmitted(start.ready), qtbot.waitSignal(start.elsewhere):
        unlock.button.click()
    assert not window.isMinimized()
    assert not unlock.field.problem


def settled(start: Start, qtbot: QtBot) -> None:
    """Wait until no window is being called."""
    qtbot.waitUntil(lambda: not start.findChildren(Call))


def test_a_program_that_has_it_open_and_does_not_answer_is_named_with_no_way_round_it(
    forum: tuple[Path, str],
    first: Callable[[], QWidget],
    start: Start,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(one_window, "PATIENCE", 50)
    monkeypatch.setattr(OneWindow, "_hear", lambda _self, _caller: None)  # as one that was stopped
    window = first()
    start.unlock(forum[0])
    unlock = page(start, Unlock)
    offered = [button.text() for button in unlock.findChildren(Button)]
    unlock.field.set_value(WORDS)
    with qtbot.assertNotEmitted(start.elsewhere):
        unlock.button.click()
        qtbot.waitUntil(lambda: bool(unlock.field.problem))
        settled(start, qtbot)
    assert unlock.field.problem.startswith("This forum is already open on ")
    assert " since " in unlock.field.problem
    assert [button.text() for button in unlock.findChildren(Button)] == offered
    assert window.isMinimized()


@RAISED
def test_who_went_back_meanwhile_is_left_there(
    forum: tuple[Path, str], first: Callable[[], QWidget], start: Start, qtbot: QtBot
) -> None:
    first()
    with qtbot.assertNotEmitted(start.elsewhere):
        start.unlock(forum[0])
        start.welcome()
        settled(start, qtbot)
    assert isinstance(start.currentWidget(), Welcome)
