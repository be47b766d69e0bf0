"""A priority is edited in the form it was added with; it is one step, and typed words are safe."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from pcf_desktop.services.forum import drafts
from pcf_desktop.services.priorities import changes, priorities
from pcf_desktop.services.priorities.changes import PriorityDraft
from pcf_desktop.ui.priorities.edit_priority import EditPriority
from pcf_desktop.ui.priorities.priorities import Priorities
from tests.ui.desk import LoneDesk
from tests.ui.priorities.conftest import Show

CONTROL = Qt.KeyboardModifier.ControlModifier
TITLE = "Waits for autism and ADHD assessment"


@pytest.fixture
def form(priorities_screen: Priorities, qtbot: QtBot) -> EditPriority:
    """The form of a priority, opened from its page by the keyboard."""
    screen = priorities_screen
    screen.show_subject(3)
    qtbot.waitUntil(lambda: screen.page.records.rowCount() > 0)
    screen.page.edit.setFocus()
    qtbot.keyClick(screen.page.edit, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: screen.editing.title.value() == TITLE)
    return screen.editing


def focus() -> QWidget:
    found = QApplication.focusWidget()
    assert found is not None
    return found


def kept(desk: LoneDesk, key: int = 3) -> PriorityDraft | None:
    with desk.worker.workspace.read() as session:
        return changes.draft_of(session, key)


def test_the_form_is_filled_in_with_what_is_kept(
    form: EditPriority, priorities_screen: Priorities, desk: LoneDesk
) -> None:
    assert form.read() == kept(desk)
    assert (form.kind.value(), form.number.value()) == ("significant_weakness", "3")
    assert form.words.page.hasFocus()
    assert form.head.subtitle.text() == TITLE
    assert priorities_screen.command("save") == form.save
    assert priorities_screen.command("find") is None


def test_it_is_edited_by_the_keyboard_alone_and_undone(
    form: EditPriority, priorities_screen: Priorities, desk: LoneDesk, qtbot: QtBot
) -> None:
    before, page = kept(desk), priorities_screen.page
    assert before is not None
    qtbot.keyClicks(focus(), "The ")
    qtbot.keyClick(focus(), Qt.Key.Key_Tab)
    qtbot.keyClick(focus(), Qt.Key.Key_A, CONTROL)
    qtbot.keyClicks(focus(), "Long waits")
    qtbot.keyClick(focus(), Qt.Key.Key_Tab)
    qtbot.keyClick(focus(), Qt.Key.Key_A, CONTROL)
    qtbot.keyClicks(focus(), "queue, two years")
    qtbot.keyClick(focus(), Qt.Key.Key_Return, CONTROL)
    qtbot.waitUntil(page.isVisible)
    assert desk.said == ["Saved: Long waits. [Undo]"]
    assert kept(desk) == PriorityDraft(
        before.kind, "Long waits", f"The {before.words}", "3", ("queue", "two years")
    )
    assert page.edit.hasFocus()
    qtbot.waitUntil(lambda: page._head.title.text() == "3  Long waits")
    assert desk.worker.workspace.undo_label == "edit a priority"
    with qtbot.waitSignal(desk.worker.changed):
        desk.worker.undo()
    assert kept(desk) == before
    qtbot.waitUntil(lambda: page._head.title.text() == f"3  {TITLE}")
    assert desk.worker.workspace.undo_label is None


def test_its_links_stay(form: EditPriority, desk: LoneDesk, qtbot: QtBot) -> None:
    with desk.worker.workspace.read() as session:
        before = priorities.heard(session)[3]
    form.kind.set_value("own_concern")
    form.save()
    qtbot.waitUntil(lambda: bool(desk.said))
    with desk.worker.workspace.read() as session:
        assert priorities.heard(session)[3] == before


def test_what_is_missing_is_said_beside_its_field(
    form: EditPriority, desk: LoneDesk, qtbot: QtBot
) -> None:
    form.words.set_value("")
    form.title.set_value("")
    form.save()
    assert form.words.problem == "Copy their words from the letter."
    assert form.title.problem == "Give it a short title."
    assert form.summary.isVisible()
    assert desk.said == []
    form.kind.set_value("own_concern")
    form.title.set_value("Waits")
    form.save()
    qtbot.waitUntil(lambda: desk.said == ["Saved: Waits. [Undo]"])


def test_saved_without_a_change_it_says_so_and_offers_no_undo(
    form: EditPriority, priorities_screen: Priorities, desk: LoneDesk
) -> None:
    form.save()
    assert desk.said == ["Nothing was changed."]
    assert desk.worker.workspace.undo_label is None
    assert priorities_screen.page.isVisible()
    assert priorities_screen.page.edit.hasFocus()


def test_escape_goes_back_and_what_was_typed_is_there_for_whoever_comes_back(
    form: EditPriority, priorities_screen: Priorities, desk: LoneDesk, qtbot: QtBot
) -> None:
    form.title.set_value("Half a ti")
    qtbot.keyClick(form.title.line, Qt.Key.Key_Escape)
    page = priorities_screen.page
    assert page.isVisible()
    assert page.edit.hasFocus()
    page.edit.click()
    qtbot.waitUntil(lambda: "not saved yet" in form.head.subtitle.text())
    assert form.title.value() == "Half a ti"
    form.leave()
    page.edit.click()
    qtbot.waitUntil(lambda: form.head.subtitle.text() == TITLE)
    assert form.title.value() == TITLE
    assert desk.said == []


def test_another_priority_is_not_filled_in_with_the_words_of_the_one_before(
    form: EditPriority, priorities_screen: Priorities, desk: LoneDesk, qtbot: QtBot
) -> None:
    form.title.set_value("Half a ti")
    priorities_screen.edit(4)
    assert form.title.value() == ""
    form.save()  # nothing has been read yet that could be saved
    other = kept(desk, 4)
    assert other is not None
    qtbot.waitUntil(lambda: form.read() == other)
    assert desk.said == []


def test_what_is_changed_elsewhere_meanwhile_comes_in_unless_something_was_typed(
    form: EditPriority, desk: LoneDesk, qtbot: QtBot
) -> None:
    def rename(title: str) -> None:
        with desk.worker.workspace.change("Rename") as session:
            draft = changes.draft_of(session, 3)
            assert draft is not None
            new = PriorityDraft(draft.kind, title, draft.words, draft.number, draft.keywords)
            changes.edit(session, 3, new)

    rename("Waits")
    qtbot.waitUntil(lambda: form.title.value() == "Waits")
    form.title.set_value("Waits and wai")
    rename("Long waits")
    qtbot.waitUntil(lambda: "not saved yet" in form.head.subtitle.text())
    assert form.title.value() == "Waits and wai"


def test_a_priority_that_goes_meanwhile_leads_back_to_the_list(
    form: EditPriority, priorities_screen: Priorities, desk: LoneDesk, qtbot: QtBot
) -> None:
    desk.worker.change("Delete", lambda session, _p: changes.delete(session, 3))
    qtbot.waitUntil(lambda: priorities_screen.records.rowCount() == 9)
    qtbot.waitUntil(priorities_screen.list.isVisible)
    assert not form.isVisible()
    assert priorities_screen.list.table.hasFocus()


def test_the_lock_keeps_what_was_typed_and_each_form_brings_its_own_back(
    form: EditPriority,
    priorities_screen: Priorities,
    desk: LoneDesk,
    qtbot: QtBot,
    show: Show[Priorities],
) -> None:
    form.title.set_value("Half a ti")
    priorities_screen.put_away()
    qtbot.waitUntil(lambda: not desk.worker.busy)
    again = show(Priorities(desk))
    again.edit(4)
    qtbot.waitUntil(lambda: bool(again.editing.title.value()))
    assert again.editing.read() == kept(desk, 4)
    again.edit(3)
    qtbot.waitUntil(lambda: again.editing.title.value() == "Half a ti")
    assert "not saved yet" in again.editing.head.subtitle.text()
    before = kept(desk)
    assert before is not None
    assert again.editing.words.value() == before.words
    again.editing.leave()
    again.edit(4)
    again.edit(3)
    qtbot.waitUntil(lambda: again.editing.title.value() == TITLE)
    assert desk.said == []


def test_another_form_opened_in_between_loses_no_unsaved_words(
    form: EditPriority, priorities_screen: Priorities, qtbot: QtBot
) -> None:
    form.title.set_value("Half a ti")
    priorities_screen.edit(4)
    qtbot.waitUntil(lambda: bool(form.title.value()))
    priorities_screen.edit(3)
    qtbot.waitUntil(lambda: form.title.value() == "Half a ti")


def test_a_draft_goes_with_what_is_saved(
    form: EditPriority, priorities_screen: Priorities, desk: LoneDesk, qtbot: QtBot
) -> None:
    form.title.set_value("Waits")
    form.put_away()
    form.save()
    qtbot.waitUntil(lambda: bool(desk.said))
    with desk.worker.workspace.read() as session:
        assert drafts.read(session, changes.draft_name(session, 3)) == {}
