"""What a format says of itself, and what it gives back: a file's bytes, and what to know of it."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from pcf_desktop.exporters.document import Document
from pcf_desktop.progress import Progress, silent


@dataclass(frozen=True, slots=True)
class Made:
    """A file not yet written. `pages` is 0 where only the reader's program knows.

    `notes` are plain sentences about what is not as it was in the words of families.
    """

    data: bytes
    pages: int
    notes: tuple[str, ...] = ()


class Make(Protocol):
    """Turns a document into a file's bytes; says how far it is, stops when `progress` raises."""

    def __call__(self, document: Document, progress: Progress = silent) -> Made:
        """Return the bytes, the pages where known, and what the person should be told."""
        ...


@dataclass(frozen=True, slots=True)
class Exporter:
    """One format: its name, one line about what it is good for, and the ending of its files.

    `check` opens a file and raises if it is not whole. A pack is made in each format that
    `is_usual`; the others are there for whoever asks for them.
    """

    name: str
    about: str
    suffix: str
    make: Make
    check: Callable[[Path], None]
    is_usual: bool = False


def note(count: int, one: str, many: str) -> tuple[str, ...]:
    """Return one sentence about `count` things, or nothing where there are none."""
    if not count:
        return ()
    return (f"{count:,} {one if count == 1 else many}",)


def replaced_note(count: int) -> tuple[str, ...]:
    """Return the sentence about characters that no format can hold."""
    return note(
        count, "unprintable character was replaced.", "unprintable characters were replaced."
    )
