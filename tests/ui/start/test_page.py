"""A page of the start has a way back, unless there is nowhere to go back to."""

from pytestqt.qtbot import QtBot

from pcf_desktop.ui.components.button import Button
from pcf_desktop.ui.start.page import StartPage


def test_back_is_the_first_thing_and_works(qtbot: QtBot) -> None:
    page = StartPage("A page", "What it is for")
    qtbot.addWidget(page)
    (back,) = page.findChildren(Button)
    with qtbot.waitSignal(page.back):
        back.click()


def test_without_a_way_back_there_is_no_button(qtbot: QtBot) -> None:
    page = StartPage("A page", has_back=False)
    qtbot.addWidget(page)
    assert page.findChildren(Button) == []
    assert page.first_focus() is None
