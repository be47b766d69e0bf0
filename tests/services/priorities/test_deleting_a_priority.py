"""A priority is deleted with all that only speaks of it, and undo brings every row back."""

import pytest
from sqlalchemy import select

from pcf_desktop.records import (
    Action,
    ActionPriority,
    AreaView,
    Ask,
    Feedback,
    ForumView,
    Judgement,
    Link,
    Measure,
    Meeting,
    OwnMessage,
    Pack,
    PackEvidence,
    PackIssue,
    PackItem,
    PackSection,
    Plan,
    Question,
    QuestionPriority,
    Reading,
    Survey,
    TalkingPoint,
    YouSaid,
)
from pcf_desktop.services.feedback import feedback, links
from pcf_desktop.services.forum import reference
from pcf_desktop.services.packs import packs
from pcf_desktop.services.packs.packs import PackPlan
from pcf_desktop.services.priorities import changes, one_priority, priorities
from pcf_desktop.workspace import Workspace
from tests.services.every_row import key_of, rows
from tests.services.heard_feedback import DAY, say
from tests.services.sample_feedback import priority

WAITS = "Waits for autism and ADHD assessment"
UNTOUCHED = ("feedback", "family", "child", "consent", "response", "answer", "quote")
"""What families said, and all that belongs to them."""


@pytest.fixture
def named(demo: Workspace) -> Workspace:
    """The made-up forum, in which every table that can name a priority names the one on waits."""
    about = key_of(demo, WAITS)
    with demo.change("Name it everywhere") as session:
        pack_id, _document = packs.make(session, PackPlan(), DAY)
        packs.note_issue(session, pack_id, "pack.pdf", b"", "a81b0c42")
        survey = Survey(title="Spring survey")
        session.add(survey)
        session.flush()
        question = Question(survey_id=survey.id, key="q", position=1, words="Waits?", kind="text")
        action = Action(plan_id=session.scalars(select(Plan.id)).first(), position=1, words="Hire")
        meeting = Meeting(title="With inspectors")
        session.add_all([question, action, meeting])
        session.flush()
        measure = Measure(priority_id=about, words="Weeks waited")
        session.add_all(
            [
                QuestionPriority(question_id=question.id, priority_id=about),
                ActionPriority(action_id=action.id, priority_id=about),
                measure,
                Judgement(
                    priority_id=about,
                    judgement_id=reference.term_id(session, "judgement", "sufficient"),
                ),
                AreaView(priority_id=about, on=DAY),
                OwnMessage(priority_id=about, words="We wait", proposed="Waits: …"),
                ForumView(priority_id=about, on=DAY, label="Not felt"),
                Ask(priority_id=about, words="When?"),
                YouSaid(priority_id=about, said="Too long"),
                TalkingPoint(meeting_id=meeting.id, priority_id=about, position=1, words="Weeks"),
            ]
        )
        session.flush()
        session.add(Reading(measure_id=measure.id, on=DAY))
    return demo


def test_all_that_goes_with_a_priority_and_all_that_stays_is_counted(named: Workspace) -> None:
    about = key_of(named, WAITS)
    with named.change("Bin") as session:
        some = select(Link.feedback_id).where(Link.priority_id == about).limit(2)
        feedback.bin_it(session, list(session.scalars(some)))
        words = len(priorities.keywords(session)[about])
        found = changes.what_goes(session, about)
        detail = one_priority.of(session, about)
    assert found is not None
    assert detail is not None
    assert found.title == WAITS
    assert found.hidden_links == 2
    assert found.goes == {
        "link": len(detail.links) + 2,
        "keyword": words,
        "judgement": 1,
        "area_view": 1,
        "forum_view": 1,
        "own_message": 1,
        "measure": 1,
        "plan_priority": 1,
        "action_priority": 1,
        "question_priority": 2,  # the sample's own, and this one
    }
    assert found.stays == {"pack_section": 1, "ask": 1, "talking_point": 1, "you_said": 1}
    named_in = {column.table.name for column, _key in changes.mentions()}
    assert named_in == {*found.goes, *found.stays}


def test_every_column_that_names_a_priority_is_known() -> None:
    found = {column.table.name: key.ondelete for column, key in changes.mentions()}
    assert {name for name, what in found.items() if what == "SET NULL"} == {
        "ask",
        "pack_section",
        "talking_point",
        "you_said",
    }
    assert all(what in ("CASCADE", "SET NULL") for what in found.values())
    assert "link" in found


def test_what_was_said_to_go_goes_and_nothing_of_families_does(named: Workspace) -> None:
    about = key_of(named, WAITS)
    before = rows(named)
    with named.change("Delete") as session:
        said = changes.what_goes(session, about)
        changes.delete(session, about)
    assert said is not None
    after = rows(named)
    gone = {name: len(before[name]) - len(after[name]) for name in before}
    reading = {"reading": 1}  # goes with its measure
    assert {name: n for name, n in gone.items() if n} == {**said.goes, **reading, "priority": 1}
    assert all(after[name] == before[name] != [] for name in UNTOUCHED)
    assert {name for name in said.stays if after[name] == before[name]} == set()
    with named.read() as session:
        assert [each.title for each in packs.issued(session)] == ["What families told us"]
        for record in (PackItem, PackIssue, PackEvidence):
            assert len(before[record.__tablename__]) == len(after[record.__tablename__])


def test_undo_of_a_deletion_is_one_step_and_brings_every_row_back(named: Workspace) -> None:
    about = key_of(named, WAITS)
    before = rows(named)
    with named.change("Delete") as session:
        changes.delete(session, about)
    after = rows(named)
    assert after["link"] != before["link"]
    assert named.undo() == "Delete"
    assert rows(named) == before
    assert named.redo() == "Delete"
    assert rows(named) == after
    with named.read() as session:
        assert about not in [each.id for each in priorities.every(session)]


def test_a_priority_that_nothing_names_takes_nothing_along(workspace: Workspace) -> None:
    with workspace.change("Delete") as session:
        about, other = priority(session), priority(session, "Waits")
        say(session, other, "worse")
        found = changes.what_goes(session, about)
        changes.delete(session, about)
        assert [each.id for each in priorities.every(session)] == [other]
        assert len(links.of_feedback(session, session.scalars(select(Feedback.id)))) == 1
    assert found is not None
    assert (found.goes, found.stays, found.hidden_links) == ({}, {}, 0)


def test_a_pack_with_several_sections_on_it_is_one_pack(workspace: Workspace) -> None:
    with workspace.change("Make") as session:
        about = priority(session)
        pack = Pack(kind="inspector", title="What families told us")
        session.add(pack)
        session.flush()
        session.add_all(
            PackSection(pack_id=pack.id, priority_id=about, position=n, kind="priority")
            for n in (1, 2)
        )
        found = changes.what_goes(session, about)
    assert found is not None
    assert found.stays == {"pack_section": 1}
