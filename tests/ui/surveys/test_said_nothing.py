"""What was set aside as no comments can be seen, and put in after all."""

from pytestqt.qtbot import QtBot

from pcf_desktop.services.surveys.no_comments import SaidNothing
from pcf_desktop.ui.components.button import Button
from pcf_desktop.ui.components.text import Text
from pcf_desktop.ui.surveys.said_nothing import SaidNothingCard

SAID = [
    SaidNothing(3, "What helps?", "n/a", 7),
    SaidNothing(3, "What helps?", "Dim byd", 1),
    SaidNothing(4, "Anything else?", "No", 2),
]


def test_they_stand_below_their_questions_each_with_its_button(qtbot: QtBot) -> None:
    card = SaidNothingCard()
    qtbot.addWidget(card)
    card.show_said(SAID)
    shown = [text.text() for text in card.findChildren(Text)]
    assert shown.count("What helps?") == 1
    assert "“n/a”, 7 answers" in shown
    buttons = card.findChildren(Button)
    assert [button.text() for button in buttons] == [
        "Make 7 comments",
        "Make it a comment",
        "Make 2 comments",
    ]
    with qtbot.waitSignal(card.put_in) as wanted:
        buttons[1].click()
    assert wanted.args == [SAID[1]]
    card.hold("The file is open elsewhere.")
    assert not any(button.isEnabled() for button in buttons)


def test_where_there_are_none_nothing_is_shown(qtbot: QtBot) -> None:
    card = SaidNothingCard()
    qtbot.addWidget(card)
    card.show_said([])
    assert card.isHidden()
