"""The window at once: its first page stands before the rest of the program is imported."""

import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication
from typing_extensions import override

from pcf_desktop import logs, paths
from pcf_desktop.progress import Progress
from pcf_desktop.ui import screenless
from pcf_desktop.ui.appearance import remembered
from pcf_desktop.ui.background import Background
from pcf_desktop.ui.faults import show_fault, watch
from pcf_desktop.ui.focus_ring import FocusRing
from pcf_desktop.ui.log_off import LogOff
from pcf_desktop.ui.main_window import MainWindow
from pcf_desktop.ui.start import not_saved
from pcf_desktop.ui.start.welcome import Welcome, forums_in

if TYPE_CHECKING:
    from pcf_desktop.app import Program


class First(QObject):
    """The first page. Once it is seen the rest is imported; a choice made before waits for that."""

    def __init__(self, window: MainWindow, place: Path | None = None) -> None:
        super().__init__(window)
        self.program: Program | None = None
        self._window, self._place = window, place or paths.forums()
        self._background = Background(self)
        self._is_loading = False
        self._chosen: Callable[[Program], object] | None = None
        own, self._closed = forums_in(self._place)
        self.page = page = Welcome(own, place=self._place)
        page.opened.connect(lambda folder: self.then(lambda to: to.begin().unlock(folder)))
        page.wanted.connect(lambda: self.then(lambda to: to.begin().make()))
        page.tried.connect(lambda key: self.then(lambda to: to.begin().try_made_up(key)))
        window.show_start(page)
        focus = page.first_focus()
        if focus is not None:
            focus.setFocus(Qt.FocusReason.OtherFocusReason)
        lost = not_saved.take()
        if lost:
            page.say(not_saved.told(dict.fromkeys(lost)))
        window.installEventFilter(self)

    def then(self, choice: "Callable[[Program], object]") -> None:
        """Do what a person chose, as soon as the rest of the program is there; the last counts."""
        self._chosen = choice
        if self.program is not None:
            choice(self.program)
        else:
            self.load()

    def load(self) -> None:
        """Import the rest of the program, on a thread of its own; once is enough."""
        if not self._is_loading:
            self._is_loading = True
            job = self._background.run(_rest)
            job.done.connect(self._there)
            job.failed.connect(lambda error: show_fault(error, self._window))

    def put_away(self) -> None:
        """Wait for what is being imported; nothing is shown afterwards."""
        self._background.close()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Begin to import when the window is painted, so that nothing keeps it waiting."""
        if event.type() == QEvent.Type.Paint:
            watched.removeEventFilter(self)
            QTimer.singleShot(0, self.load)
        return False

    def _there(self, made: "type[Program]") -> None:
        self.program = made(self._place, self._window)
        self.program.tell_closed(self.page, self._closed)
        if self._chosen is not None:
            self._chosen(self.program)


def _rest(_progress: Progress) -> "type[Program]":
    from pcf_desktop.app import Program  # noqa: PLC0415 - the one import that the window precedes

    return Program


def main() -> int:
    """Open the window and return the exit code when it is closed."""
    application = application_of(sys.argv)
    logs.begin()
    watch()
    window = MainWindow(remembered())
    first = First(window)
    window.show()
    try:
        return until_closed(application, window)
    finally:
        first.put_away()


def until_closed(application: QApplication, window: MainWindow) -> int:
    """Run until the window is closed, by the person or by a log-off, which asks nothing."""
    ending = LogOff()
    ending.asked.connect(window.leave)
    ending.asked.connect(application.quit)  # whatever else is shown
    application.aboutToQuit.connect(window.leave)
    try:
        return application.exec()
    finally:
        application.aboutToQuit.disconnect(window.leave)
        ending.forget()


def application_of(arguments: Sequence[str]) -> QApplication:
    """Return the one application, without a screen where there is none."""
    running = QApplication.instance()
    if isinstance(running, QApplication):
        return running
    if sys.platform.startswith("linux") and not has_screen():
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    if os.environ.get("QT_QPA_PLATFORM") == "offscreen":
        screenless.quieten()
    made = QApplication(list(arguments))
    made.setApplicationName("PCF Desktop")
    FocusRing(made)
    return made


def has_screen() -> bool:
    """Say whether a window can be seen."""
    if not sys.platform.startswith("linux"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
