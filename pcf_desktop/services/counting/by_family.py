"""How many families there are of each need, age, status, setting, ethnicity or district.

A family says it in what is known of its child, or by an answer to a survey question of which
somebody said so. It counts once under each term, however often it spoke; one with two children may
stand under two. Whoever said *not known*, or nothing, stands under none.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Select, Subquery, and_, case, func, or_, select, union
from sqlalchemy.orm import InstrumentedAttribute, Session

from pcf_desktop.records import (
    Answer,
    AnswerMeaning,
    Child,
    Feedback,
    Question,
    Response,
    Term,
    TermList,
)
from pcf_desktop.services.counting import counted
from pcf_desktop.services.counting.voices import VOICE

DISTRICT = "district"
SUBJECTS: Mapping[str, InstrumentedAttribute[int | None]] = {
    "need": Child.need_id,
    "age_band": Child.age_band_id,
    "send_status": Child.status_id,
    "setting": Child.setting_id,
    "ethnicity": Child.ethnicity_id,
}
"""What can be said of a child: the reference list, and where the record holds it."""

NOT_KNOWN = "not_known"

_ANSWERED: ColumnElement[int] = case(
    (Response.family_id.is_not(None), Response.family_id * 3), else_=Response.id * 3 + 1
)
"""Whose voice a response is, on the number line of `VOICE`."""


@dataclass(frozen=True)
class FamiliesBy:
    """Families by term or district, in the order of the list; `known` of the `heard` said it."""

    counts: Mapping[str, int]
    known: int
    heard: int


def families_by(
    session: Session, subject: str, from_day: date | None = None, to_day: date | None = None
) -> FamiliesBy:
    """Return how many families said each thing of a subject in a period, as a pack counts them."""
    comments = counted.feedback(from_day, to_day)
    answers = Response.id.in_(counted.responses(from_day, to_day))
    said = (
        _by_district(comments, answers)
        if subject == DISTRICT
        else _by_term(subject, comments, answers)
    )
    how_many = func.count(said.c.voice.distinct())
    if subject == DISTRICT:
        rows = session.execute(
            select(said.c.what, how_many).group_by(said.c.what).order_by(said.c.what)
        ).all()
    else:
        rows = session.execute(
            select(Term.label, how_many)
            .join(said, said.c.what == Term.id)
            .group_by(Term.id)
            .order_by(Term.position, Term.id)
        ).all()
    heard = union(
        select(VOICE.label("voice")).where(comments, VOICE.is_not(None)),
        select(_ANSWERED.label("voice")).where(answers),
    ).subquery()
    return FamiliesBy(
        {row[0]: row[1] for row in rows},
        session.scalar(select(how_many)) or 0,
        session.scalar(select(func.count(heard.c.voice.distinct()))) or 0,
    )


def _by_term(subject: str, comments: ColumnElement[bool], answers: ColumnElement[bool]) -> Subquery:
    of_child = SUBJECTS[subject]
    known = Term.id.in_(
        select(Term.id)
        .join(TermList, TermList.id == Term.list_id)
        .where(TermList.key == subject, Term.key != NOT_KNOWN)
    )
    theirs = or_(
        Child.id == Feedback.child_id,
        and_(Feedback.child_id.is_(None), Child.family_id == Feedback.family_id),
    )
    logged = (
        select(VOICE.label("voice"), of_child.label("what"))
        .join(Child, theirs)
        .join(Term, Term.id == of_child)
        .where(comments, known, VOICE.is_not(None))
    )
    answered = _answers(AnswerMeaning.term_id, subject, answers).join(
        Term, Term.id == AnswerMeaning.term_id
    )
    return union(logged, answered.where(known)).subquery()


def _by_district(comments: ColumnElement[bool], answers: ColumnElement[bool]) -> Subquery:
    logged = select(VOICE.label("voice"), Feedback.district.label("what")).where(
        comments, Feedback.district.is_not(None), VOICE.is_not(None)
    )
    answered = _answers(AnswerMeaning.district, DISTRICT, answers)
    return union(logged, answered.where(AnswerMeaning.district.is_not(None))).subquery()


def _answers(
    what: InstrumentedAttribute[Any], subject: str, answers: ColumnElement[bool]
) -> Select[Any]:
    """Return who answered what to the questions that say this of the family."""
    same = or_(
        Answer.option_id == AnswerMeaning.option_id,
        and_(Answer.option_id.is_(None), Answer.number == AnswerMeaning.number),
    )
    return (
        select(_ANSWERED.label("voice"), what.label("what"))
        .select_from(AnswerMeaning)
        .join(Question, Question.id == AnswerMeaning.question_id)
        .join(Answer, and_(Answer.question_id == Question.id, same))
        .join(Response, Response.id == Answer.response_id)
        .where(Question.about == subject, answers)
    )
