"""Going on in a new folder when another program takes away what is open.

A client that shares folders replaces, moves or deletes files while they are open. What the open
connection holds is whole until it closes; so it is copied to a forum folder beside the old one,
with the key file as it was opened, and from then on read and saved there.
"""

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from itertools import chain, count
from pathlib import Path
from typing import Final

from sqlalchemy import Connection

from pcf_desktop import days, paths
from pcf_desktop.workspace import backup, connection, envelope, forum_folder, head, whole_file
from pcf_desktop.workspace.connection import Connections
from pcf_desktop.workspace.envelope import Envelope
from pcf_desktop.workspace.faults import (
    BadCopy,
    DamagedEnvelope,
    ForumFault,
    MissingEnvelope,
    NewerFile,
)
from pcf_desktop.workspace.forum_folder import ForumFolder
from pcf_desktop.workspace.head import Head
from pcf_desktop.workspace.lock import ForumLock
from pcf_desktop.workspace.standing import Lost, NotInPlace, identity

_LOG_LOST: Final = (
    "The file {log} beside forum.db was deleted or replaced by another program while the forum is "
    "open. Nothing was lost: all that was saved is in forum.db, and saving goes on there. Keep the "
    "forum in a folder that no other program copies or tidies."
)
_READ_LOST: Final = (
    "The file {file} {lost} by another program since it was opened. You still read what was "
    "opened. Lock the forum and open it again to read what is there now."
)


@dataclass(frozen=True)
class Rescue:
    """What another program did to the open files, what is safe and where; `folder` is open now."""

    folder: ForumFolder
    words: str


class Guard:
    """Watches over the files of an open forum, and holds its lock."""

    def __init__(
        self, connections: Connections, found: Envelope, lock: ForumLock | None = None
    ) -> None:
        """`found` is the key file as it was opened; without a lock the forum is only read."""
        self._connections, self._envelope, self._lock = connections, found, lock
        self._key_file: tuple[int, ...] | None = None
        self._told = False
        self._spare: tuple[ForumFolder, Head] | None = None
        """What was copied and could not be opened, as on a disk that is full now."""

    @property
    def folder(self) -> ForumFolder:
        """Where the forum lies that is open now."""
        return ForumFolder(self._connections.path.parent)

    def release(self) -> None:
        """Let another program open the forum."""
        if self._lock is not None:
            self._lock.release()

    def lost(self) -> tuple[Path, Lost] | None:
        """Return the file that no longer stands where it was opened, None when all do."""
        if self._told:
            return None
        lost = self._connections.held.lost()
        if lost is not None:
            return self._connections.path, lost
        lost = self._key_lost() if self._lock is not None else None
        return (self.folder.envelope, lost) if lost is not None else None

    def rescue(self, file: Path, lost: Lost, writer: Connection) -> Rescue:
        """Keep what the writer's connection reads, and go over to it; the writer is closed then.

        Nobody else may write meanwhile. Raises `NotInPlace` where it cannot be kept, and then all
        goes on being held as it is.
        """
        if self._lock is None:
            self._told = True
            return Rescue(self.folder, _READ_LOST.format(file=file.name, lost=lost))
        try:
            if lost is Lost.LOG:
                return self._fold(writer)
            return self._go_over(self._kept(writer), file, lost, writer)
        except ForumFault as why:
            raise NotInPlace(file.name, lost, why) from why

    def _key_lost(self) -> Lost | None:
        place = self.folder.envelope
        try:
            seen = place.stat()
            now = (seen.st_dev, seen.st_ino, seen.st_size, seen.st_mtime_ns)
            if now == self._key_file:
                return None
            found = envelope.load(place)
            if found != self._envelope and not whole_file.is_ours(place):
                return Lost.REPLACED
        except (FileNotFoundError, NotADirectoryError, MissingEnvelope):
            return Lost.MOVED
        except (DamagedEnvelope, NewerFile):
            return Lost.REPLACED
        except OSError:
            return None
        self._envelope, self._key_file = found, now
        return None

    def _fold(self, writer: Connection) -> Rescue:
        """Bring all that is in the lost log into the database, and begin a new log."""
        with connection.explained(self._connections.path):
            if not connection.checkpoint(writer, wait=True):
                raise ForumFault("Something is still being read.")
        writer.close()
        self._connections.begin_anew()
        log = connection.beside(self._connections.path, "-wal").name
        return Rescue(self.folder, _LOG_LOST.format(log=log))

    def _kept(self, writer: Connection) -> ForumFolder:
        """Copy what is open to the first place that takes it; return its folder."""
        with connection.explained(self._connections.path), writer.begin():
            seen = head.read(writer)
        if self._spare is None or self._spare[1] != seen:
            self._spare = self._copied_somewhere(writer, seen), seen
        return self._spare[0]

    def _copied_somewhere(self, writer: Connection, seen: Head) -> ForumFolder:
        *others, last = self._places()
        for place in others:
            with suppress(ForumFault):
                return self._copied(place, writer, seen)
        return self._copied(last, writer, seen)

    def _places(self) -> Iterator[Path]:
        """Yield where it can be kept: beside the forum while its disk is there, else at home."""
        old, now = self.folder.path, datetime.now().astimezone()
        name = f"{old.name} (kept {days.day(now)}, {now:%H.%M})"
        beside = None
        with suppress(OSError):
            beside = identity(old.parent)
        if beside is not None and beside[0] == self._connections.held.disk:
            yield _free(old.with_name(name))
        yield _free(paths.forums() / name)

    def _copied(self, place: Path, writer: Connection, seen: Head) -> ForumFolder:
        key = self._connections.key
        with forum_folder.new(place, anywhere=True) as part:
            whole_file.write(part.envelope, self._envelope.to_bytes())
            with connection.explained(part.database):  # SQLite copies from no writing transaction
                backup.copy_pages(writer, part.database, key)
            if not backup.is_sound(part.database, key, seen):
                raise BadCopy(self._connections.path)
        return ForumFolder(place)

    def _go_over(self, kept: ForumFolder, file: Path, lost: Lost, writer: Connection) -> Rescue:
        old, lock = self.folder, ForumLock(kept.path)
        lock.take()
        try:
            opened = connection.connect(kept.database, self._connections.key)
        except BaseException:
            lock.release()
            raise
        with suppress(ForumFault), connection.explained(old.database):
            connection.checkpoint(writer)  # so that no log of ours meets the file that came
        writer.close()
        self._connections.go_over(opened)
        self.release()
        self._lock, self._key_file, self._spare = lock, None, None
        return Rescue(kept, _told(old, kept, file, lost))


def _free(place: Path) -> Path:
    """Return this place, if need be with a number after it, where nothing is yet."""
    numbered = (place.with_name(f"{place.name} {n}") for n in count(2))
    return next(each for each in chain([place], numbered) if not each.exists())


def _told(old: ForumFolder, kept: ForumFolder, file: Path, lost: Lost) -> str:
    where = "beside it" if kept.path.parent == old.path.parent else f"in {kept.path.parent}"
    return (
        f"The file {file.name} in {old.path.name} {lost} by another program while the forum is "
        f"open. All that was saved is safe in the new folder {kept.path.name} {where}, and what "
        "you save from now on goes there; the same passphrase and recovery sheet open it. Next "
        f"time open {kept.path.name}. Leave {old.path.name} as it is until you know who changed "
        "it, and keep the forum in a folder that no other program shares."
    )
