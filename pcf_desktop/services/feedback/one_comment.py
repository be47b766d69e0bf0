"""One piece of feedback, with all that is known of it and what else the same person said."""

from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session, aliased

from pcf_desktop.records import Child, Event, Family, Feedback, Question, Survey, Term, When
from pcf_desktop.services.counting import consents
from pcf_desktop.services.counting.consents import Standing
from pcf_desktop.services.counting.voices import BINNED, LISTED, beside
from pcf_desktop.services.feedback import links, same_response
from pcf_desktop.services.feedback.links import LinkView

MOST_OTHERS = 20


@dataclass(frozen=True)
class Other:
    """Something else the same respondent or family said: its id, the question or day, the words."""

    id: int
    question: str | None
    said: When
    words: str


@dataclass(frozen=True)
class OneComment:
    """What the reading panel shows. `answers` are the same respondent's ticks: question, answer."""

    id: int
    words: str
    said: When
    channel: str | None
    event: str | None
    family: str | None
    district: str | None
    sentiment: str | None
    child: tuple[str, ...]
    survey: str | None
    question: str | None
    answers: tuple[tuple[str, str], ...]
    others: tuple[Other, ...]
    consent: Standing
    links: tuple[LinkView, ...]
    is_binned: bool = False


def of(session: Session, feedback_id: int, *, is_binned: bool = False) -> OneComment | None:
    """Return all that is known of one piece of feedback, None when it is there no longer.

    What is in the bin is found only by who looks in the bin.
    """
    channel, sentiment = aliased(Term), aliased(Term)
    row = session.execute(
        select(
            Feedback.id,
            Feedback.words,
            Feedback.said,
            Feedback.district,
            Feedback.response_id,
            Feedback.family_id,
            Feedback.child_id,
            channel.label.label("channel"),
            sentiment.label.label("sentiment"),
            Event.title.label("event"),
            Family.code.label("family"),
            Survey.title.label("survey"),
            Question.words.label("question"),
        )
        .outerjoin(channel, channel.id == Feedback.channel_id)
        .outerjoin(sentiment, sentiment.id == Feedback.sentiment_id)
        .outerjoin(Event, Event.id == Feedback.event_id)
        .outerjoin(Family, Family.id == Feedback.family_id)
        .outerjoin(Question, Question.id == Feedback.question_id)
        .outerjoin(Survey, Survey.id == Question.survey_id)
        .where(Feedback.id == feedback_id, BINNED if is_binned else LISTED)
    ).one_or_none()
    if row is None:
        return None
    answered = same_response.ticked(session, row.response_id) if row.response_id else ()
    return OneComment(
        id=row.id,
        words=row.words,
        said=row.said,
        channel=row.channel,
        event=row.event,
        family=row.family,
        district=row.district,
        sentiment=row.sentiment,
        child=_child(session, row.child_id),
        survey=row.survey,
        question=row.question,
        answers=tuple(answered),
        others=_others(session, row.id, row.response_id, row.family_id),
        consent=consents.standing(session, row.id),
        links=tuple(links.of_feedback(session, [row.id]).get(row.id, ())),
        is_binned=is_binned,
    )


def _child(session: Session, child_id: int | None) -> tuple[str, ...]:
    if child_id is None:
        return ()
    child = session.get_one(Child, child_id)
    known = (child.age_band_id, child.status_id, child.need_id, child.setting_id)
    labels = dict(session.execute(select(Term.id, Term.label).where(Term.id.in_(known))).all())
    return tuple(labels[key] for key in known if key is not None)


def _others(
    session: Session, feedback_id: int, response_id: int | None, family_id: int | None
) -> tuple[Other, ...]:
    """Return what else came in the same response, else from the same family."""
    rows = session.execute(
        select(Feedback.id, Question.words, Feedback.said, Feedback.words)
        .outerjoin(Question, Question.id == Feedback.question_id)
        .where(beside(feedback_id, response_id, family_id))
        .order_by(Question.position, Feedback.said_from.desc(), Feedback.id.desc())
        .limit(MOST_OTHERS)
    )
    return tuple(Other(*row) for row in rows)
