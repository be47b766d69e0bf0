"""Consent to a comment is answered by keyboard, and taken back, each as one step."""

from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from sqlalchemy import select

from pcf_desktop.records import AuditEntry, Feedback
from pcf_desktop.services.feedback import consent_answers, feedback
from pcf_desktop.services.feedback.feedback import NewFeedback
from pcf_desktop.ui.appearance import Look, apply
from pcf_desktop.ui.components.status_mark import StatusMark
from pcf_desktop.ui.feedback.feedback_list import FeedbackList
from pcf_desktop.workspace import Session
from tests.services.sample_feedback import survey_comment
from tests.ui.audit import audit
from tests.ui.desk import LoneDesk
from tests.ui.feedback.conftest import Ask

CONTROL = Qt.KeyboardModifier.ControlModifier


def mark(listed: FeedbackList) -> str:
    """Return what is said of consent; while a form is open in its place, nothing."""
    marks = [each for each in listed.panel.findChildren(StatusMark) if each.isVisible()]
    return marks[0].accessibleName() if marks else ""


def go_to(listed: FeedbackList, desk: LoneDesk, key: int, qtbot: QtBot) -> None:
    listed.show_subject(key)
    qtbot.waitUntil(lambda: shown_key(listed) == key and not desk.worker.busy)
    listed.list.table.setFocus()


def shown_key(listed: FeedbackList) -> int | None:
    return listed.panel.detail.id if listed.panel.detail is not None else None


def logged(desk: LoneDesk, new: NewFeedback) -> int:
    with desk.worker.workspace.change("log feedback") as session:
        return feedback.log(session, new)


def press(qtbot: QtBot, key: Qt.Key, *, control: bool = False) -> None:
    focus = QApplication.focusWidget()
    assert focus is not None
    qtbot.keyClick(focus, key, CONTROL if control else Qt.KeyboardModifier.NoModifier)


def last_action(session: Session) -> str:
    return session.scalars(select(AuditEntry.action).order_by(AuditEntry.id.desc())).first() or ""


def test_consent_that_was_not_asked_is_answered_and_shown_at_once(
    listed: FeedbackList, desk: LoneDesk, ask: Ask, qtbot: QtBot
) -> None:
    key = logged(desk, NewFeedback("the bus", "not_asked"))
    go_to(listed, desk, key, qtbot)
    qtbot.waitUntil(lambda: mark(listed) == "Quoting: not asked yet")
    press(qtbot, Qt.Key.Key_C)
    qtbot.waitUntil(listed.panel.consent.isVisible)
    assert listed.panel.consent.quote.value() == "not_asked"
    press(qtbot, Qt.Key.Key_Home)
    for _ in range(3):
        press(qtbot, Qt.Key.Key_Left)
    assert listed.panel.consent.quote.value() == "quote"
    save = listed.command("save")
    assert save is not None
    save()
    save()
    qtbot.waitUntil(lambda: bool(desk.said) and not desk.worker.busy)
    assert desk.said == ["Consent noted: Yes, without names. [Undo]"]
    qtbot.waitUntil(lambda: mark(listed) == "May be quoted, without names")
    assert listed.panel.consent.isHidden()
    assert listed.list.table.hasFocus()
    assert ask(last_action) == "note consent"
    desk.worker.undo()
    qtbot.waitUntil(lambda: mark(listed) == "Quoting: not asked yet")


