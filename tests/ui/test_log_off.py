"""A signal reaches a window that waits, and goes to whoever heard it before once it is closed.

That the program closes its forum then is tried in faults/, in a process of its own.
"""

import os
import signal
import sys
from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from pcf_desktop.ui import log_off
from pcf_desktop.ui.log_off import LogOff

POSIX = pytest.mark.skipif(sys.platform == "win32", reason="no such signal comes there")


@pytest.fixture
def ending(qapp: QApplication) -> Iterator[LogOff]:
    made = LogOff()
    yield made
    made.forget()


@POSIX
@pytest.mark.parametrize("name", log_off.ENDS)
def test_a_signal_is_told_while_nothing_else_happens(
    ending: LogOff, qtbot: QtBot, name: str
) -> None:
    with qtbot.waitSignal(ending.asked):
        os.kill(os.getpid(), signal.Signals[name])


@POSIX
def test_the_signals_are_given_back(qapp: QApplication) -> None:
    before = [signal.getsignal(signal.Signals[name]) for name in log_off.ENDS]
    made = LogOff()
    assert [signal.getsignal(signal.Signals[name]) for name in log_off.ENDS] != before
    made.forget()
    made.forget()
    assert [signal.getsignal(signal.Signals[name]) for name in log_off.ENDS] == before
    assert signal.set_wakeup_fd(-1) == -1


@POSIX
def test_what_is_not_wanted_heard_is_not_heard(
    qapp: QApplication, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = signal.signal(signal.SIGHUP, signal.SIG_IGN)
    try:
        made = LogOff()
        with qtbot.assertNotEmitted(made.asked, wait=50):
            os.kill(os.getpid(), signal.SIGHUP)
        made.forget()
        assert signal.getsignal(signal.SIGHUP) is signal.SIG_IGN
    finally:
        signal.signal(signal.SIGHUP, before)
