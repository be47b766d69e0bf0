"""Changing priorities: one is added, edited, or deleted, and the words that suggest it are set."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import Column, ForeignKey, func, select
from sqlalchemy.orm import Session

from pcf_desktop.errors import UserError
from pcf_desktop.importers.letters import titles
from pcf_desktop.records import (
    Base,
    Feedback,
    Inspection,
    Keyword,
    Link,
    PackSection,
    Priority,
    Term,
)
from pcf_desktop.services.counting.voices import LISTED
from pcf_desktop.services.forum import drafts, reference
from pcf_desktop.services.priorities.priorities import OWN_CONCERN

_READ_FOR_TITLE = 2_000
"""Letters. Whatever is pasted, its title stands in its first sentences."""


WHOLE, WORDS = "priority", "priority words"
"""The forms of a priority: the whole of it, and on its page the words that suggest it."""


@dataclass(frozen=True)
class PriorityDraft:
    """A priority as a person types it in; `kind` is a key of the list `priority_kind`."""

    kind: str
    title: str
    words: str = ""
    """The inspectors' own; a concern of the forum's own can do without."""
    number: str = ""
    """As printed."""
    keywords: Sequence[str] = ()


@dataclass(frozen=True)
class Offer:
    """What the form of a priority offers: the kinds, and the next number of the letter."""

    kinds: Sequence[reference.Word]
    number: str


@dataclass(frozen=True)
class PriorityGoing:
    """What is deleted with a priority, and what stays but mentions it no longer.

    Both count rows by the name of their table, where there are any; of `pack_section`, packs.
    `hidden_links` are those of the links whose comment is in the bin or set aside.
    """

    title: str
    goes: Mapping[str, int]
    stays: Mapping[str, int]
    hidden_links: int


def offer(session: Session, kind: str = "") -> Offer:
    """Return what to begin a new priority with; `kind` is among the kinds even if out of use."""
    kinds = [
        word
        for word in reference.words(session, "priority_kind")
        if word.active or word.key == kind
    ]
    numbers = session.scalars(
        select(Priority.number)
        .join(Term, Term.id == Priority.kind_id)
        .where(Term.key != OWN_CONCERN, Priority.number.is_not(None))
    )
    plain = (int(number) for number in numbers if number and number.isdecimal())
    return Offer(kinds, str(max(plain, default=0) + 1))


def proposed_title(words: str) -> str:
    """Return a title of at most eight words, made from the inspectors' own; a person changes it."""
    return titles.title(" ".join(words[:_READ_FOR_TITLE].split()))


def needs_words(kind: str, before: PriorityDraft | None = None) -> bool:
    """Say whether a priority of a kind must have the inspectors' words.

    No source prints those of some: one that was kept without can stay so.
    """
    had_none = before is not None and before.kind != OWN_CONCERN and not before.words
    return kind != OWN_CONCERN and not had_none


def add(session: Session, draft: PriorityDraft) -> int:
    """Add a priority after those there are, with the words that suggest it; return its id.

    What a letter asks for belongs to the latest inspection, where one is kept; a concern of the
    forum's own belongs to none.

    Raises:
        UserError: it has no title, or none of the words that its kind must have.
    """
    _check(draft)
    priority = Priority(
        inspection_id=_inspection(session, draft.kind),
        position=(session.scalar(select(func.max(Priority.position))) or 0) + 1,
        bodies=[],
        is_embargoed=False,
    )
    _put(session, priority, draft)
    session.add(priority)
    session.flush()
    set_keywords(session, priority.id, draft.keywords)
    return priority.id


def draft_of(session: Session, priority_id: int) -> PriorityDraft | None:
    """Return a priority as a person would type it in, None when it is there no longer."""
    priority = session.get(Priority, priority_id)
    if priority is None:
        return None
    return PriorityDraft(
        _kind(session, priority),
        priority.title,
        priority.words or "",
        priority.number or "",
        _keywords(session, priority_id),
    )


def draft_name(session: Session, priority_id: int, form: str = WHOLE) -> str:
    """Return the name under which what is typed for a priority and not saved is kept.

    By its uid, for an id that has become free is given again.
    """
    return f"{form} {session.get_one(Priority, priority_id).uid}"


