"""Write a file so that a fault leaves either the old file or the whole new one.

The bytes go to a part beside their place, this person's alone from its first byte on. They
reach the disk, are checked by opening the file again, and only then take the place of the old one.
Files that belong together are all ready before the first is replaced, and if one cannot be, the
others get their earlier bytes back. Nothing goes to the computer's common temporary folder, where
other people and programs may read it; what a kill leaves beside its place, a later write removes.
"""

import errno
import os
import secrets
import shutil
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import NamedTuple

from pcf_desktop import disk
from pcf_desktop.errors import NO_SPACE, UserError

_SUFFIX = "~pcf-part"
_ABANDONED = 3_600
"""Seconds after which a part is nobody's: no write takes so long, in whatever program it runs."""
_READERS = {".csv": "Excel", ".docx": "Word", ".pdf": "your PDF reader", ".xlsx": "Excel"}
"""Programs that hold a file while it is open in them."""
_MB = 1_000_000
_ELSEWHERE = "Choose another folder."


class Taken(Exception):
    """Something already has the name of a file that was to be a new one; nothing was written."""


class File(NamedTuple):
    """A file to write; `check` opens what was written and raises if it is not whole."""

    path: Path
    data: bytes
    check: Callable[[Path], None]


def write(path: Path, data: bytes, check: Callable[[Path], None]) -> None:
    """Write `data` to `path`, readable by this person only, and replace what stood there.

    `check` opens the part and raises if it is not whole. Raises UserError when the folder is
    missing or closed to us, the disk is full, or another program holds the file.
    """
    write_all([File(path, data, check)])


def write_all(files: Sequence[File], *, anew: bool = False) -> None:
    """Write files that belong together, as `write` does: all of them, or none is changed.

    Written `anew`, none ever takes the place of another file; raises Taken where one would.
    """
    parts: list[tuple[File, Path]] = []
    try:
        for file in files:
            with _in_sentences(file.path, len(file.data)):
                tidy(file.path.parent)
                part = _part_beside(file.path)
                parts.append((file, part))
                _fill(part, file.data)
                file.check(part)
        _replace_all(parts, _put if anew else _replace)
    finally:
        for _, part in parts:
            _drop(part)


def take_back(files: Sequence[File]) -> None:
    """Remove files that were written anew, and are not to stand after all.

    One that holds other bytes by now is somebody's work and stays.
    """
    for file in files:
        with suppress(OSError):
            if file.path.read_bytes() == file.data:
                file.path.unlink()
                disk.settle(file.path.parent)


def ready(folder: Path) -> None:
    """Make a folder to write in where it is missing; raises UserError as `write` does."""
    with _in_sentences(folder / "pack", 0):
        folder.mkdir(parents=True, exist_ok=True)


def tidy(folder: Path) -> None:
    """Remove what a killed program left half written in a folder.

    A younger part stays: another program may be writing it, on another computer even.
    """
    for part in folder.glob(f".*{_SUFFIX}"):
        begun = part.name[1:].partition("-")[0]
        if begun.isdecimal() and int(begun) < time.time() - _ABANDONED:
            _drop(part)


def _part_beside(path: Path) -> Path:
    """Return a new name, which says when it was given: a second name is as old as its file."""
    return path.with_name(f".{int(time.time())}-{secrets.token_hex(8)}{_SUFFIX}")


def _drop(part: Path) -> None:
    with suppress(OSError):
        part.unlink(missing_ok=True)


def _replace_all(
    parts: Sequence[tuple[File, Path]], give_name: Callable[[Path, Path], None]
) -> None:
    replaced: list[tuple[Path, Path | None]] = []
    kept: list[Path] = []
    try:
        for place, (file, part) in enumerate(parts, start=1):
            with _in_sentences(file.path, len(file.data)):
                earlier = _second_name(file.path) if place < len(parts) else None
                kept += [earlier] if earlier is not None else []
                give_name(part, file.path)
                replaced.append((file.path, earlier))
    except BaseException:
        for path, earlier in replaced:
            _give_back(path, earlier)
        raise
    finally:
        for each in kept:
            _drop(each)


def _second_name(path: Path) -> Path | None:
    """Keep the earlier file under a second name, while it may have to be given back."""
    if not path.is_file():
        return None
    earlier = _part_beside(path)
    try:
        earlier.hardlink_to(path)
    except OSError:  # a stick that knows no second names
        try:
            _fill(earlier, b"")  # so that nobody else may read what is copied
            shutil.copyfile(path, earlier)
        except BaseException:
            _drop(earlier)
            raise
    return earlier


def _give_back(path: Path, earlier: Path | None) -> None:
    with suppress(OSError):
        if earlier is None:
            path.unlink()
        else:
            earlier.replace(path)


def _fill(part: Path, data: bytes) -> None:
    handle = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o600)
    with os.fdopen(handle, "wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def _replace(part: Path, path: Path) -> None:
    try:
        part.replace(path)
    except PermissionError as error:
        reader = _READERS.get(path.suffix.lower(), "the program that has it open")
        raise UserError(
            f"{path.name} is open in {reader}.",
            _earlier(path),
            f"Close {path.name} in {reader}, then choose Try again.",
        ) from error
    disk.settle(path.parent)


def _put(part: Path, path: Path) -> None:
    """Give a part a name that nothing else has; a rename would replace what has it."""
    try:
        path.hardlink_to(part)
    except FileExistsError as error:
        raise Taken from error
    except OSError as error:  # a stick that knows no second names
        if os.path.lexists(path):
            raise Taken from error
        part.replace(path)
    disk.settle(path.parent)


@contextmanager
def _in_sentences(path: Path, size: int) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        happened, todo = _why(error, path, size)
        raise UserError(happened, _earlier(path), todo) from error


def _why(error: OSError, path: Path, size: int) -> tuple[str, str]:
    if error.errno in NO_SPACE:
        free = _free(path.parent)
        return (
            f"The disk is full: {path.name} needs {size / _MB:,.1f} MB and {free} is free.",
            "Make some room or choose another folder, then choose Try again.",
        )
    if isinstance(error, PermissionError) or error.errno == errno.EROFS:
        return (
            f"This computer does not allow writing in the folder {path.parent.name}.",
            "Choose another folder, such as Documents.",
        )
    if isinstance(error, NotADirectoryError | FileExistsError):
        return f"A file stands where the folder {path.parent.name} is wanted.", _ELSEWHERE
    if isinstance(error, FileNotFoundError):
        return f"The folder {path.parent.name} is not there.", _ELSEWHERE
    reason = os.strerror(error.errno).lower() if error.errno else "unknown reason"
    return f"{path.name} could not be written: {reason}.", "Choose another folder or name."


def _earlier(path: Path) -> str:
    there = False
    with suppress(OSError):
        there = path.is_file()
    what = "file" if path.suffix.lower() == ".csv" else "pack"
    return f"Your earlier {what} has not been changed." if there else "Nothing was written."


def _free(folder: Path) -> str:
    try:
        return f"{shutil.disk_usage(folder).free / _MB:,.1f} MB"
    except OSError:
        return "too little"
