"""The program with a forum open and something saved: `python -m … FOLDER BUSY_WITH`.

Says `saved` and the bytes of the log once the window is as a log-off might find it. Then it waits,
but busy with `leaving` it is told by the computer to quit, as Windows does at a log-off.
"""

import sys
import time
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QFileDialog
from sqlalchemy.orm import Session

from pcf_desktop import launch
from pcf_desktop.app import Program
from pcf_desktop.launch import First
from pcf_desktop.progress import Progress
from pcf_desktop.records import Feedback
from pcf_desktop.ui.components.question import QuestionDialog
from pcf_desktop.ui.main_window import MainWindow
from pcf_desktop.ui.start.make import MakeForum, NewForum
from pcf_desktop.ui.start.recovery import Recovery
from pcf_desktop.workspace import opening
from tests.commanding import WORDS

BUSY_WITH = ("nothing", "help", "file", "work")
AT_THE_KEY = ("key", "question")
"""No forum is open: one was made, its recovery key is shown, and perhaps it asks already."""


def log(session: Session, _progress: Progress) -> None:
    session.add(Feedback(words="Saved a moment before the log-off."))


def import_without_end(session: Session, progress: Progress) -> None:
    session.add(Feedback(words="Half of an import."))
    session.flush()
    while True:
        progress(0, 1)
        time.sleep(0.01)


def open_forum(program: Program, folder: Path, busy_with: str) -> None:
    program.open(opening.open_forum(folder, opening.with_passphrase(WORDS)))
    window = program.window
    assert window.page is not None
    worker = window.page.worker
    worker.change("Log feedback", log).done.connect(lambda _: go_on(folder, window, busy_with))


def go_on(folder: Path, window: MainWindow, busy_with: str) -> None:
    if busy_with == "help":
        window.help()
    if busy_with == "file":  # whose loop runs inside the window's own
        QTimer.singleShot(0, lambda: QFileDialog.getOpenFileName(window))
    if busy_with == "work" and window.page is not None:
        window.page.worker.change("Import a survey", import_without_end, stops=True)
    QTimer.singleShot(200, lambda: say(folder))
    if busy_with == "leaving":
        QTimer.singleShot(300, lambda: QApplication.exit(0))


def make_forum(program: Program, busy_with: str) -> None:
    window, pages = program.window, program.begin()
    pages.make()
    window.findChildren(MakeForum)[0].given.emit(NewForum("Ours", "Kent", WORDS))
    looking = QTimer(window, interval=20)

    def look() -> None:
        if not isinstance(pages.currentWidget(), Recovery):
            return
        looking.stop()
        if busy_with == "question":
            window.close()
        sys.stdout.write(f"asks {len(window.findChildren(QuestionDialog))}\n")
        sys.stdout.flush()

    looking.timeout.connect(look)
    looking.start()


def say(folder: Path) -> None:
    sys.stdout.write(f"saved {(folder / 'forum.db-wal').stat().st_size}\n")
    sys.stdout.flush()


def main(folder: Path, busy_with: str) -> int:
    """Open the window as the program does, and the forum in it."""
    launch.application_of(sys.argv)

    def begin(program: Program) -> None:
        if busy_with in AT_THE_KEY:
            make_forum(program, busy_with)
        else:
            open_forum(program, folder, busy_with)

    def choose() -> None:
        (window,) = (w for w in QApplication.topLevelWidgets() if isinstance(w, MainWindow))
        window.findChildren(First)[0].then(begin)

    QTimer.singleShot(0, choose)
    return launch.main()


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), sys.argv[2]))
