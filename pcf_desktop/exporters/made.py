"""What a format gives back: the file's bytes, and what the person should know about them."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Made:
    """A file not yet written. `pages` is 0 where only the reader's program knows.

    `notes` are plain sentences about what is not as it was in the words of families.
    """

    data: bytes
    pages: int
    notes: tuple[str, ...] = ()


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
