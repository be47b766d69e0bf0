"""Numbers with their words."""

from pytestqt.qtbot import QtBot

from pcf_desktop.ui.components.text import Text
from pcf_desktop.ui.surveys.number_list import NumberList


def test_a_nought_says_less_and_newer_numbers_replace_older(qtbot: QtBot) -> None:
    shown = NumberList()
    qtbot.addWidget(shown)
    shown.show_numbers([("Old", 1, "It goes.")])
    shown.show_numbers([("New", 1_204, "They come in."), ("Changed", 0, "They change.")])
    shown.show()
    words = [text.text() for text in shown.findChildren(Text) if text.isVisible()]
    assert words == ["1,204", "New. They come in.", "0", "Changed"]
