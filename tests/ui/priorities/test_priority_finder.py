"""A priority is found by a part of its name and taken with Enter."""

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from pcf_desktop.services.priorities.priorities import Choice
from pcf_desktop.ui.components.link_button import LinkButton
from pcf_desktop.ui.components.text import Text
from pcf_desktop.ui.priorities.priority_finder import PriorityFinder, named

CHOICES = [
    Choice(1, "1", "Leadership"),
    Choice(2, "2", "Waits for therapy"),
    Choice(3, None, "Waits"),
]


def finder(qtbot: QtBot) -> PriorityFinder:
    made = PriorityFinder()
    qtbot.addWidget(made)
    made.set_choices(CHOICES)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    made.field.setFocus()
    return made


def offered(made: PriorityFinder) -> list[str]:
    return [each.text() for each in made.findChildren(LinkButton) if each.isVisible()]


def test_typing_narrows_and_enter_takes_the_first(qtbot: QtBot) -> None:
    made = finder(qtbot)
    assert offered(made) == []
    qtbot.keyClicks(made.field, "waits ther")
    assert offered(made) == ["2  Waits for therapy"]
    with qtbot.waitSignal(made.picked) as picked:
        qtbot.keyClick(made.field, Qt.Key.Key_Return)
    assert picked.args == [2]
    assert made.field.text() == ""


def test_a_number_finds_too_and_a_title_is_known(qtbot: QtBot) -> None:
    made = finder(qtbot)
    qtbot.keyClicks(made.field, "1")
    assert offered(made) == [named(CHOICES[0])]
    assert (made.title_of(3), made.title_of(9)) == ("Waits", "")


def test_nothing_found_is_said_and_enter_does_nothing(qtbot: QtBot) -> None:
    made = finder(qtbot)
    qtbot.keyClicks(made.field, "zzz")
    assert any(each.isVisible() and each.text() for each in made.findChildren(Text))
    with qtbot.assertNotEmitted(made.picked):
        qtbot.keyClick(made.field, Qt.Key.Key_Return)
