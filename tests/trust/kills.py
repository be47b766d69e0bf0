"""Killed while comments are logged: what was said to be saved is there, whole."""

import os
import random
import signal
import time
import warnings
from contextlib import closing
from pathlib import Path

from pcf_desktop.records import Feedback
from tests.trust.row import Row
from tests.workspace.made_forum import make, open_, texts

LONGEST = 0.25
"""Seconds after the opening until the kill."""


def logging(folder: Path, first: int, pipe: int) -> None:
    """Log comments without an end, and say the number of each once it is saved."""
    forum = open_(folder)
    number = first
    while True:
        with forum.workspace.change("Log feedback") as session:
            session.add(Feedback(words=f"comment {number}"))
        os.write(pipe, f"{number}\n".encode())
        number += 1


def killed(folder: Path, first: int, seconds: float) -> list[int]:
    """Return the numbers of the comments that a child said were saved before it was killed."""
    reading, writing = os.pipe()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)
        child = os.fork()
    if child == 0:
        try:
            logging(folder, first, writing)
        finally:
            os._exit(1)
    os.close(writing)
    with os.fdopen(reading, encoding="ascii") as said:
        heard = said.readline()
        time.sleep(seconds)
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        return [int(line) for line in (heard + said.read()).split("\n")[:-1] if line]


def kills(place: Path, times: int = 60) -> Row:
    """Kill, open again, and compare what was said to be saved with what is there."""
    row, draw, folder = Row("kills while comments are logged"), random.Random(11), place / "forum"
    make(folder)
    saved = 0
    for number in range(times):
        said = killed(folder, 1_000 * number, draw.uniform(0, LONGEST))
        with closing(open_(folder)) as forum:
            there = set(texts(forum))
            row.lost += sum(f"comment {each}" not in there for each in said)
            row.untold += forum.odd is not None or bool(forum.look_over())
        saved += len(said)
        row.tried += 1
    row.more = f"{saved} saves said to be saved"
    return row
