"""A question bears on one priority, and what was answered to it stands with the priority."""

import pytest
from sqlalchemy import select, table, text

from pcf_desktop.records import Answer, AuditEntry, Option, Question, QuestionPriority, Response
from pcf_desktop.services.priorities import changes, one_priority
from pcf_desktop.services.surveys import question_links, results
from pcf_desktop.services.surveys.question_links import LinkedQuestion
from pcf_desktop.workspace import Session, Workspace
from pcf_desktop.workspace.digests import ALL_ROWS
from tests.services.every_row import rows
from tests.services.sample_feedback import priority, survey_comment

WORDS = "Has it got better?"
GIVEN = {"Better": 2, "Worse": 3, "Does not apply to us": 4, "Not sure": 0}


def asked(session: Session, survey_id: int, key: str, kind: str = "scale") -> int:
    """Add a question answered as `GIVEN`, each by another respondent; return its id."""
    question = Question(survey_id=survey_id, key=key, position=2, words=WORDS, kind=kind)
    session.add(question)
    session.flush()
    for position, (words, n) in enumerate(GIVEN.items()):
        option = Option(question_id=question.id, position=position, words=words)
        session.add(option)
        session.flush()
        for each in range(n):
            known = f"{key} {words} {each}"
            response = Response(
                survey_id=survey_id, known_as=known, digest="1" * 64, is_complete=True
            )
            session.add(response)
            session.flush()
            session.add(
                Answer(response_id=response.id, question_id=question.id, option_id=option.id)
            )
    session.flush()
    return question.id


@pytest.fixture
def keys(workspace: Workspace) -> tuple[int, int, int, int]:
    """A survey, a question of it, and two priorities."""
    with workspace.change("Ask") as session:
        _comment, survey_id = survey_comment(session, "Too long a wait")
        question_id = asked(session, survey_id, "q")
        return survey_id, question_id, priority(session), priority(session, "Waits")


def test_a_question_has_one_priority_and_another_replaces_it(
    workspace: Workspace, keys: tuple[int, int, int, int]
) -> None:
    survey_id, question_id, transport, waits = keys
    with workspace.change("Link") as session:
        question_links.link(session, question_id, transport)
        assert question_links.priorities_of(session, survey_id) == {question_id: transport}
        question_links.link(session, question_id, waits)
        assert question_links.priorities_of(session, survey_id) == {question_id: waits}
        assert len(session.scalars(select(QuestionPriority.id)).all()) == 1
        assert question_links.priorities_of(session, survey_id + 1) == {}
        question_links.link(session, question_id, None)
        assert question_links.priorities_of(session, survey_id) == {}


def test_of_two_links_the_first_counts_until_the_window_sets_one(
    workspace: Workspace, keys: tuple[int, int, int, int]
) -> None:
    survey_id, question_id, transport, waits = keys
    with workspace.change("Link") as session:
        for about in (waits, transport):
            session.add(QuestionPriority(question_id=question_id, priority_id=about))
            session.flush()
        assert question_links.priorities_of(session, survey_id) == {question_id: waits}
        question_links.link(session, question_id, transport)
        found = session.scalars(select(QuestionPriority.priority_id)).all()
    assert list(found) == [transport]


def test_the_same_link_again_changes_nothing_and_is_no_step(
    workspace: Workspace, keys: tuple[int, int, int, int]
) -> None:
    _survey, question_id, transport, _waits = keys
    with workspace.change("Link") as session:
        question_links.link(session, question_id, transport)
    with workspace.change("Link again") as session:
        question_links.link(session, question_id, transport)
    assert workspace.undo_label == "Link"


def test_a_link_is_undone_and_redone_to_the_row(
    workspace: Workspace, keys: tuple[int, int, int, int]
) -> None:
    _survey, question_id, transport, waits = keys
    with workspace.change("Link") as session:
        question_links.link(session, question_id, transport)
    first = rows(workspace)
    with workspace.change("Link elsewhere") as session:
        question_links.link(session, question_id, waits)
    second = rows(workspace)
    assert {name for name in first if first[name] != second[name]} == {"question_priority"}
    assert workspace.undo() == "Link elsewhere"
    assert rows(workspace) == first
    assert workspace.redo() == "Link elsewhere"
    assert rows(workspace) == second


def test_a_link_leaves_the_search_index_as_it_was(
    workspace: Workspace, keys: tuple[int, int, int, int]
) -> None:
    before = index(workspace)
    with workspace.change("Link") as session:
        question_links.link(session, keys[1], keys[2])
    assert index(workspace) == before != {}


