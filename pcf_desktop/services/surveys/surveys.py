"""Surveys: the list, the results question by question, and taking an import back."""

from collections.abc import Collection, Mapping
from contextlib import nullcontext
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, Select, delete, func, select, true
from sqlalchemy.orm import Session

from pcf_desktop.records import (
    Answer,
    Feedback,
    ImportBatch,
    ImportProfile,
    Link,
    Option,
    Question,
    Quote,
    Response,
    Survey,
)
from pcf_desktop.services.counting.voices import LISTED
from pcf_desktop.services.surveys import option_order
from pcf_desktop.services.surveys.row_sorting import LACKING
from pcf_desktop.workspace import search_index

MOST_NUMBERS = 20
"""How many different numbers can be shown one by one."""

SHARE = 30
"""Where more than one text in so many goes, the search index is sooner made anew than mended: the
two took as long for 150 of 3,000 comments, 1,300 of 48,000 and 2,000 of 102,000."""


@dataclass(frozen=True)
class SurveyLine:
    """A survey in the list."""

    id: int
    title: str
    tool: str | None
    responses: int
    comments: int
    batches: tuple["BatchLine", ...]
    first: datetime | None = None
    last: datetime | None = None
    """When the first and the last response came in, as far as the tool said so."""


@dataclass(frozen=True)
class BatchLine:
    """One file that was brought in."""

    id: int
    file_name: str
    at: datetime
    imported: int
    changed: int
    lacking: int = 0
    """Responses that were here, and that the file did not hold any more."""


@dataclass(frozen=True)
class Result:
    """The answers to one closed question. `base` counts those who answered it.

    `counts` are in the order in which they are shown, as `option_order` says; an option that
    nobody chose stands there with nought. They add up to more than the base where several could be
    ticked.
    """

    question_id: int
    words: str
    row: str | None
    kind: str
    base: int
    counts: Mapping[str, int]


@dataclass(frozen=True)
class FreeQuestion:
    """A question answered in free words, and how many comments it brought."""

    question_id: int
    words: str
    row: str | None
    comments: int


@dataclass(frozen=True)
class ImportGoing:
    """What goes when an import is taken back."""

    responses: int
    comments: int
    links: int
    quotes: int


def titles(session: Session) -> list[tuple[int, str]]:
    """Return each survey's id and title, the newest first."""
    rows = session.execute(select(Survey.id, Survey.title).order_by(Survey.id.desc()))
    return [(row[0], row[1]) for row in rows]


def every(session: Session) -> list[SurveyLine]:
    """Return every survey, the newest first."""
    came = session.execute(
        select(
            Response.survey_id,
            func.count(),
            func.min(Response.completed_at),
            func.max(Response.completed_at),
        ).group_by(Response.survey_id)
    )
    responses = {survey_id: (n, first, last) for survey_id, n, first, last in came}
    rows = session.execute(
        select(Question.survey_id, func.count(Feedback.id))
        .join(Feedback, Feedback.question_id == Question.id)
        .where(LISTED)
        .group_by(Question.survey_id)
    )
    comments = {row[0]: row[1] for row in rows}
    batches: dict[int | None, list[BatchLine]] = {}
    for batch in session.scalars(select(ImportBatch).order_by(ImportBatch.id)):
        batches.setdefault(batch.survey_id, []).append(
            BatchLine(
                batch.id,
                batch.file_name,
                batch.made_at,
                batch.imported,
                batch.changed,
                batch.choices.get(LACKING, 0),
            )
        )
    found = []
    for survey in session.scalars(select(Survey).order_by(Survey.id.desc())):
        n, first, last = responses.get(survey.id, (0, None, None))
        found.append(
            SurveyLine(
                survey.id,
                survey.title,
                survey.tool,
                n,
                comments.get(survey.id, 0),
                tuple(batches.get(survey.id, ())),
                first,
                last,
            )
        )
    return found


def results(session: Session, survey_id: int, among: Select[int] | None = None) -> list[Result]:
    """Return the closed questions of a survey in their order, each with its own base.

    `among` selects the ids of the responses that count, where not all do.
    """
    these = true() if among is None else Answer.response_id.in_(among)
    return _results(session, Question.survey_id == survey_id, these)


def results_of(session: Session, question_ids: Collection[int]) -> list[Result]:
    """Return what `results` does for these questions alone, of whichever survey."""
    which = Question.id.in_(question_ids)
    return _results(session, which, Answer.question_id.in_(question_ids))


def leading(counts: Mapping[str, int]) -> str | None:
    """Return the answer most gave; None where several were given as often, or none at all."""
    most = max(counts.values(), default=0)
    first = [words for words, n in counts.items() if n == most > 0]
    return first[0] if len(first) == 1 else None


