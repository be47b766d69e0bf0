"""Backups: whole copies of a forum, verified before they are listed.

A backup is a folder of the same shape as a forum's own: the encrypted database, the key envelope
of that day, and a manifest that says, without any key, when and why it was taken, how far the
file had come, and the digest of its bytes. It is made under a name that is never listed and
renamed when it has been opened again and found equal to its source.
"""

import errno
import hashlib
import json
import os
import secrets
import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from pathlib import Path
from typing import Any, Final
from uuid import UUID

from sqlalchemy import Connection

from pcf_desktop.errors import NO_SPACE
from pcf_desktop.progress import Progress, silent
from pcf_desktop.workspace import check, connection, envelope, head, thinning, whole_file
from pcf_desktop.workspace.data_key import DataKey
from pcf_desktop.workspace.faults import (
    BadBackup,
    BadCopy,
    CannotWrite,
    DiskTrouble,
    ForumFault,
    FullDisk,
)
from pcf_desktop.workspace.forum_folder import BACKUPS, ForumFolder
from pcf_desktop.workspace.head import Head
from pcf_desktop.workspace.thinning import Dated

MANIFEST: Final = "backup.json"
_PART: Final = ".part-"
_PAGES: Final = 500
_STAMP: Final = "%Y%m%dT%H%M%S%fZ"


class Reason(StrEnum):
    """Why a backup was taken."""

    UPDATE = "before-update"
    IMPORT = "before-import"
    MERGE = "before-merge"
    DELETION = "before-deletion"
    ERASURE = "before-erasure"
    RESTORE = "before-restore"
    KEY_FILE = "new-key-file"
    """Taken after a change of passphrase, so that the newest copy opens with the newest one."""
    REGULAR = "regular"
    ASKED = "asked"
    DAMAGED = "damaged"
    """Not a backup to go back to: the damaged files as they were, set aside by a restore."""


@dataclass(frozen=True)
class Backup:
    """One backup, as its manifest tells."""

    folder: ForumFolder
    forum: UUID
    taken: datetime
    reason: Reason
    head: Head | None
    digest: str

    @property
    def name(self) -> str:
        """Return the name of its folder."""
        return self.folder.path.name

    @property
    def of(self) -> str:
        """Return the name of the forum's folder, as far as where the backup lies still tells."""
        above = self.folder.path.parent
        return above.parent.name if above.name == BACKUPS else self.name

    @property
    def dated(self) -> Dated:
        """Return when and of which save it was taken."""
        return Dated(self.taken, self.head.save if self.head is not None else -1)

    def is_whole(self) -> bool:
        """Tell whether its bytes are those that were written; needs no key."""
        try:
            return _digest(self.folder.database) == self.digest
        except OSError:
            return False


def take(
    folder: ForumFolder,
    source: Connection,
    key: DataKey,
    reason: Reason,
    progress: Progress = silent,
) -> Backup:
    """Copy the open database as this reading connection sees it, verify the copy, and list it.

    Tells progress in pages. Raises as `new_part` does, `BadCopy` if it does not read back, and
    whatever `progress` raises; then nothing is listed.
    """
    taken = datetime.now(UTC)
    with new_part(folder) as part:
        seen = head.read(source)
        with connection.explained(part.database):
            copy_pages(source, part.database, key, progress)
        made = describe(part, taken, reason, seen)
        if not is_good(made, key):
            raise BadCopy(folder.database)
        return put_in_place(made, folder)


def listed(folder: ForumFolder) -> list[Backup]:
    """Return the backups that were finished, the newest first, those set aside included.

    The newest is that of the latest save, where a clock was wrong (see `thinning`).
    """
    if not folder.backups.is_dir():
        return []
    found = (_read(path) for path in folder.backups.iterdir() if not path.name.startswith("."))
    there = [b for b in found if b is not None]
    order = thinning.in_order({b.dated for b in there}, datetime.now(UTC))
    return sorted(there, key=lambda b: order.index(b.dated), reverse=True)


def found_in(path: Path) -> Backup | None:
    """Return the backup that a folder is, None if it is none; looking changes nothing.

    Raises `BadBackup` of one that cannot be gone back to.
    """
    real = Path(os.path.realpath(path))
    if not (real / MANIFEST).is_file():
        return None
    found = _read(real)
    if found is None or found.head is None:
        raise BadBackup(real.name)
    return found


def newest_good(folder: ForumFolder, upto: int | None = None) -> Backup | None:
    """Return the newest backup to go back to whose bytes are whole, or None.

    Of saves `upto` this one, where an older copy of the forum was gone back to.
    """
    return next((found for found in to_go_back_to(listed(folder), upto) if found.is_whole()), None)


