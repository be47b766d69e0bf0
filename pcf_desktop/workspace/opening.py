"""Making and opening a forum, in the one order that keeps it safe.

Lock, look, key, copy and migrate, connect, compare with what this computer saw last. Whatever
goes wrong on the way, what was taken is given back. Where nothing can be saved, the forum is only
read: no lock is taken, and not a byte is written.
"""

from collections.abc import Callable, Sequence
from contextlib import ExitStack, suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from uuid import UUID

from sqlalchemy import Connection
from sqlalchemy.orm import Session

from pcf_desktop.progress import Progress, silent
from pcf_desktop.workspace import (
    backup,
    check,
    clock,
    connection,
    damaged_log,
    envelope,
    foreign_log,
    forum_folder,
    head,
    health,
    key_file,
    keys,
    last_seen,
    looked,
    migrate,
    restore,
    twins,
)
from pcf_desktop.workspace.backup import Backup, Reason
from pcf_desktop.workspace.clock import Jump
from pcf_desktop.workspace.connection import Connections
from pcf_desktop.workspace.damaged_log import Mended
from pcf_desktop.workspace.data_key import DataKey
from pcf_desktop.workspace.device import this_device
from pcf_desktop.workspace.envelope import DEFAULT, Cost, Envelope
from pcf_desktop.workspace.faults import (
    CannotWrite,
    ForeignLog,
    ForumFault,
    FullDisk,
    IsBackup,
    OldKeyFile,
    UnfinishedLog,
)
from pcf_desktop.workspace.forum_folder import ForumFolder, Found
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

FULL = (
    "Read-only: this disk is full, so changes can\N{RIGHT SINGLE QUOTATION MARK}t be saved. You "
    "can read and search. Make room on the disk, then lock the forum and open it again."
)
"""What is said of a forum on a disk without room for a single change."""

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
    by_recovery_key: bool
    """Whether the recovery sheet opened it; then nobody may know the passphrase any more."""

    _note: Note
    _connections: Connections
    _held: ExitStack

    @property
    def folder(self) -> ForumFolder:
        """Where it lies; another folder than at first if it had to be kept elsewhere."""
        return ForumFolder(self._connections.path.parent)

    def look_over(self, progress: Progress = silent) -> str:
        """Return what is the matter with the pages, keys and rows, in sentences; empty when well.

        To be asked after each opening: it takes 1.3 seconds for 100,000 comments, and changes
        nothing. Of the rows a part is compared with what was last saved, each time the next.
        Raises whatever `progress` raises.
        """
        with (
            connection.explained(self.folder.database),
            self._connections.readers.connect() as reader,
        ):
            # Each page is looked at once: two readers would keep 32 MB of them for nothing.
            reader.detach()
            reader.exec_driver_sql("PRAGMA cache_size = -1000")
            found = check.quick_problems(reader, progress)
            found = found or looked.older_in_turn(reader, self.forum)
        return self.damage(found) if found else ""

    @property
    def sheet_checked(self) -> bool:
        """Whether the recovery sheet was once read back, as the key file tells."""
        return envelope.load(self.folder.envelope).sheet_checked

    def change_passphrase(
        self, old: str | None, new: str, cost: Cost = DEFAULT
    ) -> Backup | ForumFault:
        """Change the passphrase and copy the forum; return the copy, or why there is none.

        Without the `old` one only what the recovery key has opened. Raises `WrongPassphrase`,
        `WeakPassphrase`, and as a save does, and then the old one stands.
        """
        place, last = self.folder.envelope, self.workspace.key_file
        if old is not None:
            number = keys.change_passphrase(place, old, new, cost, last=last)
        elif self.by_recovery_key:
            number = keys.set_passphrase(place, self._connections.key, new, cost, last=last)
        else:
            raise ValueError("The passphrase is changed by whoever knows it, or has the sheet.")
        with suppress(ForumFault):  # then the next opening notes it
            self.workspace.note_key_file(number)
        with suppress(ForumFault):
            if self.by_recovery_key:  # whose sheet, then, can be read
                keys.note_sheet_checked(place)
        try:
            return self.workspace.back_up(Reason.KEY_FILE)
        except ForumFault as fault:
            return fault

    def damage(self, found: Sequence[str] = ()) -> str:
        """Return the sentences for a damaged file: what is safe, and what to go back to.

        `found` are the lines of what is the matter, where they are known.
        """
        return health.damage(backup.listed(self.folder), self._head(), found)

    def _head(self) -> Head | None:
        """Return how far the damaged file has come, None where it does not even tell that."""
        with suppress(ForumFault):
            return self.workspace.head()
        return None

    def last_backup(self) -> Backup | None:
        """Return the newest whole backup, None when there is none."""
        now = self._head()
        return backup.newest_good(self.folder, now.save if now is not None else None)

    def clock_jump(self) -> Jump | None:
        """Return how the clock has jumped since the forum was last used here, None if it has not.

        To be asked at an opening; until `accept_clock` no backup is let go of.
        """
        now = self._head()
        return clock.jump(self.forum, datetime.now(UTC), now.at if now is not None else None)

    def accept_clock(self) -> None:
        """Go by this computer's clock, a person having said that it is right."""
        clock.accept(self.forum, datetime.now(UTC))

    def close(self) -> None:
        """Close the file, forget the key and let another program open the forum."""
        self._held.close()

    def accept(self) -> None:
        """Take the file as it is, a person having said that it is the one they want."""
        self._note.accept(self.workspace.head())


