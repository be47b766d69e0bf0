"""Logging what families said, and the list of all of it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, fields
from datetime import UTC, datetime
from uuid import UUID

from sqlalchemy import func, select, update
from sqlalchemy.orm import Session

from pcf_desktop.errors import UserError
from pcf_desktop.records import Draft, Family, Feedback, Link, Question, Survey, Term, When
from pcf_desktop.services.counting import consents
from pcf_desktop.services.counting.voices import BINNED, LISTED
from pcf_desktop.services.families import families
from pcf_desktop.services.families.families import AboutChild
from pcf_desktop.services.feedback import links, listing
from pcf_desktop.services.feedback.links import LinkView
from pcf_desktop.services.feedback.listing import Filter
from pcf_desktop.workspace.workspace import SAID

__all__ = [
    "CONSENT",
    "DETAILS",
    "MAY_QUOTE",
    "WORDS",
    "Filter",
    "Line",
    "NewFeedback",
    "bin_it",
    "change_details",
    "change_words",
    "count",
    "count_binned",
    "count_logged",
    "count_to_sort",
    "details",
    "districts",
    "draft_name",
    "ids",
    "lines",
    "log",
    "with_draft",
]

MAY_QUOTE: Mapping[str, Mapping[str, bool]] = {
    "quote": {consents.KEEP: True, consents.USE: True, consents.QUOTE: True},
    "use": {consents.KEEP: True, consents.USE: True, consents.QUOTE: False},
    "keep": {consents.KEEP: True, consents.USE: False, consents.QUOTE: False},
    "not_asked": {},
}
"""The four answers to *May we quote it?* and the parts of consent that each notes."""

WORDS, DETAILS, CONSENT = "comment words", "comment details", "comment consent"
"""So begins the name of a draft of what is edited in a comment; its end is the comment's uid."""


@dataclass(frozen=True)
class NewFeedback:
    """What the log form holds; the first two are all that is needed.

    A field that has the name of a column of `Feedback` fills it, and is read from it again.
    """

    words: str
    may_quote: str
    said: When = field(default_factory=When)
    channel_id: int | None = None
    event_id: int | None = None
    family_code: str | None = None
    child: AboutChild = field(default_factory=AboutChild)
    district: str | None = None
    sentiment_id: int | None = None


KNOWN = tuple(
    each.name
    for each in fields(NewFeedback)
    if each.name != "words" and hasattr(Feedback, each.name)
)
"""What is known of a comment beside its words and its family, by the names of its columns."""


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


def log(session: Session, new: NewFeedback, *, is_typed: bool = False) -> int:
    """Keep a piece of feedback; return its id. What was typed goes to the bin when it is undone.

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
    feedback = Feedback(words=words)
    _put_details(session, feedback, NewFeedback("", ""), new)
    session.add(feedback)
    session.flush()
    if is_typed:
        session.info[SAID] = True
    consents.note(
        session, MAY_QUOTE[new.may_quote], new.said.earliest, None, feedback_id=feedback.id
    )
    return feedback.id


def districts(session: Session) -> list[str]:
    """Return every district noted by hand or in a log, by name."""
    by_hand = Feedback.response_id.is_(None) & Feedback.district.is_not(None)
    found = select(Feedback.district).where(by_hand).distinct()
    return sorted(name for name in session.scalars(found) if name)


def ids(session: Session, wanted: Filter, *, oldest_first: bool = False) -> list[int]:
    """Return the ids of the feedback that a filter leaves, the latest first, or the oldest.

    A search gives the latest logged first, however the rest is sorted.
    """
    return listing.ids(session, wanted, oldest_first=oldest_first)


def count_logged(session: Session, since: datetime) -> int:
    """Return how many pieces were logged by hand since a moment."""
    by_hand = (Feedback.made_at >= since) & Feedback.batch_id.is_(None)
    return session.scalar(select(func.count()).select_from(Feedback).where(by_hand, LISTED)) or 0


def count(session: Session) -> int:
    """Return how many pieces of feedback there are, those in the bin or set aside left out."""
    return session.scalar(select(func.count()).select_from(Feedback).where(LISTED)) or 0


def count_binned(session: Session) -> int:
    """Return how many pieces are in the bin."""
    return session.scalar(select(func.count()).select_from(Feedback).where(BINNED)) or 0


def count_to_sort(session: Session) -> int:
    """Return how many pieces nobody has looked at yet."""
    return session.scalar(select(func.count()).where(Feedback.sorted_at.is_(None), LISTED)) or 0


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


def draft_name(session: Session, feedback_id: int, kind: str = WORDS) -> str:
    """Return the name of the draft that keeps what is edited in a comment and not saved yet."""
    return f"{kind} {session.get_one(Feedback, feedback_id).uid}"


def with_draft(session: Session) -> int | None:
    """Return the listed comment whose edited words were kept last and not saved, or None."""
    forms = session.scalars(
        select(Draft.form)
        .where(Draft.form.startswith(WORDS))
        .order_by(Draft.changed_at.desc(), Draft.id.desc())
    )
    for form in forms:
        uid = UUID(form.removeprefix(f"{WORDS} "))
        found = session.scalar(select(Feedback.id).where(Feedback.uid == uid, LISTED))
        if found is not None:
            return found
    return None


def details(session: Session, feedback_id: int) -> NewFeedback:
    """Return what is known of a comment beside its words, as the log form would hold it."""
    feedback = session.get_one(Feedback, feedback_id)
    family = session.get(Family, feedback.family_id) if feedback.family_id is not None else None
    return NewFeedback(
        words="",
        may_quote="",
        family_code=family.code if family is not None else None,
        child=families.about(session, feedback.child_id),
        **{name: getattr(feedback, name) for name in KNOWN},
    )


def change_details(
    session: Session, feedback_id: int, before: NewFeedback, after: NewFeedback
) -> None:
    """Change what is known of a comment beside its words, where the two differ.

    Neither the words nor the answer to quoting are looked at. What nobody touched stays exactly as
    it is kept, as a date of a whole term does, which the form cannot say.
    """
    _put_details(session, session.get_one(Feedback, feedback_id), before, after)


def bin_it(session: Session, keys: Iterable[int], *, binned: bool = True) -> None:
    """Put feedback into the bin, or take it out again; nothing empties the bin by itself."""
    at = datetime.now(UTC) if binned else None
    session.execute(update(Feedback).where(Feedback.id.in_(list(keys))).values(binned_at=at))


def _put_details(
    session: Session, feedback: Feedback, before: NewFeedback, after: NewFeedback
) -> None:
    for name in KNOWN:
        if getattr(after, name) != getattr(before, name):
            setattr(feedback, name, getattr(after, name))
    if (after.family_code, after.child) != (before.family_code, before.child):
        family = _family(session, after)
        feedback.family_id = family.id if family is not None else None
        feedback.child_id = (
            families.child_for(session, family, after.child) if family is not None else None
        )


def _family(session: Session, new: NewFeedback) -> Family | None:
    if new.family_code:
        return families.by_code(session, new.family_code)
    return families.new(session) if new.child != AboutChild() else None
