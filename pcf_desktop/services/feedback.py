"""Logging what families said, and the list of all of it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from typing import Any

from sqlalchemy import Select, func, select, update
from sqlalchemy.orm import InstrumentedAttribute, Session

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
    may_quote: bool = False
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


@dataclass(frozen=True)
class Counts:
    """How much each filter would show; channels and surveys by their ids."""

    every: int
    to_sort: int
    linked: int
    may_quote: int
    channels: Mapping[int, int]
    surveys: Mapping[int, int]


def log(session: Session, new: NewFeedback) -> int:
    """Keep a piece of feedback; return its id.

    What is said of a child needs a family to belong to; without a code, a new one is given. That
    counts as one voice, as the feedback alone would.

    Raises:
        UserError: nothing was said, or the question of quoting has no answer.
    """
    words = new.words.strip()
    if not words:
        raise UserError("Write what was said first.", "Nothing was lost.")
    if new.may_quote not in MAY_QUOTE:
        raise UserError("Choose whether we may quote it.", "What you wrote is still here.")
    family = _family(session, new)
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


def ids(session: Session, wanted: Filter, *, oldest_first: bool = False) -> list[int]:
    """Return the ids of the feedback that a filter leaves, the latest first, or the oldest.

    A search gives the latest logged first, however the rest is sorted.
    """
    if not wanted.words.strip():
        order = _OLDEST_FIRST if oldest_first else _LATEST_FIRST
        return list(session.scalars(_listed(wanted).order_by(*order)))
    found = search.feedback_ids(session, wanted.words)
    if found is None:
        return []
    rest = replace(wanted, words="")
    if rest.is_empty:
        return found
    kept = set(session.scalars(_listed(rest)))
    return [key for key in found if key in kept]


def counts(session: Session) -> Counts:
    """Return how much each filter would show. Only indexes are read, but for what may be quoted."""
    every = count(session)
    linked = select(func.count(Link.feedback_id.distinct())).join(Feedback).where(LISTED)
    quoted = select(func.count()).select_from(Feedback).where(LISTED, consents.may(consents.QUOTE))
    asked = dict(session.execute(select(Question.id, Question.survey_id)).tuples().all())
    surveys: dict[int, int] = {}
    for question_id, number in _counted_by(session, Feedback.question_id).items():
        survey_id = asked[question_id]
        surveys[survey_id] = surveys.get(survey_id, 0) + number
    return Counts(
        every,
        count_to_sort(session),
        session.scalar(linked) or 0,
        session.scalar(quoted) or 0,
        _counted_by(session, Feedback.channel_id),
        surveys,
    )


def count_logged(session: Session, since: datetime) -> int:
    """Return how many pieces were logged by hand since a moment."""
    by_hand = (Feedback.made_at >= since) & Feedback.batch_id.is_(None)
    return session.scalar(select(func.count()).select_from(Feedback).where(by_hand, LISTED)) or 0


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


def change_words(session: Session, feedback_id: int, words: str) -> int:
    """Mend a typing mistake in what was noted; return how many links lost their marked passage.

    Such a link stays, but no longer points at words that nobody said.

    Raises:
        UserError: nothing is left.
    """
    mended = words.strip()
    if not mended:
        raise UserError("Write what was said first.", "The words are as they were.")
    session.get_one(Feedback, feedback_id).words = mended
    marked = session.scalars(
        select(Link).where(Link.feedback_id == feedback_id, Link.passage.is_not(None))
    )
    lost = [link for link in marked if link.passage is not None and link.passage not in mended]
    for link in lost:
        link.passage = None
    return len(lost)


def answer_quoting(session: Session, feedback_id: int, may_quote: str, on: date) -> None:
    """Note the answer to *May we quote it?* that was given later, on a day."""
    consents.note(session, MAY_QUOTE[may_quote], on, None, feedback_id=feedback_id)


def bin_it(session: Session, keys: Iterable[int], *, binned: bool = True) -> None:
    """Put feedback into the bin, where it stays for 30 days, or take it out again."""
    at = datetime.now(UTC) if binned else None
    session.execute(update(Feedback).where(Feedback.id.in_(list(keys))).values(binned_at=at))


_LATEST_FIRST = (Feedback.said_from.desc(), Feedback.id.desc())
_OLDEST_FIRST = (Feedback.said_from.asc().nulls_last(), Feedback.id.asc())


def _family(session: Session, new: NewFeedback) -> Family | None:
    if new.family_code:
        return families.by_code(session, new.family_code)
    return families.new(session) if new.child != AboutChild() else None


def _counted_by(session: Session, column: InstrumentedAttribute[int | None]) -> dict[int, int]:
    """Count by a column from its index alone, and take off the few that no list shows."""
    found: dict[int, int] = {}
    unlisted = search.unlisted_feedback()
    for sign, query in ((1, select(column)), (-1, select(column).where(unlisted))):
        grouped = query.add_columns(func.count()).where(column.is_not(None)).group_by(column)
        for key, number in session.execute(grouped):
            found[key] = found.get(key, 0) + sign * number
    return found


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
    if wanted.may_quote:
        query = query.where(consents.may(consents.QUOTE))
    return _within(query, wanted)


def _within(query: Select[Any], wanted: Filter) -> Select[Any]:
    if wanted.from_day is not None:
        query = query.where(Feedback.said_from >= wanted.from_day)
    if wanted.to_day is not None:
        query = query.where(Feedback.said_from <= wanted.to_day)
    return query
