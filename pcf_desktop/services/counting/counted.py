"""What a pack counts: what was said in its period, unless the family keeps it to itself.

Of the six parts of consent, `keep` and `use_without_names` decide on counting: a no to either, or
taking either back, keeps something out of every figure and every quote; who was never asked is
counted. `quote_words` and `share_inspectors` decide on words alone, which a figure does not show:
quoting needs a yes to the first, and nothing is quoted where the second was refused.
`share_for_help` and `contact_again` are about who the person is, which no pack says.
"""

from collections.abc import Sequence
from datetime import date, datetime, time

from sqlalchemy import (
    ColumnElement,
    Select,
    and_,
    func,
    select,
)
from sqlalchemy.orm import Session

from pcf_desktop.days import with_zone
from pcf_desktop.records import Feedback, Link, Response
from pcf_desktop.services.counting import consents
from pcf_desktop.services.counting.voices import LISTED

_COUNTING = (consents.KEEP, consents.USE)
_SHOWING = (*_COUNTING, consents.INSPECTORS)


def feedback(from_day: date | None = None, to_day: date | None = None) -> ColumnElement[bool]:
    """Return whether feedback counts in a pack; of unknown date, only where no period is asked."""
    return and_(LISTED, MAY_COUNT, *said_within(from_day, to_day))


def count_linked(session: Session, from_day: date | None, to_day: date | None) -> int:
    """Return how many pieces of feedback that count are linked to any priority."""
    linked = Feedback.id.in_(select(Link.feedback_id))
    return _count(session, feedback(from_day, to_day) & linked)


def count_to_sort(session: Session, from_day: date | None, to_day: date | None) -> int:
    """Return how many pieces of feedback that count nobody has linked or sorted yet."""
    waits = Feedback.sorted_at.is_(None) & Feedback.id.not_in(select(Link.feedback_id))
    return _count(session, feedback(from_day, to_day) & waits)


def _count(session: Session, which: ColumnElement[bool]) -> int:
    return session.scalar(select(func.count()).select_from(Feedback).where(which)) or 0


def said_within(from_day: date | None, to_day: date | None) -> list[ColumnElement[bool]]:
    """Return the conditions of a period on feedback, none where it has no bound."""
    found = []
    if from_day is not None:
        found.append(Feedback.said_from >= from_day)
    if to_day is not None:
        found.append(Feedback.said_from <= to_day)
    return found


def responses(from_day: date | None = None, to_day: date | None = None) -> Select[int]:
    """Return the ids of the survey responses that count in a pack, as `feedback` does."""
    answered = func.coalesce(Response.completed_at, Response.started_at)
    found = select(Response.id).where(Response.id.not_in(_KEPT_RESPONSES))
    if from_day is not None:
        found = found.where(answered >= with_zone(datetime.combine(from_day, time.min)))
    if to_day is not None:
        found = found.where(answered <= with_zone(datetime.combine(to_day, time.max)))
    return found


def not_to_show(session: Session, feedback_ids: Sequence[int]) -> set[int]:
    """Return those of these whose words no pack may show, whatever was said about quoting."""
    return consents.any_kept_back(session, feedback_ids, _SHOWING)


_KEPT_RESPONSES = consents.kept_back(consents.OF_RESPONSES, _COUNTING)

MAY_COUNT: ColumnElement[bool] = Feedback.id.not_in(
    consents.kept_back(consents.OF_FEEDBACK, _COUNTING)
)
"""Feedback whose family did not say that it is to be kept to ourselves."""
