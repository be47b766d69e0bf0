"""The event: known by its title on its day, and new only once."""

from datetime import date

import pytest
from pytestqt.qtbot import QtBot

from pcf_desktop.services.feedback.events import EventLine
from pcf_desktop.ui.components.text import Text
from pcf_desktop.ui.feedback.event_field import EventField

DAY = date(2022, 1, 10)
MORNING = EventLine(3, "Coffee morning", DAY)


@pytest.fixture
def field(qtbot: QtBot) -> EventField:
    made = EventField("Event")
    qtbot.addWidget(made)
    made.set_day(DAY)
    return made


def said(field: EventField) -> list[str]:
    return [text.text() for text in field.findChildren(Text) if not text.isHidden()]


def test_a_title_that_is_new_is_said_to_be_new(field: EventField) -> None:
    field.put("Coffee morning")
    field.check()
    assert (field.value(), field.new_title()) == ("", "Coffee morning")
    assert "New here." in said(field)


def test_a_title_of_that_day_is_known_and_no_longer_new(field: EventField) -> None:
    field.put("coffee Morning")
    field.check()
    field.offer_events([MORNING])
    assert (field.value(), field.new_title()) == ("3", "")
    assert field.typed() == "Coffee morning, 10 January 2022"
    assert "New here." not in said(field)


def test_a_title_of_another_day_is_another_event_until_the_day_is_given(field: EventField) -> None:
    field.set_day(date(2022, 2, 7))
    field.offer_events([MORNING])
    field.put("Coffee morning")
    field.check()
    assert field.new_title() == "Coffee morning"
    field.set_day(DAY)
    assert field.value() == "3"


def test_one_made_a_moment_ago_is_known_before_the_list_comes(field: EventField) -> None:
    field.put("Picnic")
    field.check()
    field.know(EventLine(9, "Picnic", None))
    assert (field.value(), field.typed()) == ("9", "Picnic")
    assert "New here." not in said(field)


def test_one_that_was_taken_back_is_a_title_again(field: EventField) -> None:
    field.know(MORNING)
    field.offer_events([])
    assert (field.value(), field.new_title()) == ("", "Coffee morning")


def test_an_event_of_the_list_is_shown_by_its_id_and_none_by_nothing(field: EventField) -> None:
    field.offer_events([MORNING])
    field.show_event(3)
    assert (field.value(), field.typed()) == ("3", "Coffee morning, 10 January 2022")
    field.show_event(None)
    assert (field.value(), field.typed()) == ("", "")
