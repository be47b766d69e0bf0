"""What stands at a path, against what is held open: a client that shares folders may change it.

A file that was renamed over, moved or deleted goes on living for whoever has it open, and dies with
the last of them. So a file is told by its disk and its number there, never by its name.
"""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from enum import StrEnum
from pathlib import Path

from pcf_desktop.workspace.faults import ForumFault

Identity = tuple[int, int]
"""The disk (`st_dev`) and the file's number on it: inode, on Windows the index of the file."""


class Lost(StrEnum):
    """What no longer stands where it was opened, as a sentence goes on after `The file …`."""

    MOVED = "was moved, renamed or deleted"
    REPLACED = "was replaced by another one"
    LOG = "lost its log"
    """Only what stood beside the database; all that was saved can be folded into it."""


class NotInPlace(ForumFault):
    """What the window holds no longer stands in its folder, and could not be kept beside it."""

    is_unsaved = True

    def __init__(self, name: str, lost: Lost, why: ForumFault | None = None) -> None:
        super().__init__(
            f"Not saved: {name} {lost} by another program while the forum is open."
            + (f" {why.happened}" if why is not None else ""),
            "This window still holds all that was saved before.",
            "Leave it open, mend this and save again: all is then copied to a new folder.",
        )


class HeldFiles:
    """The files of a database as they were opened. Looking costs two questions to the system."""

    def __init__(self, database: Path) -> None:
        """Note what stands there; to be made before it is opened."""
        self.path = database
        self._log = database.with_name(f"{database.name}-wal")
        self._database = identity(database)
        self._log_as_opened: Identity | None = None

    def note_log(self) -> None:
        """Note the log, once it is there."""
        self._log_as_opened = identity(self._log)

    def forget_log(self) -> None:
        """Take whatever log stands there, as before a new one is begun."""
        self._log_as_opened = None

    @property
    def disk(self) -> int | None:
        """The disk it lies on."""
        return self._database[0] if self._database else None

    def lost(self) -> Lost | None:
        """Return what no longer stands where it was opened, None when all does."""
        try:
            found = identity(self.path)
            if found != self._database:
                return Lost.REPLACED if found else Lost.MOVED
            log = self._log_as_opened
            return Lost.LOG if log is not None and identity(self._log) != log else None
        except OSError:  # a disk that does not answer tells nothing; saving will say so
            return None

    def require(self) -> None:
        """Raise `NotInPlace` where a second connection would open something else."""
        lost = self.lost()
        if lost is not None:
            raise NotInPlace(self.path.name, lost)

    @contextmanager
    def sparing_strange_log(self) -> Iterator[None]:
        """Keep a log that is not ours where it is, for SQLite removes by its name what it closes.

        It may be of the file that came in place of ours, and hold what was saved last there.
        """
        aside = self._log.with_name(f"{self._log.name}.aside")
        with suppress(OSError):
            if self._log_as_opened and identity(self._log) not in (None, self._log_as_opened):
                self._log.rename(aside)
        try:
            yield
        finally:
            if aside.exists():
                aside.rename(self._log)


def identity(path: Path) -> Identity | None:
    """Return what a file is on its disk, None where there is none; raises any other OSError."""
    try:
        found = path.stat()
    except (FileNotFoundError, NotADirectoryError):
        return None
    return found.st_dev, found.st_ino
