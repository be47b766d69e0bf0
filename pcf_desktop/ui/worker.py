"""Work off the GUI thread: changes on one thread, reads on a second, files on a third."""

from collections.abc import Callable
from concurrent.futures import CancelledError, Future, ThreadPoolExecutor
from dataclasses import dataclass
from threading import Event
from time import monotonic, sleep
from typing import TYPE_CHECKING, Generic

from PySide6.QtCore import QObject, Qt, Signal
from typing_extensions import TypeVar, override

from pcf_desktop import logs
from pcf_desktop.errors import UserError
from pcf_desktop.progress import Cancelled, Progress

if TYPE_CHECKING:
    from pcf_desktop.workspace import Session, Workspace
    from pcf_desktop.workspace.backup import Backup, Reason

T = TypeVar("T", default=object)
R_co = TypeVar("R_co", covariant=True, default=object)

INTERVAL = 0.05
"""Seconds between two reports of progress."""

_TURN = 0.001
"""Seconds that work stands still at each report, so that the window has its turn.

Work that opens and closes files lets go of the interpreter so often and so briefly that a waiting
window never gets hold of it: measured, it was deaf for 300 ms.
"""


_UNDO, _REDO = "undo", "redo"


class Job(QObject, Generic[R_co]):
    """One piece of work under way, with what it gives: what becomes of it, and the way to stop it.

    Exactly one of `done`, `cancelled`, `refused` (the person can mend it) and `failed` (our
    fault) is emitted, then `ended`; all in the GUI thread.
    """

    progressed = Signal(int, int)
    done = Signal(object)
    cancelled = Signal()
    refused = Signal(UserError)
    failed = Signal(Exception)
    ended = Signal()
    _stepped = Signal(int, int)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._stop = Event()
        self._told = 0.0
        self._stepped.connect(self._tell)

    def cancel(self) -> None:
        """Ask the work to stop at its next step."""
        self._stop.set()

    @property
    def unwanted(self) -> bool:
        """Whether somebody asked the work to stop."""
        return self._stop.is_set()

    def progress(self, done: int, total: int) -> None:
        """Tell how far the work is; called on the worker's thread. Raises Cancelled."""
        if self.unwanted:
            raise Cancelled
        self.report(done, total)

    def report(self, done: int, total: int) -> None:
        """Tell how far work is that goes on to its end, though it may be asked to stop."""
        if done == total or monotonic() - self._told >= INTERVAL:
            self._stepped.emit(done, total)
            sleep(_TURN)
            self._told = monotonic()

    def land(self, result: object, error: BaseException | None) -> None:
        """Tell what became of the work; called in the GUI thread."""
        if isinstance(error, Cancelled | CancelledError) or (error is None and self._dropped()):
            self.cancelled.emit()
        elif error is None:
            self.done.emit(result)
        elif isinstance(error, UserError):
            self.refused.emit(error)
        else:
            self.failed.emit(error)
        self.ended.emit()
        self.deleteLater()

    def _dropped(self) -> bool:
        """Whether the result is no longer wanted; what is committed is always told."""
        return False

    def _tell(self, done: int, total: int) -> None:
        self.progressed.emit(done, total)


class Query(Job[R_co]):
    """A job that only reads: stopped after its end, it still tells nothing."""

    @override
    def _dropped(self) -> bool:
        return self.unwanted


@dataclass(frozen=True)
class _Running:
    """A job under way: its end, the change it is to make, if any, and whether it may be stopped."""

    future: Future[object]
    action: str = ""
    stops: bool = True


