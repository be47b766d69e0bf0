"""The newest of several pieces of file work: an older one is stopped, and tells nothing."""

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QObject
from shiboken6 import isValid

from pcf_desktop.progress import Progress
from pcf_desktop.ui.worker import Job, Worker

T = TypeVar("T")


class Newest(QObject):
    """Runs work on files, the newest alone."""

    def __init__(self, worker: Worker, parent: QObject) -> None:
        super().__init__(parent)
        self._worker = worker
        self._job: Job | None = None

    @property
    def busy(self) -> bool:
        """Whether the newest piece of work is still under way."""
        return self._job is not None

    def run(self, work: Callable[[Progress], T], then: Callable[[T], object]) -> Job[T]:
        """Run `work`, and `then` with what came of it, unless newer work was asked for."""

        def checked(progress: Progress) -> T:
            progress(0, 0)  # stopped while it waited
            return work(progress)

        def done(result: T) -> None:
            if isValid(self) and job is self._job:
                then(result)

        def ended() -> None:
            if isValid(self) and job is self._job:
                self._job = None

        self.stop()
        job = self._worker.run(checked)
        self._job = job
        job.done.connect(done)
        job.ended.connect(ended)
        return job

    def is_newest(self, job: Job) -> bool:
        """Say whether this is the work that was asked for last."""
        return job is self._job

    def stop(self) -> None:
        """Stop what is under way; it tells nothing more."""
        if self._job is not None:
            self._job.cancel()
            self._job = None
