"""A link joins what was said to a priority, with a stance and a passage that was really said."""

import pytest

from pcf_desktop.errors import UserError
from pcf_desktop.records import Feedback
from pcf_desktop.services.feedback import feedback, links
from pcf_desktop.workspace import Workspace
from tests.services.sample_feedback import priority

WORDS = "The taxi came late. Again."


@pytest.fixture
def said(workspace: Workspace) -> tuple[int, int]:
    """A comment and a priority, not linked."""
    with workspace.change("Say") as session:
        made = Feedback(words=WORDS)
        session.add(made)
        session.flush()
        return made.id, priority(session)


def test_a_link_keeps_stance_and_passage(workspace: Workspace, said: tuple[int, int]) -> None:
    key, about = said
    with workspace.change("Link") as session:
        links.link(session, key, about, "worse", "came late")
        (found,) = links.of_feedback(session, [key])[key]
    assert (found.priority_id, found.title, found.stance, found.passage) == (
        about, "Transport", "worse", "came late",
    )  # fmt: skip


def test_a_second_link_of_the_two_changes_the_first(
    workspace: Workspace, said: tuple[int, int]
) -> None:
    key, about = said
    with workspace.change("Link") as session:
        links.link(session, key, about, "worse", "came late")
        links.link(session, key, about, "mixed")
        (found,) = links.of_feedback(session, [key])[key]
    assert (found.stance, found.passage) == ("mixed", None)


def test_where_nothing_new_is_marked_the_passage_stays(
    workspace: Workspace, said: tuple[int, int]
) -> None:
    key, about = said
    with workspace.change("Link") as session:
        links.put(session, key, about, "worse", "came late")
        links.put(session, key, about, "concern", None)
        assert links.of_feedback(session, [key])[key][0].passage == "came late"
        links.put(session, key, about, "concern", "Again")
        assert links.of_feedback(session, [key])[key][0].passage == "Again"


def test_a_passage_that_nobody_said_is_refused(workspace: Workspace, said: tuple[int, int]) -> None:
    key, about = said
    with pytest.raises(UserError), workspace.change("Link") as session:
        links.link(session, key, about, "worse", "came early")
    with workspace.read() as session:
        assert links.of_feedback(session, [key]) == {}


def test_an_unknown_stance_is_our_fault(workspace: Workspace, said: tuple[int, int]) -> None:
    with pytest.raises(ValueError, match="angry"), workspace.change("Link") as session:
        links.link(session, *said, "angry")


def test_a_link_is_taken_away_and_the_undo_brings_it_back(
    workspace: Workspace, said: tuple[int, int]
) -> None:
    key, about = said
    with workspace.change("Link") as session:
        links.link(session, key, about, "worse")
    with workspace.change("Unlink") as session:
        links.unlink(session, key, about)
        assert links.of_feedback(session, [key]) == {}
    workspace.undo()
    with workspace.read() as session:
        assert links.of_feedback(session, [key])[key][0].stance == "worse"


def test_what_is_sorted_is_no_longer_left(workspace: Workspace, said: tuple[int, int]) -> None:
    with workspace.change("Sort") as session:
        links.mark_sorted(session, said[:1])
        assert feedback.count_to_sort(session) == 0
        links.mark_sorted(session, said[:1], is_sorted=False)
        assert feedback.count_to_sort(session) == 1


def test_what_is_in_the_bin_cannot_be_linked(workspace: Workspace, said: tuple[int, int]) -> None:
    with workspace.change("Bin") as session:
        assert links.can_be_linked(session, said[0])
        feedback.bin_it(session, said[:1])
        assert not links.can_be_linked(session, said[0])
        assert not links.can_be_linked(session, 999)
