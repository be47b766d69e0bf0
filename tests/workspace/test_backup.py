"""A backup that is listed is whole, encrypted, and equal to its source."""

import errno
import json
import os
import shutil
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from pcf_desktop.progress import Cancelled
from pcf_desktop.workspace import backup, connection, forum_folder, head, keys, restore, whole_file
from pcf_desktop.workspace.backup import Backup, Reason
from pcf_desktop.workspace.data_key import DataKey
from pcf_desktop.workspace.faults import BadBackup, BadCopy, ForumFault, InUse
from tests.workspace.small_forum import CHEAP, OTHER, WORDS, SmallForum, dies_at, flip, save


def take(forum: SmallForum, reason: Reason = Reason.ASKED) -> Backup:
    with forum.open() as opened, opened.readers.connect() as reader:
        return backup.take(forum.folder, reader, forum.key, reason)


def test_it_is_a_forum_folder_that_opens_with_the_passphrase_of_that_day(
    forum: SmallForum,
) -> None:
    taken = take(forum)
    keys.change_passphrase(forum.folder.envelope, WORDS, OTHER, CHEAP)
    found = forum_folder.look(taken.folder.path)
    copy = SmallForum(found.folder, keys.open_with_passphrase(found.envelope, WORDS), "")
    assert copy.comments() == forum.comments()


def test_it_says_when_why_and_how_far_the_file_had_come(forum: SmallForum) -> None:
    before = datetime.now(UTC)
    taken = take(forum, Reason.IMPORT)
    assert backup.listed(forum.folder) == [taken]
    assert before <= taken.taken <= datetime.now(UTC)
    assert taken.name.endswith("Z-before-import")
    assert taken.head is not None
    assert (taken.head.save, taken.head.counts["comment"]) == (1, 60)
    assert backup.is_good(taken, forum.key)


def test_it_holds_nothing_in_clear_and_is_its_owners_alone(forum: SmallForum) -> None:
    folder = take(forum).folder.path
    for path in folder.iterdir():
        assert b"taxi" not in path.read_bytes()
        assert not path.read_bytes().startswith(b"SQLite format 3")
        assert path.stat().st_mode & 0o777 == 0o600
    assert folder.stat().st_mode & 0o777 == 0o700
    assert sorted(path.name for path in folder.iterdir()) == [
        "backup.json",
        "forum.db",
        "forum.key",
    ]


def test_it_sees_what_is_committed_while_a_change_goes_on(forum: SmallForum) -> None:
    with forum.open() as opened, opened.writer.connect() as writer:
        with writer.begin():
            save(writer, "in the log")
        with writer.begin(), opened.readers.connect() as reader:
            save(writer, "not yet committed")
            taken = backup.take(forum.folder, reader, forum.key, Reason.REGULAR)
        assert taken.head is not None
        assert taken.head.counts["comment"] == 61
        with opened.readers.connect() as reader:
            assert head.read(reader).counts["comment"] == 62


def test_a_cancelled_one_leaves_nothing(forum: SmallForum) -> None:
    def cancel(done: int, total: int) -> None:
        assert 0 < done <= total
        raise Cancelled

    with forum.open() as opened, opened.readers.connect() as reader, pytest.raises(Cancelled):
        backup.take(forum.folder, reader, forum.key, Reason.ASKED, cancel)
    assert list(forum.folder.backups.iterdir()) == []


@pytest.mark.parametrize(
    ("number", "said"),
    [
        (errno.ENOSPC, r"not enough space on this disk\. About 1 MB is needed, \d+ MB is free"),
        (errno.EDQUOT, r"not enough space on this disk"),
        (errno.EROFS, r"Changes cannot be saved in .*forum"),
        (errno.EACCES, r"Changes cannot be saved in .*forum"),
        (errno.EIO, r"The disk that holds forum\.db cannot be read or written"),
    ],
)
def test_what_the_disk_refuses_is_said_in_words_and_leaves_nothing(
    forum: SmallForum, monkeypatch: pytest.MonkeyPatch, number: int, said: str
) -> None:
    def refuse(_path: Path) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(whole_file, "settle", refuse)
    with pytest.raises(ForumFault, match=said):
        take(forum)
    assert list(forum.folder.backups.iterdir()) == []


