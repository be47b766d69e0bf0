"""An import taken back long after, with what goes and what stays."""

from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import event, func, select

from pcf_desktop.importers.surveys import read
from pcf_desktop.progress import silent
from pcf_desktop.records import Answer, Consent, Feedback, ImportBatch, Response, Survey
from pcf_desktop.services.feedback import feedback, links
from pcf_desktop.services.surveys import importing, surveys, taken_back
from pcf_desktop.services.surveys.importing import Source
from pcf_desktop.workspace import Session, Workspace


@pytest.fixture
def counted() -> Callable[[Session], list[int]]:
    """Count what an import brings and what hangs on it."""

    def count(session: Session) -> list[int]:
        keys = feedback.ids(session, feedback.Filter())
        found = links.of_feedback(session, keys)
        return [len(keys), *(len(found.get(key, ())) for key in sorted(keys))]

    return count


def test_taking_back_says_first_what_goes_and_then_removes_just_that(shropshire: Workspace) -> None:
    with shropshire.read() as session:
        (line,) = surveys.every(session)
        (batch,) = line.batches
        going = taken_back.what_goes(session, batch.id)
        logged = select(func.count(Feedback.id)).where(Feedback.response_id.is_(None))
        others = session.scalar(logged)
    assert (going.responses, going.comments) == (line.responses, line.comments)
    assert going.links > 0
    assert going.quotes == 0
    with shropshire.change("Take back") as session:
        assert taken_back.take_back(session, batch.id) == going.responses
    with shropshire.read() as session:
        assert surveys.every(session) == []
        assert session.scalar(logged) == others
        for record in (Response, Answer, Survey, ImportBatch):
            assert session.scalar(select(func.count(record.id))) == 0
        left = select(func.count(Consent.id)).where(Consent.response_id.is_not(None))
        assert session.scalar(left) == 0


def test_undo_brings_an_import_that_was_taken_back_home_with_its_links(
    shropshire: Workspace, counted: Callable[[Session], list[int]]
) -> None:
    with shropshire.read() as session:
        before = counted(session)
        (line,) = surveys.every(session)
    with shropshire.change("Take back") as session:
        taken_back.take_back(session, line.batches[0].id)
    shropshire.undo()
    with shropshire.read() as session:
        assert counted(session) == before
        (again,) = surveys.every(session)
    assert again == line


def test_the_second_of_two_imports_taken_back_leaves_the_first(
    workspace: Workspace, tmp_path: Path
) -> None:
    def bring(name: str, answers: range) -> int:
        rows = "\n".join(f"{n},0{n}/09/2021,It took {n} weeks to get an answer" for n in answers)
        path = tmp_path / name
        path.write_text(f"Response ID,Completed,What most needs to change?\n{rows}\n", "utf-8")
        with workspace.change("Import") as session:
            found = importing.import_survey(
                session, read(path), "Waits", Source(name, "0" * 64), silent
            )
        assert found.batch_id is not None
        return found.batch_id

    first, second = bring("a.csv", range(1, 4)), bring("b.csv", range(1, 7))
    with workspace.change("Take back") as session:
        assert taken_back.take_back(session, second) == 3
    with workspace.read() as session:
        (line,) = surveys.every(session)
        assert (line.responses, line.comments) == (3, 3)
        assert [batch.id for batch in line.batches] == [first]


def test_the_index_is_made_anew_where_many_comments_go_however_few_the_responses(
    workspace: Workspace, tmp_path: Path
) -> None:
    def bring(name: str, answers: range) -> int:
        asked = ",".join(f"What would you change about {what}?" for what in "abcdef")
        said = ",".join(f"It took them weeks to answer about {what} for {{n}}" for what in "abcdef")
        rows = "\n".join(f"{n},{said.format(n=n)}" for n in answers)
        path = tmp_path / name
        path.write_text(f"Response ID,{asked}\n{rows}\n", "utf-8")
        with workspace.change("Import") as session:
            found = importing.import_survey(
                session, read(path), name, Source(name, "0" * 64), silent
            )
        assert found.comments == 6 * len(answers)
        assert found.batch_id is not None
        return found.batch_id

    def statements(batch_id: int) -> list[str]:
        heard: list[str] = []
        with workspace.change("Take back") as session:
            hear = event.listens_for(session.connection(), "before_cursor_execute")
            hear(lambda *given: heard.append(given[2]))
            taken_back.take_back(session, batch_id)
        return heard

    few, many = bring("few", range(901, 903)), bring("many", range(1, 200))
    made_anew = "INSERT INTO feedback_search (feedback_search) VALUES ('rebuild')"
    assert made_anew not in statements(few)
    assert made_anew in statements(many)
    workspace.undo()
    with workspace.read() as session:
        assert len(feedback.ids(session, feedback.Filter(words="weeks 100"))) == 6
        assert feedback.ids(session, feedback.Filter(words="weeks 901")) == []
