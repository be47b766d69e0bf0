"""One program at a time, whatever becomes of the other, and whichever way the folder is named."""

import errno
import json
import os
import signal
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from uuid import UUID

import pytest

from pcf_desktop import paths
from pcf_desktop.workspace import whole_file
from pcf_desktop.workspace.device import this_device
from pcf_desktop.workspace.faults import CannotWrite, InUse, MissingForum, OpenElsewhere
from pcf_desktop.workspace.lock import LOCK, NOTE, ForumLock


@pytest.fixture
def hold(tmp_path: Path) -> Iterator[Callable[[], int]]:
    """Start another process that holds the lock of `tmp_path`; its number is returned."""
    started: list[int] = []

    def start() -> int:
        told, telling = os.pipe()
        child = os.fork()
        if child == 0:
            try:
                lock = ForumLock(tmp_path)
                lock.take()
                os.write(telling, b"held")
                time.sleep(60)
            finally:
                os._exit(1)
        started.append(child)
        assert os.read(told, 4) == b"held"
        os.close(told)
        os.close(telling)
        return child

    yield start
    for child in started:
        end(child)


def end(child: int) -> None:
    with suppress(ProcessLookupError, ChildProcessError):
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)


def is_free(folder: Path) -> bool:
    lock = ForumLock(folder)
    try:
        lock.take()
    except InUse:
        return False
    lock.release()
    return True


def test_a_second_is_told_who_and_since_when(tmp_path: Path) -> None:
    first = ForumLock(tmp_path)
    first.take()
    (tmp_path / NOTE).write_text(
        json.dumps({"device": "LAPTOP2", "since": "2026-03-03T12:42:00+00:00"})
    )
    with pytest.raises(InUse) as raised:
        ForumLock(tmp_path).take()
    assert raised.value.happened.startswith("This forum is already open on LAPTOP2 since 3 March")
    first.release()
    assert is_free(tmp_path)


def test_it_knows_whether_it_is_held(tmp_path: Path) -> None:
    lock, told = ForumLock(tmp_path), []
    for change in (lock.take, lock.release):
        change()
        told.append(lock.is_held)
    assert told == [True, False]


@pytest.mark.parametrize("note", ["", "{}", "[]", '{"device": 1, "since": "x"}'])
def test_a_note_that_does_not_read_still_refuses(tmp_path: Path, note: str) -> None:
    first = ForumLock(tmp_path)
    first.take()
    (tmp_path / NOTE).write_text(note)
    with pytest.raises(InUse, match="already open"):
        ForumLock(tmp_path).take()
    first.release()


def test_a_stale_note_alone_refuses_nobody(tmp_path: Path) -> None:
    (tmp_path / NOTE).write_text(json.dumps({"device": "OLD", "since": "2020-01-01T00:00:00Z"}))
    (tmp_path / LOCK).touch()
    assert is_free(tmp_path)
    assert not (tmp_path / NOTE).exists()


def test_a_stopped_holder_still_holds(tmp_path: Path, hold: Callable[[], int]) -> None:
    other = hold()
    os.kill(other, signal.SIGSTOP)
    assert not any(is_free(tmp_path) for _ in range(50))
    os.kill(other, signal.SIGCONT)
    assert not is_free(tmp_path)


def test_a_killed_holder_holds_nothing(tmp_path: Path, hold: Callable[[], int]) -> None:
    for _ in range(50):
        other = hold()
        assert not is_free(tmp_path)
        end(other)
        assert is_free(tmp_path)


def test_every_name_of_the_folder_is_the_same_lock(tmp_path: Path) -> None:
    folder = tmp_path / "forum"
    (folder / "backups").mkdir(parents=True)
    (tmp_path / "link").symlink_to(folder)
    first = ForumLock(folder)
    first.take()
    for name in (tmp_path / "link", folder / "backups" / "..", tmp_path / "link" / "."):
        assert not is_free(name)
    first.release()
    assert is_free(tmp_path / "link")


