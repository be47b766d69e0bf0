"""A second start and the window that it calls, with real local sockets."""

import os
import stat
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtNetwork import QLocalServer, QLocalSocket
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from pcf_desktop import paths
from pcf_desktop.ui import one_window
from pcf_desktop.ui.one_window import WORD, Call, OneWindow
from pcf_desktop.workspace import connection, opening
from pcf_desktop.workspace.opening import OpenForum
from tests.commanding import WORDS

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support raise")
SOCKETS = pytest.mark.skipif(os.name != "posix", reason="a pipe is no file")


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    """A window that was put out of sight."""
    made = QWidget()
    qtbot.addWidget(made)
    made.showMinimized()
    return made


@pytest.fixture
def forum(forum_folder: Path, short_state: Path) -> Iterator[OpenForum]:
    opened = opening.open_forum(forum_folder, opening.with_passphrase(WORDS))
    yield opened
    opened.close()


@pytest.fixture
def first(window: QWidget, forum: OpenForum) -> Iterator[OneWindow]:
    """The window in which the forum is open."""
    made = OneWindow(window)
    made.begin(forum)
    yield made
    made.close()


@pytest.fixture
def call(qtbot: QtBot) -> Callable[[Path], bool]:
    """Call as a second start does."""
    owner = QObject()

    def call(folder: Path) -> bool:
        calling = Call(folder, owner)
        with qtbot.waitSignal(calling.ended) as ended:
            pass
        (came,) = ended.args or [None]
        assert isinstance(came, bool)
        return came

    return call


@pytest.mark.parametrize("before", [Qt.WindowState.WindowNoState, Qt.WindowState.WindowMaximized])
def test_a_window_out_of_sight_comes_to_the_front_as_it_was(
    first: OneWindow,
    window: QWidget,
    forum_folder: Path,
    call: Callable[[Path], bool],
    qtbot: QtBot,
    before: Qt.WindowState,
) -> None:
    window.setWindowState(before | Qt.WindowState.WindowMinimized)
    assert window.isMinimized()
    assert call(forum_folder)
    assert not window.isMinimized()
    assert bool(window.windowState() & Qt.WindowState.WindowMaximized) is bool(before)
    qtbot.waitUntil(window.isActiveWindow)


def test_it_comes_before_another_window(
    first: OneWindow,
    window: QWidget,
    forum_folder: Path,
    call: Callable[[Path], bool],
    qtbot: QtBot,
) -> None:
    other = QWidget()
    qtbot.addWidget(other)
    window.showNormal()
    with qtbot.waitActive(other):
        other.show()
        other.activateWindow()
    assert call(forum_folder)
    qtbot.waitUntil(window.isActiveWindow)
    assert not other.isActiveWindow()


def test_it_can_be_called_again_and_again(
    first: OneWindow, window: QWidget, forum_folder: Path, call: Callable[[Path], bool]
) -> None:
    for _ in range(20):
        window.showMinimized()
        assert call(forum_folder)
        assert not window.isMinimized()


@pytest.mark.parametrize("said", [b"hide", b"Show", b"shows", b"show me", b"show" * 50_000])
def test_any_other_word_is_not_answered(
    first: OneWindow, window: QWidget, forum_folder: Path, qtbot: QtBot, said: bytes
) -> None:
    heard = say(forum_folder, said)
    qtbot.waitUntil(lambda: heard.state() == QLocalSocket.LocalSocketState.UnconnectedState)
    assert heard.readAll().data() == b""
    assert window.isMinimized()


def test_half_a_word_is_waited_for(
    first: OneWindow, window: QWidget, forum_folder: Path, qtbot: QtBot
) -> None:
    heard = say(forum_folder, WORD[:2])
    qtbot.waitUntil(lambda: not heard.bytesToWrite())
    assert window.isMinimized()
    heard.write(WORD[2:])
    qtbot.waitUntil(lambda: heard.readAll().data() == WORD)
    assert not window.isMinimized()


def say(folder: Path, words: bytes) -> QLocalSocket:
    caller = QLocalSocket()
    caller.connectToServer(one_window.address(folder))
    assert caller.waitForConnected()
    caller.write(words)
    return caller


