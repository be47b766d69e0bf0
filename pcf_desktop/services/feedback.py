"""Logging what families said, and the list of all of it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from typing import Any

from sqlalchemy import Select, func, select, update
from sqlalchemy.orm import Session

from pcf_desktop.errors import UserError
from pcf_desktop.records import Family, Feedback, Link, Question, Survey, Term, When
from pcf_desktop.services import consents, families, links, search
from pcf_desktop.services.families import AboutChild
from pcf_desktop.services.links import LinkView
from pcf_desktop.services.voices import LISTED

MAY_QUOTE: Mapping[str, Mapping[str, bool]] = {
    "quote": {consents.KEEP: True, consents.USE: True, consents.QUOTE: True},
    "use": {consents.KEEP: True, consents.USE: True, consents.QUOTE: False},
    "keep": {consents.KEEP: True, consents.USE: False, consents.QUOTE: False},
    "not_asked": {},
}
"""The four answers to *May we quote it?* and the parts of consent that each notes."""


@dataclass(frozen=True)
class NewFeedback:
    """What the log form holds; the first two are all that is needed."""

    words: str
    may_quote: str
    said: When = field(default_factory=When)
    channel_id: int | None = None
    event_id: int | None = None
    family_code: str | None = None
    child: AboutChild = field(default_factory=AboutChild)
    district: str | None = None
    sentiment_id: int | None = None


@dataclass(frozen=True)
class Filter:
    """What the list shows; each part narrows it."""

    words: str = ""
    channel_id: int | None = None
    survey_id: int | None = None
    priority_id: int | None = None
    is_linked: bool | None = None
    to_sort: bool = False
    from_day: date | None = None
    to_day: date | None = None

    @property
    def is_empty(self) -> bool:
        """Say whether nothing is hidden."""
        return self == Filter()


@dataclass(frozen=True)
class Line:
    """One row of the list."""

    id: int
    words: str
    said: When
    channel: str | None
    family: str | None
    survey: str | None
    question: str | None
    district: str | None
    is_sorted: bool
    links: tuple[LinkView, ...]


def log(session: Session, new: NewFeedback) -> int:
    """Keep a piece of feedback; return its id.

    Raises:
        UserError: nothing was said, or the question of quoting has no answer.
    """
    words = new.words.strip()
    if not words:
        raise UserError("Write what was said first.", "Nothing was lost.")
    if new.may_quote not in MAY_QUOTE:
        raise UserError("Choose whether we may quote it.", "What you wrote is still here.")
    family = families.by_code(session, new.family_code) if new.family_code else None
    child = families.child_for(session, family, new.child) if family is not None else None
    feedback = Feedback(
        words=words,
        said=new.said,
        channel_id=new.channel_id,
        event_id=new.event_id,
        family_id=family.id if family is not None else None,
        child_id=child,
        district=new.district,
        sentiment_id=new.sentiment_id,
    )
    session.add(feedback)
    session.flush()
    consents.note(
        session, MAY_QUOTE[new.may_quote], new.said.earliest, None, feedback_id=feedback.id
    )
    return feedback.id


def ids(session: Session, wanted: Filter) -> list[int]:
    """Return the ids of the feedback that a filter leaves, the latest first."""
    if not wanted.words.strip():
        return list(session.scalars(_listed(wanted)))
    found = search.feedback_ids(session, wanted.words)
    if found is None:
        return []
    rest = replace(wanted, words="")
    if rest.is_empty:
        return found
    kept = set(session.scalars(_listed(rest)))
    return [key for key in found if key in kept]


def count(session: Session) -> int:
    """Return how many pieces of feedback there are, those in the bin or set aside left out."""
    return session.scalar(select(func.count()).select_from(Feedback).where(LISTED)) or 0


def count_to_sort(session: Session) -> int:
    """Return how many pieces nobody has looked at yet."""
    return (
        session.scalar(
            select(func.count()).where(
                Feedback.sorted_at.is_(None), Feedback.binned_at.is_(None), ~Feedback.set_aside
            )
        )
        or 0
    )


def lines(session: Session, keys: Sequence[int]) -> dict[int, Line]:
    """Return the rows of the list for these ids."""
    linked = links.of_feedback(session, keys)
    rows = session.execute(
        select(
            Feedback.id,
            Feedback.words,
            Feedback.said,
            Term.label.label("channel"),
            Family.code.label("family"),
            Survey.title.label("survey"),
            Question.words.label("question"),
            Feedback.district,
            Feedback.sorted_at,
        )
        .outerjoin(Term, Term.id == Feedback.channel_id)
        .outerjoin(Family, Family.id == Feedback.family_id)
        .outerjoin(Question, Question.id == Feedback.question_id)
        .outerjoin(Survey, Survey.id == Question.survey_id)
        .where(Feedback.id.in_(keys))
    )
    return {
        row.id: Line(
            row.id,
            row.words,
            row.said,
            row.channel,
            row.family,
            row.survey,
            row.question,
            row.district,
            row.sorted_at is not None,
            tuple(linked.get(row.id, ())),
        )
        for row in rows
    }


def change_words(session: Session, feedback_id: int, words: str) -> None:
    """Mend a typing mistake in what was noted."""
    if not words.strip():
        raise UserError("Write what was said first.", "The words are as they were.")
    session.get_one(Feedback, feedback_id).words = words.strip()


def bin_it(session: Session, keys: Iterable[int], *, binned: bool = True) -> None:
    """Put feedback into the bin, where it stays for 30 days, or take it out again."""
    at = datetime.now(UTC) if binned else None
    session.execute(update(Feedback).where(Feedback.id.in_(list(keys))).values(binned_at=at))


def _listed(wanted: Filter) -> Select[Any]:
    query = select(Feedback.id).where(LISTED)
    if wanted.channel_id is not None:
        query = query.where(Feedback.channel_id == wanted.channel_id)
    if wanted.survey_id is not None:
        asked = select(Question.id).where(Question.survey_id == wanted.survey_id)
        query = query.where(Feedback.question_id.in_(asked))
    if wanted.priority_id is not None:
        about = select(Link.feedback_id).where(Link.priority_id == wanted.priority_id)
        query = query.where(Feedback.id.in_(about))
    if wanted.is_linked is not None:
        has_link = Feedback.id.in_(select(Link.feedback_id))
        query = query.where(has_link if wanted.is_linked else ~has_link)
    if wanted.to_sort:
        query = query.where(Feedback.sorted_at.is_(None))
    return _within(query, wanted).order_by(Feedback.said_from.desc(), Feedback.id.desc())


def _within(query: Select[Any], wanted: Filter) -> Select[Any]:
    if wanted.from_day is not None:
        query = query.where(Feedback.said_from >= wanted.from_day)
    if wanted.to_day is not None:
        query = query.where(Feedback.said_from <= wanted.to_day)
    return query
