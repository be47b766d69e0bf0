"""The made-up forums come into a file whole, and their survey is linked as a volunteer would."""

import pytest
from sqlalchemy import func, select

from pcf_desktop.records import (
    Base,
    Consent,
    Event,
    Feedback,
    InspectionEvent,
    Judgement,
    Keyword,
    Link,
    Plan,
    Priority,
)
from pcf_desktop.services import forums, samples
from pcf_desktop.workspace import Session, Workspace


@pytest.fixture
def bare(workspace: Workspace) -> Workspace:
    """A file with its tables and nothing in them."""
    with workspace.change("Empty") as session:
        for table in reversed(Base.metadata.sorted_tables):
            if table.name not in {"audit_entry", "series"}:
                session.execute(table.delete())
    return workspace


def count(session: Session, record: type[Base]) -> int:
    return session.scalar(select(func.count()).select_from(record)) or 0


def test_each_is_offered_with_its_area_and_its_name() -> None:
    offered = samples.every()
    assert [each.key for each in offered] == list(samples.AREAS)
    assert all("sample)" in each.forum and each.area in each.forum for each in offered)


@pytest.mark.parametrize("key", samples.AREAS)
def test_every_fact_of_a_sample_is_kept(bare: Workspace, key: str) -> None:
    with bare.change("Make a sample") as session:
        samples.begin(session, key)
    facts, said = samples._read(f"{key}.toml"), samples._read(f"{key}-feedback.toml")["feedback"]
    with bare.read() as session:
        assert forums.the_forum(session).sample == key
        assert count(session, Priority) == len(facts["priorities"])
        assert count(session, Keyword) == sum(len(p["keywords"]) for p in facts["priorities"])
        assert count(session, Judgement) == sum(len(p["judgements"]) for p in facts["priorities"])
        assert count(session, InspectionEvent) == len(facts["events"])
        assert count(session, Plan) == len(facts["plans"])
        assert count(session, Feedback) == len(said)
        assert count(session, Link) == sum(len(item["links"]) for item in said)
        given_ = session.scalar(select(func.count()).select_from(Consent).where(Consent.given))
        assert given_ == sum(len(item["consent"]) for item in said)
        words = set(session.scalars(select(Feedback.words)))
        assert words == {item["text"].strip() for item in said}
        events = {(item["event"], str(item["date"])) for item in said if "event" in item}
        assert count(session, Event) == len(events)


def test_a_sample_is_made_of_what_the_forum_can_undo(bare: Workspace) -> None:
    with bare.change("Make a sample") as session:
        samples.begin(session, "somerset")
    assert bare.undo() == "Make a sample"
    with bare.read() as session:
        assert count(session, Feedback) == count(session, Priority) == 0


def test_the_survey_of_the_sample_ships() -> None:
    assert samples.survey_file().read_bytes()[:2] == b"PK"
