"""If a child may be at risk: the steps first, then the day it was passed on."""

from datetime import datetime

import pytest
from pytestqt.qtbot import QtBot

from pcf_desktop.errors import UserError
from pcf_desktop.ui.components.text import Text
from pcf_desktop.ui.feedback.safeguarding_card import SafeguardingCard


@pytest.fixture
def card(qtbot: QtBot) -> SafeguardingCard:
    made = SafeguardingCard("Note it", "This empties the form.")
    qtbot.addWidget(made)
    made.show()
    return made


def words(card: SafeguardingCard) -> str:
    return " ".join(text.text() for text in card.findChildren(Text) if text.isVisible())


def test_the_forums_steps_open_by_a_button(card: SafeguardingCard) -> None:
    card.set_steps("Ring Ann.")
    assert "Ring Ann." not in words(card)
    assert not card.note.isVisible()
    card.toggle.click()
    assert "Ring Ann." in words(card)
    assert card.note.isVisible()


def test_a_forum_without_steps_is_told_what_everybody_does(card: SafeguardingCard) -> None:
    card.toggle.click()
    assert "999" in words(card)


def test_today_stands_there_and_goes_out(card: SafeguardingCard, qtbot: QtBot) -> None:
    card.toggle.click()
    with qtbot.waitSignal(card.passed_on) as told:
        card.note.click()
    assert told.args == [datetime.now().astimezone().date()]


def test_a_month_is_not_exact_enough(card: SafeguardingCard, qtbot: QtBot) -> None:
    card.toggle.click()
    card.day.set_value("April 2022")
    with qtbot.assertNotEmitted(card.passed_on):
        card.note.click()
    assert card.day.problem


def test_what_is_refused_stands_beside_the_day(card: SafeguardingCard) -> None:
    card.refuse(UserError("That day is still to come.", "", "Write another."))
    assert card.day.problem == "That day is still to come. Write another."
    card.fold()
    assert card.day.problem == ""
