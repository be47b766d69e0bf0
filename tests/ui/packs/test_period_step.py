"""The first step checks its fields when they are left and when the person goes on."""

from datetime import date

from pytestqt.qtbot import QtBot

from pcf_desktop.services.priorities import priorities
from pcf_desktop.ui.components.link_button import LinkButton
from pcf_desktop.ui.components.text import Text
from pcf_desktop.ui.packs.period_step import PeriodStep
from pcf_desktop.ui.typeface import Role, font
from pcf_desktop.workspace import Workspace


def step(sample: Workspace, qtbot: QtBot) -> PeriodStep:
    made = PeriodStep()
    qtbot.addWidget(made)
    with sample.read() as session:
        made.show_priorities(priorities.every(session))
    return made


def test_months_count_from_their_first_day_to_their_last(sample: Workspace, qtbot: QtBot) -> None:
    made = step(sample, qtbot)
    made.first_day.set_value("September 2021")
    made.last_day.set_value("November 2021")
    with qtbot.waitSignal(made.period_changed):
        made.last_day.left.emit()
    assert made.check()
    plan = made.plan()
    assert (plan.from_day, plan.to_day) == (date(2021, 9, 1), date(2021, 11, 30))
    assert plan.title == "What families told us"


def test_days_the_wrong_way_round_and_a_missing_title_are_said_beside_their_fields(
    sample: Workspace, qtbot: QtBot
) -> None:
    made = step(sample, qtbot)
    made.title.set_value(" ")
    made.first_day.set_value("May 2022")
    made.last_day.set_value("April 2022")
    assert not made.check()
    assert made.title.problem == "Give the pack a title."
    assert made.last_day.problem == "The last day is before the first."


def test_what_is_no_date_is_said(sample: Workspace, qtbot: QtBot) -> None:
    made = step(sample, qtbot)
    made.first_day.set_value("some day")
    assert not made.check()
    assert made.first_day.problem


def test_a_refusal_stands_at_the_priorities(sample: Workspace, qtbot: QtBot) -> None:
    made = step(sample, qtbot)
    made.refuse("It is not published yet.")
    assert made.priorities.problem == "It is not published yet."


def test_the_priorities_stand_under_a_section_heading_said_once(
    sample: Workspace, qtbot: QtBot
) -> None:
    made = step(sample, qtbot)
    made.show()
    shown = [each for each in made.findChildren(Text) if each.text() == "Priorities"]
    (heading,) = [each for each in shown if each.isVisible()]
    assert heading.font() == font(Role.SECTION)
    made.priorities.set_ticked([])
    assert not made.check()
    assert "Priorities: Tick at least one." in [b.text() for b in made.findChildren(LinkButton)]


def test_what_waits_to_be_sorted_is_said_before_it_passes_for_silence(
    sample: Workspace, qtbot: QtBot
) -> None:
    made = step(sample, qtbot)
    made.show()
    assert not made.waiting.isVisible()
    with sample.read() as session:
        made.show_priorities(priorities.every(session), 141)
    assert made.waiting.isVisible()
    words = [text.text() for text in made.waiting.findChildren(Text)]
    assert "141 comments are not sorted yet. What waits counts on no priority." in words
