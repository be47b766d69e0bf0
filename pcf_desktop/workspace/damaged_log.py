"""Putting the saves of a damaged log together again, before SQLite would empty it.

Both files are copied aside first, encrypted as they are. What is put together is always the file as
of the end of one save, never a mixture: every page, index and key, the audit chain and the digests
of all rows must hold, else it is that of an earlier save. It takes the database's place as a
restored backup does.
"""

import os
import shutil
from collections.abc import Iterator
from contextlib import closing, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from pcf_desktop.workspace import (
    connection,
    digests,
    head,
    health,
    log_pages,
    restore,
)
from pcf_desktop.workspace.connection import PAGE, beside
from pcf_desktop.workspace.data_key import DataKey
from pcf_desktop.workspace.faults import ForumFault
from pcf_desktop.workspace.foreign_log import SALT
from pcf_desktop.workspace.forum_folder import ForumFolder
from pcf_desktop.workspace.head import Head
from pcf_desktop.workspace.log_pages import PageLog

_PART: Final = "forum.db.mending.part"
_COUNTED: Final = frozenset({"feedback"})


@dataclass(frozen=True)
class Mended:
    """What became of a damaged log: how far the file would have come without, and has come now."""

    log: str
    without: Head | None
    now: Head | None
    kept: str
    """The name of the backup that holds both files as they were."""

    def words(self, seen: Head | None) -> str:
        """Return what to say of it; `seen` is how far the file had come when last seen here."""
        happened = f"The file {self.log}, which holds the last changes, was damaged."
        kept = f"Both it and the forum file are kept as they were in backups/{self.kept}."
        return f"{happened} {self._back()}{self._missing(seen)} {kept}"

    def _back(self) -> str:
        if self.now is None:
            return "Nothing of what came after the damage could be put together."
        saves, comments = _between(self.without, self.now)
        if saves <= 0:
            return "Nothing of what came after the damage could be put together."
        return (
            f"{_count(saves, 'save')} came back from it, {_count(comments, 'comment')} among them: "
            f"the file is whole up to save {self.now.save:,}."
        )

    def _missing(self, seen: Head | None) -> str:
        there = self.now or self.without
        if seen is None or there is None:
            return " Whether later ones are missing cannot be known on this computer."
        saves, comments = _between(there, seen)
        if saves <= 0:
            return " Nothing is missing that was seen on this computer."
        return f" {_count(saves, 'save')} did not, {_count(comments, 'comment')} among them."


def mend(folder: ForumFolder, key: DataKey) -> Mended | None:
    """Put together what a damaged log still holds; None where there is no log, or a sound one.

    The forum must be locked by us and closed. Raises as `restore.keep_as_it_is` does, and then
    both files are as they were.
    """
    connection.require_not_live(folder.database)
    path = beside(folder.database, "-wal")
    if not path.is_file() or not path.stat().st_size:
        return None
    with folder.database.open("rb") as file:
        salt = file.read(SALT)
    log = log_pages.read(path.read_bytes(), key, salt)
    if not log.is_damaged():
        return None
    kept = restore.keep_as_it_is(folder)
    part = folder.path / _PART
    try:
        without = _head(folder, log, _before(log), key)
        now = next(
            (found for last in _tries(log) if (found := _tried(folder, log, last, key))), None
        )
        if now is not None and (without is None or now.save >= without.save):
            restore.put_in_place(folder, part)
        else:
            now = None
    finally:
        for suffix in ("", *restore.BESIDE):
            beside(part, suffix).unlink(missing_ok=True)
    return Mended(path.name, without, now, kept.name)


def _before(log: PageLog) -> int:
    """Return the frame of the last commit that SQLite would take; -1 for none."""
    return max((at for at in log.commits() if at < (log.stops_at or 0)), default=-1)


def _tries(log: PageLog) -> Iterator[int]:
    """Yield the frames at which a whole save may end, the last first.

    The very last is tried even where a page of it is lost: the file itself may have that page
    already. Then come those whose every page is there.
    """
    ends = [at for at in reversed(log.commits()) if at > _before(log)]
    yield from ends[:1]
    yield from (at for at in ends[1:] if log.is_whole(at))


def _tried(folder: ForumFolder, log: PageLog, last: int, key: DataKey) -> Head | None:
    """Put the file of this save together, look it through, and return its head if all holds."""
    part = _made(folder, log, last)
    with suppress(ForumFault), closing(connection.connect(part, key, readers=1)) as opened:
        with opened.writer.connect() as writer, connection.explained(part), writer.begin() as look:
            is_proved = digests.is_kept(writer) or log.is_whole(last)
            is_sound = is_proved and health.examine(writer).is_sound
            look.rollback()  # nothing was written, and a damaged file takes no commit
        if is_sound:
            with opened.readers.connect() as reader:
                return head.read(reader, _COUNTED)
    return None


def _head(folder: ForumFolder, log: PageLog, last: int, key: DataKey) -> Head | None:
    """Return how far the file has come as SQLite would take it, None where it does not read."""
    part = _made(folder, log, last)
    with (
        suppress(ForumFault),
        closing(connection.connect(part, key, readers=1)) as opened,
        opened.readers.connect() as reader,
        connection.explained(part),
    ):
        return head.read(reader, _COUNTED)
    return None


def _made(folder: ForumFolder, log: PageLog, last: int) -> Path:
    """Copy the database, with the pages of the log up to this frame in it."""
    part = folder.path / _PART
    shutil.copyfile(folder.database, part)
    part.chmod(0o600)
    with part.open("r+b") as file:
        for number, page in log.pages(last).items():
            file.seek((number - 1) * PAGE)
            file.write(page)
    if last >= 0:
        os.truncate(part, log.frames[last].size * PAGE)
    return part


def _between(before: Head | None, after: Head) -> tuple[int, int]:
    """Return how many saves and comments lie between two heads."""
    saves = after.save - (before.save if before is not None else 0)
    comments = after.counts.get("feedback", 0)
    return saves, max(comments - (before.counts.get("feedback", 0) if before is not None else 0), 0)


def _count(number: int, name: str) -> str:
    return f"{number:,} {name}{'' if number == 1 else 's'}"
