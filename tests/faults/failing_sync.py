"""A forum made and used on a disk of which one `fsync` fails, the first, the second, and so on.

`python -m … FOLDER` under `failing_sync.c`. Prints a line of JSON for each try: whether the program
was killed when it heard of the failure, what it was told, what was acknowledged, what is kept.
"""

import ctypes
import json
import os
import shutil
import signal
import sys
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass, field
from functools import partial
from pathlib import Path
from typing import NoReturn

from sqlalchemy import select

from pcf_desktop.records import Feedback
from pcf_desktop.services.forum import forums
from pcf_desktop.workspace import backup, opening
from pcf_desktop.workspace.backup import Reason
from pcf_desktop.workspace.device import this_device
from pcf_desktop.workspace.envelope import Cost
from pcf_desktop.workspace.faults import ForumFault
from pcf_desktop.workspace.forum_folder import ForumFolder
from pcf_desktop.workspace.opening import OpenForum
from tests.commanding import WORDS

DISK = ctypes.CDLL(None)
LONG = "A long word. " * 8_000


@dataclass
class Told:
    """What a program said before it ended, or was killed."""

    steps: list[str] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    """The comments that were acknowledged and not taken back."""
    refused: list[list[str]] = field(default_factory=list)
    """Of each refusal its step, its kind and its sentences."""
    syncs: int = 0


class Work:
    """The work of a day; what the disk refuses is tried once more."""

    def __init__(self, place: Path, pipe: int, *, dies: bool) -> None:
        self._place, self._pipe, self._dies = place, pipe, dies
        self.told = Told()

    def run(self) -> None:
        """Make a forum, save, take back, fold the log away, copy, save, close."""
        self._step("make", self._make)
        forum = self._opened()
        work = forum.workspace
        for words in ("one", "two", LONG):
            self._step(f"save {words[:5]}", partial(self._save, forum, words))
            self.told.words.append(words)
        self._step("undo", work.undo)
        self.told.words.pop()
        self._step("fold", work.checkpoint)
        self._step("copy", lambda: work.back_up(Reason.ASKED))
        self._step("save three", partial(self._save, forum, "three"))
        self.told.words.append("three")
        forum.close()
        self._tell()

    def _step(self, name: str, do: Callable[[], object]) -> None:
        try:
            do()
        except ForumFault as fault:
            self.told.refused.append([name, type(fault).__name__, str(fault)])
            if self._dies:
                self._tell()
                os.kill(os.getpid(), signal.SIGKILL)
            if name == "make" and self._place.exists():
                raise
            do()
        self.told.steps.append(name)

    def _make(self) -> None:
        opening.make(
            self._place, WORDS, lambda session: forums.begin(session, "Made up", "Kent"), Cost(16)
        )

    def _opened(self) -> OpenForum:
        return opening.open_forum(self._place, opening.with_passphrase(WORDS))

    def _save(self, forum: OpenForum, words: str) -> None:
        with forum.workspace.change("Log feedback") as session:
            session.add(Feedback(words=words))

    def _tell(self) -> None:
        self.told.syncs = DISK.syncs()
        os.write(self._pipe, json.dumps(asdict(self.told)).encode())


def work(place: Path, pipe: int, number: int, *, dies: bool) -> NoReturn:
    """Do the work in this forked process, where that `fsync` fails."""
    DISK.fail_sync(number)
    try:
        Work(place, pipe, dies=dies).run()
    finally:
        os._exit(0)


def tried(place: Path, number: int, *, dies: bool) -> Told:
    """Let a child work where that `fsync` fails; return what it told."""
    reading, writing = os.pipe()
    if os.fork() == 0:
        os.close(reading)
        work(place, writing, number, dies=dies)
    os.close(writing)
    with os.fdopen(reading, "rb") as said:
        told = said.read()
    os.wait()
    return Told(**json.loads(told))


def kept(place: Path) -> dict[str, object]:
    """Return what the forum holds, and what is the matter with it."""
    if not place.exists():
        return {"words": [], "sound": True, "odd": False, "copies": [], "left": left(place)}
    forum = opening.open_forum(place, opening.with_passphrase(WORDS))
    try:
        with forum.workspace.read() as session:
            words: Sequence[str] = session.scalars(
                select(Feedback.words).order_by(Feedback.id)
            ).all()
        return {
            "words": list(words),
            "sound": forum.workspace.health().is_sound,
            "odd": forum.odd is not None,
            "copies": [each.is_whole() for each in backup.listed(ForumFolder(place))],
            "left": left(place),
        }
    finally:
        forum.close()


def left(place: Path) -> list[str]:
    """Return what is half-made in or beside a forum."""
    return [path.name for path in place.parent.rglob("*part*") if "state" not in path.parts]


def main(folder: Path) -> None:
    """Let each `fsync` fail in turn, until there are not so many."""
    this_device()  # which is not about a forum, and is made but once
    number, syncs = 0, 0
    while number <= syncs:
        for dies in (False, True):
            shutil.rmtree(folder, ignore_errors=True)
            folder.mkdir()
            told = tried(folder / "forum", number, dies=dies)
            syncs = syncs or told.syncs
            found = {"dies": dies, "told": asdict(told), "kept": kept(folder / "forum")}
            sys.stdout.write(json.dumps(found) + "\n")
            if not told.refused:
                break
        number += 1


if __name__ == "__main__":
    main(Path(sys.argv[1]))
