"""One forum open in two folders at once, as when its folder was copied while it was open.

Each folder has a lock of its own, so both open; what is saved in one never reaches the other. A
lock by the forum's own name, held as long as it is open, tells the second one. It keeps nobody out:
who opened the copy may want to look what is in it.
"""

import json
from contextlib import ExitStack, suppress
from pathlib import Path
from uuid import UUID

from filelock import FileLock, Timeout

from pcf_desktop import paths
from pcf_desktop.workspace import whole_file


def told(forum: UUID, folder: Path, held: ExitStack) -> tuple[str, ...]:
    """Hold a forum's name until `held` closes; return what to say where another folder has it."""
    place = paths.state() / "locks"
    note = place / f"{forum.hex}.json"
    try:
        place.mkdir(mode=0o700, parents=True, exist_ok=True)
        lock = FileLock(
            place / f"{forum.hex}.lock",
            timeout=0,
            mode=0o600,
            thread_local=False,
            fallback_to_soft=False,
        )
        lock.acquire()
    except Timeout:
        return (_words(note, folder),)
    except OSError:  # a computer that keeps no state tells nothing
        return ()
    held.callback(lock.release)
    with suppress(OSError):
        whole_file.write(note, json.dumps({"folder": str(folder)}).encode(), to_disk=False)
    return ()


def _words(note: Path, folder: Path) -> str:
    other = "another folder"
    with suppress(OSError, ValueError, KeyError, TypeError):
        other = f"the folder {json.loads(note.read_bytes())['folder']}"
    return (
        f"This forum is open in {other} too, of which this one in {folder} is a copy. What you "
        "save in one does not reach the other, and both are kept. Close one of them, and go on "
        "only with the one that holds what was logged last: Home says how many comments each has."
    )
