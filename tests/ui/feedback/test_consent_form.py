"""The form of consent: what stands is chosen, one thing is decided at a time, packs are named."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from pcf_desktop.errors import UserError
from pcf_desktop.services.counting import consents
from pcf_desktop.services.counting.consents import Standing
from pcf_desktop.services.feedback import feedback
from pcf_desktop.services.feedback.consent_answers import CommentConsent
from pcf_desktop.services.feedback.feedback import NewFeedback
from pcf_desktop.services.feedback.packs_given import Given
from pcf_desktop.ui.components.chips import Chip
from pcf_desktop.ui.components.text import Text
from pcf_desktop.ui.feedback.consent_form import ConsentForm
from pcf_desktop.ui.screen import Screen
from tests.ui.desk import LoneDesk

CONTROL = Qt.KeyboardModifier.ControlModifier
ASKED = CommentConsent(
    feedback_id=7, answer="use", can_unask=True, taken_back_on=None, is_gone=False,
    others=(), also_ticked=False, packs=(), packs_of_all=(),
)  # fmt: skip
PDF = Given(1, "pack.pdf", datetime(2026, 5, 5, 12, tzinfo=UTC))
DOCX = Given(1, "pack.docx", datetime(2026, 5, 5, 12, tzinfo=UTC))
LATER = Given(2, "later.pdf", datetime(2026, 6, 6, 12, tzinfo=UTC))


@pytest.fixture
def comment(desk: LoneDesk) -> int:
    """A comment that may be used, but not quoted."""
    with desk.worker.workspace.change("log feedback") as session:
        return feedback.log(session, NewFeedback("the bus", "use"))


@pytest.fixture
def form(desk: LoneDesk, qtbot: QtBot) -> ConsentForm:
    screen = Screen(desk, "A page")
    made = ConsentForm(screen)
    screen.add(made)
    qtbot.addWidget(screen)
    with qtbot.waitExposed(screen):
        screen.show()
    screen.activateWindow()
    return made


def show(form: ConsentForm, asked: CommentConsent, family: str | None = None) -> None:
    form.show_asked(asked, family, "draft", {})


def noted(desk: LoneDesk, comment: int) -> Standing:
    with desk.worker.workspace.read() as session:
        return consents.standing(session, comment)


def said(form: ConsentForm) -> str:
    return "\n".join(text.text() for text in form.findChildren(Text) if text.isVisible())


def test_what_stands_is_chosen_and_an_arrow_and_a_key_answer_anew(
    form: ConsentForm, comment: int, desk: LoneDesk, qtbot: QtBot
) -> None:
    show(form, replace(ASKED, feedback_id=comment))
    form.come()
    assert form.quote.value() == "use"
    chip = QApplication.focusWidget()
    assert chip is not None
    qtbot.keyClick(chip, Qt.Key.Key_Left)
    chip = QApplication.focusWidget()
    with qtbot.waitSignal(form.closed):
        qtbot.keyClick(chip, Qt.Key.Key_Return, CONTROL)
    assert consents.QUOTE in noted(desk, comment).allowed


def test_what_a_survey_says_cannot_be_said_to_be_unasked(form: ConsentForm) -> None:
    show(form, replace(ASKED, can_unask=False))
    chips = form.quote.findChildren(Chip)
    shown = [each.accessibleName() for each in chips if each.isVisible()]
    assert shown == ["Yes, without names", "Use it, but do not quote", "Keep it to ourselves"]


def test_taking_back_says_what_it_means_and_is_noted_with_its_day(
    form: ConsentForm, comment: int, desk: LoneDesk, qtbot: QtBot
) -> None:
    show(form, replace(ASKED, feedback_id=comment))
    form.toggle.click()
    assert form.day.line.hasFocus()
    assert "no later answer changes that" in said(form)
    assert "No pack made so far quotes these words." in said(form)
    assert not form.quote.isVisible()
    assert not form.everything.isVisible()
    form.toggle.click()
    assert form.quote.isVisible()
    assert not form.day.isVisible()
    form.toggle.click()
    form.day.set_value("3 may 2022")
    with qtbot.waitSignal(form.closed):
        qtbot.keyClick(form.day.line, Qt.Key.Key_Return, CONTROL)
    assert noted(desk, comment).withdrawn_on == date(2022, 5, 3)
    assert desk.said == ["Noted: 1 comment will not be used any more. [Undo]"]


@pytest.mark.parametrize("typed", ["", "May 2026", "pigeon"])
def test_a_day_is_needed(form: ConsentForm, qtbot: QtBot, typed: str) -> None:
    show(form, ASKED)
    form.toggle.click()
    form.day.set_value(typed)
    with qtbot.assertNotEmitted(form.closed):
        form.save()
    assert form.day.problem == "Write the day on which they said so."


def test_each_file_of_a_pack_is_named_and_a_pack_counted_once(form: ConsentForm) -> None:
    asked = replace(ASKED, others=(8, 9), packs=(PDF, DOCX), packs_of_all=(LATER, PDF, DOCX))
    show(form, asked, "F-0152")
    form.toggle.click()
    assert "stand in 1 pack already made" in said(form)
    assert "pack.pdf (5 May 2026) and pack.docx (5 May 2026)" in said(form)
    assert (
        form.everything.box.text() == "Also all else that F-0152 has said so far: 2 more comments"
    )
    form.everything.box.click()
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
    show(form, replace(ASKED, others=others, also_ticked=True))
    form.toggle.click()
    assert form.everything.isVisible()
    assert form.everything.box.text() == words


def test_what_is_gone_can_only_be_read(form: ConsentForm, desk: LoneDesk) -> None:
    gone = replace(ASKED, answer="", taken_back_on=date(2026, 5, 3), is_gone=True, packs=(PDF,))
    show(form, gone)
    form.come()
    assert "On 3 May 2026 they said: no longer use it. That is final." in said(form)
    assert "pack.pdf" in said(form)
    assert form.panel.close_button.hasFocus()
    assert not form.toggle.isVisible()
    form.save()
    assert desk.said == ["Nothing was changed."]
    assert not desk.worker.workspace.undo_label


def test_of_what_was_taken_back_in_part_the_rest_can_be(form: ConsentForm) -> None:
    show(form, replace(ASKED, answer="", taken_back_on=date(2026, 5, 3)))
    form.come()
    assert "they said: no longer use a part of it" in said(form)
    assert form.toggle.hasFocus()
    form.toggle.click()
    assert form.note.isVisible()
    assert not form.quote.isVisible()


def test_a_refusal_stands_beside_its_field(form: ConsentForm) -> None:
    show(form, ASKED)
    form.toggle.click()
    form.refused(UserError("This day is still to come.", "", "Write another day."))
    assert form.day.problem == "This day is still to come. Write another day."


def test_what_was_begun_to_be_taken_back_is_shown_again(form: ConsentForm) -> None:
    draft = {"quote": "use", "everything": "yes", "day": "3 May 2022", "taking back": "yes"}
    form.show_asked(replace(ASKED, others=(8,)), "F-0152", "draft", draft)
    assert form.day.isVisible()
    assert not form.quote.isVisible()
    assert (form.day.value(), form.everything.box.isChecked()) == ("3 May 2022", True)
    assert "not saved yet" in said(form)
    form.leave()
    assert form.quote.isVisible()
    assert form.is_untouched()