def test_words_are_taken_back_by_keyboard_and_undo_brings_them_back(
    listed: FeedbackList, desk: LoneDesk, ask: Ask, qtbot: QtBot
) -> None:
    key = logged(desk, NewFeedback("the bus", "quote"))
    go_to(listed, desk, key, qtbot)
    press(qtbot, Qt.Key.Key_C)
    qtbot.waitUntil(listed.panel.consent.isVisible)
    press(qtbot, Qt.Key.Key_Tab)
    press(qtbot, Qt.Key.Key_Tab)
    assert listed.panel.consent.toggle.hasFocus()
    press(qtbot, Qt.Key.Key_Space)
    press(qtbot, Qt.Key.Key_Return, control=True)
    qtbot.waitUntil(lambda: bool(desk.said) and not desk.worker.busy)
    assert desk.said == ["Noted: 1 comment will not be used any more. [Undo]"]
    qtbot.waitUntil(lambda: mark(listed).startswith("Consent withdrawn on "))
    assert ask(last_action) == "note that consent was taken back"
    press(qtbot, Qt.Key.Key_C)
    qtbot.waitUntil(listed.panel.consent.isVisible)
    assert not listed.panel.consent.quote.isVisible()
    press(qtbot, Qt.Key.Key_Escape)
    assert listed.panel.consent.isHidden()
    assert listed.list.table.hasFocus()
    desk.worker.undo()
    qtbot.waitUntil(lambda: mark(listed) == "May be quoted, without names")


def test_a_day_to_come_is_refused_beside_its_field(
    listed: FeedbackList, desk: LoneDesk, qtbot: QtBot
) -> None:
    listed.panel.consent_button.click()
    form = listed.panel.consent
    qtbot.waitUntil(form.isVisible)
    form.toggle.click()
    form.day.set_value("1 January 2099")
    form.save()
    qtbot.waitUntil(lambda: bool(form.day.problem))
    assert form.day.problem == "This day is still to come. Write another day."
    assert form.isVisible()
    assert desk.said == []


def test_a_comment_of_a_survey_is_answered_for_itself(
    listed: FeedbackList, desk: LoneDesk, ask: Ask, qtbot: QtBot
) -> None:
    with desk.worker.workspace.change("import") as session:
        key, _ = survey_comment(session, "the bus")
    go_to(listed, desk, key, qtbot)
    listed.changes.ask_consent()
    qtbot.waitUntil(listed.panel.consent.isVisible)
    listed.panel.consent.quote.set_value("keep")
    listed.panel.consent.save_button.click()
    qtbot.waitUntil(lambda: mark(listed) == "Kept to ourselves, not quoted")
    asked = ask(lambda session: consent_answers.of(session, key))
    assert asked is not None
    assert asked.answer == "keep"


def test_the_next_comment_closes_the_forms_and_what_is_in_the_bin_opens_none(
    listed: FeedbackList, desk: LoneDesk, ask: Ask, qtbot: QtBot
) -> None:
    listed.changes.ask_consent()
    qtbot.waitUntil(listed.panel.consent.isVisible)
    listed.list.table.step(1)
    qtbot.waitUntil(listed.panel.consent.isHidden)
    qtbot.waitUntil(lambda: not desk.worker.busy)
    listed.changes.edit_details()
    qtbot.waitUntil(listed.panel.details.isVisible)
    listed.link()
    assert listed.panel.details.isHidden()
    listed.stop_linking()
    key = shown_key(listed)
    with desk.worker.workspace.change("bin") as session:
        session.get_one(Feedback, key).binned_at = datetime.now(UTC)
    listed.changes.ask_consent()
    listed.changes.edit_details()
    qtbot.waitUntil(lambda: shown_key(listed) not in (None, key) and not desk.worker.busy)
    assert listed.panel.consent.isHidden()
    assert listed.panel.details.isHidden()


@pytest.mark.parametrize("percent", [100, 200])
def test_everybody_can_take_words_back(
    listed: FeedbackList, desk: LoneDesk, qtbot: QtBot, percent: int
) -> None:
    apply(Look(percent=percent))
    listed.resize(1366, 768)  # so wide that the panel is at its narrowest, beside the list
    listed.changes.ask_consent()
    qtbot.waitUntil(listed.panel.consent.isVisible)
    listed.panel.consent.toggle.click()
    qtbot.wait(20)
    qtbot.waitUntil(lambda: audit(listed) == [])
