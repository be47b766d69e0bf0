"""Logging by keyboard alone: two answers, kept fields, drafts, and a child who may be at risk."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from sqlalchemy import func, select

from pcf_desktop.records import Disclosure, Event, Feedback, Term
from pcf_desktop.services.counting import consents
from pcf_desktop.services.feedback import feedback
from pcf_desktop.services.forum import drafts
from pcf_desktop.ui.components.choice_field import Choosable
from pcf_desktop.ui.components.scroll import Scroll
from pcf_desktop.ui.feedback import log as log_screen
from pcf_desktop.ui.feedback.log import Log
from pcf_desktop.workspace import Session
from tests.ui.desk import LoneDesk
from tests.ui.feedback.conftest import Ask
from tests.ui.feedback.typing_in import CONTROL, choice, press, save_next, write


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
    assert log.form.is_untouched()
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
            log.form.known.when.line.selectAll()
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
    log.form.known.family.put("Mrs Made-up")
    press(qtbot, Qt.Key.Key_Return, CONTROL)
    assert log.form.words.problem
    assert log.form.quote.problem
    assert "never by a name" in log.form.known.family.problem
    assert log.form.summary.isVisible()
    press(qtbot, Qt.Key.Key_Space)
    assert QApplication.focusWidget() is log.form.words.page
    assert desk.said == []


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
    assert log.form.is_untouched()
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


def test_a_problem_goes_from_the_summary_when_it_is_mended(log: Log, qtbot: QtBot) -> None:
    write(qtbot, "words")
    press(qtbot, Qt.Key.Key_Return, CONTROL)
    assert log.form.summary.isVisible()
    press(qtbot, Qt.Key.Key_Return)
    press(qtbot, Qt.Key.Key_Space)
    assert log.form.quote.value() == "quote"
    assert not log.form.summary.isVisible()


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


def test_a_save_that_fails_leaves_the_words_and_the_focus_where_they_were(
    log: Log, desk: LoneDesk, qtbot: QtBot
) -> None:
    write(qtbot, "words")
    log.form.quote.set_value("use")
    channel = choice(log, "channel")
    channel.offer([Choosable("99999", "A channel that is not there")])
    channel.put("A channel that is not there")
    with qtbot.waitSignal(desk.worker.failed):
        log.save_and_next()
        assert log.landing() is None  # nothing else takes the focus meanwhile
    assert log.form.words.page.hasFocus()
    assert log.landing() is log.form.words.page
    assert log.form.words.value() == "words"
