"""A banner has the colour and icon of its level, and changes its words."""

import pytest
from pytestqt.qtbot import QtBot

from pcf_desktop.ui.appearance import colours
from pcf_desktop.ui.components.banner import Banner
from pcf_desktop.ui.components.button import Button
from pcf_desktop.ui.components.status_mark import Level
from pcf_desktop.ui.components.text import Text


@pytest.mark.parametrize("level", [Level.INFO, Level.AMBER, Level.GOOD, Level.BAD])
def test_it_stands_on_the_ground_of_its_level(level: Level, qtbot: QtBot) -> None:
    banner = Banner("This is made-up data.", level)
    qtbot.addWidget(banner)
    banner.resize(500, 50)
    ground = banner.grab().toImage().pixelColor(480, 25)
    assert ground == colours().named(f"{level.value}_weak")


def test_its_words_change_and_its_button_works(qtbot: QtBot) -> None:
    button = Button("Sort it")
    banner = Banner("One comment waits.", button=button)
    qtbot.addWidget(banner)
    banner.set_words("Two comments wait.")
    assert banner.findChildren(Text)[0].text() == "Two comments wait."
    with qtbot.waitSignal(button.clicked):
        button.click()