def to_go_back_to(there: Iterable[Backup], upto: int | None = None) -> list[Backup]:
    """Return those of backups that one can go back to, in their order; those `upto` a save first.

    Copies of later saves than the file's own are of a way that was left.
    """
    kept = [found for found in there if found.head is not None]
    return sorted(kept, key=lambda found: upto is not None and found.dated.save > upto)


def is_good(found: Backup, key: DataKey) -> bool:
    """Open a backup, check every page, and tell whether it is as its manifest says."""
    return (
        found.head is not None
        and found.is_whole()
        and is_sound(found.folder.database, key, found.head)
    )


def is_sound(database: Path, key: DataKey, expected: Head) -> bool:
    """Tell whether a database that nobody has open reads whole and has come this far."""
    try:
        with connection.reading(database, key) as reader:
            return not check.quick_problems(reader) and head.read(reader) == expected
    except ForumFault:
        return False


def describe(part: ForumFolder, taken: datetime, reason: Reason, seen: Head | None) -> Backup:
    """Write the manifest of a copy."""
    forum = envelope.load(part.envelope).forum
    made = Backup(part, forum, taken, reason, seen, _digest(part.database))
    fields = {
        "forum": str(forum),
        "taken": taken.isoformat(),
        "reason": reason.value,
        "head": seen.to_json() if seen else None,
        "digest": made.digest,
    }
    whole_file.write(part.path / MANIFEST, json.dumps(fields, indent=1).encode())
    return made


@contextmanager
def new_part(folder: ForumFolder) -> Iterator[ForumFolder]:
    """Give a folder for a copy that is never listed, with the envelope; removed if it stays.

    What an earlier, killed program left half-made goes too. Raises `FullDisk`, `CannotWrite` or
    `DiskTrouble` for whatever the disk refuses meanwhile.
    """
    with _disk_explained(folder.database):
        folder.backups.mkdir(mode=0o700, exist_ok=True)
        for left in folder.backups.glob(f"{_PART}*"):
            shutil.rmtree(left)
        part = ForumFolder(folder.backups / f"{_PART}{secrets.token_hex(4)}")
        part.path.mkdir(mode=0o700)
        try:
            whole_file.write(part.envelope, folder.envelope.read_bytes())
            yield part
        finally:
            shutil.rmtree(part.path, ignore_errors=True)


def put_in_place(made: Backup, folder: ForumFolder) -> Backup:
    """Give a finished copy its name, by which it is listed."""
    final = folder.backups / f"{made.taken:{_STAMP}}-{made.reason}"
    whole_file.settle(made.folder.path)
    made.folder.path.rename(final)
    whole_file.settle(folder.backups)
    return replace(made, folder=ForumFolder(final))


def thin(folder: ForumFolder, now: datetime, retention: timedelta | None = None) -> list[Backup]:
    """Remove the backups that are no longer wanted; return them. See `thinning`."""
    there = listed(folder)
    gone = thinning.superfluous([found.dated for found in there], now, retention)
    removed = [found for found in there if found.dated in gone]
    for found in removed:
        leaving = found.folder.path.rename(folder.backups / f"{_PART}{found.name}")
        shutil.rmtree(leaving)
    return removed


@contextmanager
def _disk_explained(database: Path) -> Iterator[None]:
    """Say why a copy could not be written, and of a full disk how much room a copy takes."""
    try:
        yield
    except (OSError, FullDisk) as error:
        if isinstance(error, FullDisk) or error.errno in NO_SPACE:
            raise FullDisk(database, database.stat().st_size) from error
        denied = isinstance(error, PermissionError) or error.errno == errno.EROFS
        raise (CannotWrite(database.parent) if denied else DiskTrouble(database)) from error


def copy_pages(source: Connection, target: Path, key: DataKey, progress: Progress = silent) -> None:
    """Copy page by page, encrypted anew; the copy has no write-ahead log."""
    with connection.opened(target, key, "rwc") as copy:
        connection.driver(source).backup(
            copy,
            pages=_PAGES,
            progress=lambda _status, left, total: progress(total - left, total),
        )
        copy.execute("PRAGMA journal_mode = DELETE")
    target.chmod(0o600)


def _read(path: Path) -> Backup | None:
    """Return the backup in a folder, or None if its manifest does not read."""
    try:
        fields: dict[str, Any] = json.loads((path / MANIFEST).read_bytes())
        return Backup(
            ForumFolder(path),
            UUID(fields["forum"]),
            datetime.fromisoformat(fields["taken"]),
            Reason(fields["reason"]),
            Head.from_json(fields["head"]) if fields["head"] else None,
            str(fields["digest"]),
        )
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return None


def _digest(path: Path) -> str:
    """Return the SHA-256 of a copy; never asked of a live database."""
    connection.require_not_live(path)
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
