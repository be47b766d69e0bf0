"""The file is looked after without being asked: its log folded away, a copy made."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from pcf_desktop.records import Feedback
from pcf_desktop.services.forum import forums
from pcf_desktop.ui import upkeep
from pcf_desktop.ui.upkeep import Upkeep
from pcf_desktop.ui.worker import Worker
from pcf_desktop.workspace import opening
from pcf_desktop.workspace.envelope import Cost
from pcf_desktop.workspace.opening import OpenForum

WORDS = "four words of help"


@pytest.fixture
def forum(tmp_path: Path) -> Iterator[OpenForum]:
    folder = tmp_path / "Our forum"
    opening.make(folder, WORDS, lambda s: forums.begin(s, "Ours", "Kent"), Cost(16))
    opened = opening.open_forum(folder, opening.with_passphrase(WORDS))
    yield opened
    opened.close()


def test_after_a_change_the_log_is_empty_and_a_verified_copy_exists(
    forum: OpenForum, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(upkeep, "IDLE", 50)
    worker, owner, said = Worker(forum.workspace), QObject(), list[str]()
    watcher = Upkeep(forum, worker, owner)
    watcher.said.connect(said.append)
    qtbot.waitUntil(lambda: said == ["No backup yet"])
    with qtbot.waitSignal(worker.changed):
        worker.change("Log feedback", lambda s, _p: s.add(Feedback(words="One more")))
    qtbot.waitUntil(lambda: len(said) == 2)
    assert said[1].startswith("Last backup ")
    log = forum.folder.database.with_name("forum.db-wal")
    qtbot.waitUntil(lambda: log.stat().st_size == 0)
    worker.close()
    found = forum.last_backup()
    assert found is not None
    assert found.head is not None
    assert found.head.counts["feedback"] == 1
