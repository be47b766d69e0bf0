"""The open forum file: many readers, one writer, and every change one transaction and one step."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext, suppress
from datetime import UTC, datetime
from pathlib import Path
from threading import RLock
from uuid import UUID

from sqlalchemy import Connection, event, update
from sqlalchemy.orm import Session

from pcf_desktop.progress import Progress, silent
from pcf_desktop.records import AuditEntry, Base, Draft, Feedback, PartDigest, Series, stamp
from pcf_desktop.workspace import (
    audit,
    backup,
    clock,
    digests,
    head,
    health,
    key_file,
    restore,
    search_index,
)
from pcf_desktop.workspace.backup import Backup, Reason
from pcf_desktop.workspace.connection import Connections, checkpoint, is_full
from pcf_desktop.workspace.faults import CannotWrite, DiskTrouble, ForumFault, FullDisk, NotSaved
from pcf_desktop.workspace.forum_folder import ForumFolder
from pcf_desktop.workspace.guard import Guard, Rescue
from pcf_desktop.workspace.head import Head
from pcf_desktop.workspace.health import Health
from pcf_desktop.workspace.history import Changes, History, Step

NEVER_TAKEN_BACK = (
    AuditEntry.__table__,
    PartDigest.__table__,
    *(Series.__table__, Draft.__table__),
)
"""What was done stays noted, a number once given is never given again, and a draft is not yet done.

A change of these alone is no undo step and no audit entry, leaves what can be redone as it was, and
is told to nobody: it only reaches the encrypted file."""

COUNTED = frozenset({"feedback"})
"""What is counted at every save, to say what an older copy of the file lacks."""

UNDO, REDO = "Undo", "Redo"
NEW_KEY_FILE = "Change the passphrase"

ROOM = "room"
"""The key in a session's `info` for the bytes that its work is about to take."""

SAID = "said"
"""The key in a session's `info` which says that a family's words were typed in its work."""

MANY = 5_000
"""From so many rows on, an undo or redo makes the search index anew at its end."""

FEW = 20
"""Of a large change the audit names only the first few ids; its counts are whole."""


