"""Where nothing can be saved a forum is only read, and never past what was left unfinished."""

import os
import shutil
from contextlib import closing
from pathlib import Path

import pytest

from pcf_desktop.records import Feedback
from pcf_desktop.workspace import connection
from pcf_desktop.workspace.faults import CannotWrite, UnfinishedLog
from tests.workspace.made_forum import copy_from_outside, log, open_, texts


@pytest.fixture
def read_only(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The forum with three comments, in a folder that lets nobody write."""
    log(folder, "one", "two", "three")
    access = os.access
    monkeypatch.setattr(
        os,
        "access",
        lambda path, mode: (
            not (mode & os.W_OK and Path(path).is_relative_to(folder)) and access(path, mode)
        ),
    )
    return folder


def test_where_nothing_can_be_saved_it_is_read_and_left_as_it_is(read_only: Path) -> None:
    before = {path: path.read_bytes() for path in read_only.rglob("*") if path.is_file()}
    with closing(open_(read_only)) as forum:
        assert forum.warnings[0].startswith("Read-only: changes can\u2019t be saved here.")
        assert forum.workspace.is_read_only
        assert texts(forum) == ["one", "two", "three"]
        assert forum.odd is None
        assert forum.look_over() == ""
        assert forum.workspace.health().is_sound
        with (
            pytest.raises(CannotWrite, match="Changes cannot be saved in"),
            forum.workspace.change("Log feedback") as session,
        ):
            session.add(Feedback(words="never"))
        assert forum.workspace.undo() is None
        assert forum.workspace.head().counts == {"feedback": 3}
    assert {path: path.read_bytes() for path in read_only.rglob("*") if path.is_file()} == before


def test_a_log_that_cannot_be_folded_in_is_not_read_past(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with closing(open_(folder)) as forum:
        with forum.workspace.change("Log feedback") as session:
            session.add(Feedback(words="only in the log"))
        copy_from_outside(folder, tmp_path / "live")
    monkeypatch.setattr(connection, "may_write", lambda _path: False)
    with pytest.raises(UnfinishedLog, match=r"The last changes are still in forum\.db-wal"):
        open_(tmp_path / "live")


def test_a_restore_that_was_cut_off_is_not_read_past(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copy(folder / "forum.db", folder / "forum.db.restored")
    monkeypatch.setattr(connection, "may_write", lambda _path: False)
    with pytest.raises(CannotWrite):
        open_(folder)