def _results(
    session: Session, which: ColumnElement[bool], these: ColumnElement[bool]
) -> list[Result]:
    """Return the answers to these questions, as far as the answers are among these."""
    counts = _option_counts(session, which, these)
    for question_id, numbers in _number_counts(session, which, these).items():
        counts.setdefault(question_id, numbers)
    bases = session.execute(
        select(Answer.question_id, func.count(Answer.response_id.distinct()))
        .join(Question, Question.id == Answer.question_id)
        .where(which, these)
        .group_by(Answer.question_id)
    )
    base = {row[0]: row[1] for row in bases}
    asked = session.scalars(
        select(Question).where(which).order_by(Question.survey_id, Question.position)
    )
    return [
        Result(
            question.id,
            question.words,
            question.row,
            question.kind,
            base[question.id],
            option_order.in_order(counts[question.id], question.kind),
        )
        for question in asked
        if question.id in counts and question.id in base
    ]


def _option_counts(
    session: Session, which: ColumnElement[bool], these: ColumnElement[bool]
) -> dict[int, dict[str, int]]:
    given = (
        select(Answer.option_id, func.count().label("n"))
        .where(Answer.option_id.is_not(None), these)
        .group_by(Answer.option_id)
        .subquery()
    )
    rows = session.execute(
        select(Option.question_id, Option.words, func.coalesce(given.c.n, 0))
        .join(Question, Question.id == Option.question_id)
        .outerjoin(given, given.c.option_id == Option.id)
        .where(which)
        .order_by(Option.question_id, Option.position)
    )
    found: dict[int, dict[str, int]] = {}
    for question_id, words, n in rows:
        found.setdefault(question_id, {})[words] = n
    return found


def _number_counts(
    session: Session, which: ColumnElement[bool], these: ColumnElement[bool]
) -> dict[int, dict[str, int]]:
    """Return how often each number was given, where there are few enough to show."""
    rows = session.execute(
        select(Answer.question_id, Answer.number, func.count())
        .join(Question, Question.id == Answer.question_id)
        .where(
            which,
            Question.kind == "number",
            Answer.number.is_not(None),
            these,
        )
        .group_by(Answer.question_id, Answer.number)
        .order_by(Answer.question_id, Answer.number)
    )
    found: dict[int, dict[str, int]] = {}
    for question_id, value, n in rows:
        found.setdefault(question_id, {})[f"{value:g}"] = n
    return {key: counts for key, counts in found.items() if len(counts) <= MOST_NUMBERS}


def free_questions(session: Session, survey_id: int) -> list[FreeQuestion]:
    """Return the questions that were answered in free words, with how many comments each has."""
    rows = session.execute(
        select(Question.id, Question.words, Question.row, func.count(Feedback.id))
        .join(Feedback, Feedback.question_id == Question.id)
        .where(Question.survey_id == survey_id, LISTED)
        .group_by(Question.id)
        .order_by(Question.position)
    )
    return [FreeQuestion(*row) for row in rows]


def what_goes(session: Session, batch_id: int) -> ImportGoing:
    """Return what taking an import back would remove, to be said before it is done."""
    mine = Response.batch_id == batch_id
    comments = (
        select(func.count())
        .select_from(Feedback)
        .join(Response, Response.id == Feedback.response_id)
    ).where(mine)
    return ImportGoing(
        responses=session.scalar(select(func.count(Response.id)).where(mine)) or 0,
        comments=session.scalar(comments) or 0,
        links=session.scalar(comments.join(Link, Link.feedback_id == Feedback.id)) or 0,
        quotes=session.scalar(comments.join(Quote, Quote.feedback_id == Feedback.id)) or 0,
    )


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
    many = _many_texts_go(session, batch_id)
    with search_index.in_bulk(session.connection()) if many else nullcontext():
        session.execute(delete(Response).where(Response.batch_id == batch_id))
        session.delete(batch)
        session.flush()
    left = select(Response.id).where(Response.survey_id == survey_id).limit(1)
    if survey_id is not None and session.scalar(left) is None:
        session.execute(delete(ImportBatch).where(ImportBatch.survey_id == survey_id))
        session.execute(delete(Survey).where(Survey.id == survey_id))
    return gone or 0


def _many_texts_go(session: Session, batch_id: int) -> bool:
    """Say whether so many searchable texts go with an import that the index is made anew."""
    going = 0
    for record in (Feedback, Answer):
        texts = select(func.count(record.id)).where(record.words.is_not(None))
        mine = texts.join(Response, Response.id == record.response_id)
        going += session.scalar(mine.where(Response.batch_id == batch_id)) or 0
    return going * SHARE > (session.scalar(select(func.count(Feedback.id))) or 0)


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
