"""The page of an open forum: one screen at a time, made at the first visit."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from pcf_desktop.services.families import families
from pcf_desktop.ui.components.button import Button
from pcf_desktop.ui.components.navigation import NavButton
from pcf_desktop.ui.forum_page import ForumPage
from pcf_desktop.workspace import Workspace
from tests.ui.rooms import SIGN, Families, count_families, places


@pytest.fixture
def page(sample: Workspace, qtbot: QtBot) -> Iterator[ForumPage]:
    made = ForumPage(sample, SIGN, places())
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    yield made
    made.put_away()


def test_a_screen_is_made_at_the_first_visit_only(page: ForumPage) -> None:
    assert page.stack.count() == 0
    page.go("families")
    first = page.screen_shown
    page.go("quiet")
    page.go("families", 7)
    assert page.screen_shown is first
    assert isinstance(first, Families)
    assert first.subject == 7


def test_what_a_screen_hides_is_said_while_it_is_shown(page: ForumPage, qtbot: QtBot) -> None:
    said: list[str] = []
    page.hidden.connect(said.append)
    page.go("families")
    families = page.screen_shown
    assert families is not None
    page.set_hidden("3 hidden by filters", families)
    page.go("quiet")
    page.set_hidden("4 hidden by filters", families)  # found late, while another is shown
    page.go("families")
    assert said == ["", "3 hidden by filters", "", "4 hidden by filters"]


def test_a_count_is_shown_beside_its_place(page: ForumPage) -> None:
    page.navigation.set_count("quiet", 1204)
    page.go("quiet")
    assert page.navigation.current().accessibleDescription() == "1,204"


def test_the_counts_follow_every_change_wherever_it_is_made(page: ForumPage, qtbot: QtBot) -> None:
    page.go("quiet")
    button = page.navigation.findChildren(NavButton)[0]
    counted = button.accessibleDescription
    qtbot.waitUntil(lambda: bool(counted()))
    with page.worker.workspace.read() as session:
        before = count_families(session)
    assert counted() == str(before)
    page.worker.change("add a family", lambda session, _progress: families.new(session).code)
    qtbot.waitUntil(lambda: counted() == str(before + 1))
    page.worker.undo()
    qtbot.waitUntil(lambda: counted() == str(before))
    with page.worker.workspace.change("add families") as session:  # as the import of a survey
        for _ in range(10):
            families.new(session)
    qtbot.waitUntil(lambda: counted() == str(before + 10))


def families_shown(page: ForumPage) -> Families:
    screen = page.screen_shown
    assert isinstance(screen, Families)
    return screen


@pytest.mark.parametrize("key", ["click", "space", "enter"])
def test_whoever_goes_to_a_place_is_at_its_first_field(
    page: ForumPage, qtbot: QtBot, key: str
) -> None:
    page.go("quiet")
    button = page.navigation.findChildren(NavButton)[0]
    button.setFocus()
    if key == "click":
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    else:
        qtbot.keyClick(button, Qt.Key.Key_Space if key == "space" else Qt.Key.Key_Return)
    assert QApplication.focusWidget() is families_shown(page).button


def test_a_place_that_is_asked_for_from_the_navigation_takes_the_focus(page: ForumPage) -> None:
    page.go("quiet")
    page.navigation.current().setFocus()
    page.go("families")
    assert QApplication.focusWidget() is families_shown(page).button


def test_whoever_walks_along_the_places_stays_there(page: ForumPage, qtbot: QtBot) -> None:
    page.go("families")
    page.navigation.current().setFocus()
    qtbot.keyClick(page.navigation.current(), Qt.Key.Key_Down)
    assert page.place == "quiet"
    assert page.navigation.current().hasFocus()
    qtbot.keyClick(page.navigation.current(), Qt.Key.Key_Up)
    assert page.place == "families"
    assert page.navigation.current().hasFocus()


def test_when_what_has_the_focus_is_off_with_all_around_it_the_next_takes_it(
    page: ForumPage, qtbot: QtBot
) -> None:
    page.go("families")
    screen = families_shown(page)
    screen.search.setFocus()
    screen.header.setEnabled(False)
    assert QApplication.focusWidget() is None
    screen.add(after := Button("After"))
    qtbot.waitUntil(after.hasFocus)


def test_what_was_done_is_passed_on(page: ForumPage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.told) as told:
        page.tell("Saved", undo=True)
    assert told.args == ["Saved", True]
