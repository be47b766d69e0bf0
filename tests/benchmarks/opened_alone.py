"""The program in a process of its own: `python -m … bare|start` or `… memory FOLDER`.

Prints the seconds since the process was started, or the most memory it took in megabytes.
"""

import sys
import time
from pathlib import Path

import psutil


def since_the_start() -> float:
    """Return the seconds since this process began, Python's own start included."""
    return time.time() - psutil.Process().create_time()


def bare() -> float:
    """Show an empty window of PySide6's."""
    from PySide6.QtCore import QTimer  # noqa: PLC0415 - what is imported is what is measured
    from PySide6.QtWidgets import QApplication, QMainWindow  # noqa: PLC0415

    application, window = QApplication([]), QMainWindow()
    window.resize(1200, 800)
    window.show()
    QTimer.singleShot(0, application.quit)
    application.exec()
    return since_the_start()


def start() -> float:
    """Show our start page, to the moment at which it takes a key."""
    from PySide6.QtCore import QTimer  # noqa: PLC0415

    from pcf_desktop import app  # noqa: PLC0415

    application = app.application_of(["pcf-desktop"])
    program = app.Program()
    program.start()
    program.window.show()
    QTimer.singleShot(0, application.quit)
    application.exec()
    took = since_the_start()
    program.window.close()
    return took


def memory(folder: Path) -> float:
    """Open a forum and go to each of its places; return the most memory that was taken."""
    from pcf_desktop import app  # noqa: PLC0415
    from pcf_desktop.workspace import opening  # noqa: PLC0415
    from tests.commanding import WORDS  # noqa: PLC0415

    application = app.application_of(["pcf-desktop"])
    program = app.Program()
    program.open(opening.open_forum(folder, opening.with_passphrase(WORDS)))
    program.window.show()
    app.picture(program, folder.parent / "screens")
    program.window.close()
    application.quit()
    return peak()


def peak() -> float:
    """Return the most memory this process took, in MB.

    Asked of Linux itself: `getrusage` would tell of the process that started this one, if that
    was larger.
    """
    status = Path("/proc/self/status").read_text("ascii").splitlines()
    (line,) = (line for line in status if line.startswith("VmHWM:"))
    return int(line.split()[1]) * 1024 / 1_000_000


if __name__ == "__main__":
    figure = {"bare": bare, "start": start}.get(sys.argv[1])
    told = figure() if figure is not None else memory(Path(sys.argv[2]))
    sys.stdout.write(f"{told}\n")
