"""An older copy in the file's place is always told; a usual opening never is."""

import os
import random
import shutil
from contextlib import closing
from functools import partial
from pathlib import Path
from uuid import UUID

import pytest

from pcf_desktop.records import Feedback
from pcf_desktop.workspace import Workspace, connection, head, last_seen
from pcf_desktop.workspace.connection import Connections
from pcf_desktop.workspace.data_key import DataKey
from pcf_desktop.workspace.last_seen import Older, Rewritten
from tests.conftest import DEVICE, KEY
from tests.often import often

pytestmark = pytest.mark.slow

FORUM = UUID(int=9)
OPENINGS, SEED = 7, 20_260_305
"""Usual openings for each older copy."""


def opened(path: Path, saves: int) -> Older | Rewritten | None:
    """Open as the program does, with the raw key, and log so often; return what is told."""
    with closing(connection.connect(path, DataKey(KEY), readers=1)) as connections:
        with connections.readers.connect() as reader:
            now = head.read(reader, frozenset({"feedback"}))
            told = last_seen.compare(last_seen.recall(FORUM), now, partial(head.seal_at, reader))
        if told is None:
            last_seen.remember(FORUM, now)
        if saves:
            log(connections, saves)
    return told


def log(connections: Connections, saves: int) -> None:
    remember = partial(last_seen.remember, FORUM)
    with closing(Workspace(connections, DEVICE, remember)) as workspace:
        for _ in range(saves):
            with workspace.change("Log feedback") as session:
                session.add(Feedback(words="we waited"))


@often(20, 70)
def test_every_older_copy_is_told_and_no_usual_opening(
    times: int, empty_forum: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    usual = OPENINGS * times
    draw, path = random.Random(SEED), Path(shutil.copy(empty_forum, tmp_path / "forum.db"))
    alarms = sum(opened(path, draw.choice((0, 0, 1, 2))) is not None for _ in range(usual))
    flagged = 0
    for _ in range(times):
        older = Path(shutil.copy(path, tmp_path / "older.db"))
        lost = draw.randrange(1, 6)
        assert opened(path, lost) is None
        newest = Path(shutil.copy(path, tmp_path / "newest.db"))
        older.replace(path)
        told = opened(path, 0)
        flagged += isinstance(told, Older) and told.missing == lost
        newest.replace(path)
    with capsys.disabled():
        said = f"old copies {times} · flagged {flagged} · false alarms {alarms}/{usual}"
        os.write(1, f"\n{said} · seed {SEED}\n".encode())
    assert (flagged, alarms) == (times, 0)
