"""A forum is made whole or not at all, and each wrong thing in its folder has its own sentence."""

import errno
import os
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from pcf_desktop.workspace import connection, forum_folder, keys, media
from pcf_desktop.workspace.faults import (
    CannotRead,
    CannotWrite,
    DamagedDatabase,
    DamagedEnvelope,
    EmptyFile,
    FolderNotEmpty,
    ForumFault,
    FullDisk,
    InsideForum,
    MissingEnvelope,
    MissingForum,
    NotAForum,
    NotOnThisComputer,
    PathTooLong,
    SyncedFolder,
    WeakPassphrase,
    WrongPassphrase,
)
from pcf_desktop.workspace.media import Medium
from tests.workspace.small_forum import CHEAP, OTHER, WORDS, SmallForum, build, dies_at, flip, make


def bytes_of(folder: Path) -> dict[str, bytes]:
    return {str(path): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_a_new_forum_opens_with_its_passphrase(tmp_path: Path) -> None:
    made = make(tmp_path / "forum")
    found = forum_folder.look(tmp_path / "forum")
    assert keys.open_with_passphrase(found.envelope, WORDS) == made.key
    assert keys.open_with_recovery_key(found.envelope, made.recovery) == made.key
    assert found.warnings == ()
    assert made.comments() == []


def test_it_is_its_owners_alone(tmp_path: Path) -> None:
    folder = make(tmp_path / "forum").folder
    modes = {path.name: path.stat().st_mode & 0o777 for path in folder.path.iterdir()}
    assert modes == {"forum.db": 0o600, "forum.key": 0o600, "backups": 0o700}
    assert folder.path.stat().st_mode & 0o777 == 0o700


def test_the_files_sqlite_makes_are_their_owners_too(forum: SmallForum) -> None:
    forum.folder.database.chmod(0o600)
    with forum.open() as opened, opened.writer.connect():
        made = list(forum.folder.path.glob("forum.db-*"))
        assert {path.stat().st_mode & 0o777 for path in made} == {0o600}


@pytest.mark.parametrize(
    "name",
    [
        "O'Brien",
        "50% #1 ?x=y&z",
        "Ystrad Mynach ŵŷ",
        "👩‍👧 family",
        "a;b",
        " spaced ",
        "x" * 250,
        "file:c",
    ],
)
def test_odd_names_work(tmp_path: Path, name: str) -> None:
    forum = make(tmp_path / name)
    forum.add("kept")
    assert forum.comments() == ["kept"]
    assert [path.name for path in tmp_path.iterdir()] == [name]


def test_a_place_too_long_for_the_database_is_refused_before_anything_is_made(
    tmp_path: Path,
) -> None:
    deep = tmp_path.joinpath(*["x" * 200] * 3)
    with pytest.raises(PathTooLong):
        make(deep)
    assert list(tmp_path.iterdir()) == []


def test_a_name_too_long_for_the_disk_is_said_when_making_and_when_opening(tmp_path: Path) -> None:
    for place in (tmp_path / ("x" * 256), tmp_path / ("x" * 256) / "forum"):
        with pytest.raises(PathTooLong):
            make(place)
        with pytest.raises(PathTooLong):
            forum_folder.is_forum(place)
    assert list(tmp_path.iterdir()) == []


def test_an_empty_folder_will_do(tmp_path: Path) -> None:
    (tmp_path / "forum").mkdir()
    assert make(tmp_path / "forum").comments() == []


def test_a_folder_with_files_will_not(forum: SmallForum, tmp_path: Path) -> None:
    (tmp_path / "other").mkdir()
    (tmp_path / "other" / "letter.txt").write_text("x")
    (tmp_path / "file").write_text("x")
    before = bytes_of(tmp_path)
    for place in (forum.folder.path, tmp_path / "other", tmp_path / "file"):
        with pytest.raises(FolderNotEmpty):
            make(place)
    assert bytes_of(tmp_path) == before


@pytest.mark.parametrize("place", ["new", "backups/new", "backups/old/new", "away/../new"])
def test_no_forum_is_made_inside_another(forum: SmallForum, place: str) -> None:
    before = sorted(forum.folder.path.rglob("*"))
    with pytest.raises(InsideForum) as refused:
        make(forum.folder.path / place)
    assert refused.value.happened.endswith(f"another forum, {forum.folder.path.name}.")
    assert sorted(forum.folder.path.rglob("*")) == before


def test_a_forum_reached_by_another_name_is_still_another(
    forum: SmallForum, tmp_path: Path
) -> None:
    (tmp_path / "link").symlink_to(forum.folder.path)
    with pytest.raises(InsideForum):
        make(tmp_path / "link" / "new")


def test_a_weak_passphrase_or_a_failure_leaves_nothing(tmp_path: Path) -> None:
    def fails(*_arguments: object) -> None:
        raise RuntimeError

    with pytest.raises(WeakPassphrase):
        forum_folder.create(tmp_path / "forum", "short", build, CHEAP)
    with pytest.raises(RuntimeError):
        forum_folder.create(tmp_path / "forum", WORDS, fails, CHEAP)
    assert list(tmp_path.iterdir()) == []


def test_a_kill_while_it_is_made_leaves_no_half_forum(tmp_path: Path) -> None:
    step = 1
    while dies_at(step, lambda: make(tmp_path / "forum")):
        if forum_folder.is_forum(tmp_path / "forum"):
            forum_folder.look(tmp_path / "forum")
            shutil.rmtree(tmp_path / "forum")
        step += 7
    assert step > 50
    forum_folder.look(tmp_path / "forum")


@pytest.mark.parametrize(
    ("place", "service"), [("OneDrive - Work/forum", "OneDrive"), ("Dropbox/forum", "Dropbox")]
)
def test_a_shared_folder_is_refused(tmp_path: Path, place: str, service: str) -> None:
    with pytest.raises(SyncedFolder) as raised:
        make(tmp_path / place)
    assert str(raised.value) == (
        f"This folder is shared by {service}. Nothing was changed. Keep the working file on "
        "this computer and share an encrypted copy instead."
    )
    assert list(tmp_path.iterdir()) == []


def test_a_network_drive_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(media, "medium_of", lambda _folder: Medium.NETWORK)
    with pytest.raises(NotOnThisComputer):
        make(tmp_path / "forum")


def test_a_forum_moved_into_a_shared_folder_opens_with_a_warning(
    forum: SmallForum, tmp_path: Path
) -> None:
    (tmp_path / "Dropbox").mkdir()
    moved = forum.folder.path.rename(tmp_path / "Dropbox" / "forum")
    assert "This folder is shared by Dropbox." in forum_folder.look(moved).warnings[0]


def test_a_forum_on_a_network_drive_opens_with_a_warning(
    forum: SmallForum, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(media, "medium_of", lambda _folder: Medium.NETWORK)
    (warning,) = forum_folder.look(forum.folder.path).warnings
    assert "network drive" in warning


@pytest.mark.parametrize(
    "name",
    [
        "forum (1).db",
        "forum-LAPTOP2.db",
        "forum.sync-conflict-20260301-120000-ABCDEFG.db",
        "forum (Anna's conflicted copy 2026-03-01).db",
    ],
)
def test_a_second_copy_is_told_of(forum: SmallForum, name: str) -> None:
    shutil.copyfile(forum.folder.database, forum.folder.path / name)
    (warning,) = forum_folder.look(forum.folder.path).warnings
    assert warning.startswith(f"There are two copies in this folder: forum.db and {name}.")


def test_the_files_of_a_forum_are_no_second_copy(forum: SmallForum) -> None:
    with forum.open() as opened, opened.writer.connect():
        names = {path.name for path in forum.folder.path.iterdir()}
    (forum.folder.path / "forum.lock").touch()
    assert "forum.db-wal" in names
    for name in names:
        (forum.folder.path / name).touch()
    assert forum_folder.look(forum.folder.path).warnings == ()


def put(name: str, content: bytes | None) -> Callable[[SmallForum], None]:
    def work(forum: SmallForum) -> None:
        (forum.folder.path / name).unlink()
        if content is not None:
            (forum.folder.path / name).write_bytes(content)

    return work


def put_plain(forum: SmallForum) -> None:
    forum.folder.database.unlink()
    with closing(sqlite3.connect(forum.folder.database)) as plain:
        plain.execute("CREATE TABLE t (a)")


def put_other(forum: SmallForum) -> None:
    other = make(forum.folder.path.parent / "other")
    shutil.copyfile(other.folder.database, forum.folder.database)


def opening(forum: SmallForum, words: str = WORDS) -> None:
    found = forum_folder.look(forum.folder.path)
    key = keys.open_with_passphrase(found.envelope, words)
    connection.connect(found.folder.database, key).close()


WRONG = [
    (put("forum.db", None), MissingForum, "There is no file forum.db in"),
    (put("forum.db", b""), EmptyFile, "The file forum.db is empty (0 bytes)."),
    (put("forum.db", b"\xff\xd8\xff\xe0" * 2000), NotAForum, "forum.db is a JPEG picture"),
    (put("forum.db", b"\x03\xd9\xa2\x9a" * 2000), NotAForum, "forum.db is a KeePass file"),
    (put("forum.db", os.urandom(8192)), DamagedDatabase, "forum.db is damaged, or it is not"),
    (put_plain, NotAForum, "forum.db is an unencrypted SQLite database"),
    (put_other, DamagedDatabase, "forum.db is damaged, or it is not the file of this forum"),
    (put("forum.key", None), MissingEnvelope, "The key file forum.key is missing."),
    (put("forum.key", b""), DamagedEnvelope, "The key file forum.key is damaged."),
    (lambda forum: flip(forum.folder.envelope, 30), DamagedEnvelope, "forum.key is damaged"),
    (lambda forum: flip(forum.folder.database, 30), DamagedDatabase, "forum.db is damaged"),
]


@pytest.mark.parametrize(("spoil", "fault", "said"), WRONG)
def test_each_wrong_thing_has_its_sentence_and_nothing_is_changed(
    forum: SmallForum,
    spoil: Callable[[SmallForum], None],
    fault: type[ForumFault],
    said: str,
) -> None:
    spoil(forum)
    before = bytes_of(forum.folder.path)
    with pytest.raises(fault) as raised:
        opening(forum)
    assert said in raised.value.happened
    assert raised.value.safe
    assert raised.value.todo
    assert bytes_of(forum.folder.path) == before


def test_a_wrong_passphrase_is_none_of_these(forum: SmallForum) -> None:
    with pytest.raises(WrongPassphrase):
        opening(forum, OTHER)
    opening(forum)


def test_a_folder_that_is_gone_is_not_made_again(tmp_path: Path) -> None:
    with pytest.raises(MissingForum):
        forum_folder.look(tmp_path / "stick" / "forum")
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_may_not_be_made_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuses(*_arguments: object, **_named: object) -> None:
        raise PermissionError

    monkeypatch.setattr(Path, "mkdir", refuses)
    with pytest.raises(CannotWrite):
        make(tmp_path / "forum")


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EDQUOT, errno.EFBIG])
def test_a_disk_without_room_for_a_forum_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    def full(*_arguments: object, **_named: object) -> None:
        raise OSError(number, "full")

    monkeypatch.setattr(Path, "mkdir", full)
    with pytest.raises(FullDisk):
        make(tmp_path / "forum")


def test_a_file_in_the_way_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(CannotWrite):
        make(tmp_path / "file" / "forum")


def test_a_folder_that_lets_us_not_look_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuses(_path: Path) -> bool:
        raise PermissionError(errno.EACCES, "closed")

    monkeypatch.setattr(Path, "is_file", refuses)
    for ask in (forum_folder.is_forum, forum_folder.look):
        with pytest.raises(CannotRead, match="does not let you read Old forum"):
            ask(tmp_path / "Old forum")


def test_a_folder_gets_its_name_when_it_is_filled(tmp_path: Path) -> None:
    with forum_folder.new(tmp_path / "forum") as part:
        part.database.write_bytes(b"-")
        assert not (tmp_path / "forum").exists()
    assert bytes_of(tmp_path) == {str(tmp_path / "forum" / "forum.db"): b"-"}
