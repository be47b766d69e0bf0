"""What this computer last saw of each forum, noted outside the file.

A database whose log was lost, or that an older copy has replaced, is sound in itself; only a note
kept elsewhere shows that saves are missing. The note is written after the commit, so it is never
ahead of a sound file, and a file that is ahead of the note is no reason for alarm.
"""

import json
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

from pcf_desktop import paths
from pcf_desktop.workspace import whole_file
from pcf_desktop.workspace.head import Head


@dataclass(frozen=True)
class Older:
    """The file lacks saves that this computer has seen."""

    then: Head
    now: Head

    @property
    def missing(self) -> int:
        """Return how many saves are missing."""
        return self.then.save - self.now.save

    @property
    def words(self) -> str:
        """Return what to say of it."""
        lacking = "1 change is" if self.missing == 1 else f"{self.missing:,} changes are"
        return (
            f"This copy is older than the one you last used here: {lacking} missing. "
            f"It is {self.now.words}; the one you last used is {self.then.words}. "
            "Did you mean to open an old copy?"
        )


@dataclass(frozen=True)
class Rewritten:
    """The file is as far on, but the save this computer saw is not in its history."""

    then: Head
    now: Head

    @property
    def words(self) -> str:
        """Return what to say of it."""
        return "This file is not the one you last used here. Ask who else has used it."


class Note:
    """Notes the saves of an open forum; of an odd file only once a person has accepted it."""

    def __init__(self, forum: UUID, *, is_odd: bool) -> None:
        self._forum, self._is_odd = forum, is_odd

    def saved(self, head: Head) -> None:
        """Note a save."""
        if not self._is_odd:
            remember(self._forum, head)

    def accept(self, head: Head) -> None:
        """Note the file as it is, and every save from now on."""
        self._is_odd = False
        remember(self._forum, head)


def remember(forum: UUID, head: Head) -> None:
    """Note the head just committed.

    A power cut or a full disk may leave the earlier note, which does no harm: what is saved is
    saved, and must not be said to have failed.
    """
    place = _place(forum)
    with suppress(OSError):
        place.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        whole_file.write(place, json.dumps(head.to_json()).encode(), to_disk=False)


def recall(forum: UUID) -> Head | None:
    """Return what was noted, or None if nothing readable was."""
    try:
        return Head.from_json(json.loads(_place(forum).read_bytes()))
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return None


def forget(forum: UUID) -> None:
    """Drop the note, as when a person has said that the older copy is the one they want."""
    _place(forum).unlink(missing_ok=True)


def compare(
    then: Head | None, now: Head, seal_at: Callable[[int], str | None]
) -> Older | Rewritten | None:
    """Return what is wrong with the opened file `now` against the note `then`, or None.

    `seal_at` gives the seal that the file has for a save's number.
    """
    if then is None:
        return None
    if now.save < then.save:
        return Older(then, now)
    if then.save and seal_at(then.save) != then.seal:
        return Rewritten(then, now)
    return None


def _place(forum: UUID) -> Path:
    """Return a file for each forum, so that two open forums do not write over each other."""
    return paths.state() / "last-seen" / f"{forum}.json"
