"""Consent as it stands: the nearest word counts, and a withdrawal anywhere is final."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import func, or_, select, update
from sqlalchemy.orm import Session

from pcf_desktop.records import Consent, Feedback
from pcf_desktop.services.counting import keys

KEEP, USE, QUOTE = "keep", "use_without_names", "quote_words"
INSPECTORS, HELP, CONTACT = "share_inspectors", "share_for_help", "contact_again"
PARTS = (KEEP, USE, QUOTE, INSPECTORS, HELP, CONTACT)
"""The keys of the reference list `consent_kind`."""

MOST = 500
"""How many keys go into one query."""


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
    asked = list(feedback_ids)
    found: set[int] = set()
    for start in range(0, len(asked), MOST):
        found |= _allowed(session, asked[start : start + MOST], part)
    return found


def every_allowed(session: Session, part: str) -> set[int]:
    """Return all feedback whose words may be used so, as `allowed` decides it, in one go.

    For lists of everything: each holder's notes and feedback are read once, from indexes.
    """
    given: dict[int, bool] = {}
    gone: set[int] = set()
    for holder in reversed(_HOLDERS):
        said, withdrawn = _said(session, holder, part)
        for key, of in _held(session, holder) if said else ():
            if of in said:
                given[key] = said[of]
            if of in withdrawn:
                gone.add(key)
    return {key for key, yes in given.items() if yes and key not in gone}


def standing(session: Session, feedback_id: int) -> Standing:
    """Return what may be done with one piece of feedback."""
    row = session.execute(
        select(Feedback.response_id, Feedback.family_id).where(Feedback.id == feedback_id)
    ).one()
    holders = zip(_HOLDERS, (feedback_id, row.response_id, row.family_id), strict=True)
    notes = session.execute(
        select(Consent.part, Consent.withdrawn_on).where(
            or_(*(getattr(Consent, name) == key for name, key in holders if key is not None))
        )
    ).all()
    gone = [note.withdrawn_on for note in notes if note.withdrawn_on is not None]
    asked = frozenset(note.part for note in notes)
    yes = frozenset(part for part in asked if allowed(session, [feedback_id], part))
    return Standing(yes, asked, min(gone, default=None))


def _allowed(session: Session, asked: list[int], part: str) -> set[int]:
    rows = session.execute(
        select(Feedback.id, Feedback.response_id, Feedback.family_id).where(Feedback.id.in_(asked))
    )
    holders = [(row.id, row.response_id, row.family_id) for row in rows]
    notes = _notes(session, holders, part)
    return {
        holder[0]
        for holder in holders
        if _is_allowed(
            [notes[place] for place in zip(_HOLDERS, holder, strict=True) if place in notes]
        )
    }


_HOLDERS = ("feedback_id", "response_id", "family_id")
"""Whose word counts, the nearest first."""


def _notes(
    session: Session, holders: Sequence[tuple[int, int | None, int | None]], part: str
) -> dict[tuple[str, int | None], tuple[bool, bool]]:
    """Return what each holder of these said of a part: given, and withdrawn."""
    wanted = dict(zip(_HOLDERS, zip(*holders, strict=True), strict=False))
    found: dict[tuple[str, int | None], tuple[bool, bool]] = {}
    for name in _HOLDERS:
        column = getattr(Consent, name)
        said = session.execute(
            select(column, Consent.given, Consent.withdrawn_on)
            .where(Consent.part == part, column.in_(set(wanted.get(name, ()))))
            .order_by(Consent.id)
        )
        for key, given, withdrawn_on in said:
            before = found.get((name, key), (False, False))
            found[name, key] = (given, before[1] or withdrawn_on is not None)
    return found


def _said(session: Session, holder: str, part: str) -> tuple[dict[int, bool], set[int]]:
    """Return what the holders of one kind said last, and which of them withdrew."""
    column = getattr(Consent, holder)
    rows = keys.rows(
        session,
        select(column, Consent.given, Consent.withdrawn_on)
        .where(Consent.part == part, column.is_not(None))
        .order_by(Consent.id),
    )
    return (
        {row[0]: bool(row[1]) for row in rows},
        {row[0] for row in rows if row[2] is not None},
    )


def _held(session: Session, holder: str) -> Iterable[tuple[int, int]]:
    """Return each piece of feedback with its holder of one kind."""
    if holder == "feedback_id":
        return ((key, key) for key in keys.fetch(session, select(Feedback.id)))
    column = getattr(Feedback, holder)
    return keys.rows(session, select(Feedback.id, column).where(column.is_not(None)))


def _is_allowed(nearest_first: list[tuple[bool, bool]]) -> bool:
    withdrawn = any(gone for _, gone in nearest_first)
    return bool(nearest_first) and nearest_first[0][0] and not withdrawn
