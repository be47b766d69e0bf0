"""What a survey says, question by question, each with its own base."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from sqlalchemy import ColumnElement, Select, func, select, true
from sqlalchemy.orm import Session

from pcf_desktop.records import (
    Answer,
    Feedback,
    Option,
    Question,
)
from pcf_desktop.services.counting.voices import LISTED
from pcf_desktop.services.surveys import option_order

MOST_NUMBERS = 20
"""How many different numbers can be shown one by one."""


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
