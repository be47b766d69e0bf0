"""A clock that is a month off deletes nothing until a person has said that it is right."""

import json
from contextlib import closing
from datetime import UTC, datetime, timedelta, tzinfo
from pathlib import Path
from typing import Self
from uuid import UUID

import pytest
from typing_extensions import override

from pcf_desktop.workspace import backup, clock, opening, workspace
from pcf_desktop.workspace.backup import MANIFEST, Reason
from pcf_desktop.workspace.forum_folder import ForumFolder
from tests.workspace.made_forum import log, open_

FORUM = UUID(int=4)
NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)
DAY = timedelta(days=1)


class Set(datetime):
    """A clock that somebody has set."""

    ahead = timedelta(0)

    @classmethod
    @override
    def now(cls, tz: tzinfo | None = None) -> Self:
        there = datetime.now(tz) + cls.ahead
        return cls.combine(there.date(), there.time(), tz)


@pytest.mark.parametrize("days", [31, 800, -31, -800])
def test_a_jump_is_told_until_it_is_accepted(days: int) -> None:
    assert clock.jump(FORUM, NOW, None) is None
    far = NOW + days * DAY
    for _ in range(3):
        told = clock.jump(FORUM, far, None)
        assert told is not None
        assert "this forum was last used on 22 November 2026. Is the date right?" in told.words
    assert clock.jump(FORUM, NOW + DAY, None) is None
    clock.accept(FORUM, far)
    assert clock.jump(FORUM, far + DAY, None) is None


def test_where_nothing_is_noted_the_last_save_counts_and_stays_what_counts() -> None:
    far = NOW + 800 * DAY
    assert clock.jump(FORUM, far, NOW) is not None
    assert clock.jump(FORUM, far, far) is not None
    assert clock.jump(UUID(int=5), NOW, NOW - 29 * DAY) is None


@pytest.mark.parametrize("content", ["", "x", "2026-01-01T00:00:00"])
def test_a_note_that_does_not_read_is_none(own_state: Path, content: str) -> None:
    clock.accept(FORUM, NOW)
    next((own_state / "last-used").iterdir()).write_text(content)
    assert clock.jump(FORUM, NOW + 800 * DAY, None) is None


def eleven(folder: Path) -> list[str]:
    """Take eleven copies, the last of today, each a month before the next."""
    for number in range(11):
        log(folder, f"comment {number}")
        with closing(open_(folder)) as forum:
            made = forum.workspace.back_up(Reason.REGULAR)
        dated = made.taken - (10 - number) * 31 * DAY
        manifest = made.folder.path / MANIFEST
        fields = {**json.loads(manifest.read_bytes()), "taken": dated.isoformat()}
        manifest.write_text(json.dumps(fields))
    return [found.name for found in backup.listed(ForumFolder(folder))]


@pytest.mark.parametrize("days", [800, -800])
def test_eleven_backups_outlive_a_wrong_clock(
    folder: Path, monkeypatch: pytest.MonkeyPatch, days: int
) -> None:
    names = eleven(folder)
    monkeypatch.setattr(Set, "ahead", days * DAY)
    for module in (backup, opening, workspace):
        monkeypatch.setattr(module, "datetime", Set)
    for _ in range(2):
        log(folder, "while the clock was wrong")
        with closing(open_(folder)) as forum:
            told = forum.clock_jump()
            assert told is not None
            assert forum.last_backup() != (made := forum.workspace.back_up(Reason.REGULAR))
            assert forum.last_backup() == made
            assert set(names) < {found.name for found in backup.listed(forum.folder)}
    monkeypatch.setattr(Set, "ahead", timedelta(0))
    log(folder, "after the clock was set right")
    with closing(open_(folder)) as forum:
        assert forum.clock_jump() is None
        right = forum.workspace.back_up(Reason.REGULAR)
        there = backup.listed(forum.folder)
        assert forum.last_backup() == right == there[0]
        assert set(names) < {found.name for found in there}
    monkeypatch.setattr(Set, "ahead", days * DAY)
    with closing(open_(folder)) as forum:
        forum.accept_clock()
        assert forum.clock_jump() is None