def index(workspace: Workspace) -> dict[str, list[tuple[object, ...]]]:
    """Return the pages in which the search index is kept, by table."""
    pages = "SELECT name FROM sqlite_schema WHERE name GLOB '*_search_data'"
    with workspace.read() as session:
        names = session.scalars(text(pages)).all()
        return {
            name: [
                tuple(row) for row in session.execute(select(text("*")).select_from(table(name)))
            ]
            for name in names
        }


def test_the_audit_entry_names_ids_and_no_words(
    workspace: Workspace, keys: tuple[int, int, int, int]
) -> None:
    with workspace.change("link a question", "link to Transport") as session:
        question_links.link(session, keys[1], keys[2])
    with workspace.read() as session:
        entry = session.scalars(select(AuditEntry).order_by(AuditEntry.id.desc())).first()
        uid = session.scalars(select(QuestionPriority.uid)).one()
    assert entry is not None
    assert entry.action == "link a question"
    assert entry.changes.pop(ALL_ROWS) > 0
    assert entry.changes == {"question_priority": {"added": {"rows": 1, "uids": [uid.hex]}}}


def test_a_deleted_priority_takes_its_links_and_no_answer_along(
    workspace: Workspace, keys: tuple[int, int, int, int]
) -> None:
    survey_id, question_id, transport, _waits = keys
    with workspace.change("Link") as session:
        question_links.link(session, question_id, transport)
    before = rows(workspace)
    with workspace.change("Delete") as session:
        going = changes.what_goes(session, transport)
        changes.delete(session, transport)
        assert question_links.priorities_of(session, survey_id) == {}
    assert going is not None
    assert going.goes["question_priority"] == 1
    assert rows(workspace)["answer"] == before["answer"]
    workspace.undo()
    assert rows(workspace) == before


def test_a_priority_names_each_question_with_its_views_and_their_base(
    workspace: Workspace, keys: tuple[int, int, int, int]
) -> None:
    survey_id, question_id, transport, waits = keys
    with workspace.change("Link") as session:
        question_links.link(session, question_id, waits)
        several = asked(session, survey_id, "several", kind="multiple")
        question_links.link(session, several, waits)
        found = question_links.asked_about(session, waits)
        detail = one_priority.of(session, waits)
        assert question_links.asked_about(session, transport) == []
    views, apart = {"Worse": 3, "Better": 2}, {"Does not apply to us": 4}
    assert found == [
        LinkedQuestion(survey_id, "Autumn survey", WORDS, 5, views, apart),
        LinkedQuestion(survey_id, "Autumn survey", WORDS, 9, views, apart),
    ]
    assert [each.leading for each in found] == ["Worse", "Worse"]
    assert detail is not None
    assert detail.asked == tuple(found)


def test_a_question_that_nobody_answered_is_not_named(
    workspace: Workspace, keys: tuple[int, int, int, int]
) -> None:
    survey_id, _question, transport, _waits = keys
    with workspace.change("Ask") as session:
        empty = Question(survey_id=survey_id, key="e", position=3, words="Why?", kind="single")
        session.add(empty)
        session.flush()
        question_links.link(session, empty.id, transport)
        assert question_links.asked_about(session, transport) == []


def test_consent_and_identity_bear_on_no_priority() -> None:
    kinds = ("single", "multiple", "scale", "number", "grid", "consent", "identity")
    assert [kind for kind in kinds if not question_links.can_be_linked(kind)] == [
        "consent",
        "identity",
    ]


def test_the_counts_of_some_questions_are_those_of_the_whole_survey(
    workspace: Workspace, keys: tuple[int, int, int, int]
) -> None:
    survey_id, question_id, _transport, _waits = keys
    with workspace.change("Ask") as session:
        other = asked(session, survey_id, "other")
        whole = results.results(session, survey_id)
        assert [each.question_id for each in whole] == [question_id, other]
        assert results.results_of(session, [other]) == [whole[1]]
        assert results.results_of(session, [question_id, other]) == whole
        assert results.results_of(session, []) == []


@pytest.mark.parametrize(
    ("counts", "first"),
    [({"A": 1, "B": 2}, "B"), ({"A": 2, "B": 2}, None), ({"A": 0}, None), ({}, None)],
)
def test_an_answer_leads_that_was_given_most_and_alone(
    counts: dict[str, int], first: str | None
) -> None:
    assert results.leading(counts) == first
