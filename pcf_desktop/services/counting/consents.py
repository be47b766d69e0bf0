"""Consent as it stands: the nearest word counts, and a withdrawal anywhere is final."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple

from sqlalchemy import CompoundSelect, and_, func, or_, select, true, union_all, update
from sqlalchemy.orm import InstrumentedAttribute, Session, aliased

from pcf_desktop.records import Consent, Feedback, Response
from pcf_desktop.services.counting import keys

KEEP, USE, QUOTE = "keep", "use_without_names", "quote_words"
INSPECTORS, HELP, CONTACT = "share_inspectors", "share_for_help", "contact_again"
PARTS = (KEEP, USE, QUOTE, INSPECTORS, HELP, CONTACT)
"""The keys of the reference list `consent_kind`."""

MOST = 500
"""How many keys go into one query."""

Holder = tuple[str, InstrumentedAttribute[Any]]
"""A column of consent and what it names, as the feedback itself, its response or its family."""

_FURTHEST_FIRST = ("family_id", "response_id", "feedback_id")
_said, _answered = aliased(Feedback), aliased(Response)
OF_FEEDBACK: Sequence[Holder] = (
    ("feedback_id", _said.id),
    ("response_id", _said.response_id),
    ("family_id", _said.family_id),
)
OF_RESPONSES: Sequence[Holder] = (
    ("response_id", _answered.id),
    ("family_id", _answered.family_id),
)


@dataclass(frozen=True)
class Standing:
    """What may be done with one piece of feedback: the parts that are allowed.

    `asked` are those to which there is an answer; `withdrawn_on` is the first withdrawal.
    """

    allowed: frozenset[str]
    asked: frozenset[str]
    withdrawn_on: date | None

    @property
    def refused(self) -> frozenset[str]:
        """The parts that were refused or withdrawn."""
        return self.asked - self.allowed


class _Words(NamedTuple):
    """What holders of one kind noted, the oldest first, and what each holds: it and its holder.

    A note is whose it is, whether it was given, and when it was withdrawn.
    """

    notes: Sequence[Any]
    held: Sequence[tuple[Any, Any]]

    @property
    def last(self) -> dict[Any, bool]:
        """What each holder said last."""
        return {of: given for of, given, _ in self.notes}

    @property
    def withdrawn(self) -> set[Any]:
        """The holders who took anything back."""
        return {of for of, _, on in self.notes if on is not None}


def note(
    session: Session,
    parts: Mapping[str, bool],
    given_on: date | None,
    how: str | None,
    **holder: int,
) -> None:
    """Note parts of consent, given or refused, for one holder (`feedback_id=7`)."""
    session.add_all(
        Consent(part=part, given=given, given_on=given_on, how=how, **holder)
        for part, given in parts.items()
    )


def withdraw(session: Session, on: date, parts: Iterable[str] = PARTS, **holder: int) -> None:
    """Withdraw these parts for one holder, also where nothing was noted before.

    What was withdrawn before keeps its day.
    """
    name, key = next(iter(holder.items()))
    column = getattr(Consent, name)
    for part in parts:
        noted = update(Consent).where(column == key, Consent.part == part)
        first = func.coalesce(Consent.withdrawn_on, on)
        if not session.scalars(noted.values(withdrawn_on=first).returning(Consent.id)).all():
            session.add(Consent(part=part, given=False, withdrawn_on=on, **holder))


def allowed(session: Session, feedback_ids: Iterable[int], part: str) -> set[int]:
    """Return those whose words may be used so: said yes to, nearest first, withdrawn nowhere."""
    found: set[int] = set()
    for some in _few(feedback_ids):
        columns = (_of_feedback(name) for name in _FURTHEST_FIRST)
        rows = session.execute(select(Feedback.id, *columns).where(Feedback.id.in_(some))).all()
        found |= _yes(
            _words(session, part, name, [(row[0], row[place]) for row in rows])
            for place, name in enumerate(_FURTHEST_FIRST, start=1)
        )
    return found


def every_allowed(session: Session, part: str) -> set[int]:
    """Return all feedback whose words may be used so, as `allowed` decides it, in one go.

    For lists of everything: each holder's notes and feedback are read once, from indexes.
    """
    return _yes(_words(session, part, name) for name in _FURTHEST_FIRST)


def standing(session: Session, feedback_id: int) -> Standing:
    """Return what may be done with one piece of feedback."""
    notes = {
        name: session.execute(
            select(Consent.part, Consent.given, Consent.withdrawn_on)
            .join(Feedback, getattr(Consent, name) == _of_feedback(name))
            .where(Feedback.id == feedback_id)
            .order_by(Consent.id)
        ).all()
        for name in _FURTHEST_FIRST
    }
    asked = {note.part for each in notes.values() for note in each}
    gone = [note.withdrawn_on for each in notes.values() for note in each if note.withdrawn_on]
    yes = _yes(_Words(each, [(part, part) for part in asked]) for each in notes.values())
    return Standing(frozenset(yes), frozenset(asked), min(gone, default=None))


def any_kept_back(session: Session, feedback_ids: Iterable[int], parts: Sequence[str]) -> set[int]:
    """Return those of these that are kept back in any of these parts."""
    return {
        key
        for some in _few(feedback_ids)
        for key in session.scalars(kept_back(OF_FEEDBACK, parts, some))
    }


def kept_back(
    nearest_first: Sequence[Holder],
    parts: Sequence[str],
    among: Collection[int] | None = None,
) -> CompoundSelect[int]:
    """Return the keys of what was refused or withdrawn: the rule of `_yes`, as a condition.

    Who was never asked is not among them. It begins at the few who said no, and does not look at
    what everybody else said.
    """
    key = nearest_first[0][1]
    these = true() if among is None else key.in_(among)
    found = []
    for place, (name, owner) in enumerate(nearest_first):
        column, other = getattr(Consent, name), aliased(Consent)
        overruled = [and_(getattr(other, name) == column, other.id > Consent.id)]
        overruled += [getattr(other, nearer) == of for nearer, of in nearest_first[:place]]
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


def _yes(furthest_first: Iterable[_Words]) -> set[Any]:
    """Return what was said yes to: the rule of consent.

    Of each holder the last word counts, of several the nearest's, and a withdrawal is final.
    """
    given: dict[object, bool] = {}
    gone: set[object] = set()
    for holder in furthest_first:
        last, withdrawn = holder.last, holder.withdrawn
        given.update((key, last[of]) for key, of in holder.held if of in last)
        gone.update(key for key, of in holder.held if of in withdrawn)
    return {key for key, yes in given.items() if yes and key not in gone}


def _words(
    session: Session, part: str, name: str, held: Sequence[tuple[int, int | None]] | None = None
) -> _Words:
    """Return the notes of the holders of one kind, on all that they hold or on these pieces."""
    column, own = getattr(Consent, name), _of_feedback(name)
    these = column.is_not(None) if held is None else column.in_({of for _, of in held})
    notes = keys.rows(
        session,
        select(column, Consent.given, Consent.withdrawn_on)
        .where(Consent.part == part, these)
        .order_by(Consent.id),
    )
    if held is None and notes:
        held = keys.rows(session, select(Feedback.id, own).where(own.is_not(None)))
    return _Words(notes, held or ())


def _of_feedback(name: str) -> InstrumentedAttribute[Any]:
    """Return the column of feedback that names its holder of one kind."""
    return Feedback.id if name == "feedback_id" else getattr(Feedback, name)


def _few(feedback_ids: Iterable[int]) -> Iterator[list[int]]:
    asked = list(feedback_ids)
    return (asked[start : start + MOST] for start in range(0, len(asked), MOST))
