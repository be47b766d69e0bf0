"""A new forum gets its priorities by the keyboard alone; what is missing is said beside it."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from pcf_desktop.errors import UserError
from pcf_desktop.records import Feedback
from pcf_desktop.services.feedback import links
from pcf_desktop.services.forum import drafts
from pcf_desktop.services.priorities import changes, priorities
from pcf_desktop.services.priorities.changes import PriorityDraft
from pcf_desktop.services.priorities.priorities import Views
from pcf_desktop.ui.components.link_button import LinkButton
from pcf_desktop.ui.form import KEEP_AFTER
from pcf_desktop.ui.priorities.add_priority import FORM, AddPriority
from pcf_desktop.ui.priorities.link_panel import LinkPanel
from pcf_desktop.ui.priorities.priorities import Priorities
from pcf_desktop.workspace import Session, Workspace
from tests.ui.desk import LoneDesk
from tests.ui.priorities.conftest import Show

TRANSPORT = "The lack of an agreed strategy for transport, which leaves children at home."
CONTROL = Qt.KeyboardModifier.ControlModifier
POPUP = pytest.mark.qt_log_ignore("This plugin does not support (raise|grabbing)", extend=True)
"""Offscreen, a list that drops down cannot be raised."""
WAITS = "Long waits for an autism assessment."


@pytest.fixture
def new_desk(workspace: Workspace, qtbot: QtBot) -> Iterator[LoneDesk]:
    """A desk at a forum that was made a moment ago."""
    made = LoneDesk(workspace)
    yield made
    made.worker.close()


@pytest.fixture
def screen(new_desk: LoneDesk, qtbot: QtBot, show: Show[Priorities]) -> Priorities:
    """The list of priorities, of which there are none."""
    made = show(Priorities(new_desk))
    qtbot.waitUntil(made.list.empty.isVisible)
    return made


@pytest.fixture
def form(screen: Priorities, qtbot: QtBot) -> AddPriority:
    """The form, opened by the one button of the empty page."""
    screen.list.empty.button.setFocus()
    qtbot.keyClick(screen.list.empty.button, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: screen.adding.number.value() == "1")
    return screen.adding


def focus() -> QWidget:
    """Return where a key goes: to a list that has dropped down, or to the field."""
    found = QApplication.activePopupWidget() or QApplication.focusWidget()
    assert found is not None
    return found


def kept(desk: LoneDesk) -> list[Views]:
    with desk.worker.workspace.read() as session:
        return priorities.every(session)


def type_in(qtbot: QtBot, *parts: str) -> None:
    """Type into the field that has the focus and those after it."""
    for place, part in enumerate(parts):
        if place:
            qtbot.keyClick(focus(), Qt.Key.Key_Tab)
        qtbot.keyClicks(focus(), part)


def test_an_empty_page_has_one_button_and_it_leads_to_the_form(
    screen: Priorities, form: AddPriority
) -> None:
    assert form.isVisible()
    assert not screen.list.empty.isVisible()
    assert form.kind.combo.hasFocus()
    assert screen._new.isHidden()
    assert screen._pack.isHidden()


def test_two_priorities_are_typed_in_by_the_keyboard_and_listed(
    screen: Priorities, form: AddPriority, new_desk: LoneDesk, qtbot: QtBot
) -> None:
    for _ in range(2):
        qtbot.keyClick(focus(), Qt.Key.Key_Down)
    type_in(qtbot, "", "", TRANSPORT, "")
    qtbot.waitUntil(lambda: form.keywords.keywords() == ("strategy", "transport"))
    type_in(qtbot, "", "taxi, school bus")
    qtbot.keyClick(focus(), Qt.Key.Key_Return, CONTROL)
    qtbot.waitUntil(lambda: form.number.value() == "2")
    assert new_desk.said == ["Added: Lack of an agreed strategy for transport. [Undo]"]
    qtbot.waitUntil(form.words.page.hasFocus)
    type_in(qtbot, WAITS, "Waits for assessment")
    assert "taxi" not in form.keywords.value()
    save = screen.command("save")
    assert save is not None
    save()
    qtbot.waitUntil(lambda: screen.records.rowCount() == 2 and screen.list.isVisible())
    assert screen.list.table.hasFocus()
    assert [(each.number, each.kind, each.title) for each in kept(new_desk)] == [
        ("1", "priority_action", "Lack of an agreed strategy for transport"),
        ("2", "priority_action", "Waits for assessment"),
    ]
    assert screen.list.table.current_key() == kept(new_desk)[1].id
    assert screen._new.isVisible()


def test_what_was_added_is_suggested_and_linked(
    form: AddPriority, new_desk: LoneDesk, qtbot: QtBot, show: Show[LinkPanel]
) -> None:
    form.write(
        PriorityDraft("improvement", "Lack of an agreed strategy", TRANSPORT, "1", ("school bus",))
    )
    form.save()
    qtbot.waitUntil(lambda: len(kept(new_desk)) == 1)
    with new_desk.worker.workspace.change("Say") as session:
        said = Feedback(words="The school bus never comes.")
        session.add(said)
        session.flush()
        comment = said.id
    panel = show(LinkPanel(new_desk))
    panel.set_feedback(comment)
    qtbot.waitUntil(lambda: bool(panel.suggested))
    with qtbot.waitSignal(panel.linked):
        panel.suggested[0].chosen.emit(panel.suggested[0].priority_id, "worse")
    with new_desk.worker.workspace.read() as session:
        (link,) = links.of_feedback(session, [comment])[comment]
    assert link.title == "Lack of an agreed strategy"


def test_what_is_missing_is_said_beside_each_field_and_in_the_summary(
    form: AddPriority, new_desk: LoneDesk, qtbot: QtBot
) -> None:
    form.save()
    assert form.kind.problem == "Choose what kind it is."
    assert form.words.problem == "Copy their words from the letter."
    assert form.title.problem == "Give it a short title."
    lines = [each for each in form.summary.findChildren(LinkButton) if each.isVisible()]
    assert [line.hasFocus() for line in lines] == [True, False, False]
    lines[1].click()
    assert form.words.page.hasFocus()
    assert kept(new_desk) == []
    form.kind.set_value("improvement")
    form.words.set_value(WAITS)
    form.title.set_value("Waits")
    form.save_and_next()
    qtbot.waitUntil(lambda: len(kept(new_desk)) == 1)
    assert not form.summary.isVisible()


def test_a_concern_of_the_forums_own_needs_neither_number_nor_words(
    form: AddPriority, new_desk: LoneDesk, qtbot: QtBot
) -> None:
    form.kind.set_value("own_concern")
    assert form.number.value() == ""
    form.title.set_value("Trust")
    form.save()
    qtbot.waitUntil(lambda: [each.title for each in kept(new_desk)] == ["Trust"])


def test_a_number_or_title_that_was_typed_is_not_proposed_again(form: AddPriority) -> None:
    form.number.set_value("1.2")
    form.kind.set_value("own_concern")
    form.title.set_value("Buses")
    form.words.set_value(TRANSPORT)
    form.words.left.emit()
    assert (form.number.value(), form.title.value()) == ("1.2", "Buses")


def test_a_title_nobody_has_seen_is_shown_before_it_is_saved(
    form: AddPriority, new_desk: LoneDesk, qtbot: QtBot
) -> None:
    form.kind.set_value("improvement")
    form.words.focus()
    qtbot.keyClicks(form.words.page, WAITS)
    qtbot.keyClick(form.words.page, Qt.Key.Key_Return, CONTROL)
    assert form.title.line.hasFocus()
    assert form.title.line.selectedText() == "Long waits for an autism assessment"
    assert form.title.hint.text() == (
        "Proposed from the words above. Change it, or save once more."
    )
    assert kept(new_desk) == []
    qtbot.keyClicks(form.title.line, "Waits")
    qtbot.keyClick(form.title.line, Qt.Key.Key_Return, CONTROL)
    qtbot.waitUntil(lambda: [each.title for each in kept(new_desk)] == ["Waits"])
    qtbot.waitUntil(lambda: form.title.hint.text().startswith("Plain words"))


def test_a_title_the_person_came_to_is_saved_at_once(
    form: AddPriority, new_desk: LoneDesk, qtbot: QtBot
) -> None:
    form.kind.set_value("improvement")
    form.words.focus()
    type_in(qtbot, WAITS, "")
    assert form.title.line.hasFocus()
    form.keywords.focus()
    qtbot.keyClick(form.keywords.page, Qt.Key.Key_Return, CONTROL)
    qtbot.waitUntil(lambda: len(kept(new_desk)) == 1)


def test_a_title_nobody_typed_over_is_proposed_anew_for_other_words(
    form: AddPriority, new_desk: LoneDesk, qtbot: QtBot
) -> None:
    form.kind.set_value("improvement")
    form.words.focus()
    type_in(qtbot, WAITS, "")
    assert form.title.value() == "Long waits for an autism assessment"
    qtbot.keyClick(focus(), Qt.Key.Key_Backtab)
    form.words.page.selectAll()
    qtbot.keyClicks(form.words.page, TRANSPORT)
    qtbot.keyClick(form.words.page, Qt.Key.Key_Return, CONTROL)
    assert form.title.line.selectedText() == "Lack of an agreed strategy for transport"
    assert kept(new_desk) == []  # nobody has seen this one yet
    form.words.focus()
    form.words.page.clear()
    qtbot.keyClick(focus(), Qt.Key.Key_Tab)
    assert form.title.value() == ""
    assert form.title.hint.text().startswith("Plain words")


def test_a_proposed_title_that_was_typed_over_stays(form: AddPriority, qtbot: QtBot) -> None:
    form.words.focus()
    type_in(qtbot, WAITS, "")
    form.title.line.selectAll()
    type_in(qtbot, "Waits")
    form.words.focus()
    form.words.page.selectAll()
    type_in(qtbot, TRANSPORT, "")
    assert form.title.value() == "Waits"


def test_a_proposed_title_in_a_draft_is_proposed_anew_too(
    screen: Priorities, new_desk: LoneDesk, qtbot: QtBot
) -> None:
    with new_desk.worker.workspace.change("keep a draft") as session:
        title = "Long waits for an autism assessment"
        drafts.keep(session, FORM, {"words": WAITS, "title": title})
    screen.begin_new()
    form = screen.adding
    qtbot.waitUntil(lambda: form.words.value() == WAITS)
    form.words.focus()
    form.words.page.selectAll()
    type_in(qtbot, TRANSPORT, "")
    assert form.title.value() == "Lack of an agreed strategy for transport"


@POPUP
def test_the_kind_is_typed_and_left_like_any_other_choice(form: AddPriority, qtbot: QtBot) -> None:
    qtbot.keyClicks(focus(), "priority ac")
    qtbot.keyClick(focus(), Qt.Key.Key_Tab)
    assert form.kind.value() == "priority_action"
    assert form.number.line.hasFocus()
    qtbot.keyClick(focus(), Qt.Key.Key_Backtab)
    assert form.kind.combo.hasFocus()
    qtbot.keyClicks(focus(), "area")
    qtbot.keyClick(focus(), Qt.Key.Key_Tab)
    assert form.kind.problem.startswith("Choose one from the list")
    form.save()
    assert form.kind.problem.startswith("Choose one from the list")


def test_words_that_were_taken_out_are_not_proposed_again(
    form: AddPriority, new_desk: LoneDesk, qtbot: QtBot
) -> None:
    form.words.set_value(TRANSPORT)
    form.words.left.emit()
    qtbot.waitUntil(lambda: form.keywords.keywords() == ("strategy", "transport"))
    form.keywords.set_value("")
    form.words.left.emit()
    qtbot.waitUntil(lambda: not new_desk.worker.busy)
    qtbot.wait(20)
    assert form.keywords.keywords() == ()


def draft_of(desk: LoneDesk) -> dict[str, str]:
    with desk.worker.workspace.read() as session:
        return drafts.read(session, FORM)


def test_the_lock_keeps_what_was_typed_a_moment_ago_and_the_form_brings_it_back(
    screen: Priorities, form: AddPriority, new_desk: LoneDesk, qtbot: QtBot, show: Show[Priorities]
) -> None:
    form.kind.set_value("improvement")
    form.words.focus()
    qtbot.keyClicks(form.words.page, "Half a weak")
    screen.put_away()
    qtbot.waitUntil(lambda: draft_of(new_desk).get("words") == "Half a weak")
    again = show(Priorities(new_desk))
    again.begin_new()
    qtbot.waitUntil(lambda: again.adding.words.value() == "Half a weak")
    assert again.adding.kind.value() == "improvement"
    assert again.adding.number.value() == "1"
    assert again.adding.head.subtitle.text() == "This is the draft you had not saved."
    again.adding.title.set_value("Half")
    again.adding.save()
    qtbot.waitUntil(lambda: len(kept(new_desk)) == 1)
    assert draft_of(new_desk) == {}


def test_a_draft_is_kept_soon_after_the_first_key(
    form: AddPriority, new_desk: LoneDesk, qtbot: QtBot
) -> None:
    assert KEEP_AFTER < 1_000
    form.title.set_value("Buses")
    qtbot.waitUntil(lambda: draft_of(new_desk).get("title") == "Buses")
    assert new_desk.worker.workspace.undo_label is None


def test_what_is_typed_before_the_draft_comes_back_stands_behind_it(
    screen: Priorities, new_desk: LoneDesk, qtbot: QtBot
) -> None:
    with new_desk.worker.workspace.change("keep a draft") as session:
        drafts.keep(session, FORM, {"words": "Late buses.", "number": "4", "title": "Buses"})
    screen.begin_new()
    screen.adding.words.set_value("And taxis.")
    qtbot.waitUntil(lambda: screen.adding.words.value() == "Late buses.\nAnd taxis.")
    assert (screen.adding.number.value(), screen.adding.title.value()) == ("4", "Buses")


def test_left_on_purpose_the_form_is_empty_and_its_draft_is_gone(
    screen: Priorities, form: AddPriority, new_desk: LoneDesk, qtbot: QtBot
) -> None:
    form.words.set_value("Half a weak")
    form.put_away()
    qtbot.waitUntil(lambda: bool(draft_of(new_desk)))
    form.leave()
    qtbot.waitUntil(lambda: draft_of(new_desk) == {})
    assert form.isHidden()
    assert form.words.value() == ""


def test_a_save_that_is_refused_leaves_the_draft(
    form: AddPriority, new_desk: LoneDesk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    form.kind.set_value("improvement")
    form.words.set_value(WAITS)
    form.title.set_value("Waits")

    def refuse(_session: Session, _draft: PriorityDraft) -> None:
        raise UserError("The disk is full.", "Nothing was saved.", "Make room.")

    monkeypatch.setattr(changes, "add", refuse)
    with qtbot.waitSignal(new_desk.worker.refused):
        form.save()
    assert draft_of(new_desk)["title"] == "Waits"
    assert form.title.value() == "Waits"


def test_escape_leaves_what_was_typed_for_whoever_comes_back(
    screen: Priorities, form: AddPriority, qtbot: QtBot
) -> None:
    form.words.focus()
    qtbot.keyClicks(form.words.page, "The buses")
    qtbot.keyClick(form.words.page, Qt.Key.Key_Escape)
    assert screen.list.empty.button.hasFocus()
    screen.list.empty.button.click()
    assert form.words.value() == "The buses"


def test_undo_takes_the_priority_back_and_proposes_its_number_again(
    form: AddPriority, new_desk: LoneDesk, qtbot: QtBot
) -> None:
    form.kind.set_value("improvement")
    form.words.set_value(WAITS)
    form.title.set_value("Waits")
    form.save_and_next()
    qtbot.waitUntil(lambda: form.number.value() == "2")
    new_desk.worker.undo()
    qtbot.waitUntil(lambda: form.number.value() == "1")
    assert kept(new_desk) == []
