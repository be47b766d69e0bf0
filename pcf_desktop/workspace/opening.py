"""Making and opening a forum, in the one order that keeps it safe.

Lock, look, key, copy and migrate, connect, compare with what this computer saw last. Whatever
goes wrong on the way, what was taken is given back. Where nothing can be saved, the forum is only
read: no lock is taken, and not a byte is written.
"""

from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

from sqlalchemy.orm import Session

from pcf_desktop.progress import Progress, silent
from pcf_desktop.workspace import (
    backup,
    check,
    connection,
    envelope,
    foreign_log,
    forum_folder,
    head,
    health,
    keys,
    last_seen,
    migrate,
    restore,
)
from pcf_desktop.workspace.backup import Backup
from pcf_desktop.workspace.connection import Connections
from pcf_desktop.workspace.data_key import DataKey
from pcf_desktop.workspace.device import this_device
from pcf_desktop.workspace.envelope import DEFAULT, Cost, Envelope
from pcf_desktop.workspace.faults import (
    CannotWrite,
    DamagedDatabase,
    ForeignLog,
    ForumFault,
    IsBackup,
    UnfinishedLog,
)
from pcf_desktop.workspace.forum_folder import ForumFolder
from pcf_desktop.workspace.guard import Guard
from pcf_desktop.workspace.head import Head
from pcf_desktop.workspace.last_seen import Note, Older, Rewritten
from pcf_desktop.workspace.lock import ForumLock
from pcf_desktop.workspace.workspace import Workspace

READ_ONLY = (
    "Read-only: changes can\N{RIGHT SINGLE QUOTATION MARK}t be saved here. You can read and "
    "search. To work on it, copy the whole folder to a place of your own."
)
"""What is said of a forum on a disk or in a folder that lets nobody write."""

Unlock = Callable[[Envelope], DataKey]
"""Gives the data key out of the envelope, by passphrase or by recovery key."""


@dataclass(frozen=True)
class OpenForum:
    """An open forum: its workspace, and what the person should know about it."""

    forum: UUID
    workspace: Workspace
    warnings: tuple[str, ...]
    odd: Older | Rewritten | None
    """Set when the file is not the one this computer last saw; nothing was changed yet."""

    _note: Note
    _connections: Connections
    _held: ExitStack

    @property
    def folder(self) -> ForumFolder:
        """Where it lies; another folder than at first if it had to be kept elsewhere."""
        return ForumFolder(self._connections.path.parent)

    def look_over(self, progress: Progress = silent) -> str:
        """Return what is the matter with the pages and keys, in sentences; empty when all is well.

        To be asked after each opening: it takes 1.3 seconds for 100,000 comments, and changes
        nothing. Raises whatever `progress` raises.
        """
        with (
            connection.explained(self.folder.database),
            self._connections.readers.connect() as reader,
        ):
            # Each page is looked at once: two readers would keep 32 MB of them for nothing.
            reader.detach()
            reader.exec_driver_sql("PRAGMA cache_size = -1000")
            found = check.quick_problems(reader, progress)
        return self.damage() if found else ""

    @property
    def sheet_checked(self) -> bool:
        """Whether the recovery sheet was once read back, as the key file tells."""
        return envelope.load(self.folder.envelope).sheet_checked

    def damage(self) -> str:
        """Return the sentences for a damaged file: what is safe, and what to go back to."""
        return health.damage(backup.listed(self.folder), self._head())

    def _head(self) -> Head | None:
        """Return how far the damaged file has come, None where it does not even tell that."""
        with suppress(ForumFault):
            return self.workspace.head()
        return None

    def last_backup(self) -> Backup | None:
        """Return the newest whole backup, None when there is none."""
        return backup.newest_good(self.folder)

    def close(self) -> None:
        """Close the file, forget the key and let another program open the forum."""
        self._held.close()

    def accept(self) -> None:
        """Take the file as it is, a person having said that it is the one they want."""
        self._note.accept(self.workspace.head())


def with_passphrase(words: str) -> Unlock:
    """Return the way to unlock with the passphrase."""
    return lambda found: keys.open_with_passphrase(found, words)


def with_recovery_key(written: str) -> Unlock:
    """Return the way to unlock with the key of the recovery sheet."""
    return lambda found: keys.open_with_recovery_key(found, written)


