"""The made-up forums come into a file whole, and their survey is linked as a volunteer would."""

import pytest
from sqlalchemy import func, select

from pcf_desktop.progress import silent
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
    Question,
    QuestionPriority,
    Term,
)
from pcf_desktop.services.forum import forums
from pcf_desktop.services.samples import demo_forum, samples
from pcf_desktop.workspace import Session, Workspace

MEASURED = (
    ("work together for your child", "Leadership, planning and use of data"),
    ("Health services taking their part", "Health missing from the SEND action plan"),
    ("Waiting for an autism or ADHD assessment", "Waits for autism and ADHD assessment"),
    ("Speech and language therapy", "Waits for speech and language therapy"),
    ("EHC assessments, plans and annual reviews", "Uneven input to EHC assessments and plans"),
    ("without exclusions or short days", "Exclusions of children with SEND"),
)
"""What stands in a question of the survey, and the priority that it measures."""


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


def words_kept(workspace: Workspace, key: str, *, own: bool) -> list[tuple[str | None, str | None]]:
    """Make a sample; return the words and the source of each weakness, or of each own concern."""
    with workspace.change("Make a sample") as session:
        samples.begin(session, key)
    rows = (
        select(Priority.words, Priority.source)
        .join(Term, Term.id == Priority.kind_id)
        .where((Term.key == "own_concern") == own)
        .order_by(Priority.position)
    )
    with workspace.read() as session:
        return [(row[0], row[1]) for row in session.execute(rows)]


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


@pytest.mark.parametrize(
    ("key", "weaknesses"), [("somerset", 9), ("staffordshire", 8), ("worcestershire", 12)]
)
def test_words_of_others_never_stand_as_the_inspectors(
    bare: Workspace, key: str, weaknesses: int
) -> None:
    kept = words_kept(bare, key, own=False)
    assert [words for words, _ in kept] == [None] * weaknesses
    assert all(source for _, source in kept)


def test_the_words_of_the_letter_name_the_letter_and_who_listed_them(bare: Workspace) -> None:
    kept = words_kept(bare, "shropshire", own=False)
    assert {source for _, source in kept} == {
        "Outcome letter published 6 May 2020, as listed by PACC Shropshire"
    }
    assert [words.split()[0] for words, _ in kept if words] == [
        "inconsistent", "the", "significant", "significant", "inconsistency", "the",
    ]  # fmt: skip


@pytest.mark.parametrize("key", samples.AREAS)
def test_a_concern_of_its_own_keeps_the_words_of_the_forum(bare: Workspace, key: str) -> None:
    kept = words_kept(bare, key, own=True)
    assert kept
    assert all(words for words, _ in kept)


@pytest.mark.parametrize("key", ["worcestershire", "somerset", "staffordshire"])
def test_a_judgement_has_its_source_and_no_day_that_no_source_gives(
    bare: Workspace, key: str
) -> None:
    with bare.change("Make a sample") as session:
        samples.begin(session, key)
    with bare.read() as session:
        judged = list(session.scalars(select(Judgement)))
        assert judged
        for each in judged:
            assert each.on is None
            assert each.event_id
            assert each.sentence
            assert each.source


def test_the_questions_of_the_survey_are_linked_to_what_they_measure(bare: Workspace) -> None:
    with bare.change("Make a sample") as session:
        samples.begin(session, "shropshire")
    demo_forum.import_and_link(bare, silent)
    rows = (
        select(Question.words, Priority.title)
        .join(QuestionPriority, QuestionPriority.question_id == Question.id)
        .join(Priority, Priority.id == QuestionPriority.priority_id)
        .order_by(Priority.position)
    )
    with bare.read() as session:
        linked = [(row[0], row[1]) for row in session.execute(rows)]
    for (words, title), (part, measured) in zip(linked, MEASURED, strict=True):
        assert part in words
        assert title == measured


def test_a_sample_is_made_of_what_the_forum_can_undo(bare: Workspace) -> None:
    with bare.change("Make a sample") as session:
        samples.begin(session, "somerset")
    assert bare.undo() == "Make a sample"
    with bare.read() as session:
        assert count(session, Feedback) == count(session, Priority) == 0


def test_the_survey_of_the_sample_ships() -> None:
    assert samples.survey_file().read_bytes()[:2] == b"PK"
