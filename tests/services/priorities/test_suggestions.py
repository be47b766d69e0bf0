"""Suggestions: the likeliest priorities with the words that matched; a person decides."""

import sys

import pytest
from sqlalchemy import select

from pcf_desktop.records import Feedback, Link, Priority
from pcf_desktop.services.priorities import changes, suggestions
from pcf_desktop.services.priorities.suggestions import Suggestion
from pcf_desktop.workspace import Session, Workspace
from tests.services.heard_feedback import say
from tests.services.sample_feedback import priority

LEAST_FIRST, LEAST_OF_TWO = 0.75, 0.85
"""Of the comments of the sample, each left out in turn: how many are found first, or among two."""


def suggested(session: Session, words: str) -> list[Suggestion]:
    made = Feedback(words=words)
    session.add(made)
    session.flush()
    return suggestions.suggest(session, made.id)


@pytest.fixture
def forum(workspace: Workspace) -> Workspace:
    """Two priorities with keywords."""
    with workspace.change("Make") as session:
        changes.set_keywords(session, priority(session), ["taxi", "home transport", "late"])
        waits = priority(session, "Waits")
        changes.set_keywords(session, waits, ["waiting list", "OT", "late"])
    return workspace


def test_the_words_that_matched_are_shown_as_they_stand(forum: Workspace) -> None:
    with forum.change("Say") as session:
        first, *_ = suggested(session, "Taxis again! The home transport is a joke.")
    assert first.title == "Transport"
    assert first.matched == ("Taxis", "home transport")


def test_a_keyword_two_priorities_share_says_less_than_one_of_their_own(forum: Workspace) -> None:
    with forum.change("Say") as session:
        first, second = suggested(session, "The waiting list is long and always late.")
    assert (first.title, second.title) == ("Waits", "Transport")
    assert second.matched == ("late",)


def test_a_short_keyword_is_taken_whole(forum: Workspace) -> None:
    with forum.change("Say") as session:
        assert suggested(session, "Nobody else, other than us") == []
        assert suggested(session, "Our ot left")[0].title == "Waits"


def test_words_that_say_nothing_suggest_nothing(forum: Workspace) -> None:
    with forum.change("Say") as session:
        assert suggested(session, "They were very good") == []
        assert suggested(session, "…!?") == []


def test_a_telling_word_of_the_inspectors_suggests_a_priority_without_keywords(
    forum: Workspace,
) -> None:
    with forum.change("Say") as session:
        camhs = priority(session, "Mental health")
        words = "the very long waits of young people for CAMHS, and poor plans"
        session.get_one(Priority, camhs).words = words
        session.flush()
        first, *rest = suggested(session, "We asked CAMHS twice and heard nothing.")
        assert (first.title, first.matched, rest) == ("Mental health", ("CAMHS",), [])
        assert suggested(session, "The young people’s plans were very poor.") == []


def test_a_keyword_counts_more_than_a_word_of_the_inspectors(forum: Workspace) -> None:
    with forum.change("Say") as session:
        session.get_one(Priority, priority(session, "Waits")).words = "unreliable minibuses"
        other = priority(session, "School journeys")
        changes.set_keywords(session, other, ["minibus"])
        first, second = suggested(session, "The minibus never came.")
    assert (first.title, second.title) == ("School journeys", "Waits")
    assert first.matched == second.matched == ("minibus",)


def test_a_word_that_is_a_keyword_too_is_counted_and_shown_once(forum: Workspace) -> None:
    with forum.change("Say") as session:
        session.get_one(Priority, priority(session)).words = "too few taxis"
        (first,) = suggested(session, "Our taxi came")
    assert first.matched == ("taxi",)


def test_what_is_like_an_earlier_comment_is_suggested_where_that_was_linked(
    forum: Workspace,
) -> None:
    with forum.change("Say") as session:
        other = priority(session, "Short breaks")
        for number in range(3):
            words = f"Saturday trampoline club closed {'x' * (number + 5)}"
            say(session, other, "worse", words=words)
        first, *_ = suggested(session, "trampoline club on a Saturday was closed")
    assert first.title == "Short breaks"
    assert first.matched == ()


def test_nothing_is_linked_by_itself(forum: Workspace) -> None:
    with forum.change("Say") as session:
        suggested(session, "The taxi was late")
        assert session.scalars(select(Link.id)).all() == []


def test_accents_and_case_do_not_matter() -> None:
    assert suggestions.matches(["cafe", "closed"], ["Café"]) == ["Café"]


def test_left_out_in_turn_most_comments_of_the_sample_are_suggested_rightly(
    demo: Workspace, capsys: pytest.CaptureFixture[str]
) -> None:
    with demo.read() as session:
        linked: dict[int, set[int]] = {}
        for key, about in session.execute(select(Link.feedback_id, Link.priority_id)):
            linked.setdefault(key, set()).add(about)
        found = {
            key: [each.priority_id for each in suggestions.suggest(session, key)] for key in linked
        }
    first = sum(found[key][:1] != [] and found[key][0] in linked[key] for key in linked)
    two = sum(bool(set(found[key]) & linked[key]) for key in linked)
    with capsys.disabled():
        sys.stdout.write(
            f"\nsuggestions, each of {len(linked)} comments left out in turn: "
            f"first {first / len(linked):.0%}, among two {two / len(linked):.0%}\n"
        )
    assert first / len(linked) >= LEAST_FIRST
    assert two / len(linked) >= LEAST_OF_TWO
