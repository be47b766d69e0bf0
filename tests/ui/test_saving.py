"""Where nothing can be saved, what saves is off and says why, and all that reads goes on.

The forum is open as it is on a disk that lets nobody write: SQLite itself refuses every change.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QFileDialog, QToolTip
from pytestqt.qtbot import QtBot

from pcf_desktop import app
from pcf_desktop.errors import UserError
from pcf_desktop.exporters.formats import USUAL
from pcf_desktop.ui import form, saving
from pcf_desktop.ui.actions import commands
from pcf_desktop.ui.components.button import Button
from pcf_desktop.ui.feedback.feedback_list import FeedbackList
from pcf_desktop.ui.forum_page import ForumPage
from pcf_desktop.ui.home.home import Home
from pcf_desktop.ui.meetings.meetings import Meetings
from pcf_desktop.ui.packs.maker import PackStep
from pcf_desktop.ui.packs.packs import MAKE, Packs
from pcf_desktop.ui.priorities.priorities import Priorities
from pcf_desktop.ui.screen import Screen
from pcf_desktop.ui.surveys import steps
from pcf_desktop.ui.surveys.surveys import IMPORT, Surveys
from pcf_desktop.workspace import Workspace, connection
from tests.ui.desk import LoneDesk
from tests.ui.rooms import SIGN
from tests.ui.sample_forum import open_workspace
from tests.ui.views.surveys import sample as survey_views

WHY = "Read-only: changes can’t be saved here"
KEYS = (Qt.Key.Key_L, Qt.Key.Key_C, Qt.Key.Key_E, Qt.Key.Key_D, Qt.Key.Key_Delete)


@pytest.fixture
def read_only(filled: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Workspace]:
    """That forum, open to be read; it is left as it was to the byte."""
    monkeypatch.setattr(connection, "may_write", lambda _path: False)
    before = {path: path.read_bytes() for path in filled.rglob("*") if path.is_file()}
    workspace = open_workspace(filled, read_only=True)
    yield workspace
    workspace.close()
    assert {path: path.read_bytes() for path in filled.rglob("*") if path.is_file()} == before


@pytest.fixture
def page(read_only: Workspace, qtbot: QtBot) -> Iterator[ForumPage]:
    """The window's page of that forum."""
    made = ForumPage(read_only, SIGN, app.places())
    qtbot.addWidget(made)
    made.resize(1366, 700)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    yield made
    made.put_away()


def settled(page: ForumPage, qtbot: QtBot) -> None:
    """Wait until what was read has come, also what was asked for with it."""
    for _ in range(3):
        qtbot.waitUntil(lambda: not page.worker.busy)
        qtbot.wait(5)


def gone_to(page: ForumPage, place: str, qtbot: QtBot) -> Screen:
    page.go(place)
    settled(page, qtbot)
    assert page.screen_shown is not None
    return page.screen_shown


def off(screen: Screen) -> dict[str, str]:
    """Return the visible buttons that are off, each with what its tool tip says."""
    shown = (each for each in screen.findChildren(Button) if each.isVisible())
    return {
        each.accessibleName() or each.text(): each.toolTip()
        for each in shown
        if not each.isEnabled()
    }


def test_a_part_is_held_only_where_nothing_can_be_saved(
    desk: LoneDesk, read_only: Workspace, qtbot: QtBot
) -> None:
    button, elsewhere = Button("Save form"), LoneDesk(read_only)
    qtbot.addWidget(button)
    saving.hold(desk.worker, button)
    assert button.isEnabled()
    saving.hold(elsewhere.worker, button)
    assert not button.isEnabled()
    assert (button.toolTip(), button.accessibleDescription()) == (WHY, WHY)
    saving.hold(elsewhere.worker, button, when=False)
    assert button.isEnabled()
    assert saving.why_not(desk.worker) == ""
    elsewhere.worker.close()


