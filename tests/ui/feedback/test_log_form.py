"""The fields of the form: what they make of what is typed."""

from datetime import date, datetime

import pytest
from pytestqt.qtbot import QtBot

from pcf_desktop.services.feedback.events import EventLine
from pcf_desktop.services.forum.reference import Word
from pcf_desktop.ui.feedback.choices import LISTS, Choices
from pcf_desktop.ui.feedback.log_form import LogForm
from pcf_desktop.ui.feedback.quick_choice import QuickChoice

EMAIL = Word(7, "email", "Email", None, ("mail",), active=True)
CHOICES = Choices(
    {**dict.fromkeys(LISTS, ()), "channel": (EMAIL,)},
    (EventLine(3, "Coffee morning", date(2022, 1, 10)), EventLine(4, "Webinar", None)),
    ("Leek",),
    ("F-0001",),
    "F-0002",
    0,
    "",
)


@pytest.fixture
def form(qtbot: QtBot) -> LogForm:
    made = LogForm()
    qtbot.addWidget(made)
    made.offer(CHOICES)
    return made


def choice(form: LogForm, name: str) -> QuickChoice:
    field = form.named()[name]
    assert isinstance(field, QuickChoice)
    return field


def filled(form: LogForm) -> None:
    form.words.set_value("words")
    form.quote.set_value("use")


def test_a_new_form_holds_only_today(form: LogForm) -> None:
    assert form.is_blank()
    today = datetime.now().astimezone().date()
    assert form.when.date() is not None
    assert form.typed().feedback.said.earliest == today


def test_the_two_needed_fields_are_enough(form: LogForm) -> None:
    assert not form.check()
    filled(form)
    assert form.check()
    assert (form.typed().feedback.words, form.typed().feedback.may_quote) == ("words", "use")


def test_an_event_of_the_list_and_a_new_one_are_told_apart(form: LogForm) -> None:
    filled(form)
    choice(form, "event").put("Coffee morning, 10 January 2022")
    assert (form.typed().feedback.event_id, form.typed().new_event) == (3, "")
    choice(form, "event").put("Picnic")
    assert (form.typed().feedback.event_id, form.typed().new_event) == (None, "Picnic")


def test_other_names_lead_to_the_word_of_the_list(form: LogForm) -> None:
    filled(form)
    choice(form, "channel").put("Mail")
    assert form.check()
    assert form.typed().feedback.channel_id == 7


def test_a_word_of_no_list_is_refused(form: LogForm) -> None:
    filled(form)
    choice(form, "channel").put("carrier pigeon")
    assert not form.check()
    assert choice(form, "channel").problem


def test_what_a_draft_kept_stands_there_again(form: LogForm, qtbot: QtBot) -> None:
    filled(form)
    choice(form, "event").put("Picnic")
    form.keep("event")
    again = LogForm()
    qtbot.addWidget(again)
    again.restore(form.state())
    again.offer(CHOICES)
    assert again.state() == form.state()
    again.empty()
    assert choice(again, "event").typed() == "Picnic"


def test_what_is_only_kept_for_the_next_is_no_unfinished_comment(form: LogForm) -> None:
    choice(form, "event").put("Picnic")
    assert not form.is_blank()
    form.keep("event")
    assert form.is_blank()
    form.words.set_value("half a sent")
    assert not form.is_blank()


def test_what_is_missing_is_no_longer_missed_once_it_is_typed(form: LogForm) -> None:
    form.check()
    assert form.words.problem
    form.words.page.setPlainText("T")
    assert not form.words.problem


def test_offering_again_leaves_what_is_typed(form: LogForm) -> None:
    choice(form, "district").put("Lee")
    form.family.put("F-0")
    form.offer(CHOICES)
    assert choice(form, "district").typed() == "Lee"
    assert form.family.typed() == "F-0"