def make(
    path: Path, passphrase: str, fill: Callable[[Session], object], cost: Cost = DEFAULT
) -> str:
    """Make a forum and fill it; return the recovery key, which is kept nowhere else.

    Nothing is left behind when `fill` raises. Raises as `forum_folder.create` does.
    """

    def build(database: Path, key: DataKey) -> None:
        migrate.build(database, key)
        workspace = Workspace(connection.connect(database, key, readers=1), this_device())
        try:
            with workspace.change("Make the forum") as session:
                fill(session)
        finally:
            workspace.close()

    _, key, recovery = forum_folder.create(path, passphrase, build, cost)
    key.forget()
    return recovery


def open_forum(path: Path, unlock: Unlock) -> OpenForum:
    """Open a forum that is there; opening never creates one.

    Raises a `ForumFault` that says what is the matter: missing, in use, not a forum, damaged,
    saved by a newer program, the wrong passphrase; `IsBackup` of a backup, which stays as it is.
    """
    with ExitStack() as stack:
        if not forum_folder.is_forum(path):
            forum_folder.look(path)  # says what is there instead
        copy = backup.found_in(path)
        if copy is not None:
            raise IsBackup(copy.of, copy.taken)
        lock = _prepare(ForumFolder(path), stack)
        writes = lock is not None
        found = forum_folder.look(path)
        key = unlock(found.envelope)
        stack.callback(key.forget)
        forum = found.envelope.forum
        seen = last_seen.recall(forum)
        with _damage_told(found.folder, seen):
            _require_own_log(found.folder, key)
            migrate.bring_up_to_date(found.folder, key)
            connect = connection.connect if writes else connection.connect_read_only
            opened = connect(found.folder.database, key)
            stack.callback(opened.close)
            with opened.readers.connect() as reader:
                now = head.read(reader, frozenset({"feedback"}))
                odd = last_seen.compare(seen, now, lambda save: head.seal_at(reader, save))
            note = Note(forum, is_odd=odd is not None)
            guard = Guard(opened, found.envelope, lock)
            stack.callback(guard.release)
            workspace = Workspace(opened, this_device(), note.saved, guard)
            stack.callback(workspace.close)
        if writes:
            note.saved(now)
        said = found.warnings if writes else (READ_ONLY, *found.warnings)
        return OpenForum(forum, workspace, said, odd, note, opened, stack.pop_all())


@contextmanager
def _damage_told(folder: ForumFolder, seen: Head | None) -> Iterator[None]:
    """Tell damage as damage: with the last good copy, and what it lacks of what was seen last."""
    try:
        with connection.explained(folder.database):
            yield
    except DamagedDatabase as fault:
        copies = backup.listed(folder)
        if not copies:
            raise
        raise DamagedDatabase(folder.database, health.way_back(copies, seen)) from fault


def restore_as_forum(chosen: Backup, path: Path, unlock: Unlock) -> None:
    """Make a forum of a backup, which stays as it is, in a new folder.

    It opens as on the day of the backup. Raises as `open_forum` does, `BadBackup`, and what
    `forum_folder.create` raises; then nothing is made.
    """
    key = unlock(forum_folder.look(chosen.folder.path).envelope)
    try:
        migrate.require_known(chosen.folder.database, key)
        restore.as_forum(path, chosen, key)
    finally:
        key.forget()


def _prepare(folder: ForumFolder, stack: ExitStack) -> ForumLock | None:
    """Lock a forum and finish what was cut off; return None where nothing can be written."""
    if folder.database.is_file() and not connection.may_write(folder.database):
        _require_finished(folder)
        return None
    lock = ForumLock(folder.path)
    lock.take()
    stack.callback(lock.release)
    restore.finish(folder)
    return lock


def _require_finished(folder: ForumFolder) -> None:
    """Refuse to read without a log that cannot be folded in, or a restore cut off half-way."""
    if (folder.path / restore.VERIFIED).exists():
        raise CannotWrite(folder.path)
    for suffix in ("-wal", "-journal"):
        log = connection.beside(folder.database, suffix)
        if log.is_file() and log.stat().st_size:
            raise UnfinishedLog(log)


def _require_own_log(folder: ForumFolder, key: DataKey) -> None:
    """Refuse a log that was written for another database, both kept as they are."""
    log = foreign_log.foreign(folder.database, key)
    if log is not None:
        raise ForeignLog(log, restore.keep_as_it_is(folder).name)
