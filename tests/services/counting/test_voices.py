"""One loud parent is one voice: the family, else the respondent, else the piece itself."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import ColumnElement, delete, select

from pcf_desktop.records import Family, Feedback, Response, Survey
from pcf_desktop.services.counting import voices
from pcf_desktop.services.forum import reference
from pcf_desktop.workspace import Session, Workspace

KINDS = ("family", "response", "both", "alone", "binned", "set aside")


def make(session: Session, pieces: list[tuple[str, int]]) -> list[tuple[str, int]]:
    """Add a piece for each (kind, owner); return whose voice each listed one is."""
    session.execute(delete(Feedback))
    session.execute(delete(Survey))
    session.execute(delete(Family))
    survey = Survey(title="-")
    families = [Family(code=f"F-{n:04}") for n in range(3)]
    session.add_all([survey, *families])
    session.flush()
    responses = [
        Response(survey_id=survey.id, known_as=str(n), digest="0", is_complete=True)
        for n in range(3)
    ]
    session.add_all(responses)
    session.flush()
    said = []
    for place, (kind, owner) in enumerate(pieces):
        family = families[owner].id if kind in {"family", "both"} else None
        response = responses[owner].id if kind in {"response", "both"} else None
        binned = datetime(2026, 1, 1, tzinfo=UTC) if kind == "binned" else None
        session.add(
            Feedback(
                words="-",
                family_id=family,
                response_id=response,
                binned_at=binned,
                set_aside=kind == "set aside",
            )
        )
        session.flush()
        if kind in {"family", "both"}:
            said.append(("family", owner))
        elif kind == "response":
            said.append(("response", owner))
        elif kind == "alone":
            said.append(("alone", place))
    return said


@given(pieces=st.lists(st.tuples(st.sampled_from(KINDS), st.integers(0, 2)), max_size=12))
def test_families_are_counted_once_whatever_they_said(
    workspace: Workspace, pieces: list[tuple[str, int]]
) -> None:
    with workspace.change("Count") as session:
        said = make(session, pieces)
        counted = session.scalar(select(voices.families()).where(voices.LISTED))
        hidden = voices.unlisted(session)
    assert counted == len(set(said))
    assert len(hidden) == len(pieces) - len(said)


@pytest.mark.parametrize(
    ("wanted", "index"),
    [
        (voices.LISTED, "ix_feedback_"),
        (voices._UNLISTED, "ix_feedback_unlisted"),
        (voices.BINNED, "ix_feedback_unlisted"),
    ],
)
def test_each_list_is_read_through_its_index(
    workspace: Workspace, wanted: ColumnElement[bool], index: str
) -> None:
    with workspace.read() as session:
        query = select(Feedback.id).where(wanted).compile(session.connection())
        plan = session.connection().exec_driver_sql(f"EXPLAIN QUERY PLAN {query}").all()
    assert f"INDEX {index}" in repr(plan)


@pytest.mark.parametrize(("channel", "families"), [("meeting_observation", 0), ("webinar", 1)])
def test_what_the_forums_own_people_saw_is_no_familys_voice(
    workspace: Workspace, channel: str, families: int
) -> None:
    with workspace.change("Note") as session:
        seen = Feedback(words="-", channel_id=reference.term_id(session, "channel", channel))
        session.add(seen)
        session.flush()
        counted = select(voices.families()).where(Feedback.id == seen.id)
        assert session.scalar(counted) == families
        seen.family_id = session.scalars(select(Family.id)).first()
        session.flush()
        assert session.scalar(counted) == (seen.family_id is not None or families)
