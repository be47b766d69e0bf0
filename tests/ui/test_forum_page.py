"""The page of an open forum: one screen at a time, made at the first visit."""

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from pcf_desktop.ui.forum_page import ForumPage
from pcf_desktop.workspace import Workspace
from tests.ui.rooms import SIGN, Families, places


@pytest.fixture
def page(sample: Workspace, qtbot: QtBot) -> Iterator[ForumPage]:
    made = ForumPage(sample, SIGN, places())
    qtbot.addWidget(made)
    made.show()
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
    page.set_count("families", 1204)
    page.go("families")
    assert page.navigation.current().accessibleDescription() == "1,204"


def test_what_was_done_is_passed_on(page: ForumPage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.told) as told:
        page.tell("Saved", undo=True)
    assert told.args == ["Saved", True]
