"""What SQLite wrote into its log is read as SQLite reads it, and one wrong word is put right."""

import random
from pathlib import Path

import pytest

from pcf_desktop.workspace import log_pages
from pcf_desktop.workspace.connection import PAGE, beside
from pcf_desktop.workspace.foreign_log import FRAME, HEADER, SALT
from pcf_desktop.workspace.log_pages import PageLog
from tests.workspace.small_forum import SmallForum
from tests.workspace.test_foreign_log import die_with_a_log

ONE = FRAME + PAGE


@pytest.fixture
def log(forum: SmallForum) -> bytes:
    die_with_a_log(forum, *(f"The taxi was late, {each}. " * 30 for each in range(40)))
    return beside(forum.folder.database, "-wal").read_bytes()


def read(forum: SmallForum, content: bytes) -> PageLog:
    salt = Path(forum.folder.database).read_bytes()[:SALT]
    return log_pages.read(content, forum.key, salt)


def test_a_sound_log_is_read_whole_and_is_not_damaged(forum: SmallForum, log: bytes) -> None:
    found = read(forum, log)
    assert len(found.frames) == (len(log) - HEADER) // ONE > 5
    assert found.stops_at is None
    assert found.commits()[-1] == len(found.frames) - 1
    assert not found.is_damaged()


@pytest.mark.parametrize(
    "place", [0, 1, 9, 17, 25, *(HEADER + ONE + at for at in (1, 6, 9, 17, 21, 24, 999, 4090))]
)
@pytest.mark.parametrize("by", [1, 0xFF])
def test_one_wrong_byte_anywhere_is_put_right(
    forum: SmallForum, log: bytes, place: int, by: int
) -> None:
    spoilt = bytearray(log)
    spoilt[place] ^= by
    found = read(forum, bytes(spoilt))
    assert found.frames == read(forum, log).frames
    assert found.is_damaged()


def test_a_page_spoilt_beyond_that_is_lost_and_the_others_are_not(
    forum: SmallForum, log: bytes
) -> None:
    start = HEADER + 2 * ONE + FRAME
    found = read(forum, log[:start] + random.Random(3).randbytes(512) + log[start + 512 :])
    whole = read(forum, log)
    assert [at for at, frame in enumerate(found.frames) if frame.page is None] == [2]
    assert found.frames[3:] == whole.frames[3:]
    assert found.stops_at == 2
    assert not found.is_whole(len(found.frames) - 1)


@pytest.mark.parametrize("mark", [None, b"\1" * 8])
def test_what_an_earlier_write_left_behind_is_not_taken(
    forum: SmallForum, log: bytes, mark: bytes | None
) -> None:
    """SQLite writes over a log from its beginning; frames behind do not follow from those."""
    half = HEADER + 3 * ONE
    old = bytearray(log[half + ONE :])
    for at in range(0, len(old), ONE):
        old[at + 8 : at + 16] = mark or old[at + 8 : at + 16]
    found = read(forum, log[:half] + bytes(old))
    assert (len(found.frames), found.stops_at) == (3, None)


def test_a_write_that_was_cut_off_is_no_damage(forum: SmallForum, log: bytes) -> None:
    assert not read(forum, log[: HEADER + 3 * ONE + 700]).is_damaged()
