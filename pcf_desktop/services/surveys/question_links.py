"""Closed questions that bear on a priority: which priority each has, and what was answered."""

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from pcf_desktop.importers.columns.scales import does_not_apply, is_no_view
from pcf_desktop.importers.sheet import Kind
from pcf_desktop.records import Question, QuestionPriority, Survey
from pcf_desktop.services.surveys import results
from pcf_desktop.services.surveys.results import Result

_ABOUT_THE_PERSON = (Kind.CONSENT, Kind.IDENTITY)


@dataclass(frozen=True)
class LinkedQuestion:
    """A question that bears on a priority: in which survey it stands, and its answers.

    `views` are the answers that say something, `no_views` those that say there is nothing to say,
    as *Does not apply* and *Not sure*. `base` counts those who are concerned: who answered, but for
    those to whom it does not apply.
    """

    survey_id: int
    survey: str
    question: str
    base: int
    views: Mapping[str, int]
    no_views: Mapping[str, int]

    @property
    def leading(self) -> str | None:
        """The view of most; None where several were given as often, or none at all."""
        return results.leading(self.views)


def can_be_linked(kind: str) -> bool:
    """Say whether a question of this kind can bear on a priority.

    Those on consent and on who somebody is cannot. Age, school and the like cannot be told from
    any other choice, so they can.
    """
    return kind not in _ABOUT_THE_PERSON


def priorities_of(session: Session, survey_id: int) -> dict[int, int]:
    """Return the priority of each linked question of a survey, by the ids of the two.

    Of several, as two laptops may have linked one question, it is the one linked first.
    """
    rows = session.execute(
        select(QuestionPriority.question_id, QuestionPriority.priority_id)
        .join(Question, Question.id == QuestionPriority.question_id)
        .where(Question.survey_id == survey_id)
        .order_by(QuestionPriority.id.desc())
    )
    return {row[0]: row[1] for row in rows}


def link(session: Session, question_id: int, priority_id: int | None) -> None:
    """Link a question to this priority and to no other; to none at all where it is None."""
    known = session.scalars(
        select(QuestionPriority).where(QuestionPriority.question_id == question_id)
    ).all()
    for each in known:
        if each.priority_id != priority_id:
            session.delete(each)
    if priority_id is not None and all(each.priority_id != priority_id for each in known):
        session.add(QuestionPriority(question_id=question_id, priority_id=priority_id))
    session.flush()


def asked_about(session: Session, priority_id: int) -> list[LinkedQuestion]:
    """Return the questions linked to a priority that anybody answered, of the newest survey first.

    Every answer counts, as on the page of the survey: the counts are for the forum only.
    """
    rows = session.execute(
        select(Question.id, Survey.id, Survey.title)
        .join(QuestionPriority, QuestionPriority.question_id == Question.id)
        .join(Survey, Survey.id == Question.survey_id)
        .where(QuestionPriority.priority_id == priority_id)
        .order_by(Survey.id.desc(), Question.position)
    ).all()
    said = results.results_of(session, [row[0] for row in rows])
    found = {result.question_id: result for result in said}
    return [_asked(survey, title, found[key]) for key, survey, title in rows if key in found]


def _asked(survey_id: int, survey: str, result: Result) -> LinkedQuestion:
    views = {words: n for words, n in result.counts.items() if not is_no_view(words)}
    none = {words: n for words, n in result.counts.items() if n and words not in views}
    # Where several answers were possible, who ticked such a one may have ticked others.
    not_concerned = sum(n for words, n in none.items() if does_not_apply(words))
    base = result.base if result.kind == Kind.MULTIPLE else result.base - not_concerned
    question = f"{result.words} [{result.row}]" if result.row else result.words
    return LinkedQuestion(survey_id, survey, question, base, views, none)
