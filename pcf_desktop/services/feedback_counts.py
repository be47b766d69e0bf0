"""How much each filter of the feedback list would show; read from indexes, not from the texts."""

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import func, select
from sqlalchemy.orm import InstrumentedAttribute, Session

from pcf_desktop.records import Feedback, Link, Question
from pcf_desktop.services import consents, feedback, keys
from pcf_desktop.services.voices import unlisted


@dataclass(frozen=True)
class Counts:
    """Pieces of feedback under each filter; channels and surveys by their ids."""

    every: int
    to_sort: int
    linked: int
    may_quote: int
    channels: Mapping[int, int]
    surveys: Mapping[int, int]


def counts(session: Session) -> Counts:
    """Count what is listed; what is in the bin or set aside counts nowhere."""
    hidden = unlisted(session)
    linked = set(keys.fetch(session, select(Link.feedback_id)))
    surveys: dict[int, int] = {}
    asked = dict(session.execute(select(Question.id, Question.survey_id)).all())
    for question_id, number in _by(session, Feedback.question_id, hidden).items():
        surveys[asked[question_id]] = surveys.get(asked[question_id], 0) + number
    return Counts(
        feedback.count(session),
        feedback.count_to_sort(session),
        len(linked - hidden),
        len(consents.every_allowed(session, consents.QUOTE) - hidden),
        _by(session, Feedback.channel_id, hidden),
        surveys,
    )


def _by(
    session: Session, column: InstrumentedAttribute[int | None], hidden: set[int]
) -> dict[int, int]:
    """Count by a column from its index, and take off the few that no list shows."""
    grouped = select(column, func.count()).where(column.is_not(None)).group_by(column)
    found = dict(keys.rows(session, grouped))
    for key, number in keys.rows(session, grouped.where(Feedback.id.in_(hidden))) if hidden else ():
        found[key] -= number
    return found
