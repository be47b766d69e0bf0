"""Surveys: the list, the results question by question, and taking an import back."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session

from pcf_desktop.records import (
    Answer,
    Feedback,
    ImportBatch,
    ImportProfile,
    Option,
    Question,
    Response,
    Survey,
)


@dataclass(frozen=True)
class SurveyLine:
    """A survey in the list."""

    id: int
    title: str
    tool: str | None
    responses: int
    comments: int
    batches: tuple["BatchLine", ...]


@dataclass(frozen=True)
class BatchLine:
    """One file that was brought in."""

    id: int
    file_name: str
    at: datetime
    imported: int
    changed: int


@dataclass(frozen=True)
class Result:
    """The answers to one closed question. `base` counts those who answered it."""

    question_id: int
    words: str
    row: str | None
    kind: str
    base: int
    counts: Mapping[str, int]


def every(session: Session) -> list[SurveyLine]:
    """Return every survey, the newest first."""
    responses = _counted(session, Response.survey_id, Response)
    rows = session.execute(
        select(Question.survey_id, func.count(Feedback.id))
        .join(Feedback, Feedback.question_id == Question.id)
        .group_by(Question.survey_id)
    )
    comments = {row[0]: row[1] for row in rows}
    batches: dict[int | None, list[BatchLine]] = {}
    for batch in session.scalars(select(ImportBatch).order_by(ImportBatch.id)):
        batches.setdefault(batch.survey_id, []).append(
            BatchLine(batch.id, batch.file_name, batch.made_at, batch.imported, batch.changed)
        )
    return [
        SurveyLine(
            survey.id,
            survey.title,
            survey.tool,
            responses.get(survey.id, 0),
            comments.get(survey.id, 0),
            tuple(batches.get(survey.id, ())),
        )
        for survey in session.scalars(select(Survey).order_by(Survey.id.desc()))
    ]


def results(session: Session, survey_id: int) -> list[Result]:
    """Return the closed questions of a survey in their order, each with its own base."""
    options = (
        select(Answer.question_id, Option.words, func.count(Answer.id))
        .join(Option, Option.id == Answer.option_id)
        .join(Question, Question.id == Answer.question_id)
        .where(Question.survey_id == survey_id)
        .group_by(Answer.question_id, Option.id)
        .order_by(Option.position)
    )
    counts: dict[int, dict[str, int]] = {}
    for question_id, words, n in session.execute(options):
        counts.setdefault(question_id, {})[words] = n
    bases = session.execute(
        select(Answer.question_id, func.count(Answer.response_id.distinct()))
        .join(Question, Question.id == Answer.question_id)
        .where(Question.survey_id == survey_id)
        .group_by(Answer.question_id)
    )
    base = {row[0]: row[1] for row in bases}
    asked = session.scalars(
        select(Question).where(Question.survey_id == survey_id).order_by(Question.position)
    )
    return [
        Result(
            question.id,
            question.words,
            question.row,
            question.kind,
            base[question.id],
            counts[question.id],
        )
        for question in asked
        if question.id in counts
    ]


def take_back(session: Session, batch_id: int) -> int:
    """Take a whole import back, long after; return how many responses went.

    Its comments, links and quotes go with the responses. Answers that a later import changed
    stay as they are now; a survey left without responses goes too.
    """
    batch = session.get_one(ImportBatch, batch_id)
    survey_id = batch.survey_id
    gone = session.scalar(
        select(func.count()).select_from(Response).where(Response.batch_id == batch_id)
    )
    session.execute(delete(Response).where(Response.batch_id == batch_id))
    session.delete(batch)
    session.flush()
    left = select(Response.id).where(Response.survey_id == survey_id).limit(1)
    if survey_id is not None and session.scalar(left) is None:
        session.execute(delete(ImportBatch).where(ImportBatch.survey_id == survey_id))
        session.execute(delete(Survey).where(Survey.id == survey_id))
    return gone or 0


def profiles(session: Session) -> dict[str, dict[str, object]]:
    """Return the kept ways of matching columns, by name."""
    rows = session.execute(
        select(ImportProfile.name, ImportProfile.choices).order_by(ImportProfile.name)
    )
    return {row[0]: row[1] for row in rows}


def keep_profile(session: Session, name: str, choices: Mapping[str, object]) -> None:
    """Keep a way of matching columns for next year's export, in place of one of this name."""
    session.execute(delete(ImportProfile).where(ImportProfile.name == name))
    session.add(ImportProfile(name=name, choices=dict(choices)))


def of_response(session: Session, response_id: int) -> Sequence[tuple[str, str]]:
    """Return what the same respondent ticked: question and answer, in order."""
    rows = session.execute(
        select(Question.words, Question.row, Option.words, Answer.number, Answer.words)
        .join(Question, Question.id == Answer.question_id)
        .outerjoin(Option, Option.id == Answer.option_id)
        .where(Answer.response_id == response_id)
        .order_by(Question.position, Answer.id)
    )
    return [
        (
            f"{question} [{row}]" if row else question,
            option or words or (f"{number:g}" if number is not None else ""),
        )
        for question, row, option, number, words in rows
    ]


def _counted(session: Session, column: object, of: type[Response]) -> dict[int, int]:
    rows = session.execute(select(column, func.count()).select_from(of).group_by(column))  # type: ignore[call-overload]
    return {row[0]: row[1] for row in rows}
