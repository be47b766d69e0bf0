"""What a command says when it is stopped is true, and it leaves its forum closed and whole."""

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import func, select

from pcf_desktop import paths
from pcf_desktop.records import AuditEntry, Feedback
from pcf_desktop.workspace import opening, whole_file
from pcf_desktop.workspace.envelope import Cost
from tests.commanding import WORDS, Command
from tests.faults.processes import command as whole
from tests.faults.processes import own, run
from tests.faults.signalled import AFTER_THE_COMMIT, IN_THE_CHANGE, before_statements
from tests.generator import forms_export

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="sends itself signals")

STOPPED = "Stopped. Nothing was changed.\n"
STEP = 29
"""Of the statements of an import each so many is tried, and all of its last ones."""
LAST = 20


def kept(folder: Path) -> tuple[int, int]:
    """Return how many comments and how many saves a forum has, having found it sound."""
    forum = opening.open_forum(folder, opening.with_passphrase(WORDS))
    try:
        assert forum.workspace.health().is_sound
        with forum.workspace.read() as session:
            rows = session.scalar(select(func.count()).select_from(Feedback)) or 0
            saves = session.scalar(select(func.count()).select_from(AuditEntry)) or 0
        return rows, saves
    finally:
        forum.close()


def log_size(folder: Path) -> int:
    log = folder / "forum.db-wal"
    return log.stat().st_size if log.exists() else 0


class Statements:
    """Sends this process a signal before its statement `wanted`, and counts them."""

    def __init__(self, wanted: int = -1) -> None:
        self.wanted, self.count = wanted, 0

    def __call__(self, _statement: str) -> None:
        if self.count == self.wanted:
            signal.raise_signal(signal.SIGINT)
        self.count += 1


