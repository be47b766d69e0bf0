"""Home says what is done and what is left, in figures that agree with the rows."""

from datetime import date

import pytest
from sqlalchemy import func, select

from pcf_desktop.records import (
    Base,
    Feedback,
    InspectionEvent,
    Link,
    Meeting,
    Priority,
    Survey,
    Term,
    When,
)
from pcf_desktop.services.counting import voices
from pcf_desktop.services.forum import reference
from pcf_desktop.services.home import home
from pcf_desktop.services.samples import samples
from pcf_desktop.workspace import Workspace
from tests.services.heard_feedback import say
from tests.services.sample_feedback import priority


@pytest.fixture
def shropshire(workspace: Workspace) -> Workspace:
    """The made-up forum as it begins."""
    with workspace.change("Make the sample") as session:
        for table in reversed(Base.metadata.sorted_tables):
            if table.name not in {"audit_entry", "series"}:
                session.execute(table.delete())
        samples.begin(session, "shropshire")
    return workspace


def test_an_empty_forum_has_everything_to_do(workspace: Workspace) -> None:
    with workspace.read() as session:
        tasks = home.tasks(session)
        dates = home.next_dates(session, date(2026, 1, 1))
    assert tasks == home.Tasks(0, 0, 0, 0, 0, 0, 0, 0, 0, 0)
    assert dates == []


def test_the_figures_are_those_of_the_rows(shropshire: Workspace) -> None:
    with shropshire.change("Add a survey") as session:
        session.add(Survey(title="-"))
    with shropshire.read() as session:
        tasks = home.tasks(session)
        rows = select(func.count()).select_from(Feedback)
        own = select(Priority.id).join(Term, Term.id == Priority.kind_id)
        official = set(session.scalars(own.where(Term.key != "own_concern")))
        linked = set(session.scalars(select(Link.priority_id)))
        to_sort = session.scalar(rows.where(Feedback.sorted_at.is_(None)))
        assert tasks.comments == session.scalar(rows)
    assert tasks.to_sort == to_sort
    assert tasks.surveys == 1
    assert tasks.priorities == len(official) == 6
    assert tasks.heard == len(official & linked)
    assert tasks.too_few >= len(official - linked)
    assert 0 < tasks.families < tasks.comments
    assert 0 <= tasks.worse <= tasks.heard


def test_nine_families_are_too_few_and_who_spoke_of_no_priority_is_not_its_base(
    workspace: Workspace,
) -> None:
    with workspace.change("Say") as session:
        kind = reference.term_id(session, "priority_kind", "significant_weakness")
        about = priority(session)
        session.get_one(Priority, about).kind_id = kind
        for _ in range(9):
            say(session, about, "worse")
        session.add(Feedback(words="Nothing to do with any of it"))
        session.flush()
        few = home.tasks(session)
        say(session, about, "worse")
        enough = home.tasks(session)
    assert (few.too_few, few.families, few.comments) == (1, 9, 10)
    assert (enough.too_few, enough.families) == (0, 10)


def test_what_is_set_aside_counts_nowhere(shropshire: Workspace) -> None:
    with shropshire.change("Set all aside") as session:
        for feedback in session.scalars(select(Feedback)):
            feedback.set_aside = True
    with shropshire.read() as session:
        tasks = home.tasks(session)
    assert (tasks.comments, tasks.families, tasks.to_sort, tasks.heard) == (0, 0, 0, 0)


def test_the_next_dates_come_in_order_and_the_last_when_none_is_left(
    shropshire: Workspace,
) -> None:
    with shropshire.change("Add meetings") as session:
        for day in (9, 3):
            on = When.day(date(2031, 5, day))
            session.add(Meeting(title=f"Meeting on {day} May", on=on))
    with shropshire.read() as session:
        ahead = home.next_dates(session, date(2031, 5, 3))
        after = home.next_dates(session, date(2032, 1, 1), most=2)
        events = session.scalars(select(InspectionEvent)).all()
    assert [each.words for each in ahead] == ["Meeting on 3 May", "Meeting on 9 May"]
    assert [each.words for each in after] == ["Meeting on 3 May", "Meeting on 9 May"]
    assert len(events) > 2


def test_its_base_is_whoever_spoke_of_a_priority_counted_one_by_one(shropshire: Workspace) -> None:
    with shropshire.read() as session:
        official = set(
            session.scalars(
                select(Priority.id)
                .join(Term, Term.id == Priority.kind_id)
                .where(Term.key != "own_concern")
            )
        )
        spoke = set()
        for link in session.scalars(select(Link).where(Link.priority_id.in_(official))):
            said = session.get_one(Feedback, link.feedback_id)
            way = session.get(Term, said.channel_id) if said.channel_id else None
            by_family = way is None or way.key not in voices.NO_FAMILY
            if said.family_id or said.response_id or by_family:
                spoke.add((said.family_id, said.family_id or said.response_id or said.id))
        assert home.tasks(session).families == len(spoke) > 10
