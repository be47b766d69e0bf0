"""The program in a process of its own: `python -m … bare|start|visits FOLDER|memory FOLDER`.

Prints the clock once the window has been painted, milliseconds, or megabytes, each on a line.
"""

import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QEventLoop, QObject, QTimer
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget
from typing_extensions import override

if TYPE_CHECKING:
    from pcf_desktop.workspace.data_key import DataKey
    from pcf_desktop.workspace.envelope import Envelope


class Painted(QObject):
    """Notes the clock, which all processes share, when a window has been painted; then quits."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.at = 0.0
        window.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            watched.removeEventFilter(self)
            QTimer.singleShot(0, self._note)
        return False

    def _note(self) -> None:
        self.at = time.monotonic()
        QApplication.exit()


def bare() -> list[float]:
    """Show an empty window of PySide6's."""
    application, window = QApplication([]), QMainWindow()
    window.resize(1366, 768)
    painted = Painted(window)
    window.show()
    application.exec()
    return [painted.at]


def start() -> list[float]:
    """Show our start page, as the program does."""
    from pcf_desktop import launch  # noqa: PLC0415 - what is imported is what is measured
    from pcf_desktop.ui.appearance import remembered  # noqa: PLC0415
    from pcf_desktop.ui.main_window import MainWindow  # noqa: PLC0415

    application = launch.application_of(["pcf-desktop"])
    window = MainWindow(remembered())
    first, painted = launch.First(window), Painted(window)
    window.show()
    application.exec()
    first.put_away()
    window.close()
    return [painted.at]


def visits(folder: Path) -> list[float]:
    """Open a forum, go to each place, take a text-size step; tell how long each took at most.

    Opening counts from when the passphrase is found right: what is before is there to be slow.
    """
    from pcf_desktop import app, launch  # noqa: PLC0415
    from pcf_desktop.workspace import opening  # noqa: PLC0415
    from tests.commanding import WORDS  # noqa: PLC0415

    launch.application_of(["pcf-desktop"])
    program = app.Program()
    program.window.show()
    _settle()
    right = 0.0

    def unlock(found: "Envelope") -> "DataKey":
        nonlocal right
        key = opening.with_passphrase(WORDS)(found)
        right = time.perf_counter()
        return key

    began = time.perf_counter()
    whole = _timed(lambda: program.open(opening.open_forum(folder, unlock)))
    opened = whole - (right - began) * 1000
    _settle()
    page = program.window.page
    assert page is not None
    slowest = 0.0
    for place in (each.key for group in app.places() for each in group):
        slowest = max(slowest, _timed(partial(page.go, place)))
        _settle()
    step = _timed(lambda: program.window.run("larger"))
    program.window.run("usual")
    program.window.leave()
    return [opened, slowest, step]


def _timed(work: Callable[[], object]) -> float:
    """Return the milliseconds of a piece of work, until the window is painted and idle again."""
    began = time.perf_counter()
    work()
    loop = QEventLoop()
    QTimer.singleShot(0, loop.quit)
    loop.exec()
    return (time.perf_counter() - began) * 1000


def _settle() -> None:
    loop = QEventLoop()
    QTimer.singleShot(500, loop.quit)
    loop.exec()


def memory(folder: Path) -> list[float]:
    """Open a forum and go to each of its places; return the most memory that was taken."""
    from pcf_desktop import app, launch  # noqa: PLC0415
    from pcf_desktop.workspace import opening  # noqa: PLC0415
    from tests.commanding import WORDS  # noqa: PLC0415

    application = launch.application_of(["pcf-desktop"])
    program = app.Program()
    program.open(opening.open_forum(folder, opening.with_passphrase(WORDS)))
    program.window.show()
    app.picture(program, folder.parent / "screens")
    program.window.close()
    application.quit()
    return [peak()]


def peak() -> float:
    """Return the most memory this process took, in MB.

    Asked of Linux itself: `getrusage` would tell of the process that started this one, if that
    was larger.
    """
    status = Path("/proc/self/status").read_text("ascii").splitlines()
    (line,) = (line for line in status if line.startswith("VmHWM:"))
    return int(line.split()[1]) * 1024 / 1_000_000


if __name__ == "__main__":
    alone = {"bare": bare, "start": start}.get(sys.argv[1])
    on = {"visits": visits, "memory": memory}.get(sys.argv[1])
    told = alone() if alone else on(Path(sys.argv[2])) if on else []
    sys.stdout.write("\n".join(map(str, told)) + "\n")
