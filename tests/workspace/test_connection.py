"""Opening never creates, the bytes are never plain, and damage is never taken for content."""

import os
import resource
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import func, insert, select, text
from sqlalchemy.exc import DatabaseError, DBAPIError, OperationalError
from sqlcipher3 import dbapi2

from pcf_desktop.workspace import backup, connection, forum_folder, head, media, self_check
from pcf_desktop.workspace.backup import Reason
from pcf_desktop.workspace.data_key import DataKey
from pcf_desktop.workspace.faults import (
    CannotRead,
    CannotWrite,
    DamagedDatabase,
    DiskTrouble,
    EmptyFile,
    ForumFault,
    FullDisk,
    InUse,
    MissingForum,
    UnsuitableBuild,
)
from pcf_desktop.workspace.media import Medium
from tests.workspace.small_forum import COMMENT, SmallForum, flip, in_clear, save

_opens: list[str] | None = None


def _note_opens(event: str, arguments: tuple[object, ...]) -> None:
    if event == "open" and _opens is not None:
        _opens.append(str(arguments[0]))


sys.addaudithook(_note_opens)


@pytest.fixture
def opens() -> Iterator[list[str]]:
    """The names of the files that Python opens during a test."""
    global _opens  # noqa: PLW0603  # an audit hook cannot be taken away again
    _opens = []
    yield _opens
    _opens = None


def test_what_one_writes_the_others_read(forum: SmallForum) -> None:
    with forum.open() as opened:
        with opened.writer.begin() as writer:
            save(writer, "£5 a day ☂")
        with opened.readers.connect() as reader:
            assert reader.scalar(select(func.count()).select_from(COMMENT)) == 61
            found = text("SELECT rowid FROM comment_search WHERE comment_search MATCH 'day'")
            assert reader.execute(found).scalars().all() == [61]
    assert forum.comments()[-1] == "£5 a day ☂"


def test_the_file_holds_nothing_in_clear(forum: SmallForum) -> None:
    with forum.open() as opened, opened.writer.connect() as writer:
        with writer.begin():
            save(writer, "marmalade")
        files = [p for p in forum.folder.path.iterdir() if p.is_file() and p.suffix != ".db-shm"]
        assert any(path.name == "forum.db-wal" for path in files)
    for path in forum.folder.path.glob("forum.*"):
        assert b"marmalade" not in path.read_bytes()
        assert not path.read_bytes().startswith(b"SQLite format 3")


def test_a_reader_cannot_write(forum: SmallForum) -> None:
    with (
        forum.open() as opened,
        opened.readers.connect() as reader,
        pytest.raises(OperationalError, match="readonly"),
    ):
        reader.execute(insert(COMMENT), [{"words": "x"}])


def test_a_rolled_back_change_leaves_nothing_not_even_a_table(forum: SmallForum) -> None:
    with forum.open() as opened, opened.writer.connect() as writer:
        with writer.begin() as change:
            writer.exec_driver_sql("CREATE TABLE other (id INTEGER)")
            with writer.begin_nested():
                save(writer, "gone")
            change.rollback()
        assert writer.exec_driver_sql("SELECT count(*) FROM comment").scalar() == 60
        assert writer.exec_driver_sql("PRAGMA table_info(other)").all() == []