class Worker(QObject):
    """Runs all work on the open forum, and tells in the GUI thread which tables changed."""

    changed = Signal(frozenset)
    drafted = Signal()
    """A draft was kept or dropped, of which `changed` does not tell: nobody saved anything."""
    rescued = Signal(object)
    """Another program took the open files away; the `Rescue` says what was done."""
    undone = Signal(object)
    """The label of the change that was taken back, None where there was none."""
    redone = Signal(object)
    """The label of the change that was done again, None where there was none."""
    backed_up = Signal(object)
    refused = Signal(UserError)
    failed = Signal(Exception)
    _landed = Signal(Job, Future)
    _touched = Signal(frozenset)

    def __init__(self, workspace: "Workspace", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.workspace = workspace
        workspace.on_change = self._touched.emit
        workspace.on_rescue = self.rescued.emit
        self._changes = ThreadPoolExecutor(max_workers=1, thread_name_prefix="changes")
        self._reads = ThreadPoolExecutor(max_workers=1, thread_name_prefix="reads")
        self._files = ThreadPoolExecutor(max_workers=1, thread_name_prefix="files")
        self._latest: dict[str, tuple[Query, Future[object]]] = {}
        self._running: dict[Job, _Running] = {}
        self._closed = False
        self.lost: dict[str, BaseException] = {}
        """The actions that were not saved although the person had asked, known once it is closed,
        and why not."""
        # Queued, so that whoever starts a job can listen before anything is told.
        self._landed.connect(self._land, Qt.ConnectionType.QueuedConnection)
        self._touched.connect(self._tell, Qt.ConnectionType.QueuedConnection)

    @property
    def busy(self) -> bool:
        """Whether any work is under way, or its end not yet told."""
        return bool(self._running)

    @property
    def importing(self) -> bool:
        """Whether a change is under way that is stopped, and lost, when the forum is closed."""
        return any(each.action and each.stops for each in self._running.values())

    def change(
        self,
        action: str,
        work: "Callable[[Session, Progress], T]",
        *,
        label: str = "",
        stops: bool = False,
    ) -> Job[T]:
        """Run `work` as one transaction and one undo step; `Workspace.change` says how it is named.

        Whatever happens it goes on to its end, unless it `stops`: long work with a Stop of its own.
        """
        job = Job[T](self)

        def run() -> object:
            with self.workspace.change(action, label) as session:
                return work(session, job.progress if stops else job.report)

        self._start(self._changes, job, run, action, stops=stops)
        return job

    def undo(self) -> Job:
        """Take the last change back, to the end even when the window closes; gives its label."""
        job = Job(self)
        job.done.connect(self.undone)
        self._start(self._changes, job, lambda: self.workspace.undo(job.report), _UNDO, stops=False)
        return job

    def redo(self) -> Job:
        """Do the last undone change again, as `undo`."""
        job = Job(self)
        job.done.connect(self.redone)
        self._start(self._changes, job, lambda: self.workspace.redo(job.report), _REDO, stops=False)
        return job

    def run(self, work: Callable[[Progress], T]) -> Job[T]:
        """Run long work on files, as a pack or a backup, that must not keep a search waiting."""
        job = Job[T](self)
        self._start(self._files, job, lambda: work(job.progress))
        return job

    def back_up(self, reason: "Reason") -> "Job[Backup]":
        """Copy the forum as it is now; `backed_up` tells of the copy."""
        job = self.run(lambda progress: self.workspace.back_up(reason, progress))
        job.done.connect(self.backed_up)
        return job

    def read(self, work: "Callable[[Session], T]") -> Query[T]:
        """Run `work` on the reading thread, after whatever waits there already."""
        return self._query(work)[0]

    def latest(self, topic: str, work: "Callable[[Session], T]") -> Query[T]:
        """Run `work` on the reading thread; an older one of this topic is dropped, even half done.

        For what is asked anew with every key, as a search.
        """
        if topic in self._latest:
            older, future = self._latest[topic]
            older.cancel()
            future.cancel()
        query, future = self._query(work)
        self._latest[topic] = query, future
        return query

    def close(self) -> None:
        """Drop what only reads and has not begun, stop what is long, and wait for every change.

        What the person saved a moment ago, and a draft kept on the way out, are neither dropped
        with the queue nor stopped; what of them failed is `lost`. Nothing is told afterwards.
        """
        self.workspace.on_change = _nobody
        self.workspace.on_rescue = _nobody
        for job, running in self._running.items():
            if running.stops:
                job.cancel()
        for thread in (self._reads, self._files):
            thread.shutdown(wait=True, cancel_futures=True)
        self._changes.shutdown(wait=True)
        self._closed = True
        for running in self._running.values():
            self._note(running)
        self._running.clear()
        self._latest.clear()

    def _note(self, running: _Running) -> None:
        """Note what became of work whose end nobody will be told, if it did not end well."""
        error = None if running.future.cancelled() else running.future.exception()
        if error is None or isinstance(error, Cancelled):
            return
        if not isinstance(error, UserError):
            logs.note_fault(error)
        if running.action:
            logs.LOG.warning("not done at the end: %s (%s)", running.action, type(error).__name__)
            self.lost[running.action] = error

    def _query(self, work: "Callable[[Session], T]") -> tuple[Query[T], Future[object]]:
        query = Query[T](self)

        def run() -> object:
            if query.unwanted:
                raise Cancelled
            with self.workspace.read() as session:
                return work(session)

        return query, self._start(self._reads, query, run)

    def _start(
        self,
        thread: ThreadPoolExecutor,
        job: Job,
        run: Callable[[], object],
        action: str = "",
        *,
        stops: bool = True,
    ) -> Future[object]:
        if self._closed:  # a screen's timer can ring once more while the window takes it away
            return Future()
        future = thread.submit(run)
        self._running[job] = _Running(future, action, stops)
        future.add_done_callback(lambda landed: self._landed.emit(job, landed))
        return future

    def _land(self, job: Job, future: Future[object]) -> None:
        if self._closed:
            return
        self._running.pop(job, None)
        self._latest = {t: kept for t, kept in self._latest.items() if kept[0] is not job}
        if future.cancelled():
            job.land(None, Cancelled())
            return
        error = future.exception()
        job.land(None if error else future.result(), error)
        if isinstance(error, UserError):
            self.refused.emit(error)
        elif error is not None and not isinstance(error, Cancelled):
            self.failed.emit(error)

    def _tell(self, tables: frozenset[str]) -> None:
        if not self._closed:
            self.changed.emit(tables)


def _nobody(_told: object) -> None:
    """Tell nobody of a change, for the window has gone."""
