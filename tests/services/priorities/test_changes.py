"""Priorities are added, edited and deleted as one step each, and undo brings every row back."""

import pytest

from pcf_desktop.errors import UserError
from pcf_desktop.records import (
    Inspection,
    Priority,
    Term,
)
from pcf_desktop.services.forum import reference
from pcf_desktop.services.priorities import changes, priorities
from pcf_desktop.services.priorities.changes import PriorityDraft
from pcf_desktop.workspace import Workspace
from tests.services.every_row import key_of, rows
from tests.services.sample_feedback import priority

WEAKNESS = "The lack of an agreed strategy for transport, which leaves children at home."
WAITS = "Waits for autism and ADHD assessment"


def test_keywords_are_replaced_without_blanks_or_doubles(workspace: Workspace) -> None:
    with workspace.change("Words") as session:
        about = priority(session)
        changes.set_keywords(session, about, ["taxi", " bus ", "", "taxi"])
        assert priorities.keywords(session) == {about: ["taxi", "bus"]}
        changes.set_keywords(session, about, ["bus", "late"])
        assert priorities.keywords(session) == {about: ["bus", "late"]}


def test_changed_keywords_can_be_undone(workspace: Workspace) -> None:
    with workspace.change("Words") as session:
        about = priority(session)
        changes.set_keywords(session, about, ["taxi"])
    with workspace.change("Other words") as session:
        changes.set_keywords(session, about, ["bus"])
    workspace.undo()
    with workspace.read() as session:
        assert priorities.keywords(session) == {about: ["taxi"]}


def test_a_priority_is_added_with_its_words_number_and_keywords(workspace: Workspace) -> None:
    keywords = ["taxi", " bus ", ""]
    with workspace.change("Add") as session:
        key = changes.add(
            session, PriorityDraft("priority_action", " Transport ", WEAKNESS, "1", keywords)
        )
    with workspace.read() as session:
        (found,) = priorities.every(session)
        assert priorities.keywords(session) == {key: ["taxi", "bus"]}
    assert (found.id, found.number, found.kind) == (key, "1", "priority_action")
    assert (found.title, found.words) == ("Transport", WEAKNESS)


def test_what_was_added_can_be_undone_with_its_keywords(workspace: Workspace) -> None:
    with workspace.change("Add") as session:
        changes.add(session, PriorityDraft("improvement", "Transport", WEAKNESS, keywords=["taxi"]))
    workspace.undo()
    with workspace.read() as session:
        assert priorities.every(session) == []
        assert priorities.keywords(session) == {}
    workspace.redo()
    with workspace.read() as session:
        assert [each.title for each in priorities.every(session)] == ["Transport"]


def test_what_is_added_comes_after_those_there_are(demo: Workspace) -> None:
    with demo.change("Add") as session:
        assert changes.offer(session).number == "7"
        key = changes.add(
            session, PriorityDraft("significant_weakness", "Transport", WEAKNESS, "7")
        )
        letters = [each for each in priorities.every(session) if each.kind != "own_concern"]
        assert letters[-1].id == key
        assert changes.offer(session).number == "8"


def test_the_letters_priority_belongs_to_the_latest_inspection_and_a_concern_to_none(
    workspace: Workspace,
) -> None:
    with workspace.change("Add") as session:
        early = changes.add(session, PriorityDraft("improvement", "Transport", WEAKNESS))
        framework = reference.term_id(session, "framework", "area_send_2023")
        inspection = Inspection(title="Inspection", area="Shropshire", framework_id=framework)
        session.add(inspection)
        session.flush()
        late = changes.add(session, PriorityDraft("improvement", "Waits", WEAKNESS))
        own = changes.add(session, PriorityDraft("own_concern", "Trust"))
        owners = [session.get_one(Priority, key).inspection_id for key in (early, late, own)]
    assert owners == [None, inspection.id, None]


@pytest.mark.parametrize("title", ["", "  "])
def test_a_priority_without_a_title_is_refused(workspace: Workspace, title: str) -> None:
    with workspace.change("Add") as session, pytest.raises(UserError, match="no title"):
        changes.add(session, PriorityDraft("improvement", title, WEAKNESS))


def test_only_a_concern_of_the_forums_own_can_do_without_words(workspace: Workspace) -> None:
    with workspace.change("Add") as session:
        with pytest.raises(UserError, match="words are missing"):
            changes.add(session, PriorityDraft("improvement", "Transport", " "))
        changes.add(session, PriorityDraft("own_concern", "Trust"))
        (found,) = priorities.every(session)
    assert (found.title, found.words) == ("Trust", None)


def test_a_new_forum_is_offered_the_kinds_and_number_1(workspace: Workspace) -> None:
    with workspace.read() as session:
        found = changes.offer(session)
    assert found.number == "1"
    assert [word.key for word in found.kinds] == [
        "significant_weakness",
        "priority_action",
        "improvement",
        "own_concern",
    ]