def test_the_writer_takes_the_lock_at_once_and_readers_go_on(
    forum: SmallForum, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(connection, "WAIT", 0.01)
    with forum.open() as opened, opened.writer.connect() as writer, writer.begin():
        with opened.readers.connect() as reader:
            assert reader.scalar(select(func.count()).select_from(COMMENT)) == 60
        with (
            pytest.raises(InUse),
            connection.opened(forum.folder.database, forum.key) as second,
        ):
            second.execute("BEGIN IMMEDIATE")


def test_readers_serve_other_threads(forum: SmallForum) -> None:
    counted: list[int] = []

    def count() -> None:
        with opened.readers.connect() as reader:
            counted.append(reader.scalar(select(func.count()).select_from(COMMENT)) or 0)

    with forum.open() as opened:
        threads = [threading.Thread(target=count) for _ in range(8)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    assert counted == [60] * 8


def test_errors_do_not_carry_what_a_family_said(forum: SmallForum) -> None:
    with (
        forum.open() as opened,
        opened.writer.begin() as writer,
        pytest.raises(DBAPIError) as raised,
    ):
        writer.execute(text("INSERT INTO comment VALUES (1, :said)"), {"said": "a secret thing"})
    assert "a secret thing" not in str(raised.value)


@pytest.mark.parametrize("content", [None, b""])
def test_opening_never_creates(content: bytes | None, tmp_path: Path) -> None:
    path = tmp_path / "forum.db"
    if content is not None:
        path.write_bytes(content)
    before = sorted(tmp_path.iterdir())
    for use in (connection.connect, connection.peek):
        with pytest.raises(MissingForum if content is None else EmptyFile):
            use(path, DataKey.random())
    assert sorted(tmp_path.iterdir()) == before


def test_creating_never_opens_what_is_there(tmp_path: Path) -> None:
    path = tmp_path / "forum.db"
    connection.create(path, DataKey.random())
    assert path.stat().st_mode & 0o777 == 0o600
    assert path.stat().st_size > 0
    with pytest.raises(FileExistsError):
        connection.create(path, DataKey.random())


def test_another_key_opens_nothing_and_changes_nothing(forum: SmallForum) -> None:
    before = forum.folder.database.read_bytes()
    with pytest.raises(DamagedDatabase, match="damaged, or it is not the file of this forum"):
        connection.connect(forum.folder.database, DataKey.random())
    assert forum.folder.database.read_bytes() == before
    assert not connection.is_live(forum.folder.database)


@pytest.mark.parametrize("key", ["''", "'password'", "'test'", "\"x'" + "00" * 32 + "'\""])
def test_no_usual_key_opens(forum: SmallForum, key: str) -> None:
    bare = dbapi2.connect(str(forum.folder.database))
    bare.execute("PRAGMA cipher_log_level = NONE")
    with pytest.raises(dbapi2.DatabaseError):
        bare.execute(f"PRAGMA key = {key}").connection.execute("SELECT * FROM sqlite_master")
    bare.close()


def detected(forum: SmallForum, before: list[str | None]) -> bool:
    """Read everything; tell if the damage was found, and never accept other content."""
    try:
        with (
            forum.open() as opened,
            connection.explained(forum.folder.database),
            opened.readers.connect() as reader,
        ):
            assert list(reader.execute(select(COMMENT.c.words)).scalars()) == before
            return bool(reader.exec_driver_sql("PRAGMA cipher_integrity_check").all())
    except DamagedDatabase:
        return True


@pytest.mark.parametrize("flips", [20, pytest.param(200, marks=pytest.mark.slow)])
def test_a_flipped_bit_is_always_found(forum: SmallForum, flips: int) -> None:
    before, size = forum.comments(), forum.folder.database.stat().st_size
    places = [0, 15, 16, 100, 4095, 4096, size - 1]
    places += [place * 7919 % size for place in range(1, flips - len(places) + 1)]
    found = 0
    for place in places:
        flip(forum.folder.database, place)
        found += detected(forum, before)
        flip(forum.folder.database, place)
    assert found == len(places) == flips
    assert not detected(forum, before)


@pytest.mark.parametrize("size", [1, 100, 4096, 4096 * 3, 4096 * 5 + 17])
def test_a_file_cut_short_is_found(forum: SmallForum, size: int) -> None:
    before = forum.comments()
    assert forum.folder.database.stat().st_size > size
    os.truncate(forum.folder.database, size)
    assert detected(forum, before)


def test_the_log_is_folded_in_when_asked_and_when_closed(forum: SmallForum) -> None:
    log = forum.folder.path / "forum.db-wal"
    with forum.open() as opened, opened.writer.connect() as writer:
        with writer.begin():
            save(writer, "late again")
        assert log.stat().st_size > 0
        with opened.readers.connect() as reader:
            reader.scalar(select(func.count()).select_from(COMMENT))
            with writer.begin():
                save(writer, "late once more")
            connection.driver(writer).execute("PRAGMA busy_timeout = 0")
            assert not connection.checkpoint(writer)
        assert connection.checkpoint(writer)
        assert log.stat().st_size == 0
    assert not log.exists()


def test_a_stick_or_a_network_gets_no_log(
    forum: SmallForum, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(connection, "medium_of", lambda _folder: Medium.REMOVABLE)
    with forum.open() as opened, opened.writer.begin() as writer:
        assert writer.exec_driver_sql("PRAGMA journal_mode").scalar() == "delete"
        save(writer, "kept")
    assert media.medium_of(forum.folder.path) is not Medium.NETWORK
    assert forum.comments()[-1] == "kept"


def test_a_disk_that_is_full_says_so_and_loses_nothing(forum: SmallForum) -> None:
    child = os.fork()
    if child == 0:
        code = 1
        try:
            resource.setrlimit(resource.RLIMIT_FSIZE, (200_000, 200_000))
            with (
                forum.open() as opened,
                connection.explained(forum.folder.database),
                opened.writer.begin() as writer,
            ):
                save(writer, *("x" * 10_000 for _ in range(2000)))
        except (DiskTrouble, FullDisk):
            code = 0
        finally:
            os._exit(code)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0
    assert len(forum.comments()) == 60


@pytest.mark.parametrize(
    ("code", "fault"),
    [
        (dbapi2.SQLITE_FULL, FullDisk),
        (dbapi2.SQLITE_READONLY, CannotWrite),
        (dbapi2.SQLITE_CANTOPEN | 1 << 8, CannotWrite),
        (dbapi2.SQLITE_IOERR | 3 << 8, DiskTrouble),
        (dbapi2.SQLITE_CORRUPT | 1 << 8, DamagedDatabase),
        (dbapi2.SQLITE_BUSY, InUse),
    ],
)
def test_what_sqlite_says_becomes_a_sentence(
    code: int, fault: type[ForumFault], tmp_path: Path
) -> None:
    said = dbapi2.OperationalError("words of SQLite")
    said.sqlite_errorcode = code
    with pytest.raises(fault), connection.explained(tmp_path / "forum.db"):
        raise said
    with pytest.raises(fault), connection.explained(tmp_path / "forum.db"):
        raise OperationalError("SELECT 1", {}, said)


def test_a_fault_of_ours_stays_one(tmp_path: Path) -> None:
    with pytest.raises(DatabaseError), connection.explained(tmp_path / "forum.db"):
        raise OperationalError("SELEKT", {}, dbapi2.OperationalError("syntax error"))


def test_looking_at_the_version_changes_nothing(forum: SmallForum) -> None:
    before = forum.folder.database.read_bytes()
    assert connection.peek(forum.folder.database, forum.key) == 0
    assert forum.folder.database.read_bytes() == before


def test_what_is_deleted_is_wiped_from_the_pages(forum: SmallForum) -> None:
    """A page or a cell that nobody uses any more still lies in the file, and in each backup."""
    forum.add(*(f"marmalade {number} " * 400 for number in range(20)))
    assert in_clear(forum.folder.database, forum.key).count(b"marmalade") > 5000
    with forum.open() as opened, opened.writer.begin() as writer:
        run = writer.exec_driver_sql
        run(
            "INSERT INTO comment_search (comment_search, rowid, words) "
            "SELECT 'delete', id, words FROM comment WHERE words LIKE 'marmalade%'"
        )
        run("DELETE FROM comment WHERE words LIKE 'marmalade%'")
        run("INSERT INTO comment_search (comment_search) VALUES ('optimize')")
    assert b"marmalade" not in in_clear(forum.folder.database, forum.key)
    assert b"The taxi was late" in in_clear(forum.folder.database, forum.key)


def test_python_never_opens_the_live_file(forum: SmallForum, opens: list[str]) -> None:
    database = forum.folder.database
    with forum.open() as opened, opened.writer.connect() as writer:
        with writer.begin():
            save(writer, "late again")
        with opened.readers.connect() as reader:
            taken = backup.take(forum.folder, reader, forum.key, Reason.ASKED)
            head.read(reader)
        connection.checkpoint(writer)
        assert backup.newest_good(forum.folder) == taken
        assert connection.is_live(database)
        assert forum_folder.is_forum(forum.folder.path)
        with pytest.raises(InUse):
            forum_folder.look(forum.folder.path)
    assert not connection.is_live(database)
    assert not [name for name in opens if name.startswith(str(database))]
    assert [name for name in opens if name.endswith("backup.json")]


def test_a_folder_that_may_not_be_written_is_refused(
    forum: SmallForum, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "access", lambda _path, mode: mode == os.R_OK)
    with pytest.raises(CannotWrite):
        connection.connect(forum.folder.database, forum.key)


def test_a_file_that_may_not_be_read_is_said(
    forum: SmallForum, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "access", lambda _path, _mode: False)
    with pytest.raises(CannotRead, match=r"does not let you read forum\.db"):
        connection.connect(forum.folder.database, forum.key)
    with pytest.raises(CannotRead):
        forum_folder.look(forum.folder.path)


def test_a_connection_that_does_not_keep_its_pragmas_is_refused(
    forum: SmallForum, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(self_check.PRAGMAS, "foreign_keys", 7)
    with pytest.raises(UnsuitableBuild, match="it does not keep foreign_keys"):
        connection.connect(forum.folder.database, forum.key)
    assert not connection.is_live(forum.folder.database)


def test_a_key_forgotten_makes_no_new_connection(forum: SmallForum) -> None:
    with forum.open() as opened:
        forum.key.forget()
        with pytest.raises(ValueError, match="forgotten"):
            opened.readers.connect()
