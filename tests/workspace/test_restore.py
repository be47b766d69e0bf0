"""The forum is untouched until the backup has proved sound, and then wholly replaced."""

import os
import shutil
import signal
from pathlib import Path

import pytest

from pcf_desktop.workspace import backup, forum_folder, keys, restore
from pcf_desktop.workspace.backup import Backup, Reason
from pcf_desktop.workspace.faults import BadBackup, InUse, MissingEnvelope, WrongPassphrase
from tests.workspace.small_forum import CHEAP, OTHER, WORDS, SmallForum, dies_at, flip, save
from tests.workspace.test_backup import take


@pytest.fixture
def chosen(forum: SmallForum) -> Backup:
    """A backup of sixty comments; the forum has one more since."""
    taken = take(forum)
    forum.add("since the backup")
    return taken


def test_it_puts_the_backup_in_place_and_keeps_what_was_there(
    forum: SmallForum, chosen: Backup
) -> None:
    aside = restore.restore(forum.folder, chosen, forum.key)
    assert len(forum.comments()) == 60
    assert aside is not None
    assert aside.reason is Reason.RESTORE
    assert aside.head is not None
    assert aside.head.counts["comment"] == 61
    restore.restore(forum.folder, aside, forum.key)
    assert len(forum.comments()) == 61


def test_todays_passphrase_stays(forum: SmallForum, chosen: Backup) -> None:
    keys.change_passphrase(forum.folder.envelope, WORDS, OTHER, CHEAP)
    restore.restore(forum.folder, chosen, forum.key)
    found = forum_folder.look(forum.folder.path)
    assert keys.open_with_passphrase(found.envelope, OTHER) == forum.key
    with pytest.raises(WrongPassphrase):
        keys.open_with_passphrase(found.envelope, WORDS)


def test_a_bad_backup_changes_nothing(forum: SmallForum, chosen: Backup) -> None:
    flip(chosen.folder.database, 6000)
    before = {p: p.read_bytes() for p in forum.folder.path.rglob("*") if p.is_file()}
    with pytest.raises(BadBackup):
        restore.restore(forum.folder, chosen, forum.key)
    assert {p: p.read_bytes() for p in forum.folder.path.rglob("*") if p.is_file()} == before


def test_a_damaged_database_is_set_aside_as_it_is(forum: SmallForum, chosen: Backup) -> None:
    flip(forum.folder.database, 6000)
    damaged = forum.folder.database.read_bytes()
    aside = restore.restore(forum.folder, chosen, forum.key)
    assert len(forum.comments()) == 60
    assert aside is not None
    assert aside.reason is Reason.DAMAGED
    assert aside.folder.database.read_bytes() == damaged
    assert aside in backup.listed(forum.folder)
    assert backup.newest_good(forum.folder) == chosen
    with pytest.raises(BadBackup):
        restore.restore(forum.folder, aside, forum.key)


@pytest.mark.parametrize("content", [None, b""])
def test_where_there_is_no_database_there_is_one_again(
    forum: SmallForum, chosen: Backup, content: bytes | None
) -> None:
    forum.folder.database.unlink()
    if content is not None:
        forum.folder.database.write_bytes(content)
    restore.restore(forum.folder, chosen, forum.key)
    assert len(forum.comments()) == 60


def test_the_old_log_never_meets_the_new_database(forum: SmallForum, chosen: Backup) -> None:
    child = os.fork()
    if child == 0:
        with forum.open() as opened, opened.writer.begin() as writer:
            save(writer, "in the log alone")
            writer.commit()
            os.kill(os.getpid(), signal.SIGKILL)
    os.waitpid(child, 0)
    assert (forum.folder.path / "forum.db-wal").stat().st_size > 0
    aside = restore.restore(forum.folder, chosen, forum.key)
    assert not (forum.folder.path / "forum.db-wal").exists()
    assert len(forum.comments()) == 60
    assert aside is not None
    restore.restore(forum.folder, aside, forum.key)
    assert forum.comments()[-1] == "in the log alone"


@pytest.mark.parametrize("stride", [11, pytest.param(1, marks=pytest.mark.slow)])
def test_a_kill_at_any_step_leaves_the_old_or_the_new(
    forum: SmallForum, chosen: Backup, stride: int
) -> None:
    kept = shutil.copytree(forum.folder.path, forum.folder.path.parent / "kept")
    step, found = 1, []
    while dies_at(step, lambda: restore.restore(forum.folder, chosen, forum.key)):
        restore.finish(forum.folder)
        found.append(len(forum.comments()))
        assert backup.newest_good(forum.folder) is not None
        shutil.rmtree(forum.folder.path)
        shutil.copytree(kept, forum.folder.path)
        step += stride
    assert set(found) <= {60, 61}
    assert len(found) > 10
    assert found == sorted(found, reverse=True)
    assert len(forum.comments()) == 60


def test_nothing_to_finish_is_nothing_done(forum: SmallForum) -> None:
    assert not restore.finish(forum.folder)


def test_an_open_forum_is_not_replaced(forum: SmallForum, chosen: Backup) -> None:
    with forum.open(), pytest.raises(InUse):
        restore.restore(forum.folder, chosen, forum.key)


@pytest.mark.parametrize("content", [None, b"", b"{"])
def test_the_key_file_comes_back_from_the_newest_backup_that_has_one(
    forum: SmallForum, chosen: Backup, content: bytes | None
) -> None:
    newest = take(forum)
    newest.folder.envelope.write_bytes(b"spoilt")
    forum.folder.envelope.unlink()
    if content is not None:
        forum.folder.envelope.write_bytes(content)
    assert restore.recover_envelope(forum.folder) == chosen
    found = forum_folder.look(forum.folder.path)
    assert keys.open_with_passphrase(found.envelope, WORDS) == forum.key


def test_without_a_backup_the_key_file_stays_missing(forum: SmallForum) -> None:
    forum.folder.envelope.unlink()
    with pytest.raises(MissingEnvelope):
        restore.recover_envelope(forum.folder)


def test_a_forum_is_made_of_a_backup_with_the_passphrase_of_that_day(
    forum: SmallForum, chosen: Backup, tmp_path: Path
) -> None:
    keys.change_passphrase(forum.folder.envelope, WORDS, OTHER, CHEAP)
    restore.as_forum(tmp_path / "new", chosen, forum.key)
    found = forum_folder.look(tmp_path / "new")
    assert keys.open_with_passphrase(found.envelope, WORDS) == forum.key
    made = SmallForum(found.folder, forum.key, "")
    assert len(made.comments()) == 60
    assert len(forum.comments()) == 61
    assert backup.is_good(chosen, forum.key)


def test_a_kill_while_a_forum_is_made_of_a_backup_leaves_no_half_forum(
    forum: SmallForum, chosen: Backup, tmp_path: Path
) -> None:
    step = 1
    while dies_at(step, lambda: restore.as_forum(tmp_path / "new", chosen, forum.key)):
        if forum_folder.is_forum(tmp_path / "new"):
            forum_folder.look(tmp_path / "new")
            shutil.rmtree(tmp_path / "new")
        step += 7
    assert step > 20
    assert backup.is_good(chosen, forum.key)
    made = SmallForum(forum_folder.look(tmp_path / "new").folder, forum.key, "")
    assert len(made.comments()) == 60
