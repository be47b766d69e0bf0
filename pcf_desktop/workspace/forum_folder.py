"""A forum's folder: the encrypted database, its key envelope, and the backups.

A new one is built under another name and renamed when it is whole, so that there is never half
a forum. Looking at one changes nothing, and is done before the database is open.
"""

import errno
import os
import re
import secrets
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final
from uuid import UUID, uuid4

from pcf_desktop import paths
from pcf_desktop.errors import NO_SPACE
from pcf_desktop.workspace import connection, envelope, file_kind, keys, media, whole_file
from pcf_desktop.workspace.data_key import DataKey
from pcf_desktop.workspace.envelope import DEFAULT, Cost, Envelope
from pcf_desktop.workspace.faults import (
    CannotRead,
    CannotWrite,
    DiskTrouble,
    EmptyFile,
    FolderNotEmpty,
    ForumFault,
    FullDisk,
    InsideForum,
    MissingForum,
    NotAForum,
    NotOnThisComputer,
    PathTooLong,
    SyncedFolder,
)
from pcf_desktop.workspace.media import Medium

DATABASE, ENVELOPE = paths.FORUM_FILES
BACKUPS: Final = "backups"

LONGEST_PATH: Final = 480
"""Bytes; SQLite opens no file whose path has over 512, its own suffixes included."""

_COPY = re.compile(
    r"forum[ ._(-].*\.(db|key)|copy of forum\.(db|key)|.*\.sync-conflict-.*|.*conflicted copy.*",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class ForumFolder:
    """Where the parts of one forum lie."""

    path: Path

    @property
    def database(self) -> Path:
        """Return the place of the encrypted database."""
        return self.path / DATABASE

    @property
    def envelope(self) -> Path:
        """Return the place of the key file."""
        return self.path / ENVELOPE

    @property
    def backups(self) -> Path:
        """Return the folder of the backups."""
        return self.path / BACKUPS


@dataclass(frozen=True)
class Found:
    """What stands in a sound-looking folder, before any passphrase is asked for."""

    folder: ForumFolder
    envelope: Envelope
    warnings: tuple[str, ...]
    """Sentences to show, which stop nobody."""


def is_forum(path: Path) -> bool:
    """Tell from its names alone whether a folder is, or was, a forum.

    Raises `PathTooLong`, or `CannotRead` where this computer does not let us look.
    """
    try:
        return paths.holds_forum(path)
    except OSError as error:
        raise unreadable(path, error) from error


def unreadable(path: Path, error: OSError) -> ForumFault:
    """Return what is the matter with a folder that could not be looked into."""
    return PathTooLong(path) if error.errno == errno.ENAMETOOLONG else CannotRead(path)


def look(path: Path) -> Found:
    """Return what is in a forum's folder, changing nothing; the database must not be open.

    Raises `MissingForum`, `EmptyFile`, `NotAForum`, `MissingEnvelope`, `DamagedEnvelope` or
    `NewerFile`, or `PathTooLong` or `CannotRead` where this computer does not let us.
    """
    folder = ForumFolder(Path(os.path.realpath(path)))
    if not is_forum(folder.path) or not folder.database.is_file():
        raise MissingForum(folder.database)
    if folder.database.stat().st_size == 0:
        raise EmptyFile(folder.database)
    for place in (folder.database, folder.envelope):
        if place.is_file() and not os.access(place, os.R_OK):
            raise CannotRead(place)
    kind = file_kind.foreign(folder.database)
    if kind is not None:
        raise NotAForum(folder.database, kind)
    return Found(folder, envelope.load(folder.envelope), tuple(_warnings(folder)))


def create(
    path: Path,
    passphrase: str,
    build: Callable[[Path, DataKey], None],
    cost: Cost = DEFAULT,
    forum: UUID | None = None,
) -> tuple[ForumFolder, DataKey, str]:
    """Make a forum; return its folder, its data key, and the recovery key to print.

    `build` is given the empty encrypted database and its key, and makes the tables. Whatever is
    raised meanwhile leaves nothing behind. Raises `WeakPassphrase`, `FolderNotEmpty`,
    `InsideForum`, `SyncedFolder`, `NotOnThisComputer`, `PathTooLong`, `CannotWrite`, `FullDisk` or
    `DiskTrouble`.
    """
    made, key, recovery = keys.new_envelope(passphrase, forum or uuid4(), cost)
    with new(path) as part:
        whole_file.write(part.envelope, made.to_bytes())
        connection.create(part.database, key)
        build(part.database, key)
    return ForumFolder(Path(os.path.realpath(path))), key, recovery


@contextmanager
def new(path: Path, *, anywhere: bool = False) -> Iterator[ForumFolder]:
    """Give a folder to make a forum in, which gets its name when that is done.

    Whatever is raised meanwhile leaves nothing behind. Raises as `create` does; `anywhere` also
    takes a place where a forum must not live, as beside one that lives there already.
    """
    real = Path(os.path.realpath(path))
    part = ForumFolder(real.with_name(f".{real.name[:32]}.{secrets.token_hex(4)}.part"))
    try:
        if not anywhere:
            _require_own_disk(real)
        _require_fit(real)
        part.path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        part.path.mkdir(mode=0o700)
        part.backups.mkdir(mode=0o700)
        yield part
        if real.exists():
            real.rmdir()
        part.path.rename(real)
        whole_file.settle(real.parent)
    except OSError as error:
        raise _unmade(real, error) from error
    finally:
        shutil.rmtree(part.path, ignore_errors=True)


def _unmade(real: Path, error: OSError) -> ForumFault:
    if error.errno in NO_SPACE:
        return FullDisk(real)
    known = {errno.ENAMETOOLONG: PathTooLong, errno.EIO: DiskTrouble}
    found = known.get(error.errno or 0)
    return found(real) if found is not None else CannotWrite(real.parent)


def _require_own_disk(real: Path) -> None:
    """Refuse a place where a forum must not live."""
    service = media.service_over(real)
    if service is not None:
        raise SyncedFolder(service)
    if media.medium_of(real) is Medium.NETWORK:
        raise NotOnThisComputer


def _require_fit(real: Path) -> None:
    """Refuse a place where a forum cannot live."""
    if len(os.fsencode(real)) > LONGEST_PATH:
        raise PathTooLong(real)
    for above in real.parents:
        with suppress(CannotRead):
            if is_forum(above):
                raise InsideForum(above)
    if real.exists() and (not real.is_dir() or any(real.iterdir())):
        raise FolderNotEmpty(real)


def _copied(place: Path) -> str:
    return ENVELOPE if place.suffix == ".key" else DATABASE


def _warnings(folder: ForumFolder) -> list[str]:
    said = [
        f"There are two copies in this folder: {_copied(place)} and {place.name}. "
        f"{_copied(place)} is used. Nothing was changed. Ask who made the other before you "
        "delete it."
        for place in sorted(folder.path.iterdir())
        if _COPY.fullmatch(place.name)
    ]
    service = media.service_over(folder.path)
    if service is not None:
        said.append(str(SyncedFolder(service)))
    if media.medium_of(folder.path) is Medium.NETWORK:
        said.append(str(NotOnThisComputer()))
    return said
