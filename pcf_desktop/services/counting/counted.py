"""What a pack counts: what was said in its period, unless the family keeps it to itself.

Of the six parts of consent, `keep` and `use_without_names` decide on counting: a no to either, or
taking either back, keeps something out of every figure and every quote; who was never asked is
counted. `quote_words` and `share_inspectors` decide on words alone, which a figure does not show:
quoting needs a yes to the first, and nothing is quoted where the second was refused.
`share_for_help` and `contact_again` are about who the person is, which no pack says.
"""

from collections.abc import Sequence
from dataclasses import dataclass
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
from pcf_desktop.services.counting.voices import LISTED, RESPONDENT, VOICE

_COUNTING = (consents.KEEP, consents.USE)
_SHOWING = (*_COUNTING, consents.INSPECTORS)


def feedback(from_day: date | None = None, to_day: date | None = None) -> ColumnElement[bool]:
    """Return whether feedback counts in a pack; of unknown date, only where no period is asked."""
    return and_(LISTED, MAY_COUNT, *said_within(from_day, to_day))


@dataclass(frozen=True)
class Comments:
    """What families said in their own words, comment by comment; the three parts make the whole."""

    linked: int
    """Those linked to any priority."""
    to_sort: int
    """Those that nobody has linked or looked at yet."""
    no_priority: int
    """Those that somebody looked at, and that bear on no priority."""

    @property
    def total(self) -> int:
        """Return how many there are."""
        return self.linked + self.to_sort + self.no_priority


def comments(
    session: Session, from_day: date | None = None, to_day: date | None = None
) -> Comments:
    """Return how far the comments of families that count are sorted.

    What the forum's own people saw, and official figures, are no comments of families.
    """
    is_linked = Feedback.id.in_(select(Link.feedback_id))
    rows = session.execute(
        select(is_linked, Feedback.sorted_at.is_not(None), func.count(VOICE))
        .where(feedback(from_day, to_day))
        .group_by(is_linked, Feedback.sorted_at.is_not(None))
    )
    found = {(bool(linked), bool(looked)): n for linked, looked, n in rows}
    return Comments(
        linked=found.get((True, True), 0) + found.get((True, False), 0),
        to_sort=found.get((False, False), 0),
        no_priority=found.get((False, True), 0),
    )


@dataclass(frozen=True)
class Families:
    """Everybody heard, each family once: who said something, and who only ticked in a survey."""

    said: int
    only_ticked: int

    @property
    def total(self) -> int:
        """Return how many there are."""
        return self.said + self.only_ticked


def families(
    session: Session, from_day: date | None = None, to_day: date | None = None
) -> Families:
    """Return how many families are heard; a respondent of whom no more is known is a family."""
    voices = set(session.scalars(select(VOICE).distinct().where(feedback(from_day, to_day))))
    answered = set(
        session.scalars(
            select(RESPONDENT).distinct().where(Response.id.in_(responses(from_day, to_day)))
        )
    )
    said = voices - {None}
    return Families(len(said), len(answered - said))


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
