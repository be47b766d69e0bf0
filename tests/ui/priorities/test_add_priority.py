"""A new forum gets its priorities by the keyboard alone; what is missing is said beside it."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from pcf_desktop.records import Feedback
from pcf_desktop.services import links, priorities
from pcf_desktop.services.priorities import Views
from pcf_desktop.ui.components.link_button import LinkButton
from pcf_desktop.ui.priorities.add_priority import AddPriority
from pcf_desktop.ui.priorities.link_panel import LinkPanel
from pcf_desktop.ui.priorities.priorities import Priorities
from pcf_desktop.workspace import Workspace
from tests.ui.desk import LoneDesk
from tests.ui.priorities.conftest import Show

TRANSPORT = "The lack of an agreed strategy for transport, which leaves children at home."
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
    qtbot.waitUntil(made._empty.isVisible)
    return made


@pytest.fixture
def form(screen: Priorities, qtbot: QtBot) -> AddPriority:
    """The form, opened by the one button of the empty page."""
    screen._empty.button.setFocus()
    qtbot.keyClick(screen._empty.button, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: screen.adding.number.value() == "1")
    return screen.adding


def focus() -> QWidget:
    found = QApplication.focusWidget()
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
    assert not screen._empty.isVisible()
    assert form.kind.combo.hasFocus()
    assert screen._new.isHidden()
    assert screen._pack.isHidden()


def test_two_priorities_are_typed_in_by_the_keyboard_listed_and_linked(
    screen: Priorities, form: AddPriority, new_desk: LoneDesk, qtbot: QtBot, show: Show[LinkPanel]
) -> None:
    type_in(qtbot, "a", "", TRANSPORT, "", "taxi, school bus")
    qtbot.keyClick(focus(), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: form.number.value() == "2")
    assert new_desk.said == ["Added: Lack of an agreed strategy for transport. [Undo]"]
    qtbot.waitUntil(form.words.page.hasFocus)
    type_in(qtbot, WAITS, "Waits for assessment")
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
    assert new_desk.counts["priorities"] == 2
    assert screen._new.isVisible()

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
    assert link.title == "Lack of an agreed strategy for transport"


def test_what_is_missing_is_said_beside_each_field_and_in_the_summary(
    form: AddPriority, new_desk: LoneDesk, qtbot: QtBot
) -> None:
    form.add()
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
    form.add_and_next()
    qtbot.waitUntil(lambda: len(kept(new_desk)) == 1)
    assert not form.summary.isVisible()


def test_a_concern_of_the_forums_own_needs_neither_number_nor_words(
    form: AddPriority, new_desk: LoneDesk, qtbot: QtBot
) -> None:
    form.kind.set_value("own_concern")
    assert form.number.value() == ""
    form.title.set_value("Trust")
    form.add()
    qtbot.waitUntil(lambda: [each.title for each in kept(new_desk)] == ["Trust"])


def test_a_number_or_title_that_was_typed_is_not_proposed_again(form: AddPriority) -> None:
    form.number.set_value("1.2")
    form.kind.set_value("own_concern")
    form.title.set_value("Buses")
    form.words.set_value(TRANSPORT)
    form.words.left.emit()
    assert (form.number.value(), form.title.value()) == ("1.2", "Buses")


def test_escape_leaves_what_was_typed_for_whoever_comes_back(
    screen: Priorities, form: AddPriority, qtbot: QtBot
) -> None:
    form.words.focus()
    qtbot.keyClicks(form.words.page, "The buses")
    qtbot.keyClick(form.words.page, Qt.Key.Key_Escape)
    assert screen._empty.button.hasFocus()
    screen._empty.button.click()
    assert form.words.value() == "The buses"


def test_undo_takes_the_priority_back_and_proposes_its_number_again(
    form: AddPriority, new_desk: LoneDesk, qtbot: QtBot
) -> None:
    form.kind.set_value("improvement")
    form.words.set_value(WAITS)
    form.add_and_next()
    qtbot.waitUntil(lambda: form.number.value() == "2")
    new_desk.worker.undo()
    qtbot.waitUntil(lambda: form.number.value() == "1")
    assert kept(new_desk) == []
