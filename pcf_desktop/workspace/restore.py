"""Going back to a backup, and taking the key file from one.

The chosen backup is copied and verified first; only then is the forum's own database set aside
and replaced. The verified copy's final name is the promise to finish: a program killed in between
finishes at the next opening, so that a log of the old database never meets the new one.
"""

import filecmp
import shutil
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from pcf_desktop.workspace import backup, connection, envelope, forum_folder, whole_file
from pcf_desktop.workspace.backup import Backup, Reason
from pcf_desktop.workspace.connection import beside
from pcf_desktop.workspace.data_key import DataKey
from pcf_desktop.workspace.faults import BadBackup, DamagedEnvelope, ForumFault, MissingEnvelope
from pcf_desktop.workspace.forum_folder import ForumFolder

VERIFIED: Final = "forum.db.restored"
_PART: Final = "forum.db.restoring.part"
BESIDE: Final = ("-wal", "-shm", "-journal")


def restore(folder: ForumFolder, chosen: Backup, key: DataKey) -> Backup | None:
    """Put a backup in the place of the database; return what was set aside, if there was any.

    The forum must be locked by us and closed. The envelope stays, with today's passphrase.
    Raises `BadBackup`, and then nothing was changed.
    """
    connection.require_not_live(folder.database)
    finish(folder)
    part = folder.path / _PART
    shutil.copyfile(chosen.folder.database, part)
    part.chmod(0o600)
    if chosen.head is None or not backup.is_sound(part, key, chosen.head):
        part.unlink()
        raise BadBackup(chosen.name)
    aside = _set_aside(folder, key)
    put_in_place(folder, part)
    return aside


def put_in_place(folder: ForumFolder, part: Path) -> None:
    """Let a verified file in the forum's folder take the place of the database and its logs."""
    whole_file.settle_file(part)
    part.rename(folder.path / VERIFIED)
    finish(folder)


def as_forum(path: Path, chosen: Backup, key: DataKey) -> None:
    """Make a forum of a backup where none is yet, with the passphrase of that day.

    Raises `BadBackup`, and what `forum_folder.create` raises; then nothing is made.
    """
    with forum_folder.new(path) as folder:
        content = envelope.load(chosen.folder.envelope).to_bytes()
        whole_file.write(folder.envelope, content)
        restore(folder, chosen, key)


def finish(folder: ForumFolder) -> bool:
    """Finish a restore that was cut off; return whether there was one. Asked at each opening."""
    verified = folder.path / VERIFIED
    if not verified.exists():
        return False
    for suffix in BESIDE:
        beside(folder.database, suffix).unlink(missing_ok=True)
    verified.replace(folder.database)
    whole_file.settle(folder.path)
    return True


def recover_envelope(folder: ForumFolder) -> Backup:
    """Put the key file of the newest backup that has a sound one in the forum's folder.

    It opens with the passphrase of that day. A damaged key file is replaced. Raises
    `MissingEnvelope` if no backup has one.
    """
    for found in backup.listed(folder):
        with suppress(MissingEnvelope, DamagedEnvelope):
            content = envelope.load(found.folder.envelope).to_bytes()
            whole_file.write(folder.envelope, content)
            return found
    raise MissingEnvelope(folder.envelope)


def _set_aside(folder: ForumFolder, key: DataKey) -> Backup | None:
    """Keep the present database: as a backup if it is sound, else its files as they are."""
    if not folder.database.exists():
        return None
    try:
        with connection.reading(folder.database, key) as reader:
            return backup.take(folder, reader, key, Reason.RESTORE)
    except ForumFault:
        return keep_as_it_is(folder)


def keep_as_it_is(folder: ForumFolder) -> Backup:
    """Copy the database and its logs as they are, closed; return the copy, or the one there is."""
    connection.require_not_live(folder.database)
    for known in backup.listed(folder):
        if known.reason is Reason.DAMAGED and _is_copy(known.folder.database, folder.database):
            return known
    with backup.new_part(folder) as part:
        for suffix in ("", *BESIDE):
            with suppress(FileNotFoundError):
                kept = beside(part.database, suffix)
                shutil.copyfile(beside(folder.database, suffix), kept)
                kept.chmod(0o600)
        made = backup.describe(part, datetime.now(UTC), Reason.DAMAGED, None)
        return backup.put_in_place(made, folder)


def _is_copy(kept: Path, database: Path) -> bool:
    """Tell whether a database and its logs were kept already, byte for byte."""
    pairs = [(beside(kept, suffix), beside(database, suffix)) for suffix in ("", *BESIDE)]
    return all(
        one.is_file() == other.is_file()
        and (not one.is_file() or filecmp.cmp(one, other, shallow=False))
        for one, other in pairs
    )
