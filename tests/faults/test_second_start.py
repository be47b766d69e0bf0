"""Two programs on one forum: the second shows the window of the first, and never opens it too."""

import os
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from sqlalchemy import func, select

from pcf_desktop.records import Feedback
from pcf_desktop.workspace import opening
from tests.commanding import WORDS

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not sys.platform.startswith("linux"), reason="needs SIGSTOP, short names"),
    pytest.mark.timeout(300),
]

ROOT = Path(__file__).parents[2]


class Program:
    """The program in a process of its own, driven by words."""

    def __init__(self, environment: dict[str, str]) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-B", "-m", "tests.faults.driven"],
            env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
        )  # fmt: skip
        self.see("start")

    def do(self, *words: str) -> None:
        """Tell it what to do."""
        assert self.process.stdin is not None
        self.process.stdin.write(" ".join(words) + "\n")
        self.process.stdin.flush()

    def see(self, beginning: str) -> str:
        """Wait until it tells a line that begins so; return the line."""
        assert self.process.stdout is not None
        for line in self.process.stdout:
            if line.startswith(beginning):
                return line
        raise AssertionError(f"It ended and had not told: {beginning}")

    def rest(self) -> list[str]:
        """Wait until it has ended by itself and well; return what it told meanwhile."""
        assert self.process.stdout is not None
        told = self.process.stdout.read().splitlines()
        assert self.process.wait() == 0
        return told

    def open(self) -> None:
        """Open the forum and put the window out of sight."""
        self.do("choose")
        self.see("locked")
        self.do("unlock")
        self.see("open")
        self.do("minimise")
        self.see("out of sight")


@pytest.fixture
def home() -> Iterator[Path]:
    """A home folder with a short name, as people have."""
    with tempfile.TemporaryDirectory(prefix="pcf-") as place:
        yield Path(place)


@pytest.fixture
def folder(closed_forum: Path, home: Path) -> Path:
    """The one forum of the person."""
    place = home / ".local" / "share" / "PCF Desktop" / "forums" / "forum"
    return Path(shutil.copytree(closed_forum, place))


@pytest.fixture
def environment(folder: Path, home: Path) -> dict[str, str]:
    return {"HOME": str(home), "PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT),
            "PCF_PASSPHRASE": WORDS, "QT_QPA_PLATFORM": "offscreen"}  # fmt: skip


@pytest.fixture
def start(environment: dict[str, str]) -> Iterator[Callable[[], Program]]:
    """Start the program; whatever still runs at the end is ended by its number."""
    started: list[Program] = []

    def begin() -> Program:
        started.append(Program(environment))
        return started[-1]

    yield begin
    for program in started:
        program.process.kill()
        program.process.communicate()


def comments(folder: Path) -> int:
    forum = opening.open_forum(folder, opening.with_passphrase(WORDS))
    try:
        with forum.workspace.read() as session:
            return session.scalar(select(func.count()).select_from(Feedback)) or 0
    finally:
        forum.close()


def test_a_second_start_shows_the_window_of_the_first_and_ends(
    start: Callable[[], Program],
) -> None:
    first, second = start(), start()
    first.open()
    second.do("choose")
    assert "open" not in second.rest()
    first.see("open")
    first.do("log")
    first.see("saved")


def test_so_it_does_where_the_passphrase_was_already_asked_for(
    start: Callable[[], Program],
) -> None:
    first, second = start(), start()
    second.do("choose")
    second.see("locked")
    first.open()
    second.do("unlock")
    assert second.rest() == []
    first.see("open")


def test_a_first_that_was_stopped_is_named_keeps_the_forum_and_saves_when_it_goes_on(
    start: Callable[[], Program], folder: Path
) -> None:
    before = comments(folder)
    first, second = start(), start()
    first.open()
    first.process.send_signal(signal.SIGSTOP)
    second.do("choose")
    second.see("locked")
    second.do("unlock")
    said = second.see("This forum is already open on ")
    assert " since " in said
    second.do("close")
    assert second.rest() == []
    first.process.send_signal(signal.SIGCONT)
    first.do("log")
    first.see("saved")
    first.do("close")
    first.rest()
    assert comments(folder) == before + 1


def test_what_a_killed_first_left_hinders_neither_the_next_nor_the_one_after(
    start: Callable[[], Program], home: Path
) -> None:
    def sockets() -> list[Path]:
        return [path for path in (home / ".local" / "state").rglob("*") if path.is_socket()]

    first, next_one, third = start(), start(), start()
    first.open()
    first.process.kill()
    first.process.wait()
    left = sockets()
    assert len(left) == 1
    next_one.open()
    assert sockets() == left
    third.do("choose")
    assert "open" not in third.rest()
    next_one.see("open")
    next_one.do("close")
    next_one.rest()
    assert sockets() == []


def test_a_forum_that_the_first_has_locked_opens_in_the_second(
    start: Callable[[], Program],
) -> None:
    first, second = start(), start()
    first.open()
    first.do("lock")
    first.see("locked")
    second.open()
    first.do("unlock")
    assert "open" not in first.rest()
    second.see("open")


def test_a_command_says_that_the_forum_is_open_and_leaves_the_window_alone(
    start: Callable[[], Program], environment: dict[str, str], folder: Path
) -> None:
    first = start()
    first.open()
    ran = subprocess.run(  # noqa: S603 - our own interpreter
        [sys.executable, "-m", "pcf_desktop", "search", str(folder), "school"],
        env=environment, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert ran.returncode == 2
    assert ran.stderr.startswith("This forum is already open on ")
    first.do("close")
    assert "open" not in first.rest()
