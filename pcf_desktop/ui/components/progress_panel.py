"""How far long work is, how long it will take, and the way to stop it."""

from collections.abc import Callable
from time import monotonic

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QProgressBar, QWidget

from pcf_desktop.ui.components.announce import announce
from pcf_desktop.ui.components.button import Button
from pcf_desktop.ui.components.card import Card
from pcf_desktop.ui.components.text import Text
from pcf_desktop.ui.language import tr
from pcf_desktop.ui.typeface import Role
from pcf_desktop.ui.words import left, number
from pcf_desktop.ui.worker import Job

SHOWN_AFTER = 1000
"""Milliseconds after which work that still runs is worth a panel."""
GUESSED_AFTER = 10.0
"""Seconds after which enough was done to say how long the rest will take."""


class ProgressPanel(Card):
    """Follows the newest job: appears after a second, and goes when that job has ended."""

    def __init__(
        self,
        title: str,
        parent: QWidget | None = None,
        now: Callable[[], float] = monotonic,
    ) -> None:
        super().__init__(title, parent=parent)
        self._now, self._began = now, now()
        self._job: Job | None = None
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(title)
        self.bar.setRange(0, 0)
        self.words = Text("", Role.SMALL, "muted")
        self.cancel = Button(tr("Stop"), icon="x")
        self.cancel.clicked.connect(self._cancelled)
        self.add(self.bar, self.words)
        self.add_row(self.cancel)
        self._appear = QTimer(self, singleShot=True, interval=SHOWN_AFTER)
        self._appear.timeout.connect(self.show)
        self.hide()

    def follow(self, job: Job) -> None:
        """Show this job's progress, and stop it when the person asks; an older one goes on."""
        self._job = job
        self._began = self._now()
        self.bar.setRange(0, 0)
        self.words.setText("")
        self.cancel.setEnabled(True)
        self._appear.start()
        job.progressed.connect(lambda done, total: self._progressed(job, done, total))
        job.ended.connect(lambda: self._ended(job))

    def show_progress(self, done: int, total: int) -> None:
        """Show how much is done of how much; a total of nought means nobody knows."""
        self.bar.setRange(0, total)
        self.bar.setValue(done)
        if not total:
            return
        shown = tr("{done} of {total}").format(done=number(done), total=number(total))
        passed = self._now() - self._began
        if passed >= GUESSED_AFTER and done:
            shown += ", " + left(passed / done * (total - done))
        self.words.setText(shown)

    def _progressed(self, job: Job, done: int, total: int) -> None:
        if job is self._job:
            self.show_progress(done, total)

    def _cancelled(self) -> None:
        self.cancel.setEnabled(False)
        self.words.setText(tr("Stopping. Nothing will be kept."))
        announce(self, self.words.text())
        if self._job is not None:
            self._job.cancel()

    def _ended(self, job: Job) -> None:
        if job is self._job:
            self._job = None
            self._appear.stop()
            self.hide()