@pytest.mark.qt_log_ignore("This plugin does not support")  # a tool tip, on no screen
def test_the_tool_tip_of_a_button_that_is_off_is_shown(page: ForumPage, qtbot: QtBot) -> None:
    screen = gone_to(page, "home", qtbot)
    assert isinstance(screen, Home)
    middle = screen._log.rect().center()
    asked = QHelpEvent(QEvent.Type.ToolTip, middle, screen._log.mapToGlobal(QPoint(middle)))
    QApplication.sendEvent(screen._log, asked)
    assert QToolTip.text() == WHY
    QToolTip.hideText()


def test_home_and_feedback_offer_nothing_that_saves(page: ForumPage, qtbot: QtBot) -> None:
    assert off(gone_to(page, "home", qtbot)) == {"Log feedback": WHY, "Go on with it": WHY}
    screen = gone_to(page, "feedback", qtbot)
    assert isinstance(screen, FeedbackList)
    screen.panel.at_risk.toggle.click()
    of_comment = ("Link", "Consent", "Edit words", "Edit details", "Move to bin")
    buttons = ("Log feedback", *of_comment, "Set aside and note it")
    assert off(screen) == dict.fromkeys(buttons, WHY)


def test_feedback_is_still_searched_filtered_and_read(page: ForumPage, qtbot: QtBot) -> None:
    screen = gone_to(page, "feedback", qtbot)
    assert isinstance(screen, FeedbackList)
    before = screen.records.total
    assert screen.header.search is not None
    qtbot.keyClicks(screen.header.search, "transport")
    qtbot.waitUntil(lambda: 0 < screen.records.total < before)
    settled(page, qtbot)
    assert screen.panel.detail is not None
    assert "transport" in screen.panel.detail.words.casefold()


def test_a_key_that_would_save_says_why_it_does_not(page: ForumPage, qtbot: QtBot) -> None:
    screen = gone_to(page, "feedback", qtbot)
    assert isinstance(screen, FeedbackList)
    said: list[str] = []
    page.told.connect(lambda words, _undo: said.append(words))
    screen.list.table.setFocus()
    for key in KEYS:
        qtbot.keyClick(screen.list.table, key)
    assert said == [f"{WHY}."] * len(KEYS)
    assert not screen.linking.isVisible()
    forms = (screen.panel.edit_words, screen.panel.consent, screen.panel.details)
    assert [each for each in forms if each.isVisible()] == []


def test_surveys_are_read_but_none_is_brought_in_or_taken_back(
    page: ForumPage, qtbot: QtBot
) -> None:
    screen = gone_to(page, "surveys", qtbot)
    assert isinstance(screen, Surveys)
    assert off(screen) == {"Import a survey": WHY}
    screen.list.rows[0].click()
    qtbot.waitUntil(screen.results.isVisible)
    take_back = "Take the import of shropshire-survey.xlsx back"
    put_in = "Make comments of “Nothing really.”: What is working well for your child?"
    assert off(screen) == {"Import a survey": WHY, take_back: WHY, put_in: WHY}


def test_an_import_that_was_come_to_otherwise_ends_at_its_last_step(
    read_only: Workspace, qtbot: QtBot
) -> None:
    elsewhere = LoneDesk(read_only)
    screen = survey_views()["import: check"](elsewhere)
    qtbot.addWidget(screen)
    assert isinstance(screen, Surveys)
    assert screen.wizard.step is steps.ImportStep.CHECK
    assert screen.wizard.can_go_on
    assert not screen._next.isEnabled()
    assert screen._next.toolTip() == WHY
    screen.wizard.show_step(steps.ImportStep.COLUMNS)
    assert screen._next.isEnabled()
    assert not screen.wizard.profiles._keep.isEnabled()
    elsewhere.worker.close()


def test_priorities_are_opened_and_nothing_of_them_is_changed(
    page: ForumPage, qtbot: QtBot
) -> None:
    screen = gone_to(page, "priorities", qtbot)
    assert isinstance(screen, Priorities)
    assert off(screen) == {"Add a priority": WHY}
    screen.show_subject(3)
    settled(page, qtbot)
    assert off(screen) == dict.fromkeys(("Edit priority", "Delete priority", "Save words"), WHY)
    assert screen.page.words.keywords.page.isReadOnly()
    assert "autism" in screen.page.words.keywords.value()
    assert screen.page.records.rowCount() > 0


