"""What every test stands on: a real encrypted forum file, made once and copied for each test."""

import os
import shutil
import signal
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from pytestqt.wait_signal import SignalBlocker
from typing_extensions import override

from pcf_desktop import logs, paths
from pcf_desktop.records import stamp
from pcf_desktop.services.forum import forums
from pcf_desktop.services.samples import samples
from pcf_desktop.workspace import Workspace, connection, migrate, opening
from pcf_desktop.workspace.data_key import DataKey
from pcf_desktop.workspace.envelope import Cost
from tests.commanding import WORDS, Command, command_of
from tests.watch import WATCH

# On the project's own check the examples are the same each time; elsewhere they are new ones.
settings.register_profile(
    "house",
    deadline=None,
    derandomize="CI" in os.environ,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
settings.load_profile("house")

# A shell that runs us in the background has Ctrl+C ignored, `nohup` has the end of the terminal,
# and our child processes would ignore them too.
signal.signal(signal.SIGINT, signal.default_int_handler)
for name in ("SIGTERM", "SIGHUP"):
    if hasattr(signal, name):
        signal.signal(getattr(signal, name), signal.SIG_DFL)

PATIENCE = 120_000
"""Milliseconds that a test of the window waits: far more than the slowest machine needs."""
KEY = bytes(range(32))
DEVICE = stamp.new_uid()

OpenFile = Callable[[Path], Workspace]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Leave the slow tests uncounted: what they run is held by quick ones, and counting is half."""
    for item in items:
        if item.get_closest_marker("slow"):
            item.add_marker("no_cover")


@pytest.fixture(autouse=True)
def own_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Keep what the program remembers out of the real home folder."""
    for name in ("state", "forums", "logs"):
        monkeypatch.setattr(paths, name, lambda name=name: tmp_path / name)
    yield
    logs.end()


@pytest.fixture
def short_state(monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The same with a short name, for a test in which a second start calls the first window.

    The path of a local socket may have 104 bytes; those of pytest's own folders can be longer.
    """
    with tempfile.TemporaryDirectory(prefix="pcf-") as place:
        monkeypatch.setattr(paths, "state", lambda: Path(place))
        yield Path(place)


class PatientBot(QtBot):
    """Waits for what comes as long as any machine needs; what never comes is found all the same."""

    @override
    def waitUntil(self, callback: Callable[[], bool | None], *, timeout: int = PATIENCE) -> None:
        super().waitUntil(callback, timeout=timeout)

    @override
    def waitSignal(self, signal: Any, *, timeout: int = PATIENCE, **more: Any) -> SignalBlocker:
        return super().waitSignal(signal, timeout=timeout, **more)

    @override
    def waitActive(self, widget: QWidget, *, timeout: int = PATIENCE) -> Any:
        return super().waitActive(widget, timeout=timeout)

    @override
    def waitExposed(self, widget: QWidget, *, timeout: int = PATIENCE) -> Any:
        return super().waitExposed(widget, timeout=timeout)


@pytest.fixture
def qtbot(qapp: QApplication, request: pytest.FixtureRequest) -> QtBot:
    """Somebody at the window, with patience."""
    return PatientBot(request)


@pytest.fixture(autouse=True)
def watched() -> Iterator[None]:
    """Fail whatever reached for the network, or opened a forum file that is in use."""
    WATCH.caught.clear()
    yield
    assert WATCH.caught == []


@pytest.fixture(scope="session")
def empty_forum(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A forum file with its reference lists and nothing else, never opened by a test itself."""
    path = tmp_path_factory.mktemp("template") / "forum.db"
    connection.create(path, DataKey(KEY))
    migrate.build(path, DataKey(KEY))
    workspace = Workspace(connection.connect(path, DataKey(KEY)), DEVICE)
    with workspace.change("Make the forum") as session:
        forums.begin(session, "Made-up forum", "Shropshire")
    workspace.close()
    return path


@pytest.fixture
def open_file() -> Iterator[OpenFile]:
    """Open forum files that are closed at the end of the test."""
    opened: list[Workspace] = []

    def open_(path: Path) -> Workspace:
        opened.append(Workspace(connection.connect(path, DataKey(KEY)), DEVICE))
        return opened[-1]

    yield open_
    for workspace in opened:
        workspace.close()


@pytest.fixture
def workspace(empty_forum: Path, tmp_path: Path, open_file: OpenFile) -> Workspace:
    """An open forum of this test's own."""
    path = tmp_path / "forum.db"
    shutil.copy(empty_forum, path)
    return open_file(path)


@pytest.fixture
def command(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Command:
    """Run a command of the command line, with the passphrase given."""
    monkeypatch.setenv("PCF_PASSPHRASE", WORDS)
    return command_of(capsys)


@pytest.fixture(scope="session")
def closed_forum(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The made-up Shropshire forum in its folder, with a cheap passphrase; no test opens it."""
    place = tmp_path_factory.mktemp("closed")
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(paths, "state", lambda: place / "state")
        opening.make(place / "forum", WORDS, lambda s: samples.begin(s, "shropshire"), Cost(16))
    return place / "forum"


@pytest.fixture
def forum_folder(closed_forum: Path, tmp_path: Path) -> Path:
    """A closed forum of this test's own, in its folder."""
    return Path(shutil.copytree(closed_forum, tmp_path / "forum"))
