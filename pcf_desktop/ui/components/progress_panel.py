"""How far long work is, how long it will take, and the way to stop it, if there is one."""

from collections.abc import Callable
from time import monotonic

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QProgressBar

from pcf_desktop.ui.components.announce import announce
from pcf_desktop.ui.components.button import Button
from pcf_desktop.ui.components.card import Card
from pcf_desktop.ui.components.leaving import leave
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
    """Follows the newest job: appears after a second, and goes when that job has ended.

    When it appears and nothing else has the focus, as after a button that is off while the work
    goes on, Stop has it. `share` shows how much is done in per cent, where its units say nothing.
    """

    def __init__(
        self,
        title: str,
        hint: str = "",
        *,
        share: bool = False,
        stops: bool = True,
        now: Callable[[], float] = monotonic,
    ) -> None:
        super().__init__(title, hint)
        self._share, self._stops = share, stops
        self._now, self._began = now, now()
        self._job: Job | None = None
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(title)
        self.bar.setRange(0, 0)
        self.words = Text("", Role.SMALL, "muted")
        self.cancel = Button(tr("Stop"), icon="x", parent=self)
        self.cancel.setVisible(stops)
        self.cancel.clicked.connect(self._cancelled)
        self.add(self.bar, self.words)
        if stops:
            self.add_row(self.cancel)
        self._appear = QTimer(self, singleShot=True, interval=SHOWN_AFTER)
        self._appear.timeout.connect(self._come)
        self.hide()

    def follow(self, job: Job, title: str = "") -> None:
        """Show this job's progress, and stop it when the person asks; an older one goes on.

        `title` says what this job is, where the panel shows different ones.
        """
        self._job = job
        if title:
            self._name(title)
        self._began = self._now()
        self.bar.setRange(0, 0)
        self.words.setText("")
        self.cancel.setEnabled(True)
        self._appear.start()
        job.progressed.connect(lambda done, total: self._progressed(job, done, total))
        job.ended.connect(lambda: self._ended(job))

    def forget(self) -> None:
        """Follow nothing and keep no words, as when the forum is closed and nothing is told."""
        self._job = None
        self._appear.stop()
        self.hide()
        self._name("")
        self.words.setText("")

    def show_progress(self, done: int, total: int) -> None:
        """Show how much is done of how much; a total of nought means nobody knows."""
        self.bar.setRange(0, total)
        self.bar.setValue(done)
        if not total:
            return
        if self._share:
            shown = tr("{n}%").format(n=100 * done // total)
        else:
            shown = tr("{done} of {total}").format(done=number(done), total=number(total))
        passed = self._now() - self._began
        if passed >= GUESSED_AFTER and done:
            shown += ", " + left(passed / done * (total - done))
        self.words.setText(shown)

    def _name(self, title: str) -> None:
        self.title.setText(title)
        self.title.setVisible(bool(title))
        self.setAccessibleName(title)
        self.bar.setAccessibleName(title)

    def _come(self) -> None:
        self.show()
        announce(self, self.title.text())
        if self._stops and self.window().focusWidget() is None:
            self.cancel.setFocus()

    def _progressed(self, job: Job, done: int, total: int) -> None:
        if job is self._job:
            self.show_progress(done, total)

    def _cancelled(self) -> None:
        leave(self.cancel)
        self.cancel.setEnabled(False)
        self.words.setText(tr("Stopping. Nothing will be kept."))
        announce(self, self.words.text())
        if self._job is not None:
            self._job.cancel()

    def _ended(self, job: Job) -> None:
        if job is self._job:
            self._job = None
            self._appear.stop()
            leave(self.cancel)
            self.hide()
