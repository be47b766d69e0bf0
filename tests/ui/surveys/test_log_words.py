"""The lists of a log whose words are looked at, one at a time."""

from pytestqt.qtbot import QtBot

from pcf_desktop.services.forum.known_words import Choosing, WordMatch
from pcf_desktop.services.logs.words import LogWords
from pcf_desktop.ui.surveys.log_words import LogWordsPage

NEED, CHANNEL = WordMatch("need", "x", 1, None), WordMatch("channel", "y", 1, "phone_call")
FOUND = LogWords(
    {"channel": [CHANNEL], "need": [NEED]},
    {
        "need": Choosing("need", {"asd": "Autism"}),
        "channel": Choosing("channel", {"phone_call": "Phone"}),
    },
)


def test_the_list_that_waits_is_shown_first(qtbot: QtBot) -> None:
    page = LogWordsPage()
    qtbot.addWidget(page)
    page.show()
    page.show_words(FOUND)
    assert page.view.value() == ("need",)
    assert page.first_focus() is page.words.fields[0].combo
    page.view._chips["channel"].click()
    assert [each.match for each in page.words.fields] == [CHANNEL]
    assert not page.view._chips["district"].isVisible()
