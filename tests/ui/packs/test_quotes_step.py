"""The quotes of a priority: the first twenty, then more; and on to the next priority."""

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from pcf_desktop.records import When
from pcf_desktop.services.packs.quotes import Candidate
from pcf_desktop.ui.packs.quote_choice import QuoteChoice, QuoteOffer
from pcf_desktop.ui.packs.quotes_step import AT_ONCE, QuotesStep

WORDS = "We waited a year."


def quote(key: int) -> Candidate:
    return Candidate(
        key, key, "worse", WORDS, is_passage=False, said=When(), response_id=None, number=None
    )


def made(qtbot: QtBot) -> tuple[QuotesStep, QuoteChoice]:
    choice = QuoteChoice()
    many = tuple(quote(key) for key in range(1, AT_ONCE + 6))
    choice.take([QuoteOffer(7, "Waits", many, (1, 2)), QuoteOffer(9, "Plans", (), ())])
    step = QuotesStep(choice)
    qtbot.addWidget(step)
    step.resize(1000, 700)
    with qtbot.waitActive(step):
        step.show()
        step.activateWindow()
    step.refresh()
    return step, choice


def test_the_rest_is_shown_when_asked_for_with_the_focus_on_the_first_of_it(qtbot: QtBot) -> None:
    step, _ = made(qtbot)
    assert [row.check.isChecked() for row in step.rows[:3]] == [True, True, False]
    assert len(step.rows) == AT_ONCE
    assert step.more.text() == "Show 5 more"
    step.more.click()
    assert len(step.rows) == AT_ONCE + 5
    assert not step.more.isVisible()
    assert step.rows[AT_ONCE].check.hasFocus()


def test_a_tick_is_chosen_and_counted(qtbot: QtBot) -> None:
    step, choice = made(qtbot)
    step.rows[2].check.click()
    assert choice.chosen(7) == (1, 2, 3)
    assert step.sections.rows[7].accessibleDescription() == "3 of 25 quotes"


def test_a_tick_is_taken_back_where_it_was_made(qtbot: QtBot) -> None:
    step, choice = made(qtbot)
    assert step.undo() is None
    step.rows[0].check.click()
    step.rows[2].check.click()
    step.next.click()
    for place, chosen in ((2, (2,)), (0, (1, 2))):
        back = step.undo()
        assert back is not None
        back()
        assert choice.chosen(7) == chosen
        assert step.rows[place].check.isChecked() is (place == 0)
        assert step.rows[place].check.hasFocus()
        assert step.sections.rows[7].accessibleDescription() == f"{len(chosen)} of 25 quotes"
    assert step.undo() is None


def test_where_the_priorities_stand_above_the_quotes_the_step_begins_at_them(qtbot: QtBot) -> None:
    step, _ = made(qtbot)
    assert step.first_focus() is step.rows[0].check
    step.resize(300, 700)
    assert step.first_focus() is step.sections.rows[7]
    step.resize(1000, 700)
    assert step.first_focus() is step.rows[0].check


def test_why_a_chosen_quote_is_left_out_stands_above_the_quotes(qtbot: QtBot) -> None:
    step, choice = made(qtbot)
    assert not step.left_out.isVisible()
    why = "Quote Q012 on Plans is left out because it is in the bin."
    choice.take([QuoteOffer(9, "Plans", (), (), (why,))])
    step.refresh()
    assert step.left_out.isVisible()
    assert why in [label.text() for label in step.left_out.findChildren(QLabel)]
    choice.take([QuoteOffer(9, "Plans", (), ())])
    step.refresh()
    assert not step.left_out.isVisible()


def test_a_priority_without_quotes_says_what_the_pack_will_hold(qtbot: QtBot) -> None:
    step, _ = made(qtbot)
    assert step.next.text() == "Next: Plans"
    step.next.click()
    assert step.rows == []
    assert step.first_focus() is step.sections.rows[9]
    assert not step.next.isVisible()
