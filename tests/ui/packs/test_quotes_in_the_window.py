"""The Quotes step in the real window: it begins at its top, and Ctrl+Z takes back its ticks."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from pcf_desktop import app
from pcf_desktop.services.families import families
from pcf_desktop.ui.appearance import Look
from pcf_desktop.ui.main_window import MainWindow
from pcf_desktop.ui.packs.maker import Maker, PackStep
from pcf_desktop.ui.packs.packs import MAKE, Packs
from pcf_desktop.workspace import Workspace
from tests.ui.rooms import SIGN


@pytest.fixture
def window(sample: Workspace, qtbot: QtBot) -> Iterator[MainWindow]:
    made = MainWindow()
    qtbot.addWidget(made)
    made.open_forum(sample, SIGN, app.places(), lambda: None)
    made.resize(1366, 768)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    yield made
    made.close()


def at_quotes(window: MainWindow, qtbot: QtBot) -> Packs:
    assert window.page is not None
    window.page.go("packs", MAKE)
    screen = window.page.screen_shown
    assert isinstance(screen, Packs)
    qtbot.waitUntil(lambda: bool(screen.maker.period.priorities.rows))
    screen.maker.go_on()
    qtbot.waitUntil(lambda: screen.maker.step is PackStep.QUOTES)
    return screen


@pytest.mark.parametrize(
    ("percent", "width", "height"),
    [
        (90, 1024, 700), (100, 1024, 700), (125, 1024, 700), (150, 1024, 700),
        (100, 1366, 768), (110, 1366, 768), (150, 1366, 768), (200, 1366, 768),
    ],
)  # fmt: skip
def test_the_step_begins_at_its_top(
    percent: int, width: int, height: int, window: MainWindow, qtbot: QtBot
) -> None:
    window.looks.set_choice(Look("light", percent))
    window.resize(width, height)
    screen = at_quotes(window, qtbot)
    qtbot.wait(50)
    assert not screen.back.visibleRegion().isEmpty()
    assert not screen.maker.stepper.visibleRegion().isEmpty()
    assert screen._scroll.verticalScrollBar().value() == 0
    first = screen.first_focus()
    assert first is not None
    assert first.hasFocus()
    assert not first.visibleRegion().isEmpty()


def chosen(maker: Maker) -> dict[int, tuple[int, ...]]:
    return dict(maker.plan().quotes)


def test_undo_takes_back_the_last_tick_and_then_what_was_saved(
    window: MainWindow, sample: Workspace, qtbot: QtBot
) -> None:
    assert window.page is not None
    worker = window.page.worker
    worker.change("add a family", lambda session, _progress: families.new(session).code)
    qtbot.waitUntil(lambda: sample.undo_label == "add a family")
    maker = at_quotes(window, qtbot).maker
    before = chosen(maker)
    check = maker.quotes.rows[0].check
    qtbot.keyClick(check, Qt.Key.Key_Space)
    assert chosen(maker) != before
    assert window.can("undo")
    qtbot.keyClick(check, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert chosen(maker) == before
    assert check.isChecked()
    assert not worker.busy
    assert sample.undo_label == "add a family"
    qtbot.keyClick(check, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: sample.undo_label is None)
