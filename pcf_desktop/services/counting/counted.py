"""What a pack counts: what was said in its period, unless the family keeps it to itself.

Of the six parts of consent, `keep` and `use_without_names` decide on counting: a no to either, or
taking either back, keeps something out of every figure and every quote; who was never asked is
counted. `quote_words` and `share_inspectors` decide on words alone, which a figure does not show:
quoting needs a yes to the first, and nothing is quoted where the second was refused.
`share_for_help` and `contact_again` are about who the person is, which no pack says.
"""

from collections.abc import Collection, Sequence
from datetime import date, datetime, time
from typing import Any

from sqlalchemy import (
    ColumnElement,
    CompoundSelect,
    Select,
    and_,
    func,
    or_,
    select,
    true,
    union_all,
)
from sqlalchemy.orm import InstrumentedAttribute, Session, aliased

from pcf_desktop.days import with_zone
from pcf_desktop.records import Consent, Feedback, Link, Response
from pcf_desktop.services.counting import consents
from pcf_desktop.services.counting.voices import LISTED

_Holder = tuple[str, InstrumentedAttribute[Any]]
"""A column of consent and what it names, as the feedback itself, its response or its family."""

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
    found: set[int] = set()
    for start in range(0, len(feedback_ids), consents.MOST):
        some = feedback_ids[start : start + consents.MOST]
        found |= set(session.scalars(_kept(_said.id, _OF_FEEDBACK, _SHOWING, some)))
    return found


def _kept(
    key: InstrumentedAttribute[int],
    holders: Sequence[_Holder],
    parts: Sequence[str],
    among: Collection[int] | None = None,
) -> CompoundSelect[int]:
    """Return the keys of what is kept back, as `consents` decides it, the nearest holder first.

    It begins at the few who said no, and does not look at what everybody else said.
    """
    these = true() if among is None else key.in_(among)
    found = []
    for place, (name, owner) in enumerate(holders):
        column, other = getattr(Consent, name), aliased(Consent)
        overruled = [and_(getattr(other, name) == column, other.id > Consent.id)]
        overruled += [getattr(other, nearer) == of for nearer, of in holders[:place]]
        later = [
            select(other.id).where(other.part == Consent.part, each).exists() for each in overruled
        ]
        refused = and_(Consent.given.is_(False), *(~each for each in later))
        found.append(
            select(key)
            .join(Consent, column == owner)
            .where(these, Consent.part.in_(parts), or_(Consent.withdrawn_on.is_not(None), refused))
        )
    return union_all(*found)


_said, _answered = aliased(Feedback), aliased(Response)
_OF_FEEDBACK = (
    ("feedback_id", _said.id),
    ("response_id", _said.response_id),
    ("family_id", _said.family_id),
)
_OF_RESPONSE = (("response_id", _answered.id), ("family_id", _answered.family_id))
_KEPT_RESPONSES = _kept(_answered.id, _OF_RESPONSE, _COUNTING)

MAY_COUNT: ColumnElement[bool] = Feedback.id.not_in(_kept(_said.id, _OF_FEEDBACK, _COUNTING))
"""Feedback whose family did not say that it is to be kept to ourselves."""