def edit(session: Session, priority_id: int, draft: PriorityDraft) -> None:
    """Change a priority to what a person typed; its links and all else of it stay.

    One that becomes a concern of the forum's own leaves its inspection, and the other way round.

    Raises:
        UserError: as `add` does, or the priority is there no longer.
    """
    before = draft_of(session, priority_id)
    if before is None:
        raise _gone()
    _check(draft, before)
    priority = session.get_one(Priority, priority_id)
    if OWN_CONCERN in (before.kind, draft.kind) and before.kind != draft.kind:
        priority.inspection_id = _inspection(session, draft.kind)
    _put(session, priority, draft)
    set_keywords(session, priority_id, draft.keywords)


def what_goes(session: Session, priority_id: int) -> PriorityGoing | None:
    """Return what deleting a priority would take along, to be said before it is done.

    None when it is there no longer. Nothing that families said is among it.
    """
    priority = session.get(Priority, priority_id)
    if priority is None:
        return None
    goes: dict[str, int] = {}
    stays: dict[str, int] = {}
    for column, key in mentions():
        one = PackSection.pack_id.distinct() if column is _IN_PACK else column
        found = session.scalar(select(func.count(one)).where(column == priority_id))
        if found:
            (goes if key.ondelete == "CASCADE" else stays)[column.table.name] = found
    listed = (
        select(func.count(Link.id))
        .join(Feedback, Feedback.id == Link.feedback_id)
        .where(Link.priority_id == priority_id, LISTED)
    )
    hidden = goes.get(Link.__tablename__, 0) - (session.scalar(listed) or 0)
    return PriorityGoing(priority.title, goes, stays, hidden)


def delete(session: Session, priority_id: int) -> None:
    """Delete a priority with its links and all else that only speaks of it.

    Raises:
        UserError: it is there no longer.
    """
    priority = session.get(Priority, priority_id)
    if priority is None:
        raise _gone()
    for form in (WHOLE, WORDS):
        drafts.drop(session, draft_name(session, priority_id, form))
    session.delete(priority)
    session.flush()


def mentions() -> Iterator[tuple[Column[object], ForeignKey]]:
    """Yield every column of the tables that names a priority, with its key."""
    for table in Base.metadata.sorted_tables:
        for key in table.foreign_keys:
            if key.column.table.name == Priority.__tablename__:
                yield key.parent, key


def set_keywords(session: Session, priority_id: int, words: Sequence[str]) -> None:
    """Replace the words that suggest a priority, unless they are the same."""
    wanted = list(dict.fromkeys(word.strip() for word in words if word.strip()))
    if wanted == list(_keywords(session, priority_id)):
        return
    for known in session.scalars(select(Keyword).where(Keyword.priority_id == priority_id)):
        session.delete(known)
    session.flush()
    session.add_all(Keyword(priority_id=priority_id, words=word) for word in wanted)


_IN_PACK = PackSection.__table__.c.priority_id


def _check(draft: PriorityDraft, before: PriorityDraft | None = None) -> None:
    if not draft.title.strip():
        raise UserError("The priority has no title.", "Nothing was saved.", "Give it a title.")
    if not draft.words.strip() and needs_words(draft.kind, before):
        raise UserError(
            "The inspectors’ words are missing.", "Nothing was saved.", "Copy them from the letter."
        )


def _put(session: Session, priority: Priority, draft: PriorityDraft) -> None:
    priority.kind_id = reference.term_id(session, "priority_kind", draft.kind)
    priority.number = draft.number.strip() or None
    priority.title = draft.title.strip()
    priority.words = draft.words.strip() or None


def _inspection(session: Session, kind: str) -> int | None:
    latest = select(Inspection.id).order_by(Inspection.id.desc())
    return None if kind == OWN_CONCERN else session.scalar(latest)


def _kind(session: Session, priority: Priority) -> str:
    return session.scalars(select(Term.key).where(Term.id == priority.kind_id)).one()


def _keywords(session: Session, priority_id: int) -> tuple[str, ...]:
    kept = select(Keyword.words).where(Keyword.priority_id == priority_id)
    return tuple(session.scalars(kept.order_by(Keyword.id)))


def _gone() -> UserError:
    return UserError(
        "This priority is there no longer.", "Nothing was changed.", "Undo may bring it back."
    )
