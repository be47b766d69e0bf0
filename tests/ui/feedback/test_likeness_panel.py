"""What is much alike: shown, taken over, put away."""

from pytestqt.qtbot import QtBot

from pcf_desktop.records import When
from pcf_desktop.services.feedback.alike import Like
from pcf_desktop.ui.components.button import Button
from pcf_desktop.ui.components.quote_block import QuoteBlock
from pcf_desktop.ui.feedback.likeness_panel import LONGEST, LikenessPanel

LIKE = Like(7, "word " * 100, When(), "Phone call", "F-0139", 80.0)
NO_FAMILY = Like(8, "few words", When(), None, None, 70.0)


def button(panel: LikenessPanel, words: str) -> Button:
    found = [each for each in panel.findChildren(Button) if each.text() == words]
    return found[-1]


def test_a_long_text_is_shortened_and_its_source_told(qtbot: QtBot) -> None:
    panel = LikenessPanel()
    qtbot.addWidget(panel)
    panel.show_likes([LIKE])
    (block,) = panel.findChildren(QuoteBlock)
    assert len(block.words.text()) <= LONGEST + 3
    assert block.source.text() == "No date, Phone call, F-0139"


def test_same_family_hands_its_code_over(qtbot: QtBot) -> None:
    panel = LikenessPanel()
    qtbot.addWidget(panel)
    panel.show_likes([LIKE])
    with qtbot.waitSignal(panel.same_family) as told:
        button(panel, "Same family").click()
    assert told.args == ["F-0139"]


def test_different_puts_it_away_until_the_next(qtbot: QtBot) -> None:
    panel = LikenessPanel()
    qtbot.addWidget(panel)
    panel.show_likes([NO_FAMILY])
    button(panel, "Different").click()
    panel.show_likes([NO_FAMILY])
    assert not panel.likes
    panel.forget()
    panel.show_likes([NO_FAMILY])
    assert panel.likes == (NO_FAMILY,)
