"""What the program does for the file by itself: fold its log, copy it, see that it is there."""

from datetime import UTC, datetime, timedelta

from PySide6.QtCore import QObject, QTimer, Signal

from pcf_desktop.ui.language import tr
from pcf_desktop.ui.words import moment
from pcf_desktop.ui.worker import Worker
from pcf_desktop.workspace.backup import Backup, Reason
from pcf_desktop.workspace.opening import OpenForum

IDLE = 5_000
"""Milliseconds without a change after which the write-ahead log is folded into the file."""

LOOKS = 3_000
"""Milliseconds between two looks whether another program has taken the file away."""

OFTEN = timedelta(minutes=30)
"""How old the newest backup may be when something changes."""


class Upkeep(QObject):
    """Watches an open forum; `said` tells in words when it was last backed up."""

    said = Signal(str)

    def __init__(self, forum: OpenForum, worker: Worker, parent: QObject) -> None:
        super().__init__(parent)
        self._forum, self._worker = forum, worker
        self._copied: Backup | None = None
        self._standing = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(IDLE)
        self._timer.timeout.connect(self._idle)
        worker.changed.connect(lambda _tables: self._timer.start())
        self._looks = QTimer(self, interval=LOOKS)
        self._looks.timeout.connect(self._look)
        self._looks.start()
        worker.backed_up.connect(self._tell)
        worker.run(lambda _progress: forum.last_backup()).done.connect(self._tell)

    def _look(self) -> None:
        workspace = self._forum.workspace
        if not workspace.is_in_place and not self._standing:
            self._standing = True
            job = self._worker.run(lambda _progress: workspace.stand())
            job.ended.connect(self._stands)

    def _stands(self) -> None:
        self._standing = False

    def _idle(self) -> None:
        self._worker.run(lambda _progress: self._forum.workspace.checkpoint())
        if self._copied is None or datetime.now(UTC) - self._copied.taken > OFTEN:
            self._worker.back_up(Reason.REGULAR)

    def _tell(self, found: Backup | None) -> None:
        self._copied = found
        if found is None:
            self.said.emit(tr("No backup yet"))
            return
        now = datetime.now().astimezone()
        when = moment(found.taken.astimezone(), now)
        self.said.emit(tr("Last backup {when}").format(when=when))
