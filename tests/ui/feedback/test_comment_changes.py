"""Consent and details of a comment are changed by keyboard, each as one step that can be undone."""

from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from sqlalchemy import select

from pcf_desktop.records import AuditEntry, Family, Feedback
from pcf_desktop.services import feedback, feedback_consent, feedback_detail
from pcf_desktop.services.feedback import NewFeedback
from pcf_desktop.ui.appearance import Choice, apply
from pcf_desktop.ui.components.status_mark import StatusMark
from pcf_desktop.ui.feedback.feedback_list import FeedbackList
from pcf_desktop.ui.feedback.quick_choice import QuickChoice
from pcf_desktop.workspace import Session
from tests.services.sample_feedback import survey_comment
from tests.ui.audit import audit
from tests.ui.desk import LoneDesk
from tests.ui.feedback.conftest import Ask

CONTROL = Qt.KeyboardModifier.ControlModifier


def mark(listed: FeedbackList) -> str:
    marks = listed.panel._held.findChildren(StatusMark)
    return next(each.accessibleName() for each in marks if "link" not in each.accessibleName())


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
    assert mark(listed) == "Quoting: not asked yet"
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
    assert mark(listed) == "May be quoted, without names"
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
    assert desk.said == ["Noted that they took 1 comment back. [Undo]"]
    assert mark(listed).startswith("Consent withdrawn on ")
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
    asked = ask(lambda session: feedback_consent.of(session, key))
    assert asked is not None
    assert asked.answer == "keep"


def choice(listed: FeedbackList, name: str) -> QuickChoice:
    field = listed.panel.details.form.named()[name]
    assert isinstance(field, QuickChoice)
    return field


def type_and_go_on(words: str, qtbot: QtBot) -> None:
    focus = QApplication.focusWidget()
    assert focus is not None
    qtbot.keyClicks(focus, words)
    popup = QApplication.activePopupWidget()
    if popup is not None:
        popup.hide()
    press(qtbot, Qt.Key.Key_Tab)


@pytest.mark.qt_log_ignore("This plugin does not support")  # popups, on no screen
def test_details_are_changed_by_keyboard_as_one_step(
    listed: FeedbackList, desk: LoneDesk, ask: Ask, qtbot: QtBot
) -> None:
    key = logged(desk, NewFeedback("the bus", "quote", family_code="F-0500", district="Leek"))
    go_to(listed, desk, key, qtbot)
    press(qtbot, Qt.Key.Key_D)
    form = listed.panel.details
    qtbot.waitUntil(form.isVisible)
    assert form.form.when.line.hasFocus()
    assert (form.form.family.code(), choice(listed, "district").typed()) == ("F-0500", "Leek")
    form.form.when.line.selectAll()
    for words in ("3 april 2022", "phone", "Coffee morning"):
        type_and_go_on(words, qtbot)
    form.form.family.put("f501")
    press(qtbot, Qt.Key.Key_Return, control=True)
    qtbot.waitUntil(lambda: bool(desk.said) and not desk.worker.busy)
    assert desk.said == ["Details saved. [Undo]"]
    detail = ask(lambda session: feedback_detail.of(session, key))
    assert detail is not None
    assert (detail.channel, detail.event, detail.family, detail.district) == (
        "Phone call", "Coffee morning", "F-0501", "Leek",
    )  # fmt: skip
    assert listed.panel.detail == detail
    assert (ask(last_action), listed.panel.details.isHidden()) == ("edit the details", True)
    print("FOCUS", QApplication.focusWidget(), listed.window().focusWidget(), QApplication.activeWindow(), listed.nothing.isVisible())
    assert listed.list.table.hasFocus()
    desk.worker.undo()
    qtbot.waitUntil(lambda: not desk.worker.busy)
    before = ask(lambda session: feedback_detail.of(session, key))
    assert before is not None
    assert (before.channel, before.event, before.family) == (None, None, "F-0500")


def test_details_that_nobody_changed_make_no_step(
    listed: FeedbackList, desk: LoneDesk, ask: Ask, qtbot: QtBot
) -> None:
    before = ask(last_action)
    for row in range(listed.records.rowCount()):
        listed.list.table.go_to(listed.records.key_at(row) or 0)
        qtbot.waitUntil(lambda: not desk.worker.busy)
        listed.changes.edit_details()
        qtbot.waitUntil(listed.panel.details.isVisible)
        listed.panel.details.save()
        assert listed.panel.details.isHidden()
    assert set(desk.said) == {"Nothing was changed."}
    assert ask(last_action) == before


def test_a_name_in_place_of_a_family_is_refused(
    listed: FeedbackList, desk: LoneDesk, ask: Ask, qtbot: QtBot
) -> None:
    families = ask(lambda session: list(session.scalars(select(Family.code))))
    listed.changes.edit_details()
    qtbot.waitUntil(listed.panel.details.isVisible)
    listed.panel.details.form.family.put("Mrs Made-up")
    listed.panel.details.save()
    assert "never by a name" in listed.panel.details.form.family.problem
    assert listed.panel.details.isVisible()
    assert ask(lambda session: list(session.scalars(select(Family.code)))) == families


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
    apply(Choice(percent=percent))
    listed.changes.ask_consent()
    qtbot.waitUntil(listed.panel.consent.isVisible)
    listed.panel.consent.toggle.click()
    qtbot.wait(20)
    assert audit(listed) == []
