"""The list of surveys, results question by question, and an import taken back long after."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import event, func, select

from pcf_desktop.importers.surveys import read
from pcf_desktop.progress import silent
from pcf_desktop.records import Answer, Consent, Feedback, ImportBatch, Option, Response, Survey
from pcf_desktop.services.feedback import feedback, links
from pcf_desktop.services.samples import samples
from pcf_desktop.services.surveys import importing, option_order, surveys
from pcf_desktop.services.surveys.importing import Source
from pcf_desktop.workspace import Session, Workspace, connection, migrate
from pcf_desktop.workspace.data_key import DataKey
from tests.conftest import DEVICE, KEY, OpenFile


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The made-up Shropshire forum with its survey brought in and linked; no test's own."""
    path = tmp_path_factory.mktemp("shropshire") / "forum.db"
    connection.create(path, DataKey(KEY))
    migrate.build(path, DataKey(KEY))
    workspace = Workspace(connection.connect(path, DataKey(KEY)), DEVICE)
    with workspace.change("Fill") as session:
        samples.begin(session, "shropshire")
        sheet = read(samples.survey_file())
        source = Source("shropshire-survey.xlsx", "0" * 64)
        importing.import_survey(session, sheet, samples.SURVEY_TITLE, source, silent)
        samples.link_survey(session)
    workspace.close()
    return path


@pytest.fixture
def shropshire(filled: Path, tmp_path: Path, open_file: OpenFile) -> Workspace:
    """A copy of that forum for one test."""
    path = tmp_path / "shropshire.db"
    shutil.copy(filled, path)
    return open_file(path)


def test_a_survey_in_the_list_says_how_much_came_in_and_when(shropshire: Workspace) -> None:
    with shropshire.read() as session:
        (line,) = surveys.every(session)
        responses = session.scalar(select(func.count(Response.id)))
        comments = session.scalar(
            select(func.count(Feedback.id)).where(Feedback.response_id.is_not(None))
        )
    assert (line.title, line.tool) == (samples.SURVEY_TITLE, "microsoft_forms")
    assert (line.responses, line.comments) == (responses, comments)
    assert line.first is not None
    assert line.last is not None
    assert line.first < line.last
    (batch,) = line.batches
    assert (batch.file_name, batch.imported, batch.changed) == (
        "shropshire-survey.xlsx",
        responses,
        0,
    )


def test_each_question_has_its_own_base(shropshire: Workspace) -> None:
    with shropshire.read() as session:
        (line,) = surveys.every(session)
        found = surveys.results(session, line.id)
    assert len(found) > 5
    assert len({result.base for result in found}) > 1
    for result in found:
        assert 0 < result.base <= line.responses
        if result.kind in {"single", "scale", "consent"}:
            assert sum(result.counts.values()) <= result.base
        assert max(result.counts.values()) <= result.base


def test_an_option_that_nobody_chose_any_more_stands_there_with_nought(
    shropshire: Workspace,
) -> None:
    with shropshire.read() as session:
        (line,) = surveys.every(session)
        result = next(r for r in surveys.results(session, line.id) if r.kind == "single")
        words = next(iter(result.counts))
        option = session.scalars(
            select(Option.id).where(Option.question_id == result.question_id, Option.words == words)
        ).one()
    with shropshire.change("Empty an option") as session:
        for answer in session.scalars(select(Answer).where(Answer.option_id == option)):
            session.delete(answer)
    with shropshire.read() as session:
        after = surveys.results(session, line.id)
    (found,) = [each for each in after if each.question_id == result.question_id]
    assert found.counts[words] == 0
    assert found.base == result.base - result.counts[words]


def test_numbers_are_counted_one_by_one_in_their_order(
    workspace: Workspace, tmp_path: Path
) -> None:
    path = tmp_path / "any.csv"
    lines = "\n".join(f"{n},A place where he is happy at last" for n in (10, 9, 9, 11, 25, 31, 42))
    path.write_text(f"How many weeks did you wait?,What most needs to change?\n{lines}\n", "utf-8")
    with workspace.change("Import") as session:
        sheet = read(path)
        importing.import_survey(session, sheet, "Waits", Source("any.csv", "0" * 64), silent)
    with workspace.read() as session:
        (survey,) = surveys.every(session)
        (result,) = [r for r in surveys.results(session, survey.id) if r.kind == "number"]
    assert list(result.counts.items())[:3] == [("9", 2), ("10", 1), ("11", 1)]


