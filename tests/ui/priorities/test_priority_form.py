"""The form of a priority: what was filled in comes out again, whatever is in it."""

import pytest
from pytestqt.qtbot import QtBot

from pcf_desktop.services.priorities.changes import Draft
from pcf_desktop.ui.priorities.add_priority import AddPriority
from pcf_desktop.ui.priorities.priorities import Priorities
from pcf_desktop.ui.priorities.priority_form import LONGEST


@pytest.fixture
def form(priorities_screen: Priorities, qtbot: QtBot) -> AddPriority:
    priorities_screen.begin_new()
    qtbot.waitUntil(lambda: priorities_screen.adding.number.value() == "7")
    return priorities_screen.adding


def test_what_is_filled_in_comes_out_again(form: AddPriority) -> None:
    draft = Draft("improvement", "Waits", "Too\nlong.", "2b", ("queue", "late, again"))
    form.fill(draft)
    assert form.draft() == draft
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
    assert form.draft().keywords == words


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
    form.add()
    assert form.summary.isVisible()
    form.fill(Draft("", ""))
    assert not form.summary.isVisible()
    assert form.title.problem == form.kind.problem == form.words.problem == ""
