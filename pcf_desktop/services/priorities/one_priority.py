"""One priority with all that is known of it: its history, its words, what is linked to it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from pcf_desktop.records import Feedback, Forum, Judgement, Link, Term, When
from pcf_desktop.services.counting import consents
from pcf_desktop.services.counting.voices import LISTED
from pcf_desktop.services.priorities import priorities
from pcf_desktop.services.priorities.priorities import Views
from pcf_desktop.services.surveys import question_links
from pcf_desktop.services.surveys.question_links import LinkedQuestion


@dataclass(frozen=True)
class Judged:
    """What inspectors judged at one time, in their sentence."""

    label: str
    key: str
    on: date | None
    sentence: str | None
    source: str | None


@dataclass(frozen=True)
class Linked:
    """A comment linked to a priority, by the id of the link."""

    id: int
    feedback_id: int
    stance: str
    words: str
    passage: str | None
    said: When


@dataclass(frozen=True)
class OnePriority:
    """What the page of a priority shows; `links` are the ids of its links, the latest first.

    `is_quotable` says whether any of the comments may be quoted; `least` is the smallest count that
    leaves the forum.
    """

    views: Views
    judged: tuple[Judged, ...]
    keywords: tuple[str, ...]
    links: tuple[int, ...]
    is_quotable: bool
    least: int
    asked: tuple[LinkedQuestion, ...]


def of(session: Session, priority_id: int) -> OnePriority | None:
    """Return all that is known of one priority, None when it is there no longer."""
    views = next((each for each in priorities.every(session) if each.id == priority_id), None)
    if views is None:
        return None
    return OnePriority(
        views,
        _judged(session, priority_id),
        tuple(priorities.keywords(session).get(priority_id, ())),
        tuple(
            session.scalars(
                select(Link.id)
                .join(Feedback, Feedback.id == Link.feedback_id)
                .where(Link.priority_id == priority_id, LISTED)
                .order_by(Feedback.said_from.desc(), Link.id.desc())
            )
        ),
        _is_quotable(session, priority_id),
        session.scalars(select(Forum.breakdown_base)).one(),
        tuple(question_links.asked_about(session, priority_id)),
    )


def linked(session: Session, link_ids: Sequence[int]) -> dict[int, Linked]:
    """Return the rows of the list of linked comments for these ids of links."""
    rows = session.execute(
        select(Link.id, Link.feedback_id, Link.stance, Feedback.words, Link.passage, Feedback.said)
        .join(Feedback, Feedback.id == Link.feedback_id)
        .where(Link.id.in_(list(link_ids)))
    )
    return {row.id: Linked(*row) for row in rows}


def _is_quotable(session: Session, priority_id: int) -> bool:
    about = select(Link.feedback_id).join(Feedback, Feedback.id == Link.feedback_id)
    keys = session.scalars(about.where(Link.priority_id == priority_id, LISTED))
    return bool(consents.allowed(session, keys, consents.QUOTE))


def _judged(session: Session, priority_id: int) -> tuple[Judged, ...]:
    rows = session.execute(
        select(Term.label, Term.key, Judgement.on, Judgement.sentence, Judgement.source)
        .join(Term, Term.id == Judgement.judgement_id)
        .where(Judgement.priority_id == priority_id)
        .order_by(Judgement.on.desc(), Judgement.id.desc())
    )
    return tuple(Judged(*row) for row in rows)
