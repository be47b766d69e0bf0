"""Logging by keyboard alone: two answers, kept fields, drafts, and a child who may be at risk."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from sqlalchemy import func, select

from pcf_desktop.errors import UserError
from pcf_desktop.records import Disclosure, Event, Feedback, Term
from pcf_desktop.services import consents, drafts, feedback
from pcf_desktop.services.feedback import NewFeedback
from pcf_desktop.ui.components.choice_field import Option
from pcf_desktop.ui.components.scroll import Scroll
from pcf_desktop.ui.components.text import Text
from pcf_desktop.ui.feedback import log as log_screen
from pcf_desktop.ui.feedback.log import FORM, Log
from pcf_desktop.ui.feedback.quick_choice import QuickChoice
from pcf_desktop.workspace import Session
from tests.ui.desk import LoneDesk
from tests.ui.feedback.conftest import Ask, shown

CONTROL = Qt.KeyboardModifier.ControlModifier


def write(qtbot: QtBot, words: str) -> None:
    focus = QApplication.focusWidget()
    assert focus is not None
    qtbot.keyClicks(focus, words)


def press(qtbot: QtBot, key: Qt.Key, *modifiers: Qt.KeyboardModifier) -> None:
    focus = QApplication.focusWidget()
    assert focus is not None
    held = Qt.KeyboardModifier.NoModifier
    for modifier in modifiers:
        held |= modifier
    qtbot.keyClick(focus, key, held)


def latest(session: Session) -> Feedback:
    return session.scalars(select(Feedback).order_by(Feedback.id.desc()).limit(1)).one()


def test_ten_keys_and_words_are_enough(log: Log, desk: LoneDesk, ask: Ask, qtbot: QtBot) -> None:
    assert QApplication.focusWidget() is log.form.words.page
    write(qtbot, "The bus is late again.")
    press(qtbot, Qt.Key.Key_Tab)
    press(qtbot, Qt.Key.Key_Space)
    press(qtbot, Qt.Key.Key_Return, CONTROL)
    qtbot.waitUntil(lambda: desk.said == ["Saved. [Undo]"])
    qtbot.waitUntil(lambda: QApplication.focusWidget() is log.form.words.page)
    assert log.form.is_blank()
    key = ask(lambda session: latest(session).id)
    assert ask(lambda session: latest(session).words) == "The bus is late again."
    assert consents.QUOTE in ask(lambda s: consents.standing(s, key).allowed)


@pytest.mark.qt_log_ignore("This plugin does not support")  # popups, on no screen
def test_a_whole_form_is_typed_without_the_mouse(
    log: Log, desk: LoneDesk, ask: Ask, qtbot: QtBot
) -> None:
    write(qtbot, "The taxi firm changed the driver again.")
    press(qtbot, Qt.Key.Key_Tab)
    press(qtbot, Qt.Key.Key_Space)
    for words in (
        "april 2022", "phone", "Coffee morning, Oswestry", "North", "new", "11",
        "sen support", "autis", "special school (m", "negative",
    ):  # fmt: skip
        press(qtbot, Qt.Key.Key_Tab)
        focus = QApplication.focusWidget()
        if words == "april 2022":
            log.form.when.line.selectAll()
        assert focus is not None
        qtbot.keyClicks(focus, words)
        popup = QApplication.activePopupWidget()
        if popup is not None:
            popup.hide()
    press(qtbot, Qt.Key.Key_Return, CONTROL)
    qtbot.waitUntil(lambda: desk.said == ["Saved. [Undo]"])

    def check(session: Session) -> None:
        found = latest(session)
        assert found.said.precision == "month"
        channel = session.get_one(Term, found.channel_id)
        assert channel.label == "Phone call"
        event = session.get_one(Event, found.event_id)
        assert event.title == "Coffee morning, Oswestry"
        assert found.district == "North"
        assert found.family_id is not None
        assert found.child_id is not None
        assert found.sentiment_id is not None

    ask(check)


def test_what_is_missing_stands_beside_its_field_and_in_the_summary(
    log: Log, desk: LoneDesk, qtbot: QtBot
) -> None:
    log.form.family.put("Mrs Made-up")
    press(qtbot, Qt.Key.Key_Return, CONTROL)
    assert log.form.words.problem
    assert log.form.quote.problem
    assert "never by a name" in log.form.family.problem
    assert log.summary.isVisible()
    press(qtbot, Qt.Key.Key_Space)
    assert QApplication.focusWidget() is log.form.words.page
    assert desk.said == []


def choice(log: Log, name: str) -> QuickChoice:
    field = log.form.named()[name]
    assert isinstance(field, QuickChoice)
    return field


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


def test_save_shows_it_in_the_list(log: Log, desk: LoneDesk, ask: Ask, qtbot: QtBot) -> None:
    log.form.words.set_value("to be read again")
    log.form.quote.set_value("not_asked")
    save = log.command("save")
    assert save is not None
    save()
    qtbot.waitUntil(lambda: bool(desk.went))
    assert desk.went == [("feedback", ask(lambda session: latest(session).id))]


def test_undo_takes_it_out_again(log: Log, desk: LoneDesk, ask: Ask, qtbot: QtBot) -> None:
    before = ask(feedback.count)
    log.form.words.set_value("one too many")
    log.form.quote.set_value("quote")
    log.save_and_next()
    qtbot.waitUntil(lambda: bool(desk.said))
    with qtbot.waitSignal(desk.worker.changed):
        desk.worker.undo()
    assert ask(feedback.count) == before


def test_saving_twice_at_once_saves_once(log: Log, desk: LoneDesk, ask: Ask, qtbot: QtBot) -> None:
    before = ask(feedback.count)
    log.form.words.set_value("only once")
    log.form.quote.set_value("quote")
    log.save_and_next()
    log.save_and_next()
    qtbot.waitUntil(lambda: bool(desk.said) and not desk.worker.busy)
    assert ask(feedback.count) == before + 1


def test_a_draft_is_kept_soon_after_the_first_key_and_comes_back(
    log: Log, desk: LoneDesk, ask: Ask, qtbot: QtBot
) -> None:
    assert log_screen.DRAFT_AFTER <= 5_000
    write(qtbot, "half a sent")
    log.form.family.put("F-0152")
    qtbot.waitUntil(lambda: bool(ask(lambda s: drafts.read(s, log_screen.FORM))), timeout=5_000)
    again = Log(desk)
    shown(again, qtbot)
    qtbot.waitUntil(lambda: again.form.words.value() == "half a sent")
    assert again.form.family.code() == "F-0152"


def test_what_is_typed_before_the_draft_comes_back_stands_behind_it(
    desk: LoneDesk, qtbot: QtBot
) -> None:
    with desk.worker.workspace.change("keep a draft") as session:
        drafts.keep(session, log_screen.FORM, {"words": "The bus", "quote": "use"})
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
    assert ask(lambda s: drafts.read(s, log_screen.FORM).get("words")) == "just now"


def test_a_saved_draft_is_dropped(log: Log, desk: LoneDesk, ask: Ask, qtbot: QtBot) -> None:
    write(qtbot, "soon saved")
    log.form.quote.set_value("quote")
    log.put_away()
    log.save_and_next()
    qtbot.waitUntil(lambda: bool(desk.said))
    assert ask(lambda s: drafts.read(s, log_screen.FORM)) == {}


def test_what_is_much_alike_shows_while_it_is_typed(
    log: Log, desk: LoneDesk, ask: Ask, qtbot: QtBot
) -> None:
    key = ask(lambda session: feedback.ids(session, feedback.Filter())[5])
    log.form.words.set_value(ask(lambda session: session.get_one(Feedback, key).words))
    qtbot.waitUntil(lambda: [each.id for each in log.likes.likes] == [key])


def test_a_child_at_risk_is_passed_on_and_nothing_of_the_words_is_kept(
    log: Log, desk: LoneDesk, ask: Ask, qtbot: QtBot
) -> None:
    before = ask(feedback.count)
    write(qtbot, "he is not safe there")
    log.put_away()
    log.at_risk.toggle.click()
    log.at_risk.note.click()
    qtbot.waitUntil(lambda: bool(desk.said))
    assert log.form.is_blank()
    assert ask(lambda s: s.scalar(select(func.count(Disclosure.id)))) == 1
    assert ask(feedback.count) == before
    assert ask(lambda s: drafts.read(s, log_screen.FORM)) == {}


def test_todays_count_is_shown(log: Log, desk: LoneDesk, qtbot: QtBot) -> None:
    """What came with the sample was not logged today."""
    assert log.today.text() == "0 logged today"
    save_next(log, desk, "The taxi came twenty minutes late again.", qtbot)
    assert log.today.text() == "1 logged today"


def test_the_whole_form_is_seen_on_a_small_laptop_below_a_banner(log: Log, qtbot: QtBot) -> None:
    log.resize(1156, 652)
    scroll = log.findChildren(Scroll)[0]
    qtbot.waitUntil(lambda: scroll.verticalScrollBar().maximum() == 0)


def save_next(log: Log, desk: LoneDesk, words: str, qtbot: QtBot) -> None:
    said = len(desk.said)
    log.form.words.set_value(words)
    log.form.quote.set_value("quote")
    log.save_and_next()
    qtbot.waitUntil(lambda: len(desk.said) > said and not desk.worker.busy)


def events_of(session: Session, title: str) -> list[int | None]:
    """Return the event of each comment that was said at an event of this title."""
    kept = select(Feedback.event_id).join(Event, Event.id == Feedback.event_id)
    return list(session.scalars(kept.where(Event.title == title)))


@pytest.mark.parametrize("kept", [("event",), ("event", "when")])
def test_a_new_event_that_is_kept_is_one_event_for_all_its_comments(
    log: Log, desk: LoneDesk, ask: Ask, qtbot: QtBot, kept: tuple[str, ...]
) -> None:
    log.form.when.set_value("3 April 2022")
    event = choice(log, "event")
    event.put("Coffee morning, Oswestry")
    event.check()
    for name in kept:
        log.form.keep(name)
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
        log.form.when.set_value("3 April 2022")
        choice(log, "event").put(title)
        save_next(log, desk, "words", qtbot)
    found = ask(lambda session: events_of(session, "Picnic"))
    assert (len(found), len(set(found))) == (2, 1)


def test_an_event_that_undo_took_back_is_made_anew(
    log: Log, desk: LoneDesk, ask: Ask, qtbot: QtBot
) -> None:
    choice(log, "event").put("Picnic")
    log.form.keep("event")
    save_next(log, desk, "one", qtbot)
    desk.worker.undo()
    qtbot.waitUntil(lambda: choice(log, "event").typed() == "Picnic" and not desk.worker.busy)
    save_next(log, desk, "two", qtbot)
    assert len(ask(lambda session: events_of(session, "Picnic"))) == 1


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


def test_a_problem_goes_from_the_summary_when_it_is_mended(log: Log, qtbot: QtBot) -> None:
    write(qtbot, "words")
    press(qtbot, Qt.Key.Key_Return, CONTROL)
    assert log.summary.isVisible()
    press(qtbot, Qt.Key.Key_Return)
    press(qtbot, Qt.Key.Key_Space)
    assert log.form.quote.value() == "quote"
    assert not log.summary.isVisible()


def test_nothing_is_called_a_draft_once_it_is_saved(
    log: Log, desk: LoneDesk, ask: Ask, qtbot: QtBot
) -> None:
    choice(log, "district").put("Leek")
    log.form.keep("district")
    write(qtbot, "words")
    log.put_away()
    qtbot.waitUntil(lambda: log.status.text().startswith("Kept as a draft"))
    save_next(log, desk, "words", qtbot)
    choice(log, "district").put("Stone")
    log.put_away()
    qtbot.waitUntil(lambda: not desk.worker.busy)
    assert log.status.text() == "Ctrl+D keeps the field you are in."
    assert ask(lambda s: drafts.read(s, log_screen.FORM)) == {}


def test_what_was_typed_is_a_draft_as_soon_as_the_page_is_left(
    log: Log, desk: LoneDesk, ask: Ask, qtbot: QtBot
) -> None:
    write(qtbot, "half a sent")
    with qtbot.waitSignal(desk.worker.drafted):
        log.hide()
    assert ask(lambda s: drafts.read(s, log_screen.FORM)["words"]) == "half a sent"


def test_a_draft_that_was_about_to_be_kept_is_none_when_the_comment_was_saved(
    log: Log, desk: LoneDesk, ask: Ask, qtbot: QtBot
) -> None:
    write(qtbot, "words")
    log.form.quote.set_value("quote")
    log.save_and_next()
    log.hide()
    qtbot.waitUntil(lambda: bool(desk.said) and not desk.worker.busy)
    assert ask(lambda s: drafts.read(s, log_screen.FORM)) == {}


def test_the_last_field_is_seen_whole_above_the_bar_below_a_line_of_problems(
    log: Log, qtbot: QtBot
) -> None:
    log.resize(1156, 652)
    press(qtbot, Qt.Key.Key_Return, CONTROL)
    last = choice(log, "sentiment")
    last.focus()
    qtbot.waitUntil(lambda: last.visibleRegion().boundingRect() == last.rect())


@pytest.mark.parametrize("name", ["channel", "send_status", "setting", "age_band", "sentiment"])
def test_every_word_of_the_usual_lists_is_read_whole_on_a_small_laptop(
    log: Log, name: str, qtbot: QtBot
) -> None:
    log.resize(1156, 652)
    field = choice(log, name)
    line = field.combo.lineEdit()
    assert line is not None
    qtbot.waitUntil(lambda: line.width() > 0)
    widest = max(line.fontMetrics().horizontalAdvance(words) for words in field.offered())
    qtbot.waitUntil(lambda: line.width() >= widest)


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
    assert ask(lambda s: drafts.read(s, log_screen.FORM)) == {}


def test_a_save_that_fails_leaves_the_words_and_the_focus_where_they_were(
    log: Log, desk: LoneDesk, qtbot: QtBot
) -> None:
    write(qtbot, "words")
    log.form.quote.set_value("use")
    channel = choice(log, "channel")
    channel.offer([Option("99999", "A channel that is not there")])
    channel.put("A channel that is not there")
    with qtbot.waitSignal(desk.worker.failed):
        log.save_and_next()
        assert log.landing() is None  # nothing else takes the focus meanwhile
    assert log.form.words.page.hasFocus()
    assert log.landing() is log.form.words.page
    assert log.form.words.value() == "words"


def pinned_and_saved(log: Log, desk: LoneDesk, qtbot: QtBot) -> None:
    """Save a comment with a new district and a new event, both kept for the next."""
    log.form.when.set_value("22 September 2026")
    for name, words in (("event", "Coffee morning and drop-in, Prestwich"), ("district", "Bury")):
        choice(log, name).put(words)
        choice(log, name).check()
        log.form.keep(name)
    choice(log, "event").focus()
    save_next(log, desk, "one", qtbot)


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
    qtbot.waitUntil(lambda: again._restored and not desk.worker.busy)
    event = choice(again, "event")
    assert event.typed() == "Coffee morning and drop-in, Prestwich, 22 September 2026"
    assert event.value()
    assert (choice(again, "district").typed(), again.form.words.value()) == ("Bury", "")
    assert again.form.is_blank()
    assert set(again.form.pinned()) == {"event", "district", "kept"}
    again.form.keep("event")
    again.form.keep("district")
    again.put_away()
    qtbot.waitUntil(lambda: not desk.worker.busy)
    assert ask(lambda session: drafts.read(session, drafts.LOG_PINS)) == {}
