"""Before the meeting by keyboard alone: a survey comes in, comments are linked, a pack is made."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from pcf_desktop import app
from pcf_desktop.exporters.formats import USUAL
from pcf_desktop.services.feedback import feedback, links
from pcf_desktop.services.packs import packs
from pcf_desktop.services.samples import samples
from pcf_desktop.ui.forum_page import ForumPage
from pcf_desktop.ui.packs.maker import PackStep
from pcf_desktop.ui.packs.packs import Packs
from pcf_desktop.ui.sort.sort import Sort
from pcf_desktop.ui.surveys.steps import ImportStep
from pcf_desktop.ui.surveys.surveys import Surveys
from pcf_desktop.workspace import opening
from tests.commanding import WORDS
from tests.journeys.keyboard import Keyboard


@pytest.fixture
def page(program: app.Program, forum_folder: Path, monkeypatch: pytest.MonkeyPatch) -> ForumPage:
    """The made-up forum, open; the system's own file dialog finds the made-up survey."""
    found = str(samples.survey_file())
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_asked: (found, ""))
    program.open(opening.open_forum(forum_folder, opening.with_passphrase(WORDS)))
    assert program.window.page is not None
    return program.window.page


def digit(place: str) -> Qt.Key:
    """Return the digit that leads to a place while Ctrl is held."""
    keys = [each.key for group in app.places() for each in group]
    return Qt.Key(Qt.Key.Key_1 + keys.index(place))


def import_survey(page: ForumPage, keyboard: Keyboard, qtbot: QtBot) -> None:
    keyboard.command(digit("surveys"))
    keyboard.push("Import a survey")
    screen = page.screen_shown
    assert isinstance(screen, Surveys)
    wizard = screen.wizard
    keyboard.push("Choose a file")
    qtbot.waitUntil(lambda: wizard.export is not None and not wizard.busy)
    for step in (ImportStep.COLUMNS, ImportStep.PROBLEMS, ImportStep.CHECK):
        keyboard.push("Continue")
        assert wizard.step is step
    qtbot.waitUntil(lambda: wizard.report is not None)
    keyboard.push("Import 154 answers")
    qtbot.waitUntil(lambda: wizard.step is ImportStep.DONE)


def link_the_first(page: ForumPage, keyboard: Keyboard, qtbot: QtBot) -> int:
    keyboard.push("Sort ")
    screen = page.screen_shown
    assert isinstance(screen, Sort)
    qtbot.waitUntil(lambda: bool(screen.panel.suggested) and not page.worker.busy)
    assert keyboard.name == "Comments left to sort"
    key = screen.list.table.current_key()
    assert key is not None
    keyboard.press(Qt.Key.Key_1)
    keyboard.press(Qt.Key.Key_W)
    qtbot.waitUntil(lambda: keyboard.name == "Comments left to sort")
    keyboard.press(Qt.Key.Key_D)
    qtbot.waitUntil(lambda: screen.list.table.current_key() != key)
    return key


def make_pack(page: ForumPage, keyboard: Keyboard, qtbot: QtBot, folder: Path) -> None:
    keyboard.command(digit("packs"))
    keyboard.push("Make a pack")
    screen = page.screen_shown
    assert isinstance(screen, Packs)
    maker = screen.maker
    qtbot.waitUntil(lambda: not page.worker.busy)
    keyboard.push("Continue")
    qtbot.waitUntil(lambda: maker.step is PackStep.QUOTES)
    keyboard.push("Continue")
    assert maker.messages.isVisible()
    keyboard.push("Continue")
    qtbot.waitUntil(lambda: maker.preview.made is not None)
    keyboard.push("Continue")
    keyboard.go_to("Folder")
    keyboard.command(Qt.Key.Key_A)
    keyboard.type(str(folder))
    keyboard.push(f"Export {len(USUAL)} files")
    qtbot.waitUntil(lambda: maker.is_over)


@pytest.mark.slow
def test_from_a_survey_to_the_pack(
    page: ForumPage, keyboard: Keyboard, qtbot: QtBot, tmp_path: Path
) -> None:
    import_survey(page, keyboard, qtbot)
    linked = link_the_first(page, keyboard, qtbot)
    make_pack(page, keyboard, qtbot, tmp_path / "pack")
    assert len(list((tmp_path / "pack").iterdir())) == len(USUAL)
    with page.worker.workspace.read() as session:
        assert [each.stance for each in links.of_feedback(session, [linked])[linked]] == ["worse"]
        assert feedback.count(session) > 200
        assert len(packs.issued(session)) == 3