@dataclass(frozen=True)
class ByRecoveryKey:
    """The way to unlock with the recovery sheet, which opens older key files too."""

    written: str = field(repr=False)

    def __call__(self, found: Envelope) -> DataKey:
        """Return the data key; raises as `keys.open_with_recovery_key`."""
        return keys.open_with_recovery_key(found, self.written)


def with_passphrase(words: str) -> Unlock:
    """Return the way to unlock with the passphrase."""
    return lambda found: keys.open_with_passphrase(found, words)


def with_recovery_key(written: str) -> Unlock:
    """Return the way to unlock with the key of the recovery sheet."""
    return ByRecoveryKey(written)


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
        _require_forum(path)
        writes = (lock := _prepare(ForumFolder(path), stack)) is not None
        found = forum_folder.look(path)
        key = unlock(found.envelope)
        stack.callback(key.forget)
        forum = found.envelope.forum
        seen = last_seen.recall(forum)
        with health.told(found.folder, seen):
            _require_own_log(found.folder, key)
            mended = damaged_log.mend(found.folder, key) if writes else None
            migrate.bring_up_to_date(found.folder, key)
            opened = _connected(found.folder.database, key, writes=writes)
            stack.callback(opened.close)
            with opened.readers.connect() as reader:
                now = head.read(reader, frozenset({"feedback"}))
                odd = last_seen.compare(seen, now, lambda save: head.seal_at(reader, save))
                last = _last_key_file(reader, found, unlock)
            note = Note(forum, is_odd=odd is not None)
            guard = Guard(opened, found.envelope, lock)
            stack.callback(guard.release)
            workspace = Workspace(opened, this_device(), note.saved, guard)
            stack.callback(workspace.close)
        if writes:
            note.saved(now)
            _note_key_file(workspace, found.envelope.number, last, odd)
            clock.jump(forum, datetime.now(UTC), now.at)  # noted before a save by a wrong clock
        twin = twins.told(forum, found.folder.path, stack) if writes else ()
        said = (*_why_read_only(opened), *_of_log(mended, seen), *found.warnings, *twin)
        return OpenForum(
            *(forum, workspace, said, odd, isinstance(unlock, ByRecoveryKey)),
            *(note, opened, stack.pop_all()),
        )


def _connected(database: Path, key: DataKey, *, writes: bool) -> Connections:
    return (connection.connect if writes else connection.connect_read_only)(database, key)


def _why_read_only(opened: Connections) -> tuple[str, ...]:
    """Return why nothing can be saved; nothing where it can."""
    if not opened.is_read_only:
        return ()
    return (FULL if connection.is_full(opened.path) else READ_ONLY,)


def _last_key_file(reader: Connection, found: Found, unlock: Unlock) -> int:
    """Return the number of the current key file; raise `OldKeyFile` where this is an older one."""
    last = key_file.last(reader)
    if found.envelope.number < last and not isinstance(unlock, ByRecoveryKey):
        raise OldKeyFile(found.folder.envelope)
    return last


def _note_key_file(
    workspace: Workspace, number: int, last: int, odd: Older | Rewritten | None
) -> None:
    """Note a key file that is newer than the database knows: a change cut off, a copy gone back to.

    Where that cannot be saved now, or nobody has yet said that it is the file they want, a later
    opening does it.
    """
    if number > last and odd is None:
        with suppress(ForumFault):
            workspace.note_key_file(number)


def _require_forum(path: Path) -> None:
    """Refuse what is no forum, and a backup, which must stay as it is."""
    if not forum_folder.is_forum(path):
        forum_folder.look(path)  # says what is there instead
    copy = backup.found_in(path)
    if copy is not None:
        raise IsBackup(copy.of, copy.taken, *_both(copy))


def last_used(copy: Backup) -> Head | None:
    """Return how far the forum of a backup had come when it was last used on this computer."""
    return last_seen.recall(copy.forum)


def _both(copy: Backup) -> tuple[str, str]:
    """Return what a backup holds, and what its forum held when it was last used here."""
    seen = last_used(copy)
    return (
        copy.head.comments if copy.head is not None else "",
        seen.words if seen is not None else "",
    )


def _of_log(mended: Mended | None, seen: Head | None) -> tuple[str, ...]:
    """Return what to say of a log that was damaged."""
    return () if mended is None else (mended.words(seen),)


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
    database = folder.database
    if database.is_file() and not connection.may_write(database):
        _require_finished(folder)
        return None
    if database.is_file() and connection.is_full(database):
        if any(connection.beside(database, end).exists() for end in ("-wal", "-journal")):
            raise FullDisk(database)  # what was saved last is in the log, which takes room to read
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
