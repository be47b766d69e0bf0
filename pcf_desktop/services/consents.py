"""Consent as it stands: the nearest word counts, and a withdrawal anywhere is final."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import ColumnElement, func, or_, select, update
from sqlalchemy.orm import InstrumentedAttribute, Session

from pcf_desktop.records import Consent, Feedback

KEEP, USE, QUOTE = "keep", "use_without_names", "quote_words"
INSPECTORS, HELP, CONTACT = "share_inspectors", "share_for_help", "contact_again"
PARTS = (KEEP, USE, QUOTE, INSPECTORS, HELP, CONTACT)
"""The keys of the reference list `consent_kind`."""

MOST = 500
"""How many keys go into one query."""


@dataclass(frozen=True)
class Standing:
    """What may be done with one piece of feedback: the parts that are allowed.

    `asked` says whether anybody has given an answer; `withdrawn_on` is the first withdrawal.
    """

    allowed: frozenset[str]
    asked: bool
    withdrawn_on: date | None


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
    """Withdraw these parts for one holder, also where nothing was noted before."""
    name, key = next(iter(holder.items()))
    column = getattr(Consent, name)
    for part in parts:
        changed = session.execute(
            update(Consent).where(column == key, Consent.part == part).values(withdrawn_on=on)
        )
        if changed.rowcount == 0:  # type: ignore[attr-defined]
            session.add(Consent(part=part, given=False, withdrawn_on=on, **holder))


def allowed(session: Session, feedback_ids: Iterable[int], part: str) -> set[int]:
    """Return those whose words may be used so: said yes to, nearest first, withdrawn nowhere."""
    keys = list(feedback_ids)
    found: set[int] = set()
    for start in range(0, len(keys), MOST):
        found |= _allowed(session, keys[start : start + MOST], part)
    return found


def may(part: str) -> ColumnElement[bool]:
    """Return the condition for feedback whose words may be used so, as `allowed` decides it."""
    holders: Sequence[
        tuple[InstrumentedAttribute[int | None], ColumnElement[int] | ColumnElement[int | None]]
    ] = (
        (Consent.feedback_id, Feedback.id.expression),
        (Consent.response_id, Feedback.response_id.expression),
        (Consent.family_id, Feedback.family_id.expression),
    )
    given = [
        select(Consent.given)
        .where(Consent.part == part, column == holder)
        .order_by(Consent.id.desc())
        .limit(1)
        .correlate(Feedback)
        .scalar_subquery()
        for column, holder in holders
    ]
    withdrawn = (
        select(Consent.id)
        .where(
            Consent.part == part,
            Consent.withdrawn_on.is_not(None),
            or_(*(column == holder for column, holder in holders)),
        )
        .correlate(Feedback)
        .exists()
    )
    return func.coalesce(*given, False) & ~withdrawn


def standing(session: Session, feedback_id: int) -> Standing:
    """Return what may be done with one piece of feedback."""
    row = session.execute(
        select(Feedback.response_id, Feedback.family_id).where(Feedback.id == feedback_id)
    ).one()
    notes = session.execute(
        select(Consent.part, Consent.withdrawn_on).where(
            or_(
                Consent.feedback_id == feedback_id,
                Consent.response_id == row.response_id,
                Consent.family_id == row.family_id,
            )
        )
    ).all()
    gone = [note.withdrawn_on for note in notes if note.withdrawn_on is not None]
    asked = {note.part for note in notes}
    yes = frozenset(part for part in asked if allowed(session, [feedback_id], part))
    return Standing(yes, bool(asked), min(gone, default=None))


def _allowed(session: Session, keys: list[int], part: str) -> set[int]:
    rows = session.execute(
        select(Feedback.id, Feedback.response_id, Feedback.family_id).where(Feedback.id.in_(keys))
    )
    holders = [(row.id, row.response_id, row.family_id) for row in rows]
    notes = _notes(session, holders, part)
    return {
        keys[0]
        for keys in holders
        if _is_allowed(
            [notes[place] for place in zip(_HOLDERS, keys, strict=True) if place in notes]
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


def _is_allowed(nearest_first: list[tuple[bool, bool]]) -> bool:
    withdrawn = any(gone for _, gone in nearest_first)
    return bool(nearest_first) and nearest_first[0][0] and not withdrawn
