"""A log-off closes the window and its forum, asks nothing, and leaves no log behind."""

import shutil
import signal
import sys
from pathlib import Path

import pytest
from sqlalchemy import select

from pcf_desktop.records import Feedback
from pcf_desktop.workspace import opening
from tests.commanding import WORDS
from tests.faults.open_window import AT_THE_KEY, BUSY_WITH
from tests.faults.processes import begun

SAVED = "Saved a moment before the log-off."

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(sys.platform == "win32", reason="no such signal comes there"),
]


@pytest.mark.parametrize("busy_with", [*BUSY_WITH, "leaving"])
def test_a_log_off_closes_the_window_and_folds_the_log_in(
    closed_forum: Path, tmp_path: Path, busy_with: str
) -> None:
    forum = tmp_path / "forum"
    shutil.copytree(closed_forum, forum)
    log = forum / "forum.db-wal"
    with begun("tests.faults.open_window", forum, busy_with, home=tmp_path) as window:
        assert window.stdout is not None
        saved, size = window.stdout.readline().split()
        assert saved == "saved"
        assert int(size) > 0
        if busy_with != "leaving":
            window.send_signal(signal.SIGTERM)
        out, err = window.communicate(timeout=60)
    assert (window.returncode, out, err) == (0, "", "")
    assert not log.exists() or log.stat().st_size == 0
    assert not (forum / "forum.lock.json").exists()
    opened = opening.open_forum(forum, opening.with_passphrase(WORDS))
    with opened.workspace.read() as session:
        last = session.scalars(select(Feedback.words).order_by(Feedback.id.desc())).first()
    opened.close()
    assert last == SAVED


@pytest.mark.parametrize("busy_with", AT_THE_KEY)
def test_a_log_off_asks_nothing_over_a_recovery_key_that_is_shown_only_now(
    tmp_path: Path, busy_with: str
) -> None:
    with begun("tests.faults.open_window", tmp_path, busy_with, home=tmp_path) as window:
        assert window.stdout is not None
        assert window.stdout.readline() == f"asks {AT_THE_KEY.index(busy_with)}\n"
        window.send_signal(signal.SIGTERM)
        out, err = window.communicate(timeout=60)
    assert (window.returncode, out, err) == (0, "", "")
