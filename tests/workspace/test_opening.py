"""A forum is made whole or not at all, opens by either key, and is looked over while it is open."""

from contextlib import closing
from pathlib import Path
from uuid import UUID

import pytest

from pcf_desktop.progress import Cancelled
from pcf_desktop.records import Feedback
from pcf_desktop.workspace import Session, backup, opening
from pcf_desktop.workspace.backup import Reason
from pcf_desktop.workspace.data_key import DataKey
from pcf_desktop.workspace.envelope import Envelope
from pcf_desktop.workspace.faults import WeakPassphrase
from pcf_desktop.workspace.opening import OpenForum
from tests.workspace.made_forum import Broken, fill, log, make, open_, texts
from tests.workspace.small_forum import CHEAP, WORDS, flip


def test_what_was_logged_is_there_at_the_next_opening(folder: Path) -> None:
    log(folder, "one", "two")
    with closing(open_(folder)) as forum:
        assert texts(forum) == ["one", "two"]
        assert forum.warnings == ()
        assert forum.odd is None
    assert not (folder / "forum.db-wal").exists()


def test_the_recovery_key_opens_it_too(made: tuple[Path, str], folder: Path) -> None:
    with closing(opening.open_forum(folder, opening.with_recovery_key(made[1]))) as forum:
        assert texts(forum) == []


def test_a_closed_forum_has_forgotten_its_key(folder: Path) -> None:
    taken: list[DataKey] = []

    def unlock(envelope: Envelope) -> DataKey:
        taken.append(opening.with_passphrase(WORDS)(envelope))
        return taken[0]

    opening.open_forum(folder, unlock).close()
    assert taken[0].is_forgotten


def half_fill(session: Session) -> None:
    fill(session)
    raise Broken


def test_a_forum_that_could_not_be_filled_is_not_made(tmp_path: Path) -> None:
    with pytest.raises(Broken):
        opening.make(tmp_path / "forum", WORDS, half_fill, CHEAP)
    assert [path.name for path in tmp_path.iterdir() if path.name != "state"] == []


def test_a_weak_passphrase_makes_nothing(tmp_path: Path) -> None:
    with pytest.raises(WeakPassphrase):
        opening.make(tmp_path / "forum", "short", fill, CHEAP)
    assert not (tmp_path / "forum").exists()


def test_every_forum_has_an_id_of_its_own(opened: OpenForum, tmp_path: Path) -> None:
    make(tmp_path / "other")
    with closing(open_(tmp_path / "other")) as other:
        assert isinstance(other.forum, UUID)
        assert other.forum != opened.forum


def test_a_look_over_finds_damage_and_says_what_to_go_back_to(folder: Path) -> None:
    log(folder, "one")
    with closing(open_(folder)) as forum:
        assert forum.look_over() == ""
        good, later = (forum.workspace.back_up(Reason.ASKED) for _ in range(2))
    log(folder, "two", "three")
    flip(later.folder.database, 5000)
    flip(folder / "forum.db", (folder / "forum.db").stat().st_size - 2000)
    with closing(open_(folder)) as forum:
        said = forum.look_over()
        now = forum.workspace.head().at
    assert now is not None
    at, last = good.taken.astimezone(), now.astimezone()
    assert said == (
        "Part of this file is damaged. Nothing was changed by looking. A later backup is damaged "
        f"too. The last good backup is from {at.day} {at:%B %Y, %H:%M}, with 1 comment, and lacks "
        f"2 comments added since: the folder backups/{good.name}. The last save of this file is "
        f"from {last.day} {last:%B %Y, %H:%M}, with 3 comments. To go back to the backup, choose "
        "Open from another folder on the first page of the window, and then that folder: a forum "
        "is made of it, and this one stays as it is."
    )


def test_a_look_over_stops_when_it_is_no_longer_wanted(opened: OpenForum) -> None:
    def stop(done: int, total: int) -> None:
        if done:
            raise Cancelled

    with pytest.raises(Cancelled):
        opened.look_over(stop)


def test_a_backup_can_be_taken_of_an_open_forum(opened: OpenForum) -> None:
    assert opened.last_backup() is None
    with opened.workspace.change("Log feedback") as session:
        session.add(Feedback(words="backed up"))
    made = opened.workspace.back_up(Reason.IMPORT)
    assert made.is_whole()
    assert opened.last_backup() == made
    assert [each.name for each in backup.listed(opened.folder)] == [made.name]
