"""A survey that grows: what was guessed of few answers is put right by a file that holds more."""

import csv
from pathlib import Path

import pytest
from sqlalchemy import func, select

from pcf_desktop.importers.sheet import Kind
from pcf_desktop.records import Answer, Feedback, Option, Priority, Question, QuestionPriority
from pcf_desktop.services.feedback import feedback, links
from pcf_desktop.services.forum import reference
from pcf_desktop.services.surveys import results as said
from pcf_desktop.services.surveys import surveys
from pcf_desktop.workspace import Session, Workspace
from tests.services.autumn_survey import everything
from tests.services.surveys.test_nobody_twice import bring

SCHOOL, CHANGE = "Which best describes your child's school?", "What should change?"
SCHOOLS = ("Mainstream primary", "Mainstream secondary", "Special school", "Educated at home")
FEW, MANY = 6, 40


def table(path: Path, rows: list[tuple[str, str]], first: int = 0) -> Path:
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerow(["Timestamp", SCHOOL, CHANGE])
        csv.writer(file).writerows(
            [f"{1 + at % 27:02}/03/2026 {8 + at % 12:02}:{at:02}:09", school, change]
            for at, (school, change) in enumerate(rows, start=first)
        )
    return path


def grown(count: int) -> list[tuple[str, str]]:
    """Return answers of which the first six look otherwise than all of them together."""
    few = ["Special school", "Educated at home", "Mainstream primary", "Mainstream secondary", "",
           "Special school"]  # fmt: skip
    many = [*few, *(SCHOOLS[at % 4] for at in range(count))]
    told = ["Shorter waits", "A person to ring", "Shorter waits", "A person to ring", "", ""]
    told += [f"We would like {at} visits, and somebody who listens" for at in range(count)]
    return list(zip(many, told, strict=True))[:count]


def kinds(session: Session) -> dict[str, str]:
    return {row[0]: row[1] for row in session.execute(select(Question.words, Question.kind))}


def comments(session: Session, question: str) -> list[Feedback]:
    return list(
        session.scalars(
            select(Feedback)
            .join(Question, Question.id == Feedback.question_id)
            .where(Question.words == question)
            .order_by(Feedback.response_id)
        )
    )


def results(session: Session) -> dict[str, int]:
    found = {each.words: each for each in said.results(session, surveys.titles(session)[0][0])}
    return dict(found[SCHOOL].counts)


@pytest.fixture
def few(workspace: Workspace, tmp_path: Path) -> Workspace:
    """A survey of six answers, of which school looks like words and change like a choice."""
    bring(workspace, table(tmp_path / "few.csv", grown(FEW)), "A")
    with workspace.read() as session:
        assert kinds(session) == {SCHOOL: Kind.TEXT, CHANGE: Kind.SINGLE}
    return workspace


def test_it_is_as_if_all_of_it_had_come_at_once(
    few: Workspace, workspace: Workspace, tmp_path: Path
) -> None:
    path = table(tmp_path / "many.csv", grown(MANY))
    report = bring(few, path, "A")
    assert (report.imported, report.already_here, report.changed) == (MANY - FEW, FEW, 0)
    assert (report.reread.answers, report.reread.comments, report.reread.stay) == (5, 4, 0)
    with few.read() as session:
        assert kinds(session) == {SCHOOL: Kind.SINGLE, CHANGE: Kind.TEXT}
        assert comments(session, SCHOOL) == []
        assert [each.words for each in comments(session, CHANGE)][:2] == [
            "Shorter waits", "A person to ring",
        ]  # fmt: skip
        assert sum(results(session).values()) == MANY - 1
        grown_up = results(session), len(comments(session, CHANGE))
        assert session.scalar(select(func.count(Option.id))) == len(SCHOOLS)
    again = bring(few, path, "A")
    assert (again.already_here, again.changed, again.comments) == (MANY, 0, 0)
    few.undo()
    few.undo()
    few.undo()
    bring(workspace, path, "A")
    with workspace.read() as session:
        assert (results(session), len(comments(session, CHANGE))) == grown_up


def test_undo_brings_back_what_it_was(few: Workspace, tmp_path: Path) -> None:
    before = everything(few)
    bring(few, table(tmp_path / "many.csv", grown(MANY)), "A")
    few.undo()
    assert everything(few) == before


def test_answers_that_the_fuller_file_does_not_hold_are_put_right_too(
    few: Workspace, tmp_path: Path
) -> None:
    later = [("Somewhere else, we asked for it", ""), *grown(MANY)[FEW:]]
    report = bring(few, table(tmp_path / "later.csv", later, first=FEW), "A")
    assert (report.imported, report.already_here, report.reread.answers) == (len(later), 0, 5)
    with few.read() as session:
        assert comments(session, SCHOOL) == []
        assert sum(results(session).values()) == len(later) + 5
        assert [each.words for each in comments(session, CHANGE)][:1] == ["Shorter waits"]


def test_what_a_family_took_away_meanwhile_is_told_the_same_before_and_after(
    few: Workspace, tmp_path: Path
) -> None:
    emptied = [("", ""), *grown(MANY)[1:]]
    report = bring(few, table(tmp_path / "many.csv", emptied), "A")
    assert [(row, set(asked)) for row, asked in report.changes] == [(2, {SCHOOL, CHANGE})]
    with few.read() as session:
        assert sum(results(session).values()) == MANY - 2


def test_a_comment_on_which_somebody_worked_stays_and_is_told(
    few: Workspace, tmp_path: Path
) -> None:
    with few.change("work on them") as session:
        kind = reference.words(session, "priority_kind")[0].id
        session.add(
            Priority(title="Schools", position=1, kind_id=kind, bodies=[], is_embargoed=False)
        )
        session.flush()
        linked, edited, *_ = comments(session, SCHOOL)
        links.link(session, linked.id, session.scalars(select(Priority.id)).one(), "worse", "")
        feedback.change_words(session, edited.id, "He learns at home")
    report = bring(few, table(tmp_path / "many.csv", grown(MANY)), "A")
    assert (report.reread.answers, report.reread.stay, report.changed) == (3, 2, 0)
    with few.read() as session:
        assert [each.words for each in comments(session, SCHOOL)] == [
            "Special school", "He learns at home",
        ]  # fmt: skip
        assert sum(results(session).values()) == MANY - 1
    again = bring(few, table(tmp_path / "many.csv", grown(MANY)), "A")
    assert (again.already_here, again.reread.stay, len(again.changes)) == (MANY, 0, 0)


def test_a_chart_that_measures_a_priority_stays_one(few: Workspace, tmp_path: Path) -> None:
    with few.change("measure") as session:
        kind = reference.words(session, "priority_kind")[0].id
        session.add(
            Priority(title="Change", position=1, kind_id=kind, bodies=[], is_embargoed=False)
        )
        session.flush()
        question = session.scalars(select(Question).where(Question.words == CHANGE)).one()
        priority = session.scalars(select(Priority.id)).one()
        session.add(QuestionPriority(question_id=question.id, priority_id=priority))
    bring(few, table(tmp_path / "many.csv", grown(MANY)), "A")
    with few.read() as session:
        assert kinds(session)[CHANGE] == Kind.SINGLE
        assert (session.scalar(select(func.count(Answer.id))) or 0) > MANY
