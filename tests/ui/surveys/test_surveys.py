"""The place of surveys: its list, one survey's answers, an import taken back."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from pcf_desktop.importers.surveys import read
from pcf_desktop.progress import silent
from pcf_desktop.services.samples import samples
from pcf_desktop.services.surveys import importing, surveys
from pcf_desktop.services.surveys.importing import Report, Source
from pcf_desktop.services.surveys.surveys import SurveyLine
from pcf_desktop.ui.components.button import Button
from pcf_desktop.ui.components.scroll import Scroll
from pcf_desktop.ui.surveys.answer_bars import AnswerBars
from pcf_desktop.ui.surveys.steps import ImportStep
from pcf_desktop.ui.surveys.surveys import IMPORT, Surveys
from pcf_desktop.workspace import Workspace
from tests.ui.audit import audit
from tests.ui.desk import LoneDesk

DONE = Report(1, 1, 154, 154, 0, 0, 0, 0, 231, ())
LINE = SurveyLine(1, samples.SURVEY_TITLE, "microsoft_forms", 154, 231, (), None, None)


@pytest.fixture
def filled(screen: Surveys, sample: Workspace, qtbot: QtBot) -> Surveys:
    """The screen after the made-up survey came in."""
    with sample.change("import") as session:
        sheet = read(samples.survey_file())
        source = Source("answers.xlsx", "0" * 64)
        importing.import_survey(session, sheet, samples.SURVEY_TITLE, source, silent)
    qtbot.waitUntil(lambda: bool(screen.list.rows))
    return screen


def button(screen: Surveys, words: str) -> Button:
    (found,) = [b for b in screen.findChildren(Button) if b.text() == words and b.isVisible()]
    return found


def test_without_a_survey_it_says_what_it_is_for_and_offers_one_button(
    screen: Surveys, qtbot: QtBot
) -> None:
    assert screen.first_focus() is screen.list.empty.button
    shown = [b.text() for b in screen.findChildren(Button) if b.isVisible()]
    assert shown == ["Import a survey"]
    qtbot.keyClick(screen.list.empty.button, Qt.Key.Key_Space)
    assert screen.wizard.isVisible()
    assert not screen.list.isVisible()


def test_the_list_appears_when_a_survey_comes_in(filled: Surveys) -> None:
    (row,) = filled.list.rows
    assert row.accessibleName() == f"{samples.SURVEY_TITLE}, 154 answers"
    assert "Microsoft Forms, 154 answers, " in row.accessibleDescription()
    assert filled.first_focus() is row


def test_a_survey_opens_to_its_answers_question_by_question(filled: Surveys, qtbot: QtBot) -> None:
    qtbot.keyClick(filled.list.rows[0], Qt.Key.Key_Space)
    qtbot.waitUntil(filled.results.isVisible)
    bars = filled.results.findChildren(AnswerBars)
    assert len(bars) > 5
    assert all("who answered" in each.accessibleName() for each in bars)
    assert filled.header.title.text() == samples.SURVEY_TITLE
    qtbot.waitUntil(lambda: not audit(filled))  # once it is laid out
    button(filled, "All surveys").click()
    assert filled.list.isVisible()


def test_an_import_is_taken_back_after_it_said_what_goes_and_undo_brings_it_home(
    filled: Surveys, desk: LoneDesk, sample: Workspace, qtbot: QtBot
) -> None:
    filled.show_subject(1)
    qtbot.waitUntil(filled.results.isVisible)
    qtbot.keyClick(button(filled, "Take this import back"), Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: any(b.text() == "Take back 154 answers" for b in shown(filled)))
    assert button(filled, "Keep it").hasFocus()
    qtbot.keyClick(button(filled, "Keep it"), Qt.Key.Key_Space)
    assert button(filled, "Take this import back").hasFocus()
    button(filled, "Take this import back").click()
    qtbot.waitUntil(lambda: any(b.text() == "Take back 154 answers" for b in shown(filled)))
    button(filled, "Take back 154 answers").click()
    qtbot.waitUntil(lambda: desk.said == ["Took back 154 answers [Undo]"])
    qtbot.waitUntil(lambda: filled.list.empty.isVisible())
    with sample.read() as session:
        assert surveys.every(session) == []
    with qtbot.waitSignal(desk.worker.undo().done):
        pass
    qtbot.waitUntil(lambda: bool(filled.list.rows))


def test_the_import_opens_from_elsewhere(screen: Surveys) -> None:
    screen.show_subject(IMPORT)
    assert screen.wizard.isVisible()


def shown(screen: Surveys) -> list[Button]:
    return [b for b in screen.findChildren(Button) if b.isVisible()]


def at_columns(screen: Surveys, qtbot: QtBot) -> None:
    screen.show_subject(samples.survey_file())
    qtbot.waitUntil(lambda: screen.wizard.export is not None and not screen.wizard.busy)
    screen.wizard.go_on()


def test_matching_columns_needs_no_scrolling_of_the_page(screen: Surveys, qtbot: QtBot) -> None:
    screen.resize(1156, 640)
    at_columns(screen, qtbot)
    scroll = screen.findChildren(Scroll)[0]
    qtbot.waitUntil(lambda: scroll.verticalScrollBar().maximum() == 0)
    assert screen.wizard.columns.list.table.height() > 220


def test_where_nothing_is_to_be_mended_the_focus_is_on_going_on(
    screen: Surveys, qtbot: QtBot
) -> None:
    screen.activateWindow()
    at_columns(screen, qtbot)
    screen.wizard.problems.dates = None
    screen.wizard.go_on()
    assert screen.wizard.step is ImportStep.PROBLEMS
    qtbot.waitUntil(button(screen, "Continue").hasFocus)
    assert screen.first_focus() is button(screen, "Continue")


def test_another_file_begins_at_the_first_step(screen: Surveys, qtbot: QtBot) -> None:
    at_columns(screen, qtbot)
    screen.show_subject(samples.survey_file())
    assert screen.wizard.step is ImportStep.FILE
    qtbot.waitUntil(lambda: not screen.wizard.busy)


def click_twice(widget: Button, qtbot: QtBot) -> None:
    """As a mouse does it: the second press comes as a double click."""
    qtbot.mouseClick(widget, Qt.MouseButton.LeftButton)
    qtbot.mouseDClick(widget, Qt.MouseButton.LeftButton)
    qtbot.mouseRelease(widget, Qt.MouseButton.LeftButton)


def test_a_double_click_goes_one_step_on_and_continue_stays_where_it_is(
    screen: Surveys, qtbot: QtBot
) -> None:
    screen.show_subject(samples.survey_file())
    qtbot.waitUntil(lambda: screen.wizard.can_go_on)
    places = {button(screen, "Continue").mapTo(screen, QPoint())}
    click_twice(button(screen, "Continue"), qtbot)
    steps = [screen.wizard.step]
    qtbot.wait(10)
    places.add(button(screen, "Continue").mapTo(screen, QPoint()))
    qtbot.mouseClick(button(screen, "Continue"), Qt.MouseButton.LeftButton)
    steps.append(screen.wizard.step)
    qtbot.wait(10)
    places.add(button(screen, "Continue").mapTo(screen, QPoint()))
    assert len(places) == 1
    click_twice(button(screen, "Back"), qtbot)
    steps.append(screen.wizard.step)
    assert steps == [ImportStep.COLUMNS, ImportStep.PROBLEMS, ImportStep.COLUMNS]


def test_who_comes_back_after_an_import_finds_the_list(filled: Surveys, qtbot: QtBot) -> None:
    at_columns(filled, qtbot)
    filled.wizard.finish(DONE, samples.SURVEY_TITLE)
    assert filled.wizard.done.isVisible()
    filled.hide()  # as when the comments are sorted next
    filled.show()
    assert filled.list.isVisible()
    assert filled.header.title.text() == "Surveys"
    assert filled.first_focus() is filled.list.rows[0]


def test_who_comes_back_to_an_import_under_way_finds_it_as_it_was(
    screen: Surveys, qtbot: QtBot
) -> None:
    at_columns(screen, qtbot)
    screen.hide()
    screen.show()
    assert screen.wizard.step is ImportStep.COLUMNS
    assert screen.wizard.isVisible()


def test_the_way_back_leads_to_the_survey_that_was_open(filled: Surveys, qtbot: QtBot) -> None:
    older, newer = (replace(LINE, id=key, title=title) for key, title in ((1, "Old"), (2, "New")))
    filled.list.show_surveys([newer, older])
    filled.list.rows[1].click()
    qtbot.waitUntil(filled.results.isVisible)
    filled.list.show_surveys([newer, older])  # something was saved meanwhile
    button(filled, "All surveys").click()
    assert filled.list.rows[1].hasFocus()


def test_the_next_import_begins_at_its_first_question(screen: Surveys, qtbot: QtBot) -> None:
    at_columns(screen, qtbot)
    table = screen.wizard.columns.list.table
    first = table.current_key()
    table.step(3)
    assert table.current_key() != first
    screen.wizard.finish(DONE, samples.SURVEY_TITLE)
    screen.begin_import()
    assert screen.wizard.step is ImportStep.FILE
    assert screen.wizard.export is None
    at_columns(screen, qtbot)
    assert table.current_key() == first