def test_numbers_that_are_no_numbers_and_the_forums_own_do_not_count(workspace: Workspace) -> None:
    with workspace.change("Add") as session:
        changes.add(session, PriorityDraft("improvement", "Transport", WEAKNESS, "2b"))
        changes.add(session, PriorityDraft("improvement", "Waits", WEAKNESS, "3"))
        changes.add(session, PriorityDraft("own_concern", "Trust", number="9"))
        assert changes.offer(session).number == "4"


def test_a_title_is_proposed_from_words_copied_over_several_lines() -> None:
    found = changes.proposed_title("The lack of an agreed\nstrategy for transport, which\nhurts")
    assert found == "Lack of an agreed strategy for transport"
    assert changes.proposed_title("") == ""
    assert len(changes.proposed_title("word " * 50_000).split()) == 8


def test_what_is_edited_is_changed_and_nothing_else(demo: Workspace) -> None:
    about = key_of(demo, WAITS)
    before = rows(demo)
    with demo.change("Edit") as session:
        draft = changes.draft_of(session, about)
        assert draft is not None
        assert draft.title == WAITS
        assert draft.keywords
        new = PriorityDraft(
            "improvement", " Long waits ", "Too long.", "3a", [*draft.keywords, "queue"]
        )
        changes.edit(session, about, new)
    after = rows(demo)
    assert {name for name in after if after[name] != before[name]} == {"priority", "keyword"}
    with demo.read() as session:
        found = next(each for each in priorities.every(session) if each.id == about)
        assert priorities.keywords(session)[about] == [*draft.keywords, "queue"]
        asked = session.get_one(Priority, about)
        assert asked.inspection_id is not None
    assert (found.kind, found.title, found.words) == ("improvement", "Long waits", "Too long.")
    assert (found.number, found.position) == ("3a", 3)
    demo.undo()
    assert rows(demo) == before


def test_edited_to_what_it_was_nothing_is_written_and_no_undo_step_is_made(demo: Workspace) -> None:
    about = key_of(demo, WAITS)
    before, label = rows(demo), demo.undo_label
    with demo.change("Edit") as session:
        draft = changes.draft_of(session, about)
        assert draft is not None
        changes.edit(session, about, draft)
    assert rows(demo) == before
    assert demo.undo_label == label


def test_a_priority_that_becomes_the_forums_own_leaves_its_inspection_and_comes_back(
    demo: Workspace,
) -> None:
    about = key_of(demo, WAITS)
    with demo.change("Edit") as session:
        inspection = session.get_one(Priority, about).inspection_id
        changes.edit(session, about, PriorityDraft("own_concern", "Waits"))
        assert session.get_one(Priority, about).inspection_id is None
        with pytest.raises(UserError, match="words are missing"):
            changes.edit(session, about, PriorityDraft("improvement", "Waits"))
        changes.edit(session, about, PriorityDraft("improvement", "Waits", "Too long."))
        assert session.get_one(Priority, about).inspection_id == inspection


def test_words_that_are_kept_cannot_be_emptied_and_missing_ones_can_stay_so(
    workspace: Workspace,
) -> None:
    with workspace.change("Edit") as session:
        about = changes.add(session, PriorityDraft("improvement", "Transport", WEAKNESS))
        with pytest.raises(UserError, match="words are missing"):
            changes.edit(session, about, PriorityDraft("improvement", "Transport"))
        with pytest.raises(UserError, match="no title"):
            changes.edit(session, about, PriorityDraft("improvement", " ", WEAKNESS))
        session.get_one(Priority, about).words = None
        session.flush()
        changes.edit(session, about, PriorityDraft("improvement", "School transport"))
        draft = changes.draft_of(session, about)
    assert draft == PriorityDraft("improvement", "School transport")


def test_a_kind_that_is_out_of_use_is_offered_to_the_priority_that_has_it(
    workspace: Workspace,
) -> None:
    with workspace.change("Retire") as session:
        weakness = reference.term_id(session, "priority_kind", "significant_weakness")
        session.get_one(Term, weakness).active = False
        session.flush()
        offered = [word.key for word in changes.offer(session).kinds]
        with_it = changes.offer(session, "significant_weakness").kinds
    assert "significant_weakness" not in offered
    assert [word.key for word in with_it] == ["significant_weakness", *offered]


def test_what_is_there_no_longer_is_neither_edited_nor_deleted(workspace: Workspace) -> None:
    with workspace.change("Edit") as session:
        assert changes.draft_of(session, 99) is None
        assert changes.what_goes(session, 99) is None
        with pytest.raises(UserError, match="there no longer"):
            changes.edit(session, 99, PriorityDraft("own_concern", "Trust"))
        with pytest.raises(UserError, match="there no longer"):
            changes.delete(session, 99)
