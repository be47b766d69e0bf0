"""Work off the GUI thread while no forum is open: unlocking one, making one."""

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor

from PySide6.QtCore import QObject, Qt, Signal

from pcf_desktop.progress import Progress
from pcf_desktop.ui.worker import Job


class Background(QObject):
    """Runs one piece of work after the other on a thread of its own."""

    _landed = Signal(Job, Future)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="start")
        self._landed.connect(self._land, Qt.ConnectionType.QueuedConnection)

    def run(self, work: Callable[[Progress], object]) -> Job:
        """Run `work`; its job tells what became of it."""
        job = Job(self)
        future = self._thread.submit(lambda: work(job.progress))
        future.add_done_callback(lambda landed: self._landed.emit(job, landed))
        return job

    def close(self) -> None:
        """Wait for what is under way; nothing is told afterwards."""
        self._landed.disconnect(self._land)
        self._thread.shutdown(wait=True, cancel_futures=True)

    def _land(self, job: Job, future: Future[object]) -> None:
        error = future.exception()
        job.land(None if error else future.result(), error)
