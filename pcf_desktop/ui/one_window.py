"""One window for each forum: a second start brings the first to the front, and ends.

The two meet at a local socket (on Windows a named pipe) that only this person can reach, and no
network has a part in it. One word is said there, always the same; the name of the place is a
digest, which tells nothing of the forum.
"""

import hashlib
import os
import sys
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket
from PySide6.QtWidgets import QApplication, QWidget
from typing_extensions import override

from pcf_desktop import paths
from pcf_desktop.workspace.device import this_device
from pcf_desktop.workspace.opening import OpenForum

WORD = b"show"
"""What a second start says, and what it hears once the window has come to the front."""

PATIENCE = 1_000
"""Milliseconds that a second start waits; a program that was stopped never answers."""


class OneWindow(QLocalServer):
    """Brings `window` to the front when a second start asks for the forum that is open in it."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)

    def begin(self, forum: OpenForum) -> None:
        """Listen until `close`, which must come before the forum's lock is given back.

        Where that cannot be, as in a folder with too long a name, a second start says that the
        forum is open. One that is only read holds no lock, and may be open in two windows.
        """
        if forum.workspace.is_read_only:
            return
        place = address(forum.folder.path)
        self.removeServer(place)  # a killed program left it: we hold the lock, so nobody listens
        self.listen(place)

    @override
    def incomingConnection(self, socketDescriptor: int) -> None:
        """Hear a caller.

        Its socket is made here: Python would not learn when one that Qt made has gone, and would
        take whatever next stands at its address for it.
        """
        caller = QLocalSocket(self)
        caller.setReadBufferSize(len(WORD) + 1)  # enough to see that it is another word
        caller.disconnected.connect(caller.deleteLater)
        caller.readyRead.connect(lambda: self._hear(caller))
        caller.setSocketDescriptor(socketDescriptor)

    def _hear(self, caller: QLocalSocket) -> None:
        if caller.bytesAvailable() < len(WORD):
            return
        if bytes(caller.readAll().data()) == WORD and self.isListening():
            come_forward(self._window)
            caller.write(WORD)
        caller.disconnectFromServer()


class Call(QObject):
    """Asks the window that has a forum open to come to the front; `ended` with whether it did.

    It goes by itself afterwards.
    """

    ended = Signal(bool)

    def __init__(self, folder: Path, parent: QObject) -> None:
        super().__init__(parent)
        self._folder = folder
        self._socket = QLocalSocket(self)
        self._socket.connected.connect(self._say)
        self._socket.readyRead.connect(self._hear)
        self._socket.errorOccurred.connect(lambda _error: self._end(came=False))
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.timeout.connect(lambda: self._end(came=False))
        QTimer.singleShot(0, self, self._begin)  # so that whoever calls can listen first

    def _begin(self) -> None:
        self._patience.start(PATIENCE)
        self._socket.connectToServer(address(self._folder))

    def _say(self) -> None:
        _let_others_come_forward()
        self._socket.write(WORD)

    def _hear(self) -> None:
        self._end(came=bytes(self._socket.readAll().data()) == WORD)

    def _end(self, *, came: bool) -> None:
        self._patience.stop()
        self._socket.blockSignals(True)  # noqa: FBT003 - Qt's own
        self._socket.abort()
        self.ended.emit(came)
        self.deleteLater()


def come_forward(window: QWidget) -> None:
    """Put a window before all others, or mark it where the system lets no window do that."""
    window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
    window.raise_()
    window.activateWindow()
    QApplication.alert(window)


def address(folder: Path) -> str:
    """Return where the window listens that has this forum open, whichever way its folder is named.

    A pipe has only a name. A socket lies in this person's own folder, where nobody else can put
    one; 104 bytes are all that its path may have on every system.
    """
    of = f"{this_device()} {os.path.realpath(folder)}"
    digest = hashlib.sha256(os.fsencode(of)).hexdigest()[:24]
    return f"pcf-desktop-{digest}" if os.name == "nt" else str(paths.state() / digest)


def _let_others_come_forward() -> None:
    """Pass on the right to be in front, which on Windows only the program in use has."""
    if sys.platform == "win32":
        import ctypes  # noqa: PLC0415 - of use there alone

        ctypes.windll.user32.AllowSetForegroundWindow(-1)  # any program's