def test_a_damaged_file_is_not_copied(forum: SmallForum) -> None:
    flip(forum.folder.database, forum.folder.database.stat().st_size // 2)
    with pytest.raises(BadCopy, match=r"A copy of forum\.db was made and could not be read back"):
        take(forum)
    assert list(forum.folder.backups.iterdir()) == []


@pytest.mark.parametrize("stride", [9, pytest.param(1, marks=pytest.mark.slow)])
def test_a_kill_at_any_step_lists_no_half_backup_and_keeps_the_others(
    forum: SmallForum, stride: int
) -> None:
    first, step = take(forum), 1
    while dies_at(step, lambda: take(forum)):
        for found in backup.listed(forum.folder):
            assert backup.is_good(found, forum.key)
        assert first in backup.listed(forum.folder)
        step += stride
    assert step > 40
    assert len(forum.comments()) == 60
    (forum.folder.backups / ".part-left").mkdir()
    take(forum)
    assert not [path for path in forum.folder.backups.iterdir() if path.name.startswith(".")]


@pytest.mark.parametrize("place", [0, 5000, -1])
def test_a_changed_one_is_found_and_passed_over(forum: SmallForum, place: int) -> None:
    good, bad = take(forum), take(forum)
    flip(bad.folder.database, place)
    assert backup.listed(forum.folder) == [bad, good]
    assert not bad.is_whole()
    assert backup.newest_good(forum.folder) == good
    assert not backup.is_good(bad, forum.key)


def test_one_that_lost_its_database_is_not_whole(forum: SmallForum) -> None:
    taken = take(forum)
    taken.folder.database.unlink()
    assert not taken.is_whole()
    assert backup.newest_good(forum.folder) is None


def test_another_forums_backup_is_refused(forum: SmallForum) -> None:
    assert not backup.is_good(take(forum), DataKey.random())


def test_a_manifest_that_claims_too_much_is_found_out(forum: SmallForum) -> None:
    taken = take(forum)
    manifest = taken.folder.path / backup.MANIFEST
    fields = json.loads(manifest.read_bytes())
    fields["head"]["counts"]["comment"] = 61
    manifest.write_text(json.dumps(fields))
    (found,) = backup.listed(forum.folder)
    assert not backup.is_good(found, forum.key)


@pytest.mark.parametrize("content", [None, "", "{}", "[]", '{"reason": "other"}'])
def test_a_folder_without_a_manifest_that_reads_is_not_listed(
    forum: SmallForum, content: str | None
) -> None:
    (forum.folder.backups / "letters").mkdir()
    if content is not None:
        (forum.folder.backups / "letters" / backup.MANIFEST).write_text(content)
    assert backup.listed(forum.folder) == []
    forum.folder.backups.joinpath("letters").rename(forum.folder.path / "letters")
    forum.folder.backups.rmdir()
    assert backup.listed(forum.folder) == []


def test_old_ones_are_thinned_and_the_newest_stays(forum: SmallForum) -> None:
    taken = [take(forum) for _ in range(3)]
    assert backup.thin(forum.folder, datetime.now(UTC)) == []
    later = datetime.now(UTC) + timedelta(days=10)
    assert backup.thin(forum.folder, later) == [taken[1], taken[0]]
    assert backup.listed(forum.folder) == [taken[2]]
    assert [path.name for path in forum.folder.backups.iterdir()] == [taken[2].name]


def test_the_live_file_is_never_digested(forum: SmallForum) -> None:
    with forum.open(), pytest.raises(InUse):
        backup.describe(forum.folder, datetime.now(UTC), Reason.ASKED, None)


def test_reading_a_backup_changes_nothing_in_it(forum: SmallForum) -> None:
    taken = take(forum)
    before = {path.name: path.read_bytes() for path in taken.folder.path.iterdir()}
    with connection.reading(taken.folder.database, forum.key) as reader:
        head.read(reader)
    assert {path.name: path.read_bytes() for path in taken.folder.path.iterdir()} == before


def test_a_folder_is_known_as_a_backup_and_of_which_forum(
    forum: SmallForum, tmp_path: Path
) -> None:
    taken = take(forum)
    assert backup.found_in(taken.folder.path) == taken
    assert taken.of == forum.folder.path.name
    assert backup.found_in(forum.folder.path) is None
    elsewhere = backup.found_in(shutil.copytree(taken.folder.path, tmp_path / "stick"))
    assert elsewhere is not None
    assert elsewhere.of == "stick"


def test_what_was_set_aside_as_damaged_is_nothing_to_go_back_to(forum: SmallForum) -> None:
    kept = restore.keep_as_it_is(forum.folder)
    with pytest.raises(BadBackup, match=kept.name):
        backup.found_in(kept.folder.path)
