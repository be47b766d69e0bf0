"""One program at a time in a forum.

The lock is the system's own (`flock`, or its like on Windows): it goes when its holder dies,
however it dies, and stays while its holder is merely stopped. No clock is asked. A note beside
it says who holds it, for the sentence; one that this computer left behind locks nobody out. One of
another computer does, for its lock may not reach us: the folder was copied while open there.
A second lock goes by the database itself, which can have a name in two folders (a hard link).
"""

import json
import os
import platform
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from filelock import FileLock, Timeout

from pcf_desktop import days, paths
from pcf_desktop.workspace import whole_file
from pcf_desktop.workspace.device import this_device
from pcf_desktop.workspace.faults import CannotWrite, InUse, MissingForum, OpenElsewhere

LOCK: Final = "forum.lock"
NOTE: Final = "forum.lock.json"


class ForumLock:
    """The right to open one forum, held until `release`."""

    def __init__(self, folder: Path) -> None:
        real = Path(os.path.realpath(folder))
        self._note = real / NOTE
        self._lock = _system_lock(real / LOCK)
        self._second: FileLock | None = None

    def take(self) -> None:
        """Hold the lock, or raise `InUse` or `OpenElsewhere` with who has it and since when.

        Raises `MissingForum` if the folder is gone, `CannotWrite` if it may not be written in.
        """
        if not self._note.parent.is_dir():
            raise MissingForum(self._note.with_name("forum.db"))
        own = this_device().hex
        try:
            self._lock.acquire()
            self._second = _lock_of(self._note.with_name("forum.db"))
            if self._second is not None:
                self._second.acquire()
            self._require_ours(own)
        except Timeout as error:
            self._let_go()
            raise InUse(*_holder(self._note)) from error
        except OSError as error:
            self._let_go()
            raise CannotWrite(self._note.parent) from error
        except OpenElsewhere:
            self._let_go()
            raise
        with suppress(OSError):  # a full disk: the lock holds all the same
            held = {"device": platform.node(), "id": own, "since": datetime.now(UTC).isoformat()}
            whole_file.write(self._note, json.dumps(held).encode(), to_disk=False)

    def release(self) -> None:
        """Let another program open the forum, whatever becomes of the note.

        A note that another computer's file brought along stays: that computer has it open.
        """
        if not self.is_held:
            return
        try:
            if not self._is_anothers(this_device().hex):
                self._note.unlink(missing_ok=True)
        finally:
            self._let_go()

    @property
    def is_held(self) -> bool:
        """Tell whether we hold it."""
        return self._lock.is_locked

    def _let_go(self) -> None:
        for each in (self._second, self._lock):
            if each is not None:
                each.release()

    def _require_ours(self, own: str) -> None:
        """Refuse a note of another computer; its name alone may change from day to day."""
        if self._is_anothers(own):
            raise OpenElsewhere(*_holder(self._note), self._note)

    def _is_anothers(self, own: str) -> bool:
        with suppress(OSError, ValueError, KeyError, TypeError):
            return bool(json.loads(self._note.read_bytes())["id"] != own)
        return False


def _system_lock(path: Path) -> FileLock:
    return FileLock(path, timeout=0, mode=0o600, thread_local=False, fallback_to_soft=False)


def _lock_of(database: Path) -> FileLock | None:
    """Return the lock of a database by what it is on its disk, whatever its names."""
    folder = paths.state() / "locks"
    try:
        found = database.stat()
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError:
        return None
    return _system_lock(folder / f"{found.st_dev:x}-{found.st_ino:x}")


def _holder(note: Path) -> tuple[str, str]:
    """Return the name of the computer that holds the lock and since when, or empty strings."""
    try:
        held = json.loads(note.read_bytes())
        since = datetime.fromisoformat(held["since"]).astimezone()
        return str(held["device"]), days.day_and_time(since)
    except (OSError, ValueError, KeyError, TypeError):
        return "", ""
