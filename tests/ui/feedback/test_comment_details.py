"""The details of a comment are changed by keyboard as one step; half typed, they wait."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from sqlalchemy import select

from pcf_desktop.records import Family, Feedback
from pcf_desktop.services.feedback import feedback, one_comment
from pcf_desktop.services.feedback.feedback import NewFeedback
from pcf_desktop.services.forum import drafts
from pcf_desktop.ui.feedback.feedback_list import FeedbackList
from pcf_desktop.ui.feedback.quick_choice import QuickChoice
from pcf_desktop.ui.screen import focus_of
from pcf_desktop.workspace import Session
from tests.ui.desk import LoneDesk
from tests.ui.feedback.conftest import Ask, shown
from tests.ui.feedback.test_comment_changes import go_to, last_action, logged, press, shown_key


def choice(listed: FeedbackList, name: str) -> QuickChoice:
    field = listed.panel.details.fields[name]
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
    assert form.known.when.line.hasFocus()
    assert (form.known.family.code(), choice(listed, "district").typed()) == ("F-0500", "Leek")
    form.known.when.line.selectAll()
    for words in ("3 april 2022", "phone", "Coffee morning"):
        type_and_go_on(words, qtbot)
    form.known.family.put("f501")
    press(qtbot, Qt.Key.Key_Return, control=True)
    qtbot.waitUntil(lambda: bool(desk.said) and not desk.worker.busy)
    assert desk.said == ["Details saved. [Undo]"]
    detail = ask(lambda session: one_comment.of(session, key))
    assert detail is not None
    assert (detail.channel, detail.event, detail.family, detail.district) == (
        "Phone call", "Coffee morning", "F-0501", "Leek",
    )  # fmt: skip
    assert listed.panel.detail == detail
    assert (ask(last_action), listed.panel.details.isHidden()) == ("edit the details", True)
    assert focus_of(listed.window()) is listed.list.table
    desk.worker.undo()
    qtbot.waitUntil(lambda: not desk.worker.busy)
    before = ask(lambda session: one_comment.of(session, key))
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


def open_details(listed: FeedbackList, qtbot: QtBot) -> QuickChoice:
    """Press D; return the field of the district."""
    listed.list.table.setFocus()
    press(qtbot, Qt.Key.Key_D)
    qtbot.waitUntil(listed.panel.details.isVisible)
    return choice(listed, "district")


def typed_district(listed: FeedbackList, desk: LoneDesk, qtbot: QtBot) -> int:
    """Type a district into the details of a new comment, and save nothing; return its id."""
    key = logged(desk, NewFeedback("the bus", "quote"))
    go_to(listed, desk, key, qtbot)
    open_details(listed, qtbot).put("Leek")
    return key


def details_draft(ask: Ask, key: int) -> dict[str, str]:
    def look(session: Session) -> dict[str, str]:
        return drafts.read(session, feedback.draft_name(session, key, feedback.DETAILS))

    return ask(look)


@pytest.mark.parametrize("way", ["another row", "another form", "a lock"])
def test_details_that_are_not_saved_wait_for_whoever_comes_back(
    listed: FeedbackList, desk: LoneDesk, ask: Ask, qtbot: QtBot, way: str
) -> None:
    key = typed_district(listed, desk, qtbot)
    screen = listed
    if way == "another row":
        go_to(listed, desk, listed.records.key_at(3) or 0, qtbot)
        assert listed.panel.details.isHidden()
        assert open_details(listed, qtbot).typed() != "Leek"
        go_to(listed, desk, key, qtbot)
    elif way == "another form":
        listed.link()
        assert listed.panel.details.isHidden()
        listed.stop_linking()
    else:
        listed.put_away()
        screen = FeedbackList(desk)
        screen.show_subject(key)
        shown(screen, qtbot)
        qtbot.waitUntil(lambda: shown_key(screen) == key and not desk.worker.busy)
    assert open_details(screen, qtbot).typed() == "Leek"
    screen.panel.details.save()
    qtbot.waitUntil(lambda: bool(desk.said) and not desk.worker.busy)
    assert desk.said == ["Details saved. [Undo]"]
    assert ask(lambda session: session.get_one(Feedback, key).district) == "Leek"
    assert details_draft(ask, key) == {}


def test_who_leaves_the_details_leaves_them_for_good(
    listed: FeedbackList, desk: LoneDesk, ask: Ask, qtbot: QtBot
) -> None:
    key = typed_district(listed, desk, qtbot)
    listed.put_away()
    qtbot.waitUntil(lambda: details_draft(ask, key).get("district") == "Leek")
    press(qtbot, Qt.Key.Key_Escape)
    assert listed.panel.details.isHidden()
    assert listed.list.table.hasFocus()
    qtbot.waitUntil(lambda: details_draft(ask, key) == {} and not desk.worker.busy)
    assert open_details(listed, qtbot).typed() == ""


def test_a_name_in_place_of_a_family_is_refused(
    listed: FeedbackList, desk: LoneDesk, ask: Ask, qtbot: QtBot
) -> None:
    families = ask(lambda session: list(session.scalars(select(Family.code))))
    listed.changes.edit_details()
    qtbot.waitUntil(listed.panel.details.isVisible)
    listed.panel.details.known.family.put("Mrs Made-up")
    listed.panel.details.save()
    assert "never by a name" in listed.panel.details.known.family.problem
    assert listed.panel.details.isVisible()
    assert ask(lambda session: list(session.scalars(select(Family.code)))) == families
