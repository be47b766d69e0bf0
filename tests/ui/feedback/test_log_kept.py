"""What is kept for the next comment stays, as one event and one district."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from sqlalchemy import select

from pcf_desktop.records import Event, Feedback
from pcf_desktop.services.forum import drafts
from pcf_desktop.ui.components.text import Text
from pcf_desktop.ui.feedback.log import FORM, Log
from pcf_desktop.workspace import Session
from tests.ui.desk import LoneDesk
from tests.ui.feedback.conftest import Ask, shown
from tests.ui.feedback.typing_in import CONTROL, choice, press, save_next, write


def events_of(session: Session, title: str) -> list[int | None]:
    """Return the event of each comment that was said at an event of this title."""
    kept = select(Feedback.event_id).join(Event, Event.id == Feedback.event_id)
    return list(session.scalars(kept.where(Event.title == title)))


def pinned_and_saved(log: Log, desk: LoneDesk, qtbot: QtBot) -> None:
    """Save a comment with a new district and a new event, both kept for the next."""
    log.form.known.when.set_value("22 September 2026")
    for name, words in (("event", "Coffee morning and drop-in, Prestwich"), ("district", "Bury")):
        choice(log, name).put(words)
        choice(log, name).check()
        log.form.toggle_keep(name)
    choice(log, "event").focus()
    save_next(log, desk, "one", qtbot)


def test_kept_fields_stay_for_the_next(log: Log, desk: LoneDesk, qtbot: QtBot) -> None:
    form = log.form
    form.words.set_value("first")
    form.quote.set_value("quote")
    channel, district = choice(log, "channel"), choice(log, "district")
    channel.put("Email")
    district.put("Leek")
    channel.focus()
    press(qtbot, Qt.Key.Key_D, CONTROL)
    log.save_and_next()
    qtbot.waitUntil(lambda: bool(desk.said))
    assert channel.typed() == "Email"
    assert district.typed() == ""


@pytest.mark.parametrize("kept", [("event",), ("event", "when")])
def test_a_new_event_that_is_kept_is_one_event_for_all_its_comments(
    log: Log, desk: LoneDesk, ask: Ask, qtbot: QtBot, kept: tuple[str, ...]
) -> None:
    log.form.known.when.set_value("3 April 2022")
    event = choice(log, "event")
    event.put("Coffee morning, Oswestry")
    event.check()
    for name in kept:
        log.form.toggle_keep(name)
    for words in ("one", "two", "three"):
        save_next(log, desk, words, qtbot)
        assert event.typed() == "Coffee morning, Oswestry, 3 April 2022"
        assert "New here." not in [text.text() for text in event.findChildren(Text)]
    found = ask(lambda session: events_of(session, "Coffee morning, Oswestry"))
    assert (len(found), len(set(found))) == (3, 1)
    assert ask(lambda s: len(s.scalars(select(Event).where(Event.title.like("%Oswestry%"))).all()))


def test_an_event_that_is_typed_again_on_its_day_is_the_same(
    log: Log, desk: LoneDesk, ask: Ask, qtbot: QtBot
) -> None:
    for title in ("Picnic", "picnic"):
        log.form.known.when.set_value("3 April 2022")
        choice(log, "event").put(title)
        save_next(log, desk, "words", qtbot)
    found = ask(lambda session: events_of(session, "Picnic"))
    assert (len(found), len(set(found))) == (2, 1)


def test_an_event_of_a_comment_that_undo_put_into_the_bin_is_there_once(
    log: Log, desk: LoneDesk, ask: Ask, qtbot: QtBot
) -> None:
    choice(log, "event").put("Picnic")
    log.form.toggle_keep("event")
    save_next(log, desk, "one", qtbot)
    desk.worker.undo()
    qtbot.waitUntil(lambda: not desk.worker.busy)
    save_next(log, desk, "two", qtbot)
    assert len(set(ask(lambda session: events_of(session, "Picnic")))) == 1


def test_the_same_keys_give_the_same_answer_in_the_next_comment(
    log: Log, desk: LoneDesk, ask: Ask, qtbot: QtBot
) -> None:
    write(qtbot, "first")
    press(qtbot, Qt.Key.Key_Tab)
    press(qtbot, Qt.Key.Key_Space)
    press(qtbot, Qt.Key.Key_Right)
    press(qtbot, Qt.Key.Key_Right)
    assert log.form.quote.value() == "keep"
    press(qtbot, Qt.Key.Key_Return, CONTROL)
    qtbot.waitUntil(lambda: bool(desk.said) and log.form.words.page.hasFocus())
    write(qtbot, "second")
    press(qtbot, Qt.Key.Key_Tab)
    press(qtbot, Qt.Key.Key_Space)
    assert log.form.quote.value() == "quote"


def test_a_kept_district_is_new_no_more_and_a_kept_event_is_seen_from_its_beginning(
    log: Log, desk: LoneDesk, qtbot: QtBot
) -> None:
    pinned_and_saved(log, desk, qtbot)
    assert choice(log, "district").typed() == "Bury"
    said = [text.text() for text in log.form.findChildren(Text) if text.isVisible()]
    assert "New here." not in said
    line = choice(log, "event").combo.lineEdit()
    assert line is not None
    assert line.text() == "Coffee morning and drop-in, Prestwich, 22 September 2026"
    assert line.cursorPosition() == 0


def test_what_is_kept_for_the_next_outlives_a_lock_and_is_no_draft(
    log: Log, desk: LoneDesk, ask: Ask, qtbot: QtBot
) -> None:
    pinned_and_saved(log, desk, qtbot)
    log.put_away()
    qtbot.waitUntil(lambda: not desk.worker.busy)
    assert ask(lambda session: drafts.read(session, FORM)) == {}
    again = Log(desk)
    shown(again, qtbot)
    qtbot.waitUntil(lambda: bool(again.form.name) and not desk.worker.busy)
    event = choice(again, "event")
    assert event.typed() == "Coffee morning and drop-in, Prestwich, 22 September 2026"
    assert event.value()
    assert (choice(again, "district").typed(), again.form.words.value()) == ("Bury", "")
    assert again.form.is_untouched()
    assert set(again.form.pinned()) == {"event", "district", "kept"}
    again.form.toggle_keep("event")
    again.form.toggle_keep("district")
    again.put_away()
    qtbot.waitUntil(lambda: not desk.worker.busy)
    assert ask(lambda session: drafts.read(session, drafts.LOG_PINS)) == {}
