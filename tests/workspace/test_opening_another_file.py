"""A file that is not the one last seen here is flagged or refused; a normal one never is."""

import shutil
from contextlib import closing
from pathlib import Path

import pytest

from pcf_desktop.records import Feedback
from pcf_desktop.workspace import forum_folder, last_seen
from pcf_desktop.workspace.faults import ForeignLog
from pcf_desktop.workspace.last_seen import Older, Rewritten
from tests.workspace.made_forum import copy_from_outside, log, make, open_, texts

OPENS = 50
"""So many normal openings are made, none of which may raise an alarm."""


def test_an_older_copy_put_in_its_place_is_flagged_until_it_is_accepted(folder: Path) -> None:
    log(folder, "one")
    old = (folder / "forum.db").read_bytes()
    log(folder, "two", "three")
    (folder / "forum.db").write_bytes(old)
    for _ in range(2):
        with closing(open_(folder)) as forum:
            assert isinstance(forum.odd, Older)
            assert forum.odd.missing == 2
            assert (forum.odd.then.counts, forum.odd.now.counts) == (
                {"feedback": 3},
                {"feedback": 1},
            )
            assert forum.odd.now.at is not None
            assert forum.odd.then.at is not None
            assert texts(forum) == ["one"]
    with closing(open_(folder)) as forum:
        forum.accept()
    with closing(open_(folder)) as forum:
        assert forum.odd is None


@pytest.mark.parametrize("saves", [1, 4])
def test_saves_in_an_older_copy_do_not_silence_the_warning(folder: Path, saves: int) -> None:
    log(folder, "one")
    old = (folder / "forum.db").read_bytes()
    log(folder, "two", "three")
    (folder / "forum.db").write_bytes(old)
    log(folder, *(f"in the copy {n}" for n in range(saves)))
    with closing(open_(folder)) as forum:
        assert isinstance(forum.odd, Older if saves == 1 else Rewritten)
        forum.accept()
        with forum.workspace.change("Log feedback") as session:
            session.add(Feedback(words="after it was accepted"))
    with closing(open_(folder)) as forum:
        assert forum.odd is None
    (folder / "forum.db").write_bytes(old)
    with closing(open_(folder)) as forum:
        assert isinstance(forum.odd, Older)
        assert forum.odd.missing == saves + 1


def test_another_history_of_the_same_length_is_flagged(folder: Path) -> None:
    start = (folder / "forum.db").read_bytes()
    log(folder, "one")
    other = (folder / "forum.db").read_bytes()
    (folder / "forum.db").write_bytes(start)
    last_seen.forget(forum_folder.look(folder).envelope.forum)
    log(folder, "uno")
    (folder / "forum.db").write_bytes(other)
    with closing(open_(folder)) as forum:
        assert isinstance(forum.odd, Rewritten)


def test_fifty_normal_openings_raise_no_alarm(folder: Path) -> None:
    alarms = 0
    for number in range(OPENS):
        with closing(open_(folder)) as forum:
            alarms += forum.odd is not None
            with forum.workspace.change("Log feedback") as session:
                session.add(Feedback(words=str(number)))
            if number % 3 == 0:
                forum.workspace.undo()
    assert alarms == 0


def test_a_death_between_the_commit_and_the_note_raises_no_alarm(folder: Path) -> None:
    with closing(open_(folder)) as forum:
        forum.workspace._remember = lambda _head: None
        with forum.workspace.change("Log feedback") as session:
            session.add(Feedback(words="not noted outside"))
    with closing(open_(folder)) as forum:
        assert forum.odd is None


def test_a_log_that_went_missing_is_flagged(folder: Path, tmp_path: Path) -> None:
    log(folder, "one")
    without = tmp_path / "without its log"
    with closing(open_(folder)) as forum:
        with forum.workspace.change("Log feedback") as session:
            session.add(Feedback(words="only in the log"))
        copy_from_outside(folder, without)
    for name in ("forum.db-wal", "forum.db-shm"):
        (without / name).unlink()
    with closing(open_(without)) as forum:
        assert isinstance(forum.odd, Older)
        assert forum.odd.missing == 1


def test_a_foreign_log_is_refused_and_both_are_kept_before_anything_opens_them(
    folder: Path, tmp_path: Path
) -> None:
    make(tmp_path / "other")
    with closing(open_(tmp_path / "other")) as other:
        with other.workspace.change("Log feedback") as session:
            session.add(Feedback(words="of another forum"))
        copy_from_outside(tmp_path / "other", tmp_path / "live")
    log(folder, "one")
    shutil.copy(tmp_path / "live" / "forum.db-wal", folder)
    before = {name: (folder / name).read_bytes() for name in ("forum.db", "forum.db-wal")}
    for _ in range(2):
        with pytest.raises(ForeignLog, match=r"The file forum\.db-wal does not belong") as raised:
            open_(folder)
        assert {name: (folder / name).read_bytes() for name in before} == before
        (kept,) = (folder / "backups").iterdir()
        assert {name: (kept / name).read_bytes() for name in before} == before
        assert kept.name == raised.value.kept
        assert kept.name in raised.value.safe
    (folder / "forum.db-wal").rename(tmp_path / "put away")
    with closing(open_(folder)) as forum:
        assert texts(forum) == ["one"]
        assert forum.odd is None
