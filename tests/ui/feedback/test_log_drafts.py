"""What is typed into the log form and not saved is a draft, and comes back."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from pcf_desktop.errors import UserError
from pcf_desktop.services.feedback import feedback
from pcf_desktop.services.feedback.feedback import NewFeedback
from pcf_desktop.services.forum import drafts
from pcf_desktop.ui.feedback.log import FORM, Log
from pcf_desktop.ui.form import KEEP_AFTER
from pcf_desktop.workspace import Session
from tests.ui.desk import LoneDesk
from tests.ui.feedback.conftest import Ask, shown
from tests.ui.feedback.typing_in import choice, press, save_next, write


def test_a_save_that_fails_as_the_window_closes_leaves_its_words_as_a_draft(
    log: Log, desk: LoneDesk, ask: Ask, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_session: Session, _new: NewFeedback) -> int:
        raise UserError("The disk is full.")

    monkeypatch.setattr(feedback, "log", refuse)
    log.form.words.set_value("The taxi never came.")
    log.form.quote.set_value("quote")
    log.save()
    desk.worker.close()
    assert list(desk.worker.lost) == ["log feedback"]
    assert ask(lambda session: drafts.read(session, FORM))["words"] == "The taxi never came."


def test_a_draft_is_kept_soon_after_the_first_key_and_comes_back(
    log: Log, desk: LoneDesk, ask: Ask, qtbot: QtBot
) -> None:
    assert KEEP_AFTER < 1_000
    write(qtbot, "half a sent")
    log.form.known.family.put("F-0152")
    qtbot.waitUntil(lambda: bool(ask(lambda s: drafts.read(s, FORM))))
    again = Log(desk)
    shown(again, qtbot)
    qtbot.waitUntil(lambda: again.form.words.value() == "half a sent")
    assert again.form.known.family.code() == "F-0152"


def test_what_is_typed_before_the_draft_comes_back_stands_behind_it(
    desk: LoneDesk, qtbot: QtBot
) -> None:
    with desk.worker.workspace.change("keep a draft") as session:
        drafts.keep(session, FORM, {"words": "The bus", "quote": "use"})
    screen = Log(desk)
    screen.form.words.set_value("is late.")
    shown(screen, qtbot)
    qtbot.waitUntil(lambda: screen.form.words.value() == "The bus\nis late.")
    assert screen.form.quote.value() == "use"


def test_the_lock_keeps_what_was_typed_a_moment_ago(
    log: Log, desk: LoneDesk, ask: Ask, qtbot: QtBot
) -> None:
    write(qtbot, "just now")
    log.put_away()
    desk.worker.close()
    assert ask(lambda s: drafts.read(s, FORM).get("words")) == "just now"


def test_a_saved_draft_is_dropped(log: Log, desk: LoneDesk, ask: Ask, qtbot: QtBot) -> None:
    write(qtbot, "soon saved")
    log.form.quote.set_value("quote")
    log.put_away()
    log.save_and_next()
    qtbot.waitUntil(lambda: bool(desk.said))
    assert ask(lambda s: drafts.read(s, FORM)) == {}


def test_nothing_is_called_a_draft_once_it_is_saved(
    log: Log, desk: LoneDesk, ask: Ask, qtbot: QtBot
) -> None:
    choice(log, "district").put("Leek")
    log.form.toggle_keep("district")
    write(qtbot, "words")
    log.put_away()
    qtbot.waitUntil(lambda: log.status.text().startswith("Kept as a draft"))
    save_next(log, desk, "words", qtbot)
    choice(log, "district").put("Stone")
    log.put_away()
    qtbot.waitUntil(lambda: not desk.worker.busy)
    assert log.status.text() == "Ctrl+D keeps the field you are in."
    assert ask(lambda s: drafts.read(s, FORM)) == {}


def test_what_was_typed_is_a_draft_as_soon_as_the_page_is_left(
    log: Log, desk: LoneDesk, ask: Ask, qtbot: QtBot
) -> None:
    write(qtbot, "half a sent")
    with qtbot.waitSignal(desk.worker.drafted):
        log.hide()
    assert ask(lambda s: drafts.read(s, FORM)["words"]) == "half a sent"


def test_a_draft_that_was_about_to_be_kept_is_none_when_the_comment_was_saved(
    log: Log, desk: LoneDesk, ask: Ask, qtbot: QtBot
) -> None:
    write(qtbot, "words")
    log.form.quote.set_value("quote")
    log.save_and_next()
    log.hide()
    qtbot.waitUntil(lambda: bool(desk.said) and not desk.worker.busy)
    assert ask(lambda s: drafts.read(s, FORM)) == {}


def test_what_was_typed_and_taken_away_again_is_no_draft(
    log: Log, desk: LoneDesk, ask: Ask, qtbot: QtBot
) -> None:
    write(qtbot, "words")
    log.put_away()
    qtbot.waitUntil(lambda: log.status.text().startswith("Kept as a draft"))
    log.form.words.page.selectAll()
    press(qtbot, Qt.Key.Key_Delete)
    log.put_away()
    qtbot.waitUntil(lambda: log.status.text() == "Ctrl+D keeps the field you are in.")
    assert ask(lambda s: drafts.read(s, FORM)) == {}
