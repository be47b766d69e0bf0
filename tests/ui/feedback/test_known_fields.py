"""What is known of a comment: each field takes what is meant, and says what it makes of it."""

from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from pcf_desktop.records import When
from pcf_desktop.services.feedback.feedback import NewFeedback
from pcf_desktop.ui.feedback.known_fields import KnownFields
from tests.ui.feedback.test_log_form import CHOICES

SAID = When.day(date(2022, 1, 10))


@pytest.fixture
def known(qtbot: QtBot) -> Iterator[KnownFields]:
    made, held = KnownFields(), QWidget()
    qtbot.addWidget(held)
    for row in made.rows:
        for field in row.fields.values():
            field.setParent(held)
    made.offer(CHOICES)
    yield made
    held.close()


def test_an_event_of_the_list_and_a_new_one_are_told_apart(known: KnownFields) -> None:
    known.event.put("Coffee morning, 10 January 2022")
    assert (known.read().event_id, known.event.new_title()) == (3, "")
    known.event.put("Picnic")
    assert (known.read().event_id, known.event.new_title()) == (None, "Picnic")


def test_other_names_lead_to_the_word_of_the_list(known: KnownFields) -> None:
    known.lists["channel"].put("Mail")
    assert known.lists["channel"].check()
    assert known.read().channel_id == 7


def test_a_word_of_no_list_is_refused(known: KnownFields) -> None:
    known.lists["channel"].put("carrier pigeon")
    assert not known.lists["channel"].check()
    assert known.lists["channel"].problem


def test_offering_again_leaves_what_is_typed(known: KnownFields) -> None:
    known.district.put("Lee")
    known.family.put("F-0")
    known.offer(CHOICES)
    assert (known.district.typed(), known.family.typed()) == ("Lee", "F-0")


def test_what_is_shown_is_read_again(known: KnownFields) -> None:
    new = NewFeedback("", "", SAID, channel_id=7, event_id=3, family_code="F-0001", district="Leek")
    known.write(new)
    assert known.read() == new
    known.write(NewFeedback("", ""))
    assert known.read("words", "use") == NewFeedback("words", "use")
