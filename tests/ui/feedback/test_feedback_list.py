"""The list of all feedback: found, filtered, read, mended, binned, set aside; all by keyboard."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from pcf_desktop.records import Feedback
from pcf_desktop.services.feedback import feedback, links
from pcf_desktop.services.feedback.feedback import Filter, NewFeedback
from pcf_desktop.ui.appearance import Look, apply
from pcf_desktop.ui.components.chips import Chip
from pcf_desktop.ui.feedback.feedback_list import FeedbackList
from pcf_desktop.ui.feedback.filters import BIN, AskedQuestion
from pcf_desktop.workspace import Workspace
from tests.ui.audit import audit
from tests.ui.desk import LoneDesk
from tests.ui.feedback.conftest import Ask, shown

ALL = 25


def settled(listed: FeedbackList, desk: LoneDesk, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not desk.worker.busy)


def search_for(listed: FeedbackList, words: str, qtbot: QtBot) -> None:
    find = listed.command("find")
    assert find is not None
    find()
    assert listed.header.search is not None
    with qtbot.waitSignal(listed.header.search.searched):
        qtbot.keyClicks(listed.header.search, words)


def current_words(listed: FeedbackList) -> str:
    return listed.panel.detail.words if listed.panel.detail else ""


def test_everything_is_listed_the_latest_first_and_the_first_is_read(
    listed: FeedbackList, desk: LoneDesk, ask: Ask
) -> None:
    assert listed.records.total == ALL
    assert desk.hidden == "0 hidden by filters"
    assert listed.panel.detail is not None
    latest = ask(lambda session: feedback.ids(session, Filter())[0])
    assert listed.panel.detail.id == latest


def test_a_search_narrows_says_what_it_hides_and_marks_the_words(
    listed: FeedbackList, desk: LoneDesk, qtbot: QtBot
) -> None:
    search_for(listed, "school", qtbot)
    qtbot.waitUntil(lambda: 0 < listed.records.total < ALL)
    settled(listed, desk, qtbot)
    assert desk.hidden == f"{ALL - listed.records.total} hidden by filters"
    assert "school" in current_words(listed).casefold()
    assert listed.panel.pane.extraSelections()


def test_nothing_found_is_said_and_one_button_shows_all_again(
    listed: FeedbackList, desk: LoneDesk, qtbot: QtBot
) -> None:
    search_for(listed, "zzzz", qtbot)
    qtbot.waitUntil(lambda: listed.nothing.isVisible())
    assert desk.hidden == f"{ALL} hidden by filters"
    listed.nothing.button.click()
    qtbot.waitUntil(lambda: listed.records.total == ALL and listed.list.isVisible())


def test_a_chip_filters_and_a_click_on_when_turns_the_order(
    listed: FeedbackList, desk: LoneDesk, ask: Ask, qtbot: QtBot
) -> None:
    listed.filters.chips.set_value("to_sort")
    listed.filters.changed.emit()
    qtbot.waitUntil(lambda: listed.records.total == 1)
    listed.filters.clear()
    qtbot.waitUntil(lambda: listed.records.total == ALL)
    listed.list.table.sort_asked.emit("said")
    oldest = ask(lambda session: feedback.ids(session, Filter(), oldest_first=True)[0])
    qtbot.waitUntil(lambda: listed.records.key_at(0) == oldest)


def test_arrow_keys_read_one_after_the_other(
    listed: FeedbackList, desk: LoneDesk, qtbot: QtBot
) -> None:
    before = current_words(listed)
    qtbot.keyClick(listed.list.table, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: current_words(listed) not in ("", before))


def link_to_first(listed: FeedbackList, qtbot: QtBot) -> None:
    """Press L, find a priority, say that things are worse."""
    qtbot.keyClick(listed.list.table, Qt.Key.Key_L)
    field = listed.linking.finder.field
    qtbot.waitUntil(field.hasFocus)
    qtbot.waitUntil(lambda: bool(listed.linking.finder.title_of(3)))
    qtbot.keyClicks(field, "autism")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    chips = QApplication.focusWidget()
    assert chips is not None
    qtbot.keyClick(chips, Qt.Key.Key_W)
    qtbot.waitUntil(listed.linking.isHidden)


def stances(ask: Ask, keys: list[int]) -> list[list[tuple[int, str]]]:
    return ask(
        lambda session: [
            [(each.priority_id, each.stance) for each in links.of_feedback(session, [key])[key]]
            for key in keys
        ]
    )


def test_l_links_all_comments_that_are_chosen_as_one_step(
    listed: FeedbackList, desk: LoneDesk, ask: Ask, qtbot: QtBot
) -> None:
    table = listed.list.table
    for _ in range(2):
        qtbot.keyClick(table, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    settled(listed, desk, qtbot)
    keys = table.chosen_keys()
    assert len(keys) == 3
    link_to_first(listed, qtbot)
    assert desk.said == ["3 comments linked to Waits for autism and ADHD assessment: worse. [Undo]"]
    assert [(3, "worse") in each for each in stances(ask, keys)] == [True, True, True]
    assert table.hasFocus()
    label = desk.worker.workspace.undo_label
    assert label == "link to Waits for autism and ADHD assessment"


def test_after_l_a_digit_and_a_letter_take_the_suggestion(
    listed: FeedbackList, desk: LoneDesk, ask: Ask, qtbot: QtBot
) -> None:
    for row in range(ALL):
        listed.list.table.go_to(listed.records.key_at(row) or 0)
        settled(listed, desk, qtbot)
        qtbot.keyClick(listed.list.table, Qt.Key.Key_L)
        settled(listed, desk, qtbot)
        if listed.linking.suggested:
            break
    key = listed.list.table.current_key()
    assert key is not None
    wanted = listed.linking.suggested[0].priority_id
    for typed in "1w":
        focus = QApplication.focusWidget()
        assert focus is not None
        qtbot.keyClicks(focus, typed)
    qtbot.waitUntil(listed.linking.isHidden)
    (found,) = stances(ask, [key])
    assert (wanted, "worse") in found


def test_one_comment_is_linked_beside_its_words_and_escape_leaves_it(
    listed: FeedbackList, desk: LoneDesk, qtbot: QtBot
) -> None:
    qtbot.keyClick(listed.list.table, Qt.Key.Key_L)
    assert listed.linking.title.text() == "Link to a priority"
    assert listed.panel.pane.isVisible()
    qtbot.keyClick(listed.linking.finder.field, Qt.Key.Key_Escape)
    assert listed.linking.isHidden()
    assert listed.list.table.hasFocus()
    qtbot.keyClick(listed.list.table, Qt.Key.Key_L)
    qtbot.keyClick(listed.list.table, Qt.Key.Key_Down)
    qtbot.waitUntil(listed.linking.isHidden)
    qtbot.keyClick(listed.list.table, Qt.Key.Key_L)
    listed.linking.close_button.click()
    assert listed.linking.isHidden()
    assert listed.list.table.hasFocus()


def test_the_comments_on_one_question_are_shown_alone_until_that_is_taken_off(
    listed: FeedbackList, desk: LoneDesk, qtbot: QtBot
) -> None:
    listed.show_subject(AskedQuestion(404, "What most needs to change, and for whom?"))
    qtbot.waitUntil(lambda: listed.nothing.isVisible())
    assert listed.filters.asked.text() == "Asked: What most needs to change, and…"
    listed.filters.asked.click()
    qtbot.waitUntil(lambda: listed.records.total == ALL)
    assert not listed.filters.asked.isVisible()


def test_words_are_mended_by_keyboard(
    listed: FeedbackList, desk: LoneDesk, ask: Ask, qtbot: QtBot
) -> None:
    key = listed.list.table.current_key()
    qtbot.keyClick(listed.list.table, Qt.Key.Key_E)
    listed.panel.edit_words.words.set_value("Mended.")
    save = listed.command("save")
    assert save is not None
    save()
    qtbot.waitUntil(lambda: current_words(listed) == "Mended.")
    assert ask(lambda session: session.get_one(Feedback, key).words) == "Mended."
    assert listed.list.table.current_key() == key
    assert desk.said[0].startswith("Words saved.")


def test_what_goes_to_the_bin_gives_its_place_to_the_next_and_undo_brings_it_back(
    listed: FeedbackList, desk: LoneDesk, qtbot: QtBot
) -> None:
    following = listed.records.key_at(1)
    qtbot.keyClick(listed.list.table, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: listed.records.total == ALL - 1)
    qtbot.waitUntil(lambda: listed.list.table.current_key() == following)
    qtbot.waitUntil(lambda: desk.said == ["1 comment moved to the bin. [Undo]"])
    desk.worker.undo()
    qtbot.waitUntil(lambda: listed.records.total == ALL)


def test_a_child_at_risk_takes_the_comment_out_of_the_list(
    listed: FeedbackList, desk: LoneDesk, qtbot: QtBot
) -> None:
    listed.panel.at_risk.toggle.click()
    listed.panel.at_risk.note.click()
    qtbot.waitUntil(lambda: listed.records.total == ALL - 1)
    qtbot.waitUntil(lambda: desk.said == ["Set aside, and noted that it was passed on. [Undo]"])


def test_one_that_filters_hide_is_shown_when_another_screen_asks(
    listed: FeedbackList, desk: LoneDesk, qtbot: QtBot
) -> None:
    wanted = listed.records.key_at(7)
    search_for(listed, "zzzz", qtbot)
    qtbot.waitUntil(lambda: listed.nothing.isVisible())
    listed.show_subject(wanted)
    qtbot.waitUntil(lambda: listed.list.table.current_key() == wanted)


def test_an_empty_forum_says_what_the_list_is_for(workspace: Workspace, qtbot: QtBot) -> None:
    desk = LoneDesk(workspace)
    screen = FeedbackList(desk)
    shown(screen, qtbot)
    qtbot.waitUntil(lambda: screen.empty.isVisible())
    screen.empty.button.click()
    assert desk.went == [("log", None)]
    desk.worker.close()


def test_where_nothing_is_found_the_focus_stays_on_the_page(
    listed: FeedbackList, qtbot: QtBot
) -> None:
    listed.list.table.setFocus()
    listed._searched("zzzzqq")
    qtbot.waitUntil(listed.nothing.isVisible)
    assert listed.first_focus() is listed.nothing.button
    qtbot.waitUntil(listed.nothing.button.hasFocus)


def test_the_chips_count_beside_the_dates_what_a_click_gives(
    listed: FeedbackList, desk: LoneDesk, qtbot: QtBot
) -> None:
    filters = listed.filters
    filters.first.set_value("1 November 2021")
    filters.first.left.emit()
    settled(listed, desk, qtbot)
    shown = {chip.key: chip.accessibleName() for chip in filters.chips.findChildren(Chip)}
    assert shown["all"] != f"All {ALL}"
    for key in ("linked", "not_linked", "may_quote", "to_sort", "all"):
        filters.chips.set_value(key)
        filters.changed.emit()
        settled(listed, desk, qtbot)
        assert shown[key].endswith(f" {listed.records.total}")


def test_a_search_takes_from_the_chips_too(
    listed: FeedbackList, desk: LoneDesk, qtbot: QtBot
) -> None:
    search_for(listed, "school", qtbot)
    qtbot.waitUntil(lambda: 0 < listed.records.total < ALL)
    first = listed.filters.chips.findChildren(Chip)[0]
    qtbot.waitUntil(lambda: first.accessibleName() == f"All {listed.records.total}")


def test_one_row_alone_is_chosen_when_the_list_has_changed_behind_its_back(
    listed: FeedbackList, desk: LoneDesk, qtbot: QtBot
) -> None:
    table = listed.list.table
    table.step(3)
    settled(listed, desk, qtbot)
    read = table.current_key()
    qtbot.keyPress(table, Qt.Key.Key_Control, Qt.KeyboardModifier.ControlModifier)
    desk.worker.change("log", lambda s, _p: feedback.log(s, NewFeedback("new", "use")))
    qtbot.waitUntil(lambda: listed.records.total == ALL + 1 and not desk.worker.busy)
    qtbot.keyRelease(table, Qt.Key.Key_Control)
    assert (table.current_key(), table.chosen_keys()) == (read, [read])


def to_bin(listed: FeedbackList, desk: LoneDesk, qtbot: QtBot, several: int) -> list[int]:
    """Put the first comments into the bin, and show the bin."""
    table = listed.list.table
    for _ in range(several - 1):
        qtbot.keyClick(table, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    settled(listed, desk, qtbot)
    keys = table.chosen_keys()
    listed.panel.bin_button.click()
    chip = next(each for each in listed.filters.findChildren(Chip) if each.key == BIN)
    qtbot.waitUntil(chip.isVisible)
    assert chip.accessibleName() == f"In the bin {several}"
    chip.click()
    qtbot.waitUntil(lambda: listed.records.total == several)
    settled(listed, desk, qtbot)
    return keys


def test_the_bin_is_read_and_searched_and_counted_nowhere_else(
    listed: FeedbackList, desk: LoneDesk, ask: Ask, qtbot: QtBot
) -> None:
    keys = to_bin(listed, desk, qtbot, 2)
    assert {listed.records.key_at(row) for row in range(2)} == set(keys)
    assert listed.panel.detail is not None
    assert listed.panel.detail.is_binned
    assert desk.hidden == f"{ALL - 2} hidden by filters"
    assert ask(feedback.count) == ALL - 2
    word = listed.panel.detail.words.split()[0]
    search_for(listed, word, qtbot)
    settled(listed, desk, qtbot)
    assert listed.panel.detail is not None
    assert listed.panel.detail.words.split()[0] == word
    search_for(listed, "zzzz", qtbot)
    qtbot.waitUntil(listed.nothing.isVisible)
    assert desk.hidden == f"{ALL} hidden by filters"


def test_several_are_put_back_as_one_step_and_the_empty_bin_is_left(
    listed: FeedbackList, desk: LoneDesk, ask: Ask, qtbot: QtBot
) -> None:
    keys = to_bin(listed, desk, qtbot, 3)
    listed.list.table.selectAll()
    settled(listed, desk, qtbot)
    assert set(listed.list.table.chosen_keys()) == set(keys)
    assert listed.panel.back_button.text() == "Put 3 back"
    listed.panel.back_button.click()
    qtbot.waitUntil(lambda: listed.records.total == ALL)
    settled(listed, desk, qtbot)
    assert desk.said[-1] == "3 comments put back. [Undo]"
    assert listed.filters.wanted() == Filter()
    assert listed.list.table.hasFocus()
    assert desk.worker.workspace.undo_label == "put feedback back"
    desk.worker.undo()
    qtbot.waitUntil(lambda: listed.records.total == ALL - 3)
    assert ask(feedback.count_binned) == 3


def test_keys_of_the_list_do_nothing_to_what_is_in_the_bin(
    listed: FeedbackList, desk: LoneDesk, ask: Ask, qtbot: QtBot
) -> None:
    to_bin(listed, desk, qtbot, 1)
    for key in (Qt.Key.Key_L, Qt.Key.Key_E, Qt.Key.Key_Delete):
        qtbot.keyClick(listed.list.table, key)
        settled(listed, desk, qtbot)
    assert listed.linking.isHidden()
    assert listed.panel.edit_words.isHidden()
    assert len(desk.said) == 1
    assert ask(feedback.count_binned) == 1


def test_what_was_all_put_into_the_bin_can_be_put_back(
    listed: FeedbackList, desk: LoneDesk, qtbot: QtBot
) -> None:
    listed.list.table.selectAll()
    settled(listed, desk, qtbot)
    qtbot.keyClick(listed.list.table, Qt.Key.Key_Delete)
    qtbot.waitUntil(listed.nothing.isVisible)
    settled(listed, desk, qtbot)
    assert listed.empty.isHidden()
    chip = next(each for each in listed.filters.findChildren(Chip) if each.key == BIN)
    assert chip.isVisible()
    chip.click()
    qtbot.waitUntil(lambda: listed.records.total == ALL)


@pytest.mark.parametrize("percent", [100, 200])
def test_everybody_can_use_the_bin(
    listed: FeedbackList, desk: LoneDesk, qtbot: QtBot, percent: int
) -> None:
    apply(Look(percent=percent))
    to_bin(listed, desk, qtbot, 2)
    qtbot.wait(20)
    qtbot.waitUntil(lambda: audit(listed) == [])


def test_what_is_done_with_all_that_are_chosen_says_how_many_they_are(
    listed: FeedbackList, desk: LoneDesk, qtbot: QtBot
) -> None:
    """The panel reads one; Ctrl+A and Del would have binned them all without a word."""
    settled(listed, desk, qtbot)
    assert listed.panel.bin_button.text() == "Move to bin"
    listed.list.table.selectAll()
    assert listed.panel.bin_button.text() == f"Move {ALL} to bin"
    assert listed.panel.bin_button.accessibleName() in {"", f"Move {ALL} to bin"}
    assert listed.panel.link_button.text() == f"Link {ALL}"
    listed.list.table.setCurrentIndex(listed.records.index(0, 0))
    assert listed.panel.bin_button.text() == "Move to bin"
