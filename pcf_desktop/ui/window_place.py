"""Where the window stands and how large it is: as it was left, and never off the screen."""

import json
from contextlib import suppress

from PySide6.QtCore import QMargins, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from pcf_desktop import paths

FRAME = QMargins(8, 40, 8, 8)
"""What a system's frame may take around a window; it cannot be asked before the window is shown."""

STAND_IN = QRect(0, 0, 1920, 1080)
"""The screen where there is none: Qt's own of 800 by 800 is too small to take pictures on."""


def put(window: QWidget, first: QSize) -> None:
    """Put a window that is not shown yet where it was left, or at its first size in the middle."""
    left, maximised = _kept()
    window.setGeometry(fitted(left, first, _available(left.center())))
    if maximised:
        window.setWindowState(window.windowState() | Qt.WindowState.WindowMaximized)


def fitted(left: QRect, first: QSize, available: QRect) -> QRect:
    """Return where a window fits with its frame; one that was never left goes in the middle."""
    room = available.marginsRemoved(FRAME)
    size = (left.size() if left.isValid() else first).boundedTo(room.size())
    if not left.isValid():
        spare = room.size() - size
        return QRect(room.topLeft() + QPoint(spare.width() // 2, spare.height() // 2), size)
    x = min(max(left.x(), room.left()), room.right() + 1 - size.width())
    y = min(max(left.y(), room.top()), room.bottom() + 1 - size.height())
    return QRect(QPoint(x, y), size)


def remember(window: QWidget) -> None:
    """Keep a window's place for the next start; a computer that refuses loses only that."""
    place = window.normalGeometry()
    lengths = [place.x(), place.y(), place.width(), place.height()]
    kept = {"place": lengths, "maximised": window.isMaximized()}
    file = paths.state() / "window.json"
    with suppress(OSError):
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(json.dumps(kept), "utf-8")


def _available(near: QPoint) -> QRect:
    """Return the part of the screen that is free for windows."""
    if QGuiApplication.platformName() == "offscreen":
        return STAND_IN
    screen = QGuiApplication.screenAt(near) or QGuiApplication.primaryScreen()
    return screen.availableGeometry()


def _kept() -> tuple[QRect, bool]:
    """Return what was kept last; nothing that a window could have is an empty place."""
    try:
        kept = json.loads((paths.state() / "window.json").read_text("utf-8"))
        x, y, wide, high = (int(length) for length in kept["place"])
        return QRect(x, y, wide, high), kept["maximised"] is True
    except (OSError, ValueError, KeyError, TypeError, OverflowError):
        return QRect(), False
