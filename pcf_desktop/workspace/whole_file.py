"""Writing a small file so that a crash leaves the old one or the new one, never half."""

import os
from pathlib import Path

from pcf_desktop.disk import settle

__all__ = ["is_ours", "settle", "settle_file", "write"]

_put: dict[Path, tuple[int, int]] = {}
"""What this program put in each place last, by its disk and its number there."""


def write(path: Path, content: bytes, *, to_disk: bool = True) -> None:
    """Put `content` in place of the file, readable by its owner alone.

    One program writes a file at a time; what a killed one left half-written is written over.
    With `to_disk` it returns only once the disk holds it; without, a power cut may leave the old.
    Whatever it raises, the old file stands.
    """
    part = path.with_name(f".{path.name}.part")
    try:
        handle = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            if to_disk:
                os.fsync(file.fileno())
            made = os.fstat(file.fileno())
        _put[path] = made.st_dev, made.st_ino
        part.replace(path)
    except BaseException:
        part.unlink(missing_ok=True)
        raise
    if to_disk:
        settle(path.parent)


def is_ours(path: Path) -> bool:
    """Tell whether this program put the file there, and nobody another in its place since."""
    found = path.stat()
    return _put.get(path) == (found.st_dev, found.st_ino)


def settle_file(path: Path) -> None:
    """Wait until the disk holds a file that another has written."""
    with path.open("rb+") as file:
        os.fsync(file.fileno())