def test_a_meeting_is_read_and_no_key_saves_it(page: ForumPage, qtbot: QtBot) -> None:
    screen = gone_to(page, "meetings", qtbot)
    assert isinstance(screen, Meetings)
    assert off(screen) == {"Add a meeting": WHY}
    screen.show_subject(1)
    settled(page, qtbot)
    assert screen.form.notes.value() == "They asked for figures."
    assert off(screen) == {"Save meeting": WHY, "Delete meeting": WHY}
    said: list[str] = []
    page.told.connect(lambda words, _undo: said.append(words))
    save = screen.command("save")
    assert save is not None
    save()
    qtbot.keyClicks(screen.form.title.line, "Me")
    control = Qt.KeyboardModifier.ControlModifier
    qtbot.keyClick(screen.form.title.line, Qt.Key.Key_Return, control)
    assert said == [f"{WHY}."] * 2


def test_a_pack_is_looked_at_page_by_page_and_only_its_export_is_off(
    page: ForumPage, qtbot: QtBot
) -> None:
    screen = gone_to(page, "packs", qtbot)
    assert isinstance(screen, Packs)
    assert screen.register.records.total == 1
    assert off(screen) == {}
    screen.show_subject(MAKE)
    qtbot.waitUntil(lambda: bool(screen.maker.period.priorities.ticked()))
    screen.maker.go_on()
    qtbot.waitUntil(lambda: screen.maker.step is PackStep.QUOTES)
    screen.maker.go_on()
    screen.maker.go_on()
    qtbot.waitUntil(lambda: screen.maker.preview.made is not None)
    screen.maker.go_on()
    assert screen.maker.step is PackStep.EXPORT
    assert off(screen) == {f"Export {len(USUAL)} files": WHY}
    said: list[str] = []
    page.told.connect(lambda words, _undo: said.append(words))
    command = screen.command("print")
    assert command is not None
    command()
    assert said == [f"{WHY}."]
    screen.maker.go_back()
    assert WHY not in off(screen).values()


def test_where_a_place_has_nothing_but_what_saves_the_focus_is_on_what_can_be_used(
    page: ForumPage, qtbot: QtBot
) -> None:
    screen = gone_to(page, "priorities", qtbot)
    assert isinstance(screen, Priorities)
    screen.list.table.setFocus()
    screen._show([])
    assert screen.first_focus() is screen.list.empty.button
    assert off(screen) == {"Add a priority": WHY}
    assert screen._find.hasFocus()
    screen._find.clearFocus()
    page.go("priorities")
    assert screen._find.hasFocus()


STATES: dict[str, tuple[str, object]] = {
    **{place.key: (place.key, None) for group in app.places() for place in group},
    "a priority": ("priorities", 3),
    "a survey": ("surveys", 1),
    "an import": ("surveys", IMPORT),
    "a pack": ("packs", MAKE),
    "a meeting": ("meetings", 1),
}


@pytest.mark.slow
@pytest.mark.parametrize("state", STATES)
def test_no_button_and_no_command_leads_to_a_refusal(
    state: str, page: ForumPage, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    # These would wait for a person.
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_given: ("", ""))
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_given: "")
    monkeypatch.setattr(form, "KEEP_AFTER", 0)
    refused: list[UserError] = []
    page.worker.refused.connect(refused.append)

    def begun() -> Screen:
        page.go(*STATES[state])
        settled(page, qtbot)
        assert page.screen_shown is not None
        return page.screen_shown

    pressed = 0
    for place in range(len(usable(begun()))):
        found = usable(begun())
        if place < len(found):
            found[place].click()
            pressed += 1
            settled(page, qtbot)
    for command in commands():
        own = begun().command(command.key)
        if own is not None:
            own()
            pressed += 1
            settled(page, qtbot)
    assert refused == []
    assert pressed or state in ("log", "sort", "meetings")  # where there is nothing but what saves


def usable(screen: Screen) -> list[QAbstractButton]:
    found = screen.findChildren(QAbstractButton)
    return [each for each in found if each.isVisible() and each.isEnabled()]
