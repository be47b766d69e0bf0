"""The program in its window, told by lines what to do, saying what it shows: `python -m …`."""

import os
import sys
from collections.abc import Callable

from PySide6.QtCore import QObject, QSocketNotifier, QTimer
from PySide6.QtWidgets import QApplication

from pcf_desktop import launch
from pcf_desktop.records import Feedback
from pcf_desktop.ui.components.task_row import TaskRow
from pcf_desktop.ui.main_window import MainWindow
from pcf_desktop.ui.start.unlock import Unlock
from tests.commanding import WORDS

OFTEN = 20
"""Milliseconds between two looks at the window."""


class Hand(QObject):
    """Does in the one window what it is told on standard input, and tells of what has changed."""

    def __init__(self) -> None:
        super().__init__()
        self._told = ""
        self._does: dict[str, Callable[[], object]] = {
            "choose": lambda: self.window.findChildren(TaskRow)[0].click(),
            "unlock": self._unlock,
            "minimise": lambda: self.window.showMinimized(),
            "log": self._log,
            "lock": lambda: self.window.lock(),
            "close": lambda: self.window.close(),
        }
        self._notifier = QSocketNotifier(sys.stdin.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._heard)
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._look)
        self._timer.start(OFTEN)

    @property
    def window(self) -> MainWindow:
        """Return the window of the program."""
        (found,) = (w for w in QApplication.topLevelWidgets() if isinstance(w, MainWindow))
        return found

    def _heard(self) -> None:
        for word in os.read(sys.stdin.fileno(), 100).decode().split():
            self._does[word]()

    def _unlock(self) -> None:
        (page,) = self.window.findChildren(Unlock)
        page.field.set_value(WORDS)
        page.button.click()

    def _log(self) -> None:
        page = self.window.page
        assert page is not None
        job = page.worker.change("Log feedback", lambda s, _p: s.add(Feedback(words="One more")))
        job.done.connect(lambda _row: say("saved"))

    def _look(self) -> None:
        shown = self._shown()
        if shown != self._told:
            self._told = shown
            say(shown)

    def _shown(self) -> str:
        if self.window.page is not None:
            return "out of sight" if self.window.isMinimized() else "open"
        pages = self.window.findChildren(Unlock)
        if not pages:
            return "start"
        return pages[0].field.problem or "locked"


def say(words: str) -> None:
    sys.stdout.write(f"{words}\n")
    sys.stdout.flush()


def main() -> int:
    """Run the program until its window is closed."""
    application = launch.application_of(sys.argv)
    hand = Hand()
    application.aboutToQuit.connect(hand.deleteLater)
    return launch.main()


if __name__ == "__main__":
    sys.exit(main())
