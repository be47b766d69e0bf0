"""A file is told by its disk and its number there, never by its name alone."""

from pathlib import Path

import pytest

from pcf_desktop.workspace.standing import HeldFiles, Lost, NotInPlace, identity


@pytest.fixture
def database(tmp_path: Path) -> Path:
    path = tmp_path / "forum.db"
    path.write_bytes(b"ours")
    path.with_name("forum.db-wal").write_bytes(b"log")
    return path


def test_a_file_that_is_only_touched_or_written_on_is_the_same(database: Path) -> None:
    held = HeldFiles(database)
    held.note_log()
    database.touch()
    with database.open("ab") as file:
        file.write(b" more")
    assert held.lost() is None
    held.require()


def test_what_is_gone_replaced_or_lost_its_log_is_told_apart(database: Path) -> None:
    held = HeldFiles(database)
    held.note_log()
    log = database.with_name("forum.db-wal")
    kept = log.rename(log.with_name("kept"))
    assert held.lost() is Lost.LOG
    kept.rename(log)
    assert held.lost() is None
    other = database.with_name("other")
    other.write_bytes(b"another")
    other.replace(database)
    assert held.lost() is Lost.REPLACED
    database.unlink()
    assert held.lost() is Lost.MOVED
    with pytest.raises(NotInPlace, match="was moved, renamed or deleted") as raised:
        held.require()
    assert raised.value.is_unsaved
    assert identity(database) is None
