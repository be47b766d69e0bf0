"""One program at a time in a forum.

The lock is the system's own (`flock`, or its like on Windows): it goes when its holder dies,
however it dies, and stays while its holder is merely stopped. No clock is asked. A note beside
it says who holds it, for the sentence alone; a stale note locks nobody out.
"""

import json
import os
import platform
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from filelock import FileLock, Timeout

from pcf_desktop.workspace import whole_file
from pcf_desktop.workspace.faults import CannotWrite, InUse, MissingForum

LOCK: Final = "forum.lock"
NOTE: Final = "forum.lock.json"


class ForumLock:
    """The right to open one forum, held until `release`."""

    def __init__(self, folder: Path) -> None:
        real = Path(os.path.realpath(folder))
        self._note = real / NOTE
        self._lock = FileLock(
            real / LOCK, timeout=0, mode=0o600, thread_local=False, fallback_to_soft=False
        )

    def take(self) -> None:
        """Hold the lock, or raise `InUse` with who has it and since when.

        Raises `MissingForum` if the folder is gone, `CannotWrite` if it may not be written in.
        """
        if not self._note.parent.is_dir():
            raise MissingForum(self._note.with_name("forum.db"))
        try:
            self._lock.acquire()
        except Timeout as error:
            raise InUse(*_holder(self._note)) from error
        except OSError as error:
            raise CannotWrite(self._note.parent) from error
        held = {"device": platform.node(), "since": datetime.now(UTC).isoformat()}
        with suppress(OSError):  # a full disk: the lock holds all the same
            whole_file.write(self._note, json.dumps(held).encode(), to_disk=False)

    def release(self) -> None:
        """Let another program open the forum."""
        self._note.unlink(missing_ok=True)
        self._lock.release()

    @property
    def is_held(self) -> bool:
        """Tell whether we hold it."""
        return self._lock.is_locked


def _holder(note: Path) -> tuple[str, str]:
    """Return the name of the computer that holds the lock and since when, or empty strings."""
    try:
        held = json.loads(note.read_bytes())
        since = datetime.fromisoformat(held["since"]).astimezone()
        return str(held["device"]), f"{since.day} {since:%B %Y, %H:%M}"
    except (OSError, ValueError, KeyError, TypeError):
        return "", ""