class Workspace:
    """An open forum file, read and changed only through `read` and `change`."""

    def __init__(
        self,
        connections: Connections,
        device: UUID,
        remember: Callable[[Head], None] = lambda _head: None,
        guard: Guard | None = None,
    ) -> None:
        """Set up undo on the writing connection; migrations have brought the file up to date.

        The `guard` looks at each save whether the file still stands where it was opened.
        """
        self.on_change: Callable[[Changes], None] = lambda _changes: None
        self.on_rescue: Callable[[Rescue], None] = lambda _rescue: None
        self._connections = connections
        self._device = device
        self._remember = remember
        self._guard = guard
        self._last: Head | None = None
        self._writing = RLock()
        self._begin()

    def _begin(self) -> None:
        """Begin to write, with nothing to undo yet."""
        self._writer = self._connections.writer.connect()
        tables = [t for t in Base.metadata.sorted_tables if t not in NEVER_TAKEN_BACK]
        with self._writer.begin():
            self._history = History(self._writer, tables)
            search_index.follow(self._writer)

    @property
    def undo_label(self) -> str | None:
        """Return what the next undo would take back."""
        return _label(self._history.last_done)

    @property
    def undo_bins(self) -> bool:
        """Whether the next undo puts typed words into the bin."""
        step = self._history.last_done
        return step is not None and step.is_said

    @property
    def redo_label(self) -> str | None:
        """Return what the next redo would do again."""
        return _label(self._history.last_undone)

    @property
    def is_in_place(self) -> bool:
        """Whether the files still stand where they were opened; two questions to the system."""
        return self._guard is None or self._guard.lost() is None

    def stand(self) -> None:
        """Go on in a new folder if another program took the file away that is open.

        Asked at every save, and now and then. `on_rescue` is told what was done, and undo begins
        anew. While a change is under way it does nothing: that asks at its end. Raises `NotInPlace`
        where nothing could be kept elsewhere.
        """
        guard = self._guard
        if guard is None or guard.lost() is None or not self._writing.acquire(blocking=False):
            return
        try:
            lost = guard.lost()  # for another thread may have done it meanwhile
            if lost is None or self._writer.in_transaction():
                return
            rescue = guard.rescue(*lost, self._writer)
            if self._writer.closed:
                self._begin()
        finally:
            self._writing.release()
        self.on_rescue(rescue)

    @contextmanager
    def read(self) -> Iterator[Session]:
        """Give a session for reading, which sees the file as it is now until it ends."""
        with self._explained(), Session(self._connections.readers) as session:
            yield session

    @contextmanager
    def change(self, action: str, label: str = "") -> Iterator[Session]:
        """Give a session whose work is one transaction, one undo step and one audit entry.

        `action` says what is done in words that are always the same, for they stay in the audit;
        `label`, which undo shows and the file never holds, may name what the person made. Whatever
        is raised inside rolls everything back. In the session's `info` work says, under `ROOM`,
        about how many bytes it takes where they are many, and sets `SAID` where a family's words
        are typed. Raises `CannotWrite` where nothing can be saved.
        """
        self._require_writable()
        with self._writing:
            self.stand()
            with (
                _room_told(self._connections.path) as opened,
                self._transaction() as first,
                Session(self._writer, autoflush=True) as session,
            ):
                opened.append(session)
                event.listen(session, "before_commit", _refuse)
                yield session
                session.flush()
                step = self._history.step(
                    self._writer, action, label or action, first, is_said=SAID in session.info
                )
                saved = self._seal(action, step) if step.changes else None
                if saved is None:
                    digests.follow_aside(self._writer)
            if saved is None:
                return
            with self._writer.begin():
                self._history.did(self._writer, step)
            self.stand()
            self._tell(step, saved)

    def undo(self, progress: Progress = silent) -> str | None:
        """Take the last change back; return its label, None when there is nothing to undo."""
        with self._writing:
            self.stand()
            history = self._history
            return self._again(history.last_done, UNDO, self._take_back, history.undid, progress)

    def redo(self, progress: Progress = silent) -> str | None:
        """Do the last undone change again; return its label, None when there is none."""
        with self._writing:
            self.stand()
            history = self._history
            return self._again(history.last_undone, REDO, history.redo, history.redid, progress)

    @property
    def is_read_only(self) -> bool:
        """Whether the place of the file lets nobody save."""
        return self._connections.is_read_only

    @property
    def key_file(self) -> int:
        """Return the number of the current key file."""
        with self.read() as session:
            return key_file.last(session.connection())

    def note_key_file(self, number: int) -> None:
        """Note which key file is the current one, as an audit entry that no undo takes back.

        Raises as `change` does.
        """
        self._require_writable()
        with self._writing:
            with self._transaction():
                key_file.note(self._writer, number)
                audit.note(self._writer, NEW_KEY_FILE, ())
                saved = head.read(self._writer, COUNTED)
            self._remember(saved)

    def forget_history(self) -> None:
        """Drop every undo step, as after an erasure that must not come back."""
        with self._writing, self._explained(), self._writer.begin():
            self._history.forget(self._writer)

    def checkpoint(self) -> bool:
        """Fold the write-ahead log into the file; False when a reader was still at work."""
        with self._writing, self._explained():
            return checkpoint(self._writer)

    def back_up(self, reason: Reason, progress: Progress = silent) -> Backup:
        """Copy the file as it is now, verify the copy, and let go of copies too many.

        Changes may go on meanwhile; the copy has none of them. Raises as `backup.take` does, and
        `CannotWrite` where nothing can be saved.
        """
        self._require_writable()
        self.stand()
        folder = ForumFolder(self._connections.path.parent)
        with self._explained(), self._connections.readers.connect() as reader:
            made = backup.take(folder, reader, self._connections.key, reason, progress)
        now = datetime.now(UTC)
        if clock.jump(made.forum, now, None) is None:
            backup.thin(folder, now)
        return made

    def copies(self) -> list[Backup]:
        """Return the backups to go back to, the newest first; needs no key."""
        there = backup.listed(ForumFolder(self._connections.path.parent))
        return [found for found in there if found.reason is not Reason.DAMAGED]

    def restore_beside(self, chosen: Backup, path: Path) -> None:
        """Make a forum of a backup in a new folder; this one and the backup stay as they are.

        It opens with the passphrase of that day. Raises `BadBackup`, also where it was made under
        another key, and what `forum_folder.create` raises; then nothing is made.
        """
        restore.as_forum(path, chosen, self._connections.key)

    def head(self) -> Head:
        """Return how far the file has come."""
        with self._writing, self._explained(), self._writer.begin():
            return head.read(self._writer, COUNTED)

    def health(self) -> Health:
        """Look through the whole file for damage; some seconds for 100,000 comments."""
        with self._writing, self._writer.begin() as looking:
            try:
                return health.examine(self._writer)
            finally:
                looking.rollback()  # nothing was written, and a damaged file takes no commit

    def close(self) -> None:
        """Fold the log into the file and close every connection; a second time does nothing.

        A disk too full for it leaves the log beside the file: what was saved is saved. Raises
        `NotInPlace` once closed, where another program took the file away and it could not be kept.
        """
        with self._writing:
            if self._writer.closed:
                return
            try:
                self.stand()
                with suppress(ForumFault):
                    self.checkpoint()
            finally:
                self._writer.close()
                self._connections.close()

    @contextmanager
    def _transaction(self) -> Iterator[int]:
        """Begin one transaction, the lock being held; give the number of its first undo note.

        What the disk refused is said to be not saved, and must not come back after a crash: its
        pages may all be in the log, which would then be believed. So the log is folded away.
        """
        try:
            with (
                self._explained(),
                stamp.stamped(self._device),
                self._writer.begin(),
            ):
                yield self._history.mark(self._writer)
        except (DiskTrouble, FullDisk) as error:
            with suppress(ForumFault):
                self.checkpoint()
            if isinstance(error, FullDisk):
                raise
            raise NotSaved(self._connections.path) from error

    def _explained(self) -> AbstractContextManager[None]:
        """Say of whatever the file refuses what it is; of damage also which backup is good."""
        return health.told(ForumFolder(self._connections.path.parent), self._last)

    def _require_writable(self) -> None:
        if self.is_read_only and is_full(self._connections.path):
            raise FullDisk(self._connections.path)
        if self.is_read_only:
            raise CannotWrite(self._connections.path.parent)

    def _again(
        self,
        step: Step | None,
        word: str,
        replay: Callable[[Connection, int, Progress], Step],
        remember: Callable[[Connection, Step], None],
        progress: Progress,
    ) -> str | None:
        if step is None:
            return None
        with self._transaction() as first:
            many = self._history.size(undo=word == UNDO) > MANY
            with search_index.in_bulk(self._writer) if many else nullcontext():
                inverse = replay(self._writer, first, progress)
            saved = self._seal(f"{word}: {step.action}", inverse)
        with self._writer.begin():
            remember(self._writer, inverse)
        self.stand()
        self._tell(inverse, saved)
        return step.label

    def _take_back(self, connection: Connection, first: int, progress: Progress) -> Step:
        """Undo the last step; where words were typed in it they go to the bin instead.

        Redo takes them out again as long as it can; later, or after another opening, the bin does.
        """
        step = self._history.last_done
        if step is None or not step.is_said:
            return self._history.undo(connection, first, progress)
        typed = self._history.added(connection, step, Feedback.__tablename__)
        binned = update(Feedback).where(Feedback.id.in_(typed)).values(binned_at=stamp.now())
        connection.execute(binned)
        return self._history.step(connection, step.action, step.label, first)

    def _seal(self, action: str, step: Step) -> Head:
        moved = digests.follow(self._writer, self._history, step)
        audit.note(self._writer, action, self._history.touched(self._writer, step, FEW), moved)
        return head.read(self._writer, COUNTED)

    def _tell(self, step: Step, saved: Head) -> None:
        self._last = saved
        self._remember(saved)
        self.on_change(step.changes)


@contextmanager
def _room_told(path: Path) -> Iterator[list[Session]]:
    """Say of a full disk how much room the work would have taken, if its session tells."""
    opened: list[Session] = []
    try:
        yield opened
    except FullDisk as error:
        needed = sum(int(session.info.get(ROOM, 0)) for session in opened)
        raise FullDisk(path, needed) from error


def _label(step: Step | None) -> str | None:
    return step.label if step is not None else None


def _refuse(_session: Session) -> None:
    raise RuntimeError("The change commits, once, at its end; a service never does.")
