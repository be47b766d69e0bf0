"""Words beside what they mean, those to look at first, some at a time."""

from pytestqt.qtbot import QtBot

from pcf_desktop.services.forum.known_words import Choosing, WordMatch
from pcf_desktop.ui.surveys.word_matches import MOST, WordMatches

NEED = Choosing("need", {"asd": "Autism"})


def words(count: int, key: str | None) -> list[WordMatch]:
    return [WordMatch("need", f"word {n}", 1, key, "asd") for n in range(count)]


def test_more_words_are_shown_when_wanted(qtbot: QtBot) -> None:
    shown = WordMatches()
    qtbot.addWidget(shown)
    shown.show()
    shown.show_matches(words(MOST + 3, None), {"need": NEED})
    assert shown.state.text() == "15 words wait for your look. Until then they are left out."
    assert len(shown.fields) == MOST
    shown.more.click()
    assert len(shown.fields) == MOST + 3
    assert not shown.more.isVisible()


def test_the_focus_goes_to_the_next_word_to_look_at(qtbot: QtBot) -> None:
    shown = WordMatches()
    qtbot.addWidget(shown)
    shown.show_matches(words(2, None), {"need": NEED})
    with qtbot.waitActive(shown):
        shown.show()
        shown.activateWindow()
    shown.fields[0].take.setFocus()
    shown.show_matches([words(2, None)[1], words(1, "asd")[0]], {"need": NEED})
    assert shown.fields[0].take.hasFocus()
    shown.hold("Read-only")
    assert not shown.fields[0].take.isEnabled()
    shown.show_matches(words(2, "asd"), {"need": NEED})
    assert shown.state.text() == "Every word is matched."
    assert shown.first_focus() is shown.fields[0].combo
