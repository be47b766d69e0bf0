"""Edited words outlive another row, a lock and a save that fails; Escape leaves them for good."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from pcf_desktop.errors import UserError
from pcf_desktop.records import Feedback
from pcf_desktop.services.feedback import feedback
from pcf_desktop.services.forum import drafts
from pcf_desktop.ui.components.text import Text
from pcf_desktop.ui.feedback.feedback_list import FeedbackList
from pcf_desktop.workspace import Session
from tests.ui.desk import LoneDesk
from tests.ui.feedback.conftest import Ask, shown

TYPED = "Typed and not saved."


def edit(listed: FeedbackList, qtbot: QtBot, words: str = TYPED) -> int:
    """Press E and type over the words; return the comment's key."""
    qtbot.keyClick(listed.list.table, Qt.Key.Key_E)
    page = listed.panel.edit_words.words.page
    assert page.hasFocus()
    page.selectAll()
    qtbot.keyClicks(page, words)
    detail = listed.panel.detail
    assert detail is not None
    return detail.id


def step(listed: FeedbackList, desk: LoneDesk, rows: int, qtbot: QtBot) -> None:
    before = listed.panel.detail
    listed.list.table.setFocus()
    listed.list.table.step(rows)
    qtbot.waitUntil(lambda: listed.panel.detail != before and not desk.worker.busy)


def typed_in(listed: FeedbackList) -> str | None:
    """Return what stands in the field of the words, None where it is not open."""
    form = listed.panel.edit_words
    return form.words.value() if form.isVisible() else None


def said(listed: FeedbackList) -> list[str]:
    return [text.text() for text in listed.panel.findChildren(Text) if text.isVisible()]


def draft(ask: Ask, key: int) -> str | None:
    def look(session: Session) -> str | None:
        return drafts.read(session, feedback.draft_name(session, key)).get("words")

    return ask(look)


def test_another_row_and_back_finds_the_words_and_leaves_the_focus_in_the_list(
    listed: FeedbackList, desk: LoneDesk, ask: Ask, qtbot: QtBot
) -> None:
    key = edit(listed, qtbot)
    step(listed, desk, 1, qtbot)
    assert typed_in(listed) is None
    assert draft(ask, key) == TYPED
    step(listed, desk, -1, qtbot)
    assert typed_in(listed) == TYPED
    assert "What you typed here before is not saved yet." in said(listed)
    assert listed.list.table.hasFocus()
    save = listed.command("save")
    assert save is not None
    save()
    qtbot.waitUntil(lambda: bool(desk.said) and not desk.worker.busy)
    assert ask(lambda session: session.get_one(Feedback, key).words) == TYPED
    assert (draft(ask, key), typed_in(listed)) == (None, None)
    step(listed, desk, 1, qtbot)
    step(listed, desk, -1, qtbot)
    assert typed_in(listed) is None


def test_a_lock_keeps_the_words_and_feedback_opens_at_them(
    listed: FeedbackList, desk: LoneDesk, ask: Ask, qtbot: QtBot
) -> None:
    step(listed, desk, 5, qtbot)
    key = edit(listed, qtbot)
    listed.put_away()
    qtbot.waitUntil(lambda: not desk.worker.busy)
    assert draft(ask, key) == TYPED
    again = FeedbackList(desk)
    shown(again, qtbot)
    qtbot.waitUntil(lambda: typed_in(again) == TYPED)
    assert again.list.table.current_key() == key


def test_another_comment_that_was_asked_for_is_shown_first(
    listed: FeedbackList, desk: LoneDesk, qtbot: QtBot
) -> None:
    wanted = listed.records.key_at(7)
    edit(listed, qtbot)
    listed.put_away()
    again = FeedbackList(desk)
    again.show_subject(wanted)
    shown(again, qtbot)
    qtbot.waitUntil(lambda: again.panel.detail is not None and not desk.worker.busy)
    assert again.list.table.current_key() == wanted
    assert typed_in(again) is None


@pytest.mark.parametrize("way", ["Escape", "Leave as it was"])
def test_who_leaves_the_words_leaves_them_for_good(
    listed: FeedbackList, desk: LoneDesk, ask: Ask, qtbot: QtBot, way: str
) -> None:
    key = edit(listed, qtbot)
    step(listed, desk, 1, qtbot)
    step(listed, desk, -1, qtbot)
    assert typed_in(listed) == TYPED
    qtbot.keyClick(listed.list.table, Qt.Key.Key_E)
    assert typed_in(listed) == TYPED
    if way == "Escape":
        qtbot.keyClick(listed.panel.edit_words.words.page, Qt.Key.Key_Escape)
    else:
        listed.panel.edit_words.leave()
    assert QApplication.focusWidget() is listed.list.table
    qtbot.waitUntil(lambda: draft(ask, key) is None)
    step(listed, desk, 1, qtbot)
    step(listed, desk, -1, qtbot)
    assert typed_in(listed) is None


def test_words_that_were_not_changed_are_no_draft(
    listed: FeedbackList, desk: LoneDesk, ask: Ask, qtbot: QtBot
) -> None:
    qtbot.keyClick(listed.list.table, Qt.Key.Key_E)
    assert listed.panel.detail is not None
    key = listed.panel.detail.id
    step(listed, desk, 1, qtbot)
    assert draft(ask, key) is None
    step(listed, desk, -1, qtbot)
    assert typed_in(listed) is None


def test_each_comment_has_words_of_its_own(
    listed: FeedbackList, desk: LoneDesk, qtbot: QtBot
) -> None:
    edit(listed, qtbot, "the first")
    step(listed, desk, 1, qtbot)
    edit(listed, qtbot, "the second")
    step(listed, desk, -1, qtbot)
    assert typed_in(listed) == "the first"
    step(listed, desk, 1, qtbot)
    assert typed_in(listed) == "the second"


def test_a_save_that_fails_leaves_the_words_as_a_draft(
    listed: FeedbackList, desk: LoneDesk, ask: Ask, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_session: Session, _key: int, _words: str) -> int:
        raise UserError("The disk is full.")

    monkeypatch.setattr(feedback, "change_words", refuse)
    key = edit(listed, qtbot)
    listed.panel.edit_words.save()
    qtbot.waitUntil(lambda: not desk.worker.busy)
    assert (typed_in(listed), draft(ask, key)) == (TYPED, TYPED)
