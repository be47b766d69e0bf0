"""How sound an open forum file is, in words a person can use."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

from sqlalchemy import Connection

from pcf_desktop import days
from pcf_desktop.workspace import audit, backup, check, digests
from pcf_desktop.workspace.backup import Backup, to_go_back_to
from pcf_desktop.workspace.connection import explained
from pcf_desktop.workspace.faults import DamagedDatabase
from pcf_desktop.workspace.forum_folder import ForumFolder
from pcf_desktop.workspace.head import Head

DAMAGED = "Part of this file is damaged. Nothing was changed by looking."


OLD_PAGES = (
    "Part of this file is older than the rest, as when another program puts back pages of an "
    "earlier copy. Nothing was changed by looking."
)
"""Said where all reads well, and rows are not those last saved."""


@dataclass(frozen=True)
class Health:
    """What was found: lines of SQLite's for each problem, and the first audit entry that is off."""

    problems: tuple[str, ...]
    broken_entry: int | None
    saves: int | None

    @property
    def is_sound(self) -> bool:
        """Say whether nothing is the matter."""
        return not self.problems and self.broken_entry is None

    def sentences(self, damage: str = DAMAGED) -> Iterator[str]:
        """Yield what is the matter; `damage` is said of pages and indexes, as `damage()` says."""
        if self.problems:
            yield damage
        if self.broken_entry is not None:
            yield (
                f"The record of what was done does not hold from entry {self.broken_entry} on. "
                "The feedback itself was not changed by this check. Ask who else has used the file."
            )


def damage(backups: Sequence[Backup], now: Head | None, found: Sequence[str] = ()) -> str:
    """Return what to say of a damaged file; `now` is how far it has come, where it still tells.

    `found` are the lines of what is the matter, where they are known.
    """
    is_old = bool(found) and all(line.startswith(digests.OLDER) for line in found)
    return f"{OLD_PAGES if is_old else DAMAGED} {way_back(backups, now)}"


@contextmanager
def told(folder: ForumFolder, seen: Head | None) -> Iterator[None]:
    """Say what SQLite refuses; tell damage as damage: with the last good copy, and what it lacks.

    `seen` is how far the file had come, as far as is known.
    """
    try:
        with explained(folder.database):
            yield
    except DamagedDatabase as fault:
        copies = backup.listed(folder)
        if not copies:
            raise
        raise DamagedDatabase(folder.database, way_back(copies, seen)) from fault


def way_back(backups: Sequence[Backup], now: Head | None) -> str:
    """Return which backup is good, and what it would lack of what there was.

    `backups` with the newest first; `now` is how far the file had come, as far as is known.
    """
    kept = to_go_back_to(backups, now.save if now is not None else None)
    good = next((found for found in kept if found.is_whole()), None)
    if good is None:
        return "There is no good backup. Keep this file as it is and ask for help."
    skipped = "A later backup is damaged too. " if good is not kept[0] else ""
    at = good.taken.astimezone()
    lacking = _lacking(good, now)
    holds = f", with {good.head.comments}" if good.head is not None else ""
    this = f" The last save of this file is {now.words}." if now is not None else ""
    return (
        f"{skipped}The last good backup is from {days.day_and_time(at)}{holds}"
        f"{lacking}: the folder backups/{good.name}.{this} To go back to the backup, "
        "choose Open from another folder on the first page of the window, and then that folder: a "
        "forum is made of it, and this one stays as it is."
    )


def _lacking(good: Backup, now: Head | None) -> str:
    """Return what was logged since a backup."""
    there = now.counts.get("feedback", 0) if now is not None else 0
    lost = there - (good.head.counts.get("feedback", 0) if good.head is not None else 0)
    if lost <= 0:
        return ""
    return f", and lacks {lost:,} {'comment' if lost == 1 else 'comments'} added since"


def examine(writer: Connection) -> Health:
    """Look through the file on a connection that may write; nothing is written.

    Where pages are damaged the record of what was done is not read: it could not be believed.
    """
    found = tuple(check.problems(writer))
    if found:
        return Health(found, None, None)
    older = tuple(digests.off(writer)) if digests.is_kept(writer) else ()
    return Health(older, audit.first_broken(writer), audit.head(writer)[0])
