"""The details of a comment: the log form without its words, filled in with what is kept."""

from datetime import date

import pytest
from pytestqt.qtbot import QtBot

from pcf_desktop.records import When
from pcf_desktop.services.feedback.events import EventLine
from pcf_desktop.services.feedback.feedback import NewFeedback
from pcf_desktop.services.forum.reference import Word
from pcf_desktop.ui.feedback.choices import Choices
from pcf_desktop.ui.feedback.edit_details import EditDetails, Opened

EVENT = EventLine(4, "Coffee morning", date(2022, 4, 3))
PHONE = Word(1, "phone", "Phone call", None, (), active=True)
CHOICES = Choices({"channel": [PHONE]}, [EVENT], ["Leek"], ["F-0500"], "F-0501", 0, "")
KEPT = NewFeedback(
    "", "", When.day(date(2022, 4, 3)), channel_id=1, event_id=4, family_code="F-0500",
    district="Leek",
)  # fmt: skip
TERM = When("Spring term 2024", date(2024, 1, 1), date(2024, 3, 31), "term")


@pytest.fixture
def details(qtbot: QtBot) -> EditDetails:
    made = EditDetails()
    qtbot.addWidget(made)
    made.show()
    return made


def test_what_is_kept_stands_in_the_fields_and_nothing_is_changed(
    details: EditDetails, qtbot: QtBot
) -> None:
    details.show_details(Opened(7, KEPT, CHOICES, "draft", {}))
    assert details.form.typed().feedback == KEPT
    assert "words" not in details.form.named()
    assert not details.form.words.isVisible()
    assert not details.form.quote.isVisible()
    with qtbot.waitSignal(details.saved) as told:
        details.save()
    before, typed = told.args
    assert before == typed


def test_a_date_that_the_field_cannot_say_stands_beside_it(details: EditDetails) -> None:
    details.show_details(Opened(7, NewFeedback("", "", TERM), CHOICES, "draft", {}))
    assert details.form.when.value() == ""
    assert details.form.when.hint.text() == "Noted as Spring term 2024"
    details.show_details(Opened(8, KEPT, CHOICES, "draft", {}))
    assert details.form.when.value() == "3 April 2022"
    assert details.form.when.hint.isHidden()
    details.show_details(Opened(9, NewFeedback("", ""), CHOICES, "draft", {}))
    assert details.form.when.value() == ""
    assert details.form.when.hint.isHidden()


def test_what_is_wrong_is_said_and_not_saved(details: EditDetails, qtbot: QtBot) -> None:
    details.show_details(Opened(7, KEPT, CHOICES, "draft", {}))
    details.form.when.set_value("pigeon")
    with qtbot.assertNotEmitted(details.saved):
        details.save()
    assert details.form.when.problem
