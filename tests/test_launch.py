"""The window is there before the rest of the program, and a choice made early is not lost."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from pcf_desktop import launch, paths
from pcf_desktop.services.samples import samples
from pcf_desktop.ui.components.task_row import TaskRow
from pcf_desktop.ui.main_window import MainWindow
from pcf_desktop.ui.start.make import MakeForum
from pcf_desktop.ui.start.unlock import Unlock
from pcf_desktop.ui.start.welcome import MADE_UP

SHOWN = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from pcf_desktop import launch

def note():
    print(*sorted(sys.modules))

launch.First.load = lambda first: (note(), QApplication.exit(0))
raise SystemExit(launch.main())
"""
"""Says what is imported at the moment at which the window has been painted."""

HEAVY = (
    "sqlalchemy",
    "alembic",
    "sqlcipher3",
    "qtpy",
    "qtawesome",
    "pcf_desktop.app",
)
ABOVE = ("records", "services", "exporters", "importers", "workspace")


def test_only_qt_the_look_and_the_first_page_are_imported_before_the_window_is_shown() -> None:
    ran = subprocess.run(  # noqa: S603 - our own program
        [sys.executable, "-c", SHOWN], capture_output=True, text=True, check=False, timeout=300
    )
    assert ran.returncode == 0, ran.stderr
    imported = ran.stdout.split()
    assert "pcf_desktop.ui.start.welcome" in imported
    ours = {f"pcf_desktop.{name}" for name in ABOVE}
    assert [name for name in imported if name in HEAVY or name in ours] == []


@pytest.fixture
def first(qtbot: QtBot, tmp_path: Path) -> Iterator[launch.First]:
    """The first page of a folder with one forum in it."""
    (tmp_path / "forums" / "Ours").mkdir(parents=True)
    (tmp_path / "forums" / "Ours" / "forum.key").touch()
    window = MainWindow()
    qtbot.addWidget(window)
    made = launch.First(window, tmp_path / "forums")
    window.show()
    yield made
    made.put_away()
    window.leave()


def test_what_is_chosen_before_the_rest_is_there_is_done_once_it_is(
    first: launch.First, qtbot: QtBot
) -> None:
    assert first.program is None
    first.page.opened.emit(Path("nowhere"))
    first.page.wanted.emit()  # the last word counts
    qtbot.waitUntil(lambda: first.program is not None, timeout=60_000)
    window = first.parent()
    assert isinstance(window, MainWindow)
    assert window.findChildren(MakeForum)
    assert not window.findChildren(Unlock)


def test_the_rest_is_imported_once_the_window_is_painted_and_no_page_is_taken_away(
    first: launch.First, qtbot: QtBot
) -> None:
    qtbot.waitUntil(lambda: first.program is not None, timeout=60_000)
    program = first.program
    assert first.page.isVisible()
    assert first.page.first_focus() is first.page.window().focusWidget()
    first.load()
    first.then(lambda there: there.begin().welcome())
    assert first.program is program


def test_the_forums_and_samples_it_offers_are_those_that_are_there(first: launch.First) -> None:
    offered = [row.accessibleName() for row in first.page.findChildren(TaskRow)]
    areas = [area for _key, area in MADE_UP]
    assert [words.partition(",")[0] for words in offered] == ["Ours", *areas]
    assert [(each.key, each.area) for each in samples.every()] == list(MADE_UP)


def test_a_folder_that_cannot_be_looked_into_is_said_once_its_sentences_are_there(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "Old forum").mkdir()

    def refuses(_folder: Path) -> bool:
        raise PermissionError(13, "closed")

    monkeypatch.setattr(paths, "holds_forum", refuses)
    window = MainWindow()
    qtbot.addWidget(window)
    made = launch.First(window, tmp_path)
    window.show()
    qtbot.waitUntil(lambda: made.program is not None, timeout=60_000)
    said = [label.text() for label in made.page.findChildren(QLabel)]
    assert any("does not let you read Old forum." in words for words in said)
    made.put_away()
    window.leave()


def test_there_is_one_application(qapp: QApplication) -> None:
    assert launch.application_of(["pcf-desktop"]) is qapp


def test_a_window_is_seen_where_there_is_a_screen(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.platform", "linux")
    for name in ("DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    assert not launch.has_screen()
    monkeypatch.setenv("WAYLAND_DISPLAY", "wayland-0")
    assert launch.has_screen()
    monkeypatch.setattr("sys.platform", "win32")
    monkeypatch.delenv("WAYLAND_DISPLAY")
    assert launch.has_screen()


def test_the_window_opens_and_its_faults_are_logged(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown: list[bool] = []
    before = sys.excepthook
    monkeypatch.setattr(sys, "excepthook", before)

    def look(_application: QApplication) -> int:
        (window,) = (
            each
            for each in qapp.topLevelWidgets()
            if isinstance(each, MainWindow) and each.isVisible()
        )
        shown.append(window.close())
        assert sys.excepthook is not before  # what goes wrong in a slot is told
        return 0

    monkeypatch.setattr("PySide6.QtWidgets.QApplication.exec", look)
    assert launch.main() == 0
    assert shown == [True]
    assert (paths.logs() / "pcf-desktop.log").is_file()
