"""A log of another database is known before SQLite sees it; a database's own is left to it."""

import os
import shutil
import signal
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from pcf_desktop.workspace import backup, connection, foreign_log, restore
from pcf_desktop.workspace.backup import Reason
from pcf_desktop.workspace.connection import PAGE, beside
from pcf_desktop.workspace.data_key import DataKey
from pcf_desktop.workspace.forum_folder import ForumFolder
from pcf_desktop.workspace.media import Medium
from tests.workspace.small_forum import SmallForum, flip, make, save


def die_with_a_log(forum: SmallForum, *words: str) -> None:
    """Commit these in a child that is killed with the log not yet folded in."""
    child = os.fork()
    if child == 0:
        try:
            opened = forum.open().__enter__()
            with opened.writer.begin() as writer:
                save(writer, *words)
            os.kill(os.getpid(), signal.SIGKILL)
        finally:
            os._exit(1)
    os.waitpid(child, 0)
    assert beside(forum.folder.database, "-wal").stat().st_size > PAGE


def die_in_a_transaction(forum: SmallForum) -> None:
    """Die half-way through a change without a write-ahead log, as on a stick."""
    child = os.fork()
    if child == 0:
        try:
            with connection.opened(forum.folder.database, forum.key) as bare:
                bare.execute("PRAGMA journal_mode = DELETE").fetchall()
                bare.execute("PRAGMA cache_size = 2")
                bare.execute("BEGIN IMMEDIATE")
                bare.execute("UPDATE comment SET words = words || words")
                os.kill(os.getpid(), signal.SIGKILL)
        finally:
            os._exit(1)
    os.waitpid(child, 0)
    assert beside(forum.folder.database, "-journal").stat().st_size > PAGE


def found(forum: SmallForum) -> Path | None:
    return foreign_log.foreign(forum.folder.database, forum.key)


@pytest.fixture
def other(tmp_path: Path) -> SmallForum:
    """Another forum, with a key of its own."""
    return make(tmp_path / "other")


@pytest.fixture
def again(forum: SmallForum, tmp_path: Path) -> SmallForum:
    """A copy of the forum with the same key, made page by page, as a backup is."""
    with forum.open() as opened, opened.readers.connect() as reader:
        taken = backup.take(forum.folder, reader, forum.key, Reason.ASKED)
    place = Path(shutil.copytree(taken.folder.path, tmp_path / "again"))
    return SmallForum(ForumFolder(place), forum.key.copy(), forum.recovery)


def test_without_a_log_nothing_is_foreign(forum: SmallForum) -> None:
    assert found(forum) is None
    beside(forum.folder.database, "-wal").touch()
    assert found(forum) is None


def test_its_own_log_after_a_kill_is_its_own_and_loses_nothing(forum: SmallForum) -> None:
    die_with_a_log(forum, "one", "two")
    assert found(forum) is None
    assert forum.comments()[-2:] == ["one", "two"]


def test_its_own_journal_after_a_kill_is_its_own(forum: SmallForum) -> None:
    before = forum.comments()
    die_in_a_transaction(forum)
    assert found(forum) is None
    assert forum.comments() == before


@pytest.mark.parametrize("source", ["other", "again"])
@pytest.mark.parametrize(
    ("suffix", "die"),
    [("-wal", lambda forum: die_with_a_log(forum, "x")), ("-journal", die_in_a_transaction)],
)
def test_the_log_of_another_forum_or_of_a_copy_is_foreign(
    forum: SmallForum,
    source: str,
    suffix: str,
    die: Callable[[SmallForum], None],
    request: pytest.FixtureRequest,
) -> None:
    its: SmallForum = request.getfixturevalue(source)
    if suffix == "-journal":
        its.add(*("The taxi was late. " * 40 for _ in range(60)))
    die(its)
    log = Path(shutil.copy(beside(its.folder.database, suffix), forum.folder.path))
    log = log.rename(beside(forum.folder.database, suffix))
    assert found(forum) == log


@pytest.mark.parametrize("place", [3, 20, 30, 40, 50, 100, 4000])
def test_a_log_that_sqlite_would_not_read_is_not_foreign(
    forum: SmallForum, other: SmallForum, place: int
) -> None:
    die_with_a_log(other, "x")
    log = Path(shutil.copy(beside(other.folder.database, "-wal"), forum.folder.path))
    flip(log, place)
    assert found(forum) is None
    assert len(forum.comments()) == 60


def test_a_log_with_pages_of_another_size_is_foreign(forum: SmallForum) -> None:
    plain = forum.folder.path / "plain.db"
    script = (
        "import os, signal, sqlite3, sys\n"
        "c = sqlite3.connect(sys.argv[1])\n"
        "c.execute('PRAGMA page_size = 8192'); c.execute('PRAGMA journal_mode = WAL')\n"
        "c.execute('CREATE TABLE t (x)'); c.commit(); os.kill(os.getpid(), signal.SIGKILL)\n"
    )
    subprocess.run(["python3", "-c", script, str(plain)], check=False)  # noqa: S603, S607
    beside(plain, "-wal").rename(beside(forum.folder.database, "-wal"))
    assert found(forum) is not None


def test_a_damaged_first_page_tells_nothing(forum: SmallForum, other: SmallForum) -> None:
    die_with_a_log(other, "x")
    shutil.copy(beside(other.folder.database, "-wal"), forum.folder.path)
    flip(forum.folder.database, 100)
    assert found(forum) is None
    assert foreign_log.foreign(forum.folder.database, DataKey.random()) is None


def test_what_is_kept_as_it_is_is_kept_once(forum: SmallForum, other: SmallForum) -> None:
    die_with_a_log(other, "x")
    shutil.copy(beside(other.folder.database, "-wal"), forum.folder.path)
    first = restore.keep_as_it_is(forum.folder)
    assert restore.keep_as_it_is(forum.folder) == first
    flip(beside(forum.folder.database, "-wal"), 5000)
    assert restore.keep_as_it_is(forum.folder) != first


def test_on_a_stick_there_is_only_a_journal(
    forum: SmallForum, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(connection, "medium_of", lambda _folder: Medium.REMOVABLE)
    forum.add("kept")
    assert found(forum) is None
    assert not beside(forum.folder.database, "-wal").exists()
