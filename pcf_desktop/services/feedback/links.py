"""Linking feedback to priorities, with a stance and the passage that bears on it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime

from sqlalchemy import delete, select, update
from sqlalchemy.orm import Session

from pcf_desktop.errors import UserError
from pcf_desktop.records import Feedback, Link, Priority
from pcf_desktop.services.counting.stances import STANCES
from pcf_desktop.services.counting.voices import LISTED


@dataclass(frozen=True)
class LinkView:
    """A link as a screen shows it."""

    id: int
    feedback_id: int
    priority_id: int
    title: str
    stance: str
    passage: str | None


def link(
    session: Session, feedback_id: int, priority_id: int, stance: str, passage: str | None = None
) -> None:
    """Link a piece of feedback to a priority; an earlier link of the two is changed.

    Raises:
        UserError: the passage is not part of what was said.
    """
    if stance not in STANCES:
        raise ValueError(stance)
    words = session.scalars(select(Feedback.words).where(Feedback.id == feedback_id)).one()
    if passage is not None and passage not in words:
        raise UserError(
            "The passage is not part of what was said.",
            "Nothing was changed.",
            "Mark the passage in the text, then link again.",
        )
    known = session.scalars(
        select(Link).where(Link.feedback_id == feedback_id, Link.priority_id == priority_id)
    ).one_or_none()
    if known is None:
        known = Link(feedback_id=feedback_id, priority_id=priority_id)
        session.add(known)
    known.stance, known.passage = stance, passage
    session.flush()


def put(
    session: Session, feedback_id: int, priority_id: int, stance: str, passage: str | None
) -> None:
    """Link as `link` does; where nothing new is marked, an earlier link keeps its passage."""
    before = session.scalar(
        select(Link.passage).where(Link.feedback_id == feedback_id, Link.priority_id == priority_id)
    )
    link(session, feedback_id, priority_id, stance, passage if passage is not None else before)


def can_be_linked(session: Session, feedback_id: int) -> bool:
    """Say whether a piece of feedback is there, neither in the bin nor set aside."""
    return session.scalar(select(Feedback.id).where(Feedback.id == feedback_id, LISTED)) is not None


def unlink(session: Session, feedback_id: int, priority_id: int) -> None:
    """Take a link away."""
    session.execute(
        delete(Link).where(Link.feedback_id == feedback_id, Link.priority_id == priority_id)
    )


def of_feedback(session: Session, feedback_ids: Iterable[int]) -> dict[int, list[LinkView]]:
    """Return the links of each piece of feedback, in the order of the priorities."""
    found: dict[int, list[LinkView]] = {}
    rows = session.execute(
        select(
            Link.id, Link.feedback_id, Link.priority_id, Priority.title, Link.stance, Link.passage
        )
        .join(Priority, Priority.id == Link.priority_id)
        .where(Link.feedback_id.in_(list(feedback_ids)))
        .order_by(Priority.position)
    )
    for row in rows:
        found.setdefault(row.feedback_id, []).append(LinkView(*row))
    return found


def mark_sorted(session: Session, feedback_ids: Iterable[int], *, is_sorted: bool = True) -> None:
    """Say that nothing is left to link in these, or that there is again."""
    at = datetime.now(UTC) if is_sorted else None
    session.execute(
        update(Feedback).where(Feedback.id.in_(list(feedback_ids))).values(sorted_at=at)
    )
