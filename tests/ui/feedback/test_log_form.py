"""The fields of the form: what they make of what is typed."""

from datetime import date, datetime

import pytest
from pytestqt.qtbot import QtBot

from pcf_desktop.services.feedback.events import EventLine
from pcf_desktop.services.forum.reference import Word
from pcf_desktop.ui.feedback.choices import LISTS, LogChoices
from pcf_desktop.ui.feedback.log_form import LogForm
from pcf_desktop.ui.feedback.quick_choice import QuickChoice
from pcf_desktop.ui.screen import Screen
from tests.ui.desk import LoneDesk

EMAIL = Word(7, "email", "Email", None, ("mail",), active=True)
CHOICES = LogChoices(
    {**dict.fromkeys(LISTS, ()), "channel": (EMAIL,)},
    (EventLine(3, "Coffee morning", date(2022, 1, 10)), EventLine(4, "Webinar", None)),
    ("Leek",),
    ("F-0001",),
    "F-0002",
    0,
    "",
)


@pytest.fixture
def form(desk: LoneDesk, qtbot: QtBot) -> LogForm:
    return new_form(desk, qtbot)


def new_form(desk: LoneDesk, qtbot: QtBot) -> LogForm:
    screen = Screen(desk, "A page")
    made = LogForm(screen)
    screen.add(made)
    qtbot.addWidget(screen)
    made.known.offer(CHOICES)
    return made


def choice(form: LogForm, name: str) -> QuickChoice:
    field = form.fields[name]
    assert isinstance(field, QuickChoice)
    return field


def filled(form: LogForm) -> None:
    form.words.set_value("words")
    form.quote.set_value("use")


def test_a_new_form_holds_only_today(form: LogForm) -> None:
    assert form.is_untouched()
    today = datetime.now().astimezone().date()
    assert form.known.when.date().precision == "day"
    assert form.read().feedback.said.earliest == today


def test_the_two_needed_fields_are_enough(form: LogForm) -> None:
    assert not form.check()
    filled(form)
    assert form.check()
    assert (form.read().feedback.words, form.read().feedback.may_quote) == ("words", "use")


def test_what_a_draft_kept_stands_there_again(form: LogForm, desk: LoneDesk, qtbot: QtBot) -> None:
    filled(form)
    choice(form, "event").put("Picnic")
    form.toggle_keep("event")
    again = new_form(desk, qtbot)
    again.begin("log", form.state() or {})
    again.known.offer(CHOICES)
    assert again.state() == form.state()
    again.begin_next()
    assert choice(again, "event").typed() == "Picnic"


def test_what_is_only_kept_for_the_next_is_no_unfinished_comment(form: LogForm) -> None:
    choice(form, "event").put("Picnic")
    assert not form.is_untouched()
    form.toggle_keep("event")
    assert form.is_untouched()
    form.words.set_value("half a sent")
    assert not form.is_untouched()


def test_what_is_missing_is_no_longer_missed_once_it_is_typed(form: LogForm) -> None:
    form.check()
    assert form.words.problem
    form.words.page.setPlainText("T")
    assert not form.words.problem
