"""The end that comes from outside: a log-off, a shutdown, Ctrl+C where the window was started.

Python acts on a signal only when it next runs, and while a window waits it does not. So the signal
is also sent down a pipe, which wakes Qt. Where the computer tells Qt itself, as Windows and Macs
do, Qt says that it is about to quit, and this is of no use.
"""

import os
import signal
from types import FrameType

from PySide6.QtCore import QObject, QSocketNotifier, Signal

ENDS = ("SIGINT", "SIGTERM", "SIGHUP")
_SEVERAL = 64
"""Bytes to take from the pipe at once, one for each signal that came."""


class LogOff(QObject):
    """Emits `asked` when the program is to end, until `forget`; made in the main thread."""

    asked = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pipe: tuple[int, ...] = ()
        if os.name != "posix":  # there Qt can wait for sockets alone, and no such signal is sent
            return
        self._pipe = os.pipe()
        for end in self._pipe:
            os.set_blocking(end, False)
        self._notifier = QSocketNotifier(self._pipe[0], QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._heard)
        self._woken = signal.set_wakeup_fd(self._pipe[1])
        ends = [signal.Signals[name] for name in ENDS]
        wanted = [each for each in ends if signal.getsignal(each) is not signal.SIG_IGN]
        self._before = {each: signal.signal(each, _nothing) for each in wanted}

    def forget(self) -> None:
        """Leave signals to whoever had them before."""
        if not self._pipe:
            return
        for number, handler in self._before.items():
            signal.signal(number, handler)
        signal.set_wakeup_fd(self._woken)
        self._notifier.setEnabled(False)
        for end in self._pipe:
            os.close(end)
        self._pipe = ()

    def _heard(self) -> None:
        numbers = os.read(self._pipe[0], _SEVERAL)
        if any(number in self._before for number in numbers):
            self.asked.emit()


def _nothing(_number: int, _frame: FrameType | None) -> None:
    """Do nothing: the pipe has told already."""
