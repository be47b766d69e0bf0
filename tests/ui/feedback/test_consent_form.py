"""The form of consent: what stands is chosen, one thing is decided at a time, packs are named."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from pcf_desktop.errors import UserError
from pcf_desktop.services.feedback.consent_answers import Asked
from pcf_desktop.services.feedback.packs_given import Given
from pcf_desktop.ui.components.chips import Chip
from pcf_desktop.ui.components.text import Text
from pcf_desktop.ui.feedback.consent_form import ConsentForm

CONTROL = Qt.KeyboardModifier.ControlModifier
ASKED = Asked(
    feedback_id=7, answer="use", can_unask=True, taken_back_on=None, is_gone=False,
    others=(), also_ticked=False, packs=(), packs_of_all=(),
)  # fmt: skip
PDF = Given(1, "pack.pdf", datetime(2026, 5, 5, 12, tzinfo=UTC))
DOCX = Given(1, "pack.docx", datetime(2026, 5, 5, 12, tzinfo=UTC))
LATER = Given(2, "later.pdf", datetime(2026, 6, 6, 12, tzinfo=UTC))


@pytest.fixture
def form(qtbot: QtBot) -> ConsentForm:
    made = ConsentForm()
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    return made


def said(form: ConsentForm) -> str:
    return "\n".join(text.text() for text in form.findChildren(Text) if text.isVisible())


def test_what_stands_is_chosen_and_an_arrow_and_a_key_answer_anew(
    form: ConsentForm, qtbot: QtBot
) -> None:
    form.show_asked(ASKED, None)
    form.come()
    assert form.quote.value() == "use"
    chip = QApplication.focusWidget()
    assert chip is not None
    qtbot.keyClick(chip, Qt.Key.Key_Left)
    chip = QApplication.focusWidget()
    with qtbot.waitSignal(form.answered) as told:
        qtbot.keyClick(chip, Qt.Key.Key_Return, CONTROL)
    assert told.args == ["quote"]


def test_what_a_survey_says_cannot_be_said_to_be_unasked(form: ConsentForm) -> None:
    form.show_asked(replace(ASKED, can_unask=False), None)
    chips = form.quote.findChildren(Chip)
    shown = [each.accessibleName() for each in chips if each.isVisible()]
    assert shown == ["Yes, without names", "Use it, but do not quote", "Keep it to ourselves"]


def test_taking_back_says_what_it_means_and_is_noted_with_its_day(
    form: ConsentForm, qtbot: QtBot
) -> None:
    form.show_asked(ASKED, None)
    form.toggle.click()
    assert form.day.line.hasFocus()
    assert "no later answer changes that" in said(form)
    assert "No pack made so far quotes these words." in said(form)
    assert not form.quote.isVisible()
    assert not form.everything.isVisible()
    form.day.set_value("3 may 2026")
    with qtbot.waitSignal(form.taken_back) as told:
        qtbot.keyClick(form.day.line, Qt.Key.Key_Return, CONTROL)
    assert told.args == [date(2026, 5, 3), False]
    form.toggle.click()
    assert form.quote.isVisible()
    assert not form.day.isVisible()


@pytest.mark.parametrize("typed", ["", "May 2026", "pigeon"])
def test_a_day_is_needed(form: ConsentForm, qtbot: QtBot, typed: str) -> None:
    form.show_asked(ASKED, None)
    form.toggle.click()
    form.day.set_value(typed)
    with qtbot.assertNotEmitted(form.taken_back):
        form.save()
    assert form.day.problem == "Write the day on which they said so."


def test_each_file_of_a_pack_is_named_and_a_pack_counted_once(form: ConsentForm) -> None:
    asked = replace(ASKED, others=(8, 9), packs=(PDF, DOCX), packs_of_all=(LATER, PDF, DOCX))
    form.show_asked(asked, "F-0152")
    form.toggle.click()
    assert "stand in 1 pack already made" in said(form)
    assert "pack.pdf (5 May 2026) and pack.docx (5 May 2026)" in said(form)
    assert form.everything.text() == "Also all else that F-0152 has said so far: 2 more comments"
    form.everything.click()
    assert "stand in 2 packs already made" in said(form)
    assert "later.pdf (6 June 2026)" in said(form)


@pytest.mark.parametrize(
    ("others", "words"),
    [
        ((), "Also what was ticked in the same answers"),
        ((8,), "Also the rest of the same answers: 1 more comment and what was ticked"),
    ],
)
def test_the_rest_of_a_survey_is_offered(
    form: ConsentForm, others: tuple[int, ...], words: str
) -> None:
    form.show_asked(replace(ASKED, others=others, also_ticked=True), None)
    form.toggle.click()
    assert form.everything.isVisible()
    assert form.everything.text() == words


def test_what_is_gone_can_only_be_read(form: ConsentForm, qtbot: QtBot) -> None:
    gone = replace(ASKED, answer="", taken_back_on=date(2026, 5, 3), is_gone=True, packs=(PDF,))
    form.show_asked(gone, None)
    form.come()
    assert "They took it back on 3 May 2026. That is final." in said(form)
    assert "pack.pdf" in said(form)
    assert form.close_button.hasFocus()
    assert not form.toggle.isVisible()
    with qtbot.assertNotEmitted(form.answered), qtbot.assertNotEmitted(form.taken_back):
        form.save()


def test_of_what_was_taken_back_in_part_the_rest_can_be(form: ConsentForm) -> None:
    form.show_asked(replace(ASKED, answer="", taken_back_on=date(2026, 5, 3)), None)
    form.come()
    assert "They took a part of it back" in said(form)
    assert form.toggle.hasFocus()
    form.toggle.click()
    assert form.note.isVisible()
    assert not form.quote.isVisible()


def test_a_refusal_stands_beside_its_field(form: ConsentForm) -> None:
    form.show_asked(ASKED, None)
    form.toggle.click()
    form.refuse(UserError("This day is still to come.", "", "Write another day."))
    assert form.day.problem == "This day is still to come. Write another day."
