"""Locks when nobody has touched the program for a while, asleep or awake."""

import time
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QWindow
from typing_extensions import override

LIMIT = 600.0
"""Seconds without a touch after which the forum is locked."""
CHECKED_EVERY = 1000
_TOUCHES = {
    QEvent.Type.KeyPress,
    QEvent.Type.MouseButtonPress,
    QEvent.Type.MouseMove,
    QEvent.Type.Wheel,
    QEvent.Type.TouchBegin,
}


class Idle(QObject):
    """Emits `expired` when the limit has passed by either of two clocks.

    The wall clock counts the time a laptop sleeps; the steady one cannot be set back.
    """

    expired = Signal()

    def __init__(
        self,
        parent: QObject | None = None,
        limit: float = LIMIT,
        wall: Callable[[], float] = time.time,
        steady: Callable[[], float] = time.monotonic,
    ) -> None:
        super().__init__(parent)
        self._limit, self._wall, self._steady = limit, wall, steady
        self._touched = (wall(), steady())
        self._watched: QWindow | None = None
        self._timer = QTimer(self, interval=CHECKED_EVERY)
        self._timer.timeout.connect(self.check)

    def start(self) -> None:
        """Begin to count, from now."""
        self.touch()
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication) and not self._timer.isActive():
            application.focusWindowChanged.connect(self._watch)
            self._watch(application.focusWindow())
        self._timer.start()

    def stop(self) -> None:
        """Count no longer."""
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication) and self._timer.isActive():
            application.focusWindowChanged.disconnect(self._watch)
            self._watch(None)
        self._timer.stop()

    def touch(self) -> None:
        """Count from now on anew."""
        self._touched = (self._wall(), self._steady())

    def check(self) -> None:
        """Emit `expired`, once, when the limit has passed."""
        wall, steady = self._touched
        if max(self._wall() - wall, self._steady() - steady) >= self._limit:
            self.stop()
            self.expired.emit()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Notice keys and the mouse."""
        if event.type() in _TOUCHES:
            self.touch()
        return False

    def _watch(self, window: QWindow | None) -> None:
        """Listen to the window that has the focus; a window hears far fewer events than widgets."""
        if self._watched is not None:
            self._watched.removeEventFilter(self)
            self._watched.destroyed.disconnect(self._gone)
        self._watched = window
        if window is not None:
            window.installEventFilter(self)
            window.destroyed.connect(self._gone)

    def _gone(self) -> None:
        self._watched = None
