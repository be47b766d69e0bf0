"""The words that suggest a priority, typed on its page: nothing of them is lost at a lock."""

import pytest
from pytestqt.qtbot import QtBot

from pcf_desktop.ui.priorities.priorities import Priorities
from tests.ui.desk import LoneDesk

PRIORITY = 3


@pytest.fixture
def screen(desk: LoneDesk, qtbot: QtBot) -> Priorities:
    made = Priorities(desk)
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    made.show_subject(PRIORITY)
    qtbot.waitUntil(lambda: bool(made.page.words.name))
    return made


def test_what_was_typed_is_there_after_a_lock_and_after_another_priority(
    screen: Priorities, desk: LoneDesk, qtbot: QtBot
) -> None:
    words = screen.page.words
    kept = words.keywords.value()
    words.keywords.put(f"{kept}\nhalf a wo")
    screen.put_away()  # as a lock does
    screen.show_subject(PRIORITY + 1)
    qtbot.waitUntil(lambda: words.key == PRIORITY + 1)
    assert "half a wo" not in words.keywords.value()
    screen.show_subject(PRIORITY)
    qtbot.waitUntil(lambda: words.keywords.value() == f"{kept}\nhalf a wo")
    words.save()
    qtbot.waitUntil(lambda: "Words saved. [Undo]" in desk.said)
    assert words.is_untouched()
    assert screen.page.isVisible()
