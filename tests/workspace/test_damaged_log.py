"""A damaged log is copied aside, and every save in it that can be proved whole comes back."""

import os
import random
import shutil
import signal
import warnings
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import update

from pcf_desktop.records import Feedback
from pcf_desktop.workspace import backup, damaged_log
from pcf_desktop.workspace.backup import Reason
from pcf_desktop.workspace.connection import PAGE
from pcf_desktop.workspace.foreign_log import FRAME, HEADER
from pcf_desktop.workspace.forum_folder import ForumFolder
from pcf_desktop.workspace.opening import OpenForum
from tests.workspace.made_forum import open_, texts

ONE = FRAME + PAGE
SAVES = 12


def kill_after(folder: Path, saves: int = SAVES) -> Path:
    """Log so many comments, each a save, and be killed before the log is folded in."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)
        child = os.fork()
    if child == 0:
        try:
            log_each(open_(folder), saves)
            os.kill(os.getpid(), signal.SIGKILL)
        finally:
            os._exit(1)
    os.waitpid(child, 0)
    return folder / "forum.db-wal"


def log_each(forum: OpenForum, saves: int) -> None:
    for number in range(saves):
        with forum.workspace.change("Log feedback") as session:
            session.execute(update(Feedback).values(words=Feedback.words + " again"))
            session.add(Feedback(words=f"save {number}"))


def spoil(log: Path, at: int, length: int, seed: int = 0) -> None:
    content = bytearray(log.read_bytes())
    wrong = random.Random(seed).choices(range(1, 256), k=length)
    for place, by in enumerate(wrong, start=at):
        content[place] ^= by
    log.write_bytes(content)


def kept(folder: Path) -> list[bytes]:
    return [
        (found.folder.path / "forum.db-wal").read_bytes()
        for found in backup.listed(ForumFolder(folder))
        if found.reason is Reason.DAMAGED
    ]


@pytest.mark.parametrize("length", [1, 4])
@pytest.mark.parametrize("part", [0, 1, 2, 3])
def test_a_few_wrong_bytes_lose_nothing_and_the_log_is_kept(
    folder: Path, part: int, length: int
) -> None:
    log = kill_after(folder)
    at = log.stat().st_size * part // 4 // 4 * 4 + 8 * (part == 0)
    spoil(log, at, length)
    spoilt = log.read_bytes()
    with closing(open_(folder)) as forum:
        assert len(texts(forum)) == SAVES
        assert forum.odd is None
        (said,) = forum.warnings
        assert forum.workspace.health().is_sound
    assert "The file forum.db-wal, which holds the last changes, was damaged." in said
    assert "came back from it" in said
    assert "Nothing is missing that was seen on this computer." in said
    assert kept(folder) == [spoilt]
    assert not list(folder.glob("*.part*"))
    with closing(open_(folder)) as forum:
        assert forum.warnings == ()


@pytest.mark.parametrize("part", [0.2, 0.5, 0.9, 0.999])
def test_a_page_lost_for_good_costs_no_more_than_it_must_and_is_told(
    folder: Path, part: float
) -> None:
    log = kill_after(folder)
    frame = int((log.stat().st_size - HEADER) / ONE * part)
    spoil(log, HEADER + frame * ONE + FRAME + 100, 600)
    spoilt = log.read_bytes()
    alone = Path(shutil.copytree(folder, folder.parent / "alone"))
    with closing(open_(folder)) as forum:
        back = len(texts(forum))
        assert forum.workspace.health().is_sound
        said = " ".join(forum.warnings)
    assert kept(folder) == [spoilt]
    with pytest.MonkeyPatch.context() as without:
        without.setattr(damaged_log, "mend", lambda _folder, _key: None)
        with closing(open_(alone)) as forum:
            by_sqlite = len(texts(forum))
    assert by_sqlite <= back <= SAVES
    missing = SAVES - back
    assert (f" {missing} save{'' if missing == 1 else 's'} did not" in said) == (missing > 0)


def test_a_log_cut_short_by_the_kill_alone_is_no_damage(folder: Path) -> None:
    kill_after(folder)
    with closing(open_(folder)) as forum:
        assert forum.warnings == ()
        assert len(texts(forum)) == SAVES
    assert kept(folder) == []
