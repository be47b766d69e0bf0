"""Whose voice a piece of feedback is: one loud parent is one voice."""

from typing import Any

from sqlalchemy import Integer, and_, case, false, func, not_, or_, select, type_coerce
from sqlalchemy.orm import Session, aliased
from sqlalchemy.sql.elements import ColumnElement

from pcf_desktop.records import Feedback, Response, Term
from pcf_desktop.services.counting import keys

NO_FAMILY = ("meeting_observation", "official_data")
"""Ways in which no family speaks: what the forum's own people saw, and what figures say."""

# Looked up by id, so that the many pieces with an owner are counted from an index alone.
_it = aliased(Feedback)
_no_family = select(Term.id).where(Term.key.in_(NO_FAMILY))
_of_its_own = (
    select(_it.id * 3 + 2)
    .where(_it.id == Feedback.id)
    .where(or_(_it.channel_id.is_(None), _it.channel_id.not_in(_no_family)))
    .correlate(Feedback)
    .scalar_subquery()
)

# Three kinds of owner share one number line: 3n, 3n + 1, 3n + 2.
VOICE: ColumnElement[int] = case(
    (Feedback.family_id.is_not(None), Feedback.family_id * 3),
    (Feedback.response_id.is_not(None), Feedback.response_id * 3 + 1),
    else_=_of_its_own,
)
"""The family where it is known, else the respondent of the survey, else the piece itself.

Null where no family speaks: such a piece counts under no family.
"""

RESPONDENT: ColumnElement[int] = case(
    (Response.family_id.is_not(None), Response.family_id * 3), else_=Response.id * 3 + 1
)
"""Whose voice a survey response is, on the same number line."""

# Said as the index of the list says it, NOT set_aside: SQLite would not use it for set_aside = 0.
_SET_ASIDE = type_coerce(Feedback.set_aside, Integer)

LISTED: ColumnElement[bool] = Feedback.binned_at.is_(None) & not_(_SET_ASIDE)
"""Feedback that counts: neither in the bin nor set aside as a disclosure."""


def beside(feedback_id: int, response_id: int | None, family_id: int | None) -> ColumnElement[bool]:
    """Return what else is listed of the same response, else of the same family."""
    if response_id is not None:
        same: ColumnElement[bool] = Feedback.response_id == response_id
    elif family_id is not None:
        same = Feedback.family_id == family_id
    else:
        return false()
    return same & (Feedback.id != feedback_id) & LISTED


_UNLISTED: ColumnElement[bool] = not_(LISTED)

# Said with all that the index of the few says, so that SQLite uses it.
BINNED: ColumnElement[bool] = and_(_UNLISTED, Feedback.binned_at.is_not(None), not_(_SET_ASIDE))
"""Feedback that somebody put into the bin; what was set aside is not shown there either."""


def unlisted(session: Session) -> set[int]:
    """Return the ids that no list shows, mostly none, from an index that holds only those."""
    return set(keys.fetch(session, select(Feedback.id).where(_UNLISTED)))


def families() -> ColumnElement[Any]:
    """Return the count of voices, which screens and packs call families."""
    return func.count(VOICE.distinct())