def test_a_database_with_a_name_in_two_folders_is_one_lock(tmp_path: Path) -> None:
    folder, other = tmp_path / "forum", tmp_path / "other"
    for place in (folder, other):
        place.mkdir()
    (folder / "forum.db").write_bytes(b"-")
    (other / "forum.db").hardlink_to(folder / "forum.db")
    first = ForumLock(folder)
    first.take()
    assert not is_free(other)
    first.release()
    assert is_free(other)
    assert is_free(folder)


def test_a_note_of_another_computer_is_refused_with_its_name_until_it_is_deleted(
    tmp_path: Path,
) -> None:
    note = {"device": "LAPTOP2", "id": UUID(int=5).hex, "since": "2026-03-03T12:42:00+00:00"}
    (tmp_path / NOTE).write_text(json.dumps(note))
    for _ in range(2):
        with pytest.raises(OpenElsewhere) as raised:
            ForumLock(tmp_path).take()
        assert raised.value.happened.startswith("This forum was opened on LAPTOP2 on 3 March 2026")
        assert "ask all who use this forum to close it" in raised.value.todo
        assert f"move the file {NOTE} out of {tmp_path}" in raised.value.todo
        assert json.loads((tmp_path / NOTE).read_text()) == note
    (tmp_path / NOTE).unlink()
    assert is_free(tmp_path)


def test_a_note_without_a_name_speaks_of_another_computer(tmp_path: Path) -> None:
    (tmp_path / NOTE).write_text(json.dumps({"id": UUID(int=5).hex}))
    with pytest.raises(OpenElsewhere) as raised:
        ForumLock(tmp_path).take()
    assert (
        raised.value.happened == "This forum was opened on another computer and not closed there."
    )


def test_where_this_computer_keeps_no_name_of_its_own_nothing_is_locked(
    tmp_path: Path,
) -> None:
    paths.state().write_text("a file in the place of the folder")
    with pytest.raises(CannotWrite):
        ForumLock(tmp_path).take()
    paths.state().unlink()
    assert is_free(tmp_path)


def test_a_note_of_this_computer_under_an_older_name_refuses_nobody(tmp_path: Path) -> None:
    note = {"device": "old-name", "id": this_device().hex, "since": "2026-03-03T12:42:00+00:00"}
    (tmp_path / NOTE).write_text(json.dumps(note))
    assert is_free(tmp_path)


def test_the_lock_is_its_owners_alone(tmp_path: Path) -> None:
    (tmp_path / "forum.db").touch()
    lock = ForumLock(tmp_path)
    lock.take()
    files = [path for path in tmp_path.rglob("*") if path.is_file() and path.name != "forum.db"]
    assert {LOCK, NOTE} < {path.name for path in files}
    assert {path.stat().st_mode & 0o777 for path in files} == {0o600}
    lock.release()


def test_a_folder_that_is_gone_is_missing_and_not_made(tmp_path: Path) -> None:
    with pytest.raises(MissingForum):
        ForumLock(tmp_path / "gone").take()
    assert list(tmp_path.iterdir()) == []


def test_where_no_lock_can_be_made_it_is_said(tmp_path: Path) -> None:
    (tmp_path / LOCK).mkdir()
    with pytest.raises(CannotWrite):
        ForumLock(tmp_path).take()


def test_a_note_that_cannot_be_written_leaves_the_lock_held(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_given: object, **_named: object) -> None:
        raise OSError(errno.ENOSPC, "full")

    this_device()
    monkeypatch.setattr(whole_file, "write", full)
    lock = ForumLock(tmp_path)
    lock.take()
    assert not is_free(tmp_path)
    lock.release()
    assert is_free(tmp_path)


def test_a_note_that_cannot_be_removed_gives_the_lock_back(tmp_path: Path) -> None:
    lock = ForumLock(tmp_path)
    lock.take()
    (tmp_path / NOTE).unlink()
    (tmp_path / NOTE).mkdir()  # which nobody can unlink, not even who may do everything
    with pytest.raises(OSError, match=NOTE):
        lock.release()
    assert not lock.is_held
    (tmp_path / NOTE).rmdir()
    assert is_free(tmp_path)
