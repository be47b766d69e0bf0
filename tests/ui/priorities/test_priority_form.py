"""The form of a priority: what was filled in comes out again, whatever is in it."""

import pytest
from pytestqt.qtbot import QtBot

from pcf_desktop.services.forum import reference
from pcf_desktop.services.priorities.changes import PriorityDraft
from pcf_desktop.ui.priorities.add_priority import AddPriority
from pcf_desktop.ui.priorities.priorities import Priorities
from pcf_desktop.ui.priorities.priority_form import LONGEST
from tests.ui.desk import LoneDesk


@pytest.fixture
def form(priorities_screen: Priorities, qtbot: QtBot) -> AddPriority:
    priorities_screen.begin_new()
    qtbot.waitUntil(lambda: priorities_screen.adding.number.value() == "7")
    return priorities_screen.adding


def test_what_is_filled_in_comes_out_again(form: AddPriority) -> None:
    draft = PriorityDraft("improvement", "Waits", "Too\nlong.", "2b", ("queue", "late, again"))
    form.fill(draft)
    assert form.read() == draft
    assert form.title.line.cursorPosition() == 0


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("taxi, school bus", ("taxi", "school bus")),
        ("taxi\nschool bus\n", ("taxi", "school bus")),
        (" taxi ,, \n,late", ("taxi", "late")),
        ("", ()),
    ],
)
def test_words_that_suggest_it_stand_on_lines_or_between_commas(
    typed: str, words: tuple[str, ...], form: AddPriority
) -> None:
    form.keywords.set_value(typed)
    assert form.read().keywords == words


def test_a_concern_of_the_forums_own_can_do_without_the_inspectors_words(
    form: AddPriority,
) -> None:
    form.kind.set_value("improvement")
    assert form.needs_words()
    assert form.words.hint.text() == "Copied from the letter, word for word."
    form.kind.set_value("own_concern")
    assert not form.needs_words()
    assert form.is_own
    assert form.words.hint.text() == "A concern of your own can do without."


def test_a_title_is_no_longer_than_what_is_kept_of_it(form: AddPriority) -> None:
    form.title.set_value("a" * (LONGEST + 1))
    assert len(form.title.value()) == LONGEST


def test_filled_in_anew_nothing_is_said_to_be_wrong(form: AddPriority) -> None:
    form.save()
    assert form.summary.isVisible()
    form.fill(PriorityDraft("", ""))
    assert not form.summary.isVisible()
    assert form.title.problem == form.kind.problem == form.words.problem == ""


@pytest.mark.parametrize(
    ("typed", "key"),
    [("weak", "significant_weakness"), ("OWN", "own_concern"), ("for improvement", "improvement")],
)
def test_a_part_of_one_kinds_name_is_enough(typed: str, key: str, form: AddPriority) -> None:
    form.kind.combo.setEditText(typed)
    assert form.kind.check()
    assert form.kind.value() == key


@pytest.mark.parametrize("typed", ["area", "tomatoes"])
def test_what_is_none_or_several_is_said_to_be_no_kind(typed: str, form: AddPriority) -> None:
    form.kind.combo.setEditText(typed)
    assert not form.kind.check()
    assert form.kind.problem == "Choose one from the list."
    assert form.kind.typed() == typed


def test_a_kind_that_was_said_to_be_missing_is_missing_until_it_is_chosen(
    form: AddPriority,
) -> None:
    assert form.kind.check()
    assert not form.kind.check_to_save()
    assert not form.kind.check()
    assert form.kind.problem == "Choose what kind it is."
    form.kind.set_value("improvement")
    assert form.kind.check()
    assert form.kind.problem == ""


def test_kinds_that_are_offered_anew_leave_what_was_typed_or_chosen(
    form: AddPriority, desk: LoneDesk
) -> None:
    with desk.worker.workspace.read() as session:
        kinds = reference.words(session, "priority_kind")
    form.kind.combo.setEditText("are")
    form.offer_kinds(kinds)
    assert form.kind.typed() == "are"
    form.kind.set_value("improvement")
    form.offer_kinds(kinds)
    assert form.kind.value() == "improvement"