def test_questions_in_free_words_say_how_many_comments_they_brought(shropshire: Workspace) -> None:
    with shropshire.read() as session:
        (line,) = surveys.every(session)
        found = surveys.free_questions(session, line.id)
    assert sum(question.comments for question in found) == line.comments > 0
    assert all(question.words for question in found)


def test_taking_back_says_first_what_goes_and_then_removes_just_that(shropshire: Workspace) -> None:
    with shropshire.read() as session:
        (line,) = surveys.every(session)
        (batch,) = line.batches
        going = surveys.what_goes(session, batch.id)
        logged = select(func.count(Feedback.id)).where(Feedback.response_id.is_(None))
        others = session.scalar(logged)
    assert (going.responses, going.comments) == (line.responses, line.comments)
    assert going.links > 0
    assert going.quotes == 0
    with shropshire.change("Take back") as session:
        assert surveys.take_back(session, batch.id) == going.responses
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
        surveys.take_back(session, line.batches[0].id)
    shropshire.undo()
    with shropshire.read() as session:
        assert counted(session) == before
        (again,) = surveys.every(session)
    assert again == line


@pytest.fixture
def counted() -> Callable[[Session], list[int]]:
    """Count what an import brings and what hangs on it."""

    def count(session: Session) -> list[int]:
        keys = feedback.ids(session, feedback.Filter())
        found = links.of_feedback(session, keys)
        return [len(keys), *(len(found.get(key, ())) for key in sorted(keys))]

    return count


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
        assert surveys.take_back(session, second) == 3
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
            surveys.take_back(session, batch_id)
        return heard

    few, many = bring("few", range(901, 903)), bring("many", range(1, 200))
    made_anew = "INSERT INTO feedback_search (feedback_search) VALUES ('rebuild')"
    assert made_anew not in statements(few)
    assert made_anew in statements(many)
    workspace.undo()
    with workspace.read() as session:
        assert len(feedback.ids(session, feedback.Filter(words="weeks 100"))) == 6
        assert feedback.ids(session, feedback.Filter(words="weeks 901")) == []


def test_a_way_of_matching_columns_is_kept_by_name_and_replaced(workspace: Workspace) -> None:
    with workspace.change("Keep") as session:
        surveys.keep_profile(session, "Annual survey", {"tool": "jotform"})
        surveys.keep_profile(session, "Another", {"tool": "limesurvey"})
    with workspace.change("Keep") as session:
        surveys.keep_profile(session, "Annual survey", {"tool": "smartsurvey"})
    with workspace.read() as session:
        assert surveys.profiles(session) == {
            "Annual survey": {"tool": "smartsurvey"},
            "Another": {"tool": "limesurvey"},
        }


def test_answers_without_an_order_of_their_own_stand_by_size(shropshire: Workspace) -> None:
    with shropshire.read() as session:
        (line,) = surveys.every(session)
        found = surveys.results(session, line.id)
    by_size = [
        [n for words, n in each.counts.items() if not option_order.is_other(words)]
        for each in found
        if each.kind in {"single", "multiple"} and "0 to 4" not in each.counts
    ]
    assert len(by_size) > 3
    assert all(counts == sorted(counts, reverse=True) for counts in by_size)


def test_ages_stand_from_the_youngest_whatever_came_first(shropshire: Workspace) -> None:
    with shropshire.read() as session:
        (line,) = surveys.every(session)
        found = surveys.results(session, line.id)
    ages = [list(each.counts) for each in found if "0 to 4" in each.counts]
    assert ages
    assert all(each == ["0 to 4", "5 to 10", "11 to 15", "16 to 19", "20 to 25"] for each in ages)
