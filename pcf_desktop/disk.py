"""Asking the disk to hold what the system has in its memory alone."""

import os
from contextlib import suppress
from pathlib import Path


def settle(folder: Path) -> None:
    """Wait until the disk holds the names in a folder, where the system lets us ask.

    A disk that cannot say is no fault, for SQLite neither: the names stand, and whoever was told
    that a file was not replaced must find the old one.
    """
    if os.name != "posix":
        return
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