def test_who_says_nothing_hinders_nobody(
    first: OneWindow, window: QWidget, forum_folder: Path, call: Callable[[Path], bool]
) -> None:
    silent = [say(forum_folder, b"") for _ in range(50)]
    assert call(forum_folder)
    assert not window.isMinimized()
    assert len(silent) == 50


def test_every_name_of_the_folder_is_the_same_window(
    first: OneWindow, forum_folder: Path, tmp_path: Path, call: Callable[[Path], bool]
) -> None:
    (tmp_path / "link").symlink_to(forum_folder)
    for name in (tmp_path / "link", forum_folder / "backups" / ".."):
        assert call(name)
    assert not call(tmp_path / "another")


def test_where_it_listens_tells_nothing_of_the_forum(
    forum: OpenForum, forum_folder: Path, short_state: Path
) -> None:
    place = one_window.address(forum_folder)
    name = Path(place).name
    assert not {forum_folder.name, str(forum.forum), forum.forum.hex} & {name, name[-24:]}
    assert set(name.removeprefix("pcf-desktop-")) <= set("0123456789abcdef")
    (short_state / "device").unlink()
    assert one_window.address(forum_folder) != place  # another person's is another


@SOCKETS
def test_nobody_else_can_reach_it(first: OneWindow, short_state: Path) -> None:
    place = Path(first.fullServerName())
    assert place.parent == short_state
    assert stat.S_ISSOCK(place.stat().st_mode)
    assert stat.S_IMODE(place.stat().st_mode) & 0o077 == 0
    assert first.socketOptions() == QLocalServer.SocketOption.UserAccessOption


def test_it_goes_with_the_forum(
    first: OneWindow,
    window: QWidget,
    forum_folder: Path,
    call: Callable[[Path], bool],
    qtbot: QtBot,
) -> None:
    late = say(forum_folder, WORD[:2])  # and the forum is locked before the rest is said
    qtbot.waitUntil(lambda: bool(first.findChildren(QLocalSocket)))
    first.close()
    assert not Path(one_window.address(forum_folder)).exists()
    assert not call(forum_folder)
    late.write(WORD[2:])
    qtbot.waitUntil(lambda: late.state() == QLocalSocket.LocalSocketState.UnconnectedState)
    assert late.readAll().data() == b""
    assert window.isMinimized()


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="makes a socket's file by hand")
def test_what_a_killed_program_left_hinders_nobody(
    window: QWidget, forum: OpenForum, forum_folder: Path, call: Callable[[Path], bool]
) -> None:
    os.mknod(one_window.address(forum_folder), stat.S_IFSOCK | 0o600)
    assert not call(forum_folder)
    first = OneWindow(window)
    first.begin(forum)
    assert call(forum_folder)
    first.close()


def test_a_program_that_does_not_answer_is_given_up(
    forum: OpenForum,
    forum_folder: Path,
    call: Callable[[Path], bool],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(one_window, "PATIENCE", 50)
    stopped = QLocalServer()
    assert stopped.listen(one_window.address(forum_folder))
    assert not call(forum_folder)
    stopped.close()


@pytest.mark.parametrize("answer", [b"no", b"Show", b""])
def test_another_answer_is_none(
    forum: OpenForum,
    forum_folder: Path,
    call: Callable[[Path], bool],
    monkeypatch: pytest.MonkeyPatch,
    answer: bytes,
) -> None:
    monkeypatch.setattr(one_window, "PATIENCE", 50)
    other = QLocalServer()
    assert other.listen(one_window.address(forum_folder))

    def answered() -> None:
        caller = other.nextPendingConnection()
        caller.write(answer)
        caller.disconnectFromServer()

    other.newConnection.connect(answered)
    assert not call(forum_folder)
    other.close()


def test_a_forum_that_is_only_read_may_be_open_twice(
    window: QWidget, forum_folder: Path, short_state: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(connection, "may_write", lambda _path: False)
    forum = opening.open_forum(forum_folder, opening.with_passphrase(WORDS))
    first = OneWindow(window)
    first.begin(forum)
    assert not first.isListening()
    forum.close()


@SOCKETS
def test_where_the_name_is_too_long_the_forum_opens_all_the_same(
    window: QWidget,
    forum: OpenForum,
    short_state: Path,
    call: Callable[[Path], bool],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(paths, "state", lambda: short_state / ("long" * 30))
    first = OneWindow(window)
    first.begin(forum)
    assert not first.isListening()
    assert not call(forum.folder.path)
