"""Backups are listed in words, and one is brought back beside the forum, never over it."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from pcf_desktop.records import Feedback
from pcf_desktop.services.feedback import feedback
from pcf_desktop.services.forum import forums
from pcf_desktop.ui import backups
from pcf_desktop.ui.backups import BackupList
from pcf_desktop.ui.components.question import QuestionDialog
from pcf_desktop.ui.components.task_row import TaskRow
from pcf_desktop.ui.worker import Worker
from pcf_desktop.workspace import opening
from pcf_desktop.workspace.backup import Reason
from pcf_desktop.workspace.envelope import Cost
from pcf_desktop.workspace.opening import OpenForum

WORDS = "four words of help"
NOW = datetime(2026, 5, 4, 16, 0, tzinfo=timezone(timedelta(hours=1)))


@pytest.fixture
def forum(tmp_path: Path) -> Iterator[OpenForum]:
    folder = tmp_path / "forums" / "Our forum"
    folder.parent.mkdir()
    opening.make(folder, WORDS, lambda s: forums.begin(s, "Ours", "Kent"), Cost(16))
    opened = opening.open_forum(folder, opening.with_passphrase(WORDS))
    yield opened
    opened.close()


@pytest.fixture
def worker(forum: OpenForum) -> Iterator[Worker]:
    owner = QObject()
    made = Worker(forum.workspace, owner)
    yield made
    made.close()


def shown(worker: Worker, qtbot: QtBot) -> BackupList:
    made = BackupList(worker)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitUntil(lambda: not worker.busy)
    return made


def rows(listed: BackupList) -> list[TaskRow]:
    return [row for row in listed.findChildren(TaskRow) if row.isVisibleTo(listed)]


def add(forum: OpenForum, words: str) -> None:
    with forum.workspace.change("Log feedback") as session:
        session.add(Feedback(words=words))


def test_each_says_when_why_and_how_much(forum: OpenForum, worker: Worker, qtbot: QtBot) -> None:
    add(forum, "Made up")
    forum.workspace.back_up(Reason.IMPORT)
    add(forum, "Made up too")
    forum.workspace.back_up(Reason.ASKED)
    listed = shown(worker, qtbot)
    qtbot.waitUntil(lambda: len(rows(listed)) == 2)
    found = [(row.accessibleName(), row.accessibleDescription()) for row in rows(listed)]
    assert all(name.startswith(("Today ", "Yesterday ")) for name, _ in found)  # at midnight
    assert [what for _, what in found] == [
        "Made because you asked, 2 comments",
        "Before the import, 1 comment",
    ]


def test_the_day_is_said_as_people_do(forum: OpenForum) -> None:
    made = forum.workspace.back_up(Reason.REGULAR)
    said = [
        backups.when(replace(made, taken=NOW - timedelta(days=days, hours=6)), NOW)
        for days in (0, 1, 2)
    ]
    assert said == ["Today 10:00 am", "Yesterday 10:00 am", "2 May 2026, 10:00 am"]


def test_one_is_brought_back_beside_and_what_there_is_stays(
    forum: OpenForum, worker: Worker, qtbot: QtBot
) -> None:
    add(forum, "Made up")
    forum.workspace.back_up(Reason.IMPORT)
    add(forum, "Made up too")
    listed, beside = shown(worker, qtbot), forum.folder.path.parent
    for time in (1, 2):  # the second has a folder of its own
        qtbot.waitUntil(lambda: len(rows(listed)) == 1)
        rows(listed)[0].click()
        question = next(q for q in listed.findChildren(QuestionDialog) if q.isVisible())
        question.go.click()
        qtbot.waitUntil(lambda: not worker.busy)
        assert len([*beside.iterdir()]) == 1 + time
    with forum.workspace.read() as session:
        assert feedback.count(session) == 2
    for folder in beside.iterdir():
        if folder != forum.folder.path:
            assert folder.name.startswith("Our forum (copy of ")
            there = opening.open_forum(folder, opening.with_passphrase(WORDS))
            with there.workspace.read() as session:
                assert feedback.count(session) == 1
            there.close()


def test_a_damaged_copy_is_refused_in_words_and_makes_nothing(
    forum: OpenForum, worker: Worker, qtbot: QtBot
) -> None:
    made = forum.workspace.back_up(Reason.ASKED)
    data = bytearray(made.folder.database.read_bytes())
    data[len(data) // 2] ^= 1
    made.folder.database.write_bytes(data)
    listed = shown(worker, qtbot)
    qtbot.waitUntil(lambda: len(rows(listed)) == 1)
    rows(listed)[0].click()
    next(q for q in listed.findChildren(QuestionDialog) if q.isVisible()).go.click()
    qtbot.waitUntil(lambda: not listed._said.isHidden())
    assert "backup" in listed._said.text()
    assert [*forum.folder.path.parent.iterdir()] == [forum.folder.path]


def test_the_first_is_made_here(forum: OpenForum, worker: Worker, qtbot: QtBot) -> None:
    listed = shown(worker, qtbot)
    assert rows(listed) == []
    listed.make_button.click()
    qtbot.waitUntil(lambda: len(rows(listed)) == 1)
    assert listed._said.text() == "Backed up."