@pytest.mark.slow
def test_stopped_at_any_statement_an_import_says_what_became_of_it(
    command: Command, closed_forum: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    export, forum = tmp_path / "answers.csv", tmp_path / "forum"
    forms_export(export, 12, seed=3)

    def import_once(statements: Statements) -> tuple[int, str]:
        for before in (forum, paths.state()):
            shutil.rmtree(before, ignore_errors=True)
        shutil.copytree(closed_forum, forum)
        with before_statements(statements):
            said = command("import", forum, export, "--survey", "Autumn")
        assert log_size(forum) == 0
        assert not list((forum / "backups").glob(".*"))
        return said.code, said.err

    undisturbed = Statements()
    assert import_once(undisturbed) == (0, "")
    done, every = kept(forum), undisturbed.count
    before = (25, 1)
    outcomes = []
    for wanted in [*range(0, every - LAST, STEP), *range(every - LAST, every)]:
        said = import_once(Statements(wanted))
        assert said in {(2, STOPPED), (0, "")}, wanted
        assert kept(forum) == (before if said[0] else done), wanted
        outcomes.append(said[0])
    with capsys.disabled():
        told = f"stops {len(outcomes)} · said done {outcomes.count(0)} · said wrongly 0"
        os.write(1, f"\n{told}\n".encode())
    assert outcomes[0] == 2
    assert outcomes[-1] == 0  # after the commit


def at(start: str) -> Callable[[str], None]:
    """Return what sends this process a signal before each statement that begins so."""

    def reached(statement: str) -> None:
        if statement.startswith(start):
            signal.raise_signal(signal.SIGINT)

    return reached


@pytest.mark.slow
def test_a_pack_whose_files_are_written_is_noted_too(
    command: Command, forum_folder: Path, tmp_path: Path
) -> None:
    with before_statements(at("INSERT INTO pack_issue")):
        said = command("pack", forum_folder, "--out", tmp_path / "pack")
    assert (said.code, said.err) == (0, "")
    assert sorted(path.suffix for path in (tmp_path / "pack").iterdir()) == [
        ".docx",
        ".pdf",
        ".xlsx",
    ]
    assert kept(forum_folder) == (25, 2)


@pytest.fixture
def cheap(monkeypatch: pytest.MonkeyPatch) -> None:
    """Make forums with a passphrase that is quick to check."""
    make = opening.make
    monkeypatch.setattr(
        opening, "make", lambda path, words, fill: make(path, words, fill, Cost(16))
    )


@pytest.mark.usefixtures("cheap")
def test_a_forum_that_is_filled_is_made_and_tells_its_key(
    command: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    settle = whole_file.settle

    def interrupted(folder: Path) -> None:
        if (tmp_path / "forum").exists():  # it has its name, and is there for good
            signal.raise_signal(signal.SIGINT)
        settle(folder)

    monkeypatch.setattr(whole_file, "settle", interrupted)
    made = command("new", tmp_path / "forum", "--sample", "shropshire", "--json")
    monkeypatch.undo()
    monkeypatch.setattr(paths, "state", lambda: tmp_path / "state")
    assert (made.code, made.err) == (0, "")
    key = opening.with_recovery_key(made.data["recovery_key"])
    opening.open_forum(tmp_path / "forum", key).close()


@pytest.mark.usefixtures("cheap")
def test_a_forum_that_is_not_yet_filled_is_not_made(command: Command, tmp_path: Path) -> None:
    with before_statements(at("INSERT INTO feedback ")):
        said = command("new", tmp_path / "place" / "forum", "--sample", "shropshire")
    assert (said.code, said.out, said.err) == (2, "", STOPPED)
    assert list((tmp_path / "place").iterdir()) == []


@pytest.mark.slow
def test_a_demonstration_cut_short_is_not_said_to_have_changed_nothing(
    command: Command, tmp_path: Path
) -> None:
    with before_statements(at("INSERT INTO import_batch")):
        said = command("demo", tmp_path / "demo")
    assert (said.code, said.out) == (2, "")
    assert said.err == "Stopped. The demonstration is not whole: run the command again.\n"


def importing(closed_forum: Path, folder: Path) -> tuple[Path, tuple[str | Path, ...]]:
    """Return a copy of the forum, and how 40 answers are imported into it."""
    forum, export = folder / "forum", folder / "answers.csv"
    shutil.copytree(closed_forum, forum)
    forms_export(export, 40, seed=3)
    return forum, ("import", forum, export, "--survey", "Autumn")


ENDS = {"SIGTERM": 143, "SIGHUP": 129, "SIGINT": 2}


@pytest.mark.slow
@pytest.mark.parametrize("number", ENDS)
def test_a_log_off_in_a_change_leaves_the_forum_as_it_was(
    closed_forum: Path, tmp_path: Path, number: str
) -> None:
    forum, arguments = importing(closed_forum, tmp_path)
    ended = run("tests.faults.signalled", number, IN_THE_CHANGE, *arguments, home=tmp_path)
    assert (ended.returncode, ended.stdout, ended.stderr) == (ENDS[number], "", STOPPED)
    assert log_size(forum) == 0
    assert not (forum / "forum.lock.json").exists()
    assert kept(forum) == (25, 1)


@pytest.mark.slow
def test_a_terminal_that_closes_is_told_nothing_and_the_forum_is_closed(
    closed_forum: Path, tmp_path: Path
) -> None:
    forum, arguments = importing(closed_forum, tmp_path)
    keyboard, screen = os.openpty()
    os.close(keyboard)
    try:
        ended = subprocess.run(  # noqa: S603 - our own interpreter
            whole("tests.faults.signalled", "SIGHUP", IN_THE_CHANGE, *arguments),
            env=own(tmp_path), stdout=screen, stderr=screen, check=False, timeout=120,
        )  # fmt: skip
    finally:
        os.close(screen)
    assert ended.returncode == ENDS["SIGHUP"]
    assert log_size(forum) == 0
    assert not (forum / "forum.lock.json").exists()
    assert kept(forum) == (25, 1)


@pytest.mark.slow
@pytest.mark.parametrize("number", ENDS)
def test_a_log_off_after_the_commit_ends_as_done(
    closed_forum: Path, tmp_path: Path, number: str
) -> None:
    forum, arguments = importing(closed_forum, tmp_path)
    ended = run("tests.faults.signalled", number, AFTER_THE_COMMIT, *arguments, home=tmp_path)
    assert (ended.returncode, ended.stderr) == (0, "")
    assert ended.stdout.startswith("Rows: 40 read, 40 imported")
    assert log_size(forum) == 0
    assert kept(forum)[1] == 2
