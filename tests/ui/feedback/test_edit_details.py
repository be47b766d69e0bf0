"""The details of a comment: the log form without its words, filled in with what is kept."""

from datetime import date

import pytest
from pytestqt.qtbot import QtBot

from pcf_desktop.records import When
from pcf_desktop.services.feedback.events import EventLine
from pcf_desktop.services.feedback.feedback import NewFeedback
from pcf_desktop.services.forum.reference import Word
from pcf_desktop.ui.feedback.choices import LogChoices
from pcf_desktop.ui.feedback.edit_details import EditDetails
from pcf_desktop.ui.feedback.log_form import Typed
from pcf_desktop.ui.form import Opened
from pcf_desktop.ui.screen import Screen
from tests.ui.desk import LoneDesk

EVENT = EventLine(4, "Coffee morning", date(2022, 4, 3))
PHONE = Word(1, "phone", "Phone call", None, (), active=True)
CHOICES = LogChoices({"channel": [PHONE]}, [EVENT], ["Leek"], ["F-0500"], "F-0501", 0, "")
KEPT = NewFeedback(
    "", "", When.day(date(2022, 4, 3)), channel_id=1, event_id=4, family_code="F-0500",
    district="Leek",
)  # fmt: skip
TERM = When("Spring term 2024", date(2024, 1, 1), date(2024, 3, 31), "term")


@pytest.fixture
def details(desk: LoneDesk, qtbot: QtBot) -> EditDetails:
    screen = Screen(desk, "A page")
    made = EditDetails(screen)
    screen.add(made)
    qtbot.addWidget(screen)
    screen.show()
    made.known.offer(CHOICES)
    return made


def opened(key: int, kept: NewFeedback) -> Opened[Typed]:
    return Opened(key, Typed(kept), f"draft {key}", {})


def test_what_is_kept_stands_in_the_fields_and_nothing_is_changed(
    details: EditDetails, desk: LoneDesk, qtbot: QtBot
) -> None:
    details.open(opened(7, KEPT))
    assert details.read().feedback == KEPT
    assert not {"words", "quote"} & details.fields.keys()
    with qtbot.waitSignal(details.closed):
        details.save()
    assert desk.said == ["Nothing was changed."]


def test_a_date_that_the_field_cannot_say_stands_beside_it(details: EditDetails) -> None:
    details.open(opened(7, NewFeedback("", "", TERM)))
    assert details.known.when.value() == ""
    assert details.known.when.hint.text() == "Noted as Spring term 2024"
    details.open(opened(8, KEPT))
    assert details.known.when.value() == "3 April 2022"
    assert details.known.when.hint.isHidden()
    details.open(opened(9, NewFeedback("", "")))
    assert details.known.when.value() == ""
    assert details.known.when.hint.isHidden()


def test_what_is_wrong_is_said_and_not_saved(details: EditDetails, qtbot: QtBot) -> None:
    details.open(opened(7, KEPT))
    details.known.when.set_value("pigeon")
    with qtbot.assertNotEmitted(details.closed):
        details.save()
    assert details.known.when.problem
