"""A forum as the program makes it, for the tests of opening: opened, logged in, read, copied."""

import subprocess
from contextlib import closing
from pathlib import Path

from sqlalchemy import select

from pcf_desktop.records import Feedback
from pcf_desktop.services.forum import forums
from pcf_desktop.workspace import Session, opening
from pcf_desktop.workspace.opening import OpenForum
from tests.workspace.small_forum import CHEAP, WORDS

LOCKS = {"forum.lock", "forum.db-shm"}


class Broken(Exception):
    """Raised where a step of making or opening is to fail."""


def fill(session: Session) -> None:
    forums.begin(session, "Made-up forum", "Shropshire")


def make(folder: Path) -> str:
    """Make a forum here, whose passphrase is WORDS; return its recovery key."""
    return opening.make(folder, WORDS, fill, CHEAP)


def open_(folder: Path, words: str = WORDS) -> OpenForum:
    return opening.open_forum(folder, opening.with_passphrase(words))


def log(folder: Path, *words: str) -> None:
    """Open the forum, log these in a change each, and close it."""
    with closing(open_(folder)) as forum:
        for each in words:
            with forum.workspace.change("Log feedback") as session:
                session.add(Feedback(words=each))


def texts(forum: OpenForum) -> list[str]:
    with forum.workspace.read() as session:
        return list(session.scalars(select(Feedback.words).order_by(Feedback.id)))


def contents(folder: Path) -> dict[str, bytes]:
    """Return the bytes of every file that holds any, the lock and SQLite's index of it left out."""
    files = (path for path in folder.rglob("*") if path.is_file() and path.stat().st_size)
    return {path.name: path.read_bytes() for path in files if path.name not in LOCKS}


def copy_from_outside(folder: Path, to: Path) -> None:
    """Copy an open forum's files as another program would; ours must never open them."""
    subprocess.run(["cp", "-r", str(folder), str(to)], check=True)  # noqa: S603, S607
