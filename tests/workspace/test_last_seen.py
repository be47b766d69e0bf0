"""Lost saves are always told of, and nothing else ever is."""

import os
import shutil
import signal
from functools import partial
from pathlib import Path
from uuid import UUID

import pytest

from pcf_desktop.workspace import backup, envelope, head, last_seen
from pcf_desktop.workspace.backup import Reason
from pcf_desktop.workspace.head import Head
from pcf_desktop.workspace.last_seen import Older, Rewritten
from tests.workspace.small_forum import SmallForum, flip, save

FORUM = UUID(int=5)
HEAD = Head(7, "seal", None, {"comment": 212})


def opened_state(forum: SmallForum) -> Older | Rewritten | None:
    """Open the forum as the program does; return what is told."""
    number = envelope.load(forum.folder.envelope).forum
    with forum.open() as opened, opened.readers.connect() as reader:
        found = head.read(reader, ("comment",))
        return last_seen.compare(last_seen.recall(number), found, partial(head.seal_at, reader))


def remember(forum: SmallForum) -> None:
    number = envelope.load(forum.folder.envelope).forum
    with forum.open() as opened, opened.readers.connect() as reader:
        last_seen.remember(number, head.read(reader, ("comment",)))


def test_what_is_noted_is_recalled(own_state: Path) -> None:
    assert last_seen.recall(FORUM) is None
    last_seen.remember(FORUM, HEAD)
    last_seen.remember(UUID(int=6), Head(1, "", None, {}))
    assert last_seen.recall(FORUM) == HEAD
    last_seen.forget(FORUM)
    assert last_seen.recall(FORUM) is None
    assert last_seen.recall(UUID(int=6)) is not None


def test_the_note_is_its_owners_alone(own_state: Path) -> None:
    last_seen.remember(FORUM, HEAD)
    (note,) = (own_state / "last-seen").iterdir()
    assert note.stat().st_mode & 0o777 == 0o600
    assert note.parent.stat().st_mode & 0o777 == 0o700


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b"null", b'{"save": "x"}', b"\xff"])
def test_a_note_that_does_not_read_raises_no_alarm(content: bytes, own_state: Path) -> None:
    last_seen.remember(FORUM, HEAD)
    next((own_state / "last-seen").iterdir()).write_bytes(content)
    assert last_seen.recall(FORUM) is None


def test_usual_openings_raise_no_alarm(forum: SmallForum) -> None:
    for number in range(20):
        assert opened_state(forum) is None
        forum.add(f"comment {number}")
        if number % 3:
            remember(forum)


def test_a_file_ahead_of_the_note_raises_no_alarm(forum: SmallForum) -> None:
    remember(forum)
    forum.add("committed, and then the program was killed")
    assert opened_state(forum) is None


def test_an_older_copy_swapped_in_is_told_with_its_counts(forum: SmallForum) -> None:
    older = shutil.copyfile(forum.folder.database, forum.folder.path / "old")
    forum.add("one")
    forum.add("two", "three")
    remember(forum)
    Path(older).replace(forum.folder.database)
    found = opened_state(forum)
    assert isinstance(found, Older)
    assert found.missing == 2
    assert (found.then.counts["comment"], found.now.counts["comment"]) == (63, 60)


def test_another_history_of_the_same_length_is_told(forum: SmallForum) -> None:
    other = shutil.copyfile(forum.folder.database, forum.folder.path / "other")
    forum.add("here")
    remember(forum)
    Path(other).replace(forum.folder.database)
    for length in (1, 2):
        with forum.open() as opened, opened.writer.begin() as writer:
            save(writer, *["elsewhere"] * length, seal="f")
        assert isinstance(opened_state(forum), Rewritten)


def kill_after(forum: SmallForum, saves: int) -> None:
    """Commit these saves in a child, each noted, and kill it with the log not yet folded in."""
    child = os.fork()
    if child == 0:
        opened = forum.open().__enter__()
        number = envelope.load(forum.folder.envelope).forum
        for each in range(saves):
            with opened.writer.begin() as writer:
                save(writer, f"comment {each}")
            with opened.writer.begin() as writer:
                last_seen.remember(number, head.read(writer, ("comment",)))
        os.kill(os.getpid(), signal.SIGKILL)
    os.waitpid(child, 0)


def lose_log(log: Path) -> None:
    log.unlink()


def cut_log(log: Path) -> None:
    os.truncate(log, log.stat().st_size // 2)


def spoil_log(log: Path) -> None:
    flip(log, log.stat().st_size // 3)


@pytest.mark.parametrize("spoil", [lose_log, cut_log, spoil_log])
def test_a_log_that_is_lost_or_spoilt_after_a_kill_is_told(forum: SmallForum, spoil) -> None:
    kill_after(forum, 12)
    log = forum.folder.path / "forum.db-wal"
    assert log.stat().st_size > 0
    spoil(log)
    found = opened_state(forum)
    assert isinstance(found, Older)
    assert 0 < found.missing <= 12


def test_a_kill_alone_loses_nothing_and_raises_no_alarm(forum: SmallForum) -> None:
    kill_after(forum, 12)
    assert opened_state(forum) is None
    assert len(forum.comments()) == 72


def test_a_backup_gone_back_to_is_older_until_the_note_is_dropped(forum: SmallForum) -> None:
    with forum.open() as opened, opened.readers.connect() as reader:
        taken = backup.take(forum.folder, reader, forum.key, Reason.ASKED)
    forum.add("after")
    remember(forum)
    shutil.copyfile(taken.folder.database, forum.folder.database)
    assert isinstance(opened_state(forum), Older)
    last_seen.forget(taken.forum)
    assert opened_state(forum) is None


def test_a_note_that_cannot_be_written_is_no_failure_of_the_save(own_state: Path) -> None:
    own_state.write_text("a file in the folder's place")
    last_seen.remember(FORUM, HEAD)
    assert last_seen.recall(FORUM) is None


@pytest.mark.parametrize(
    ("missing", "said"), [(1, "1 change is missing."), (1_200, "1,200 changes are missing.")]
)
def test_what_an_older_copy_lacks_is_counted(missing: int, said: str) -> None:
    assert said in Older(Head(missing + 1, "", None, {}), Head(1, "", None, {})).words


def test_an_odd_file_is_noted_once_it_is_accepted(own_state: Path) -> None:
    last_seen.remember(FORUM, HEAD)
    older, next_one = Head(3, "other", None, {}), Head(4, "other", None, {})
    note = last_seen.Note(FORUM, is_odd=True)
    note.saved(older)
    assert last_seen.recall(FORUM) == HEAD
    note.accept(older)
    assert last_seen.recall(FORUM) == older
    note.saved(next_one)
    assert last_seen.recall(FORUM) == next_one
