"""Where keys and clicks go in the place of surveys: what is likeliest wanted comes first."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from pcf_desktop.importers.surveys import read
from pcf_desktop.progress import silent
from pcf_desktop.services.samples import samples
from pcf_desktop.services.surveys import importing
from pcf_desktop.services.surveys.importing import Source
from pcf_desktop.ui.forum_page import ForumPage, Place
from pcf_desktop.ui.surveys.steps import ImportStep
from pcf_desktop.ui.surveys.surveys import Surveys
from pcf_desktop.ui.surveys.wizard import Wizard
from pcf_desktop.workspace import Workspace
from tests.ui.rooms import SIGN
from tests.ui.surveys.conftest import at_check, bar, export, opened


def test_after_a_file_is_chosen_enter_goes_on_and_asks_for_no_other(
    screen: Surveys, wizard: Wizard, qtbot: QtBot, tmp_path: Path
) -> None:
    screen.activateWindow()
    assert wizard.file.button.hasFocus()
    opened(wizard, export(tmp_path / "a.csv", ["25/09/2021", "26/09/2021"]), qtbot)
    qtbot.waitUntil(bar(screen, "Continue").hasFocus)
    qtbot.keyClick(bar(screen, "Continue"), Qt.Key.Key_Return)
    assert wizard.step is ImportStep.COLUMNS


def test_after_a_file_is_chosen_what_has_to_be_settled_comes_first(
    screen: Surveys, wizard: Wizard, qtbot: QtBot, tmp_path: Path
) -> None:
    screen.activateWindow()
    opened(wizard, export(tmp_path / "a.csv", ["03/04/2021", "05/04/2021"]), qtbot)
    qtbot.waitUntil(wizard.file.choices.order.control.hasFocus)


def test_a_file_that_is_read_another_way_leaves_the_focus_where_it_is(
    screen: Surveys, wizard: Wizard, qtbot: QtBot, tmp_path: Path
) -> None:
    screen.activateWindow()
    opened(wizard, export(tmp_path / "a.csv", ["03/04/2021", "05/04/2021"]), qtbot)
    order = wizard.file.choices.order
    qtbot.waitUntil(order.control.hasFocus)
    order.set_value("mdy")
    qtbot.waitUntil(lambda: wizard.export is not None and wizard.export.sheet.date_order == "mdy")
    qtbot.waitUntil(lambda: not wizard.busy)
    assert order.control.hasFocus()


@pytest.mark.parametrize("title", ["Waits in Bury", "W"])
def test_one_click_imports_after_the_title_was_typed(
    screen: Surveys, wizard: Wizard, qtbot: QtBot, tmp_path: Path, title: str
) -> None:
    screen.activateWindow()
    opened(wizard, export(tmp_path / "a.csv", ["25/09/2021", "26/09/2021"]), qtbot)
    at_check(wizard, qtbot)
    line = wizard.check.title.line
    line.setFocus()
    line.selectAll()
    qtbot.keyClicks(line, title)
    button = bar(screen, "Import 2 answers")
    QTest.mousePress(button, Qt.MouseButton.LeftButton)
    assert not line.hasFocus()  # the press has left the title
    QTest.mouseRelease(button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: wizard.step is ImportStep.DONE)
    assert wizard.check.wanted() == title


def test_at_the_first_visit_enter_opens_the_first_survey(sample: Workspace, qtbot: QtBot) -> None:
    with sample.change("import") as session:
        sheet, source = read(samples.survey_file()), Source("answers.xlsx", "0" * 64)
        importing.import_survey(session, sheet, samples.SURVEY_TITLE, source, silent)
    page = ForumPage(sample, SIGN, [[Place("surveys", "Surveys", "chart-bar", Surveys)]])
    qtbot.addWidget(page)
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    page.go("surveys")
    screen = page.screen_shown
    assert isinstance(screen, Surveys)
    qtbot.waitUntil(lambda: bool(screen.list.rows))
    qtbot.waitUntil(screen.list.rows[0].hasFocus)
    qtbot.keyClick(screen.list.rows[0], Qt.Key.Key_Return)
    qtbot.waitUntil(screen.results.isVisible)
    page.put_away()
