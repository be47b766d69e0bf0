"""Idle locking: by either clock, once, and never while the person is at work."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from pcf_desktop.ui.idle import Idle


class Clocks:
    """Two clocks that a test sets."""

    def __init__(self) -> None:
        self.wall, self.steady = 1_000_000.0, 50.0

    def pass_by(self, seconds: float) -> None:
        self.wall += seconds
        self.steady += seconds


def make(clocks: Clocks) -> tuple[Idle, list[str]]:
    idle = Idle(limit=600, wall=lambda: clocks.wall, steady=lambda: clocks.steady)
    told: list[str] = []
    idle.expired.connect(lambda: told.append("locked"))
    idle.start()
    return idle, told


def test_it_locks_when_the_limit_has_passed_and_only_once(qtbot: QtBot) -> None:
    clocks = Clocks()
    idle, told = make(clocks)
    clocks.pass_by(599)
    idle.check()
    assert told == []
    clocks.pass_by(1)
    idle.check()
    assert told == ["locked"]


def test_a_laptop_that_slept_is_locked(qtbot: QtBot) -> None:
    clocks = Clocks()
    idle, told = make(clocks)
    clocks.wall += 8 * 3600  # the steady clock stands still in sleep
    idle.check()
    assert told == ["locked"]


def test_setting_the_clock_back_does_not_keep_it_open(qtbot: QtBot) -> None:
    clocks = Clocks()
    idle, told = make(clocks)
    clocks.wall -= 2 * 365 * 86400
    clocks.steady += 600
    idle.check()
    assert told == ["locked"]


def test_a_key_or_the_mouse_keeps_it_open(qtbot: QtBot) -> None:
    clocks = Clocks()
    line = QLineEdit()
    qtbot.addWidget(line)
    with qtbot.waitActive(line):
        line.show()
    idle, told = make(clocks)
    clocks.pass_by(599)
    handle = line.windowHandle()
    assert handle is not None
    qtbot.keyClick(handle, Qt.Key.Key_A)
    clocks.pass_by(599)
    idle.check()
    assert told == []
    idle.stop()


def test_it_counts_no_longer_when_stopped(qtbot: QtBot) -> None:
    clocks = Clocks()
    idle, _told = make(clocks)
    idle.stop()
    timer = idle.findChild(QTimer)
    assert timer is not None
    assert not timer.isActive()
