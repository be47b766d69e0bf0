"""Consent as it stands: the nearest word counts, and a withdrawal anywhere is final."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from pcf_desktop.records import Consent, Feedback

KEEP, USE, QUOTE = "keep", "use_without_names", "quote_words"
INSPECTORS, HELP, CONTACT = "share_inspectors", "share_for_help", "contact_again"
PARTS = (KEEP, USE, QUOTE, INSPECTORS, HELP, CONTACT)
"""The keys of the reference list `consent_kind`."""

MOST = 500
"""How many keys go into one query."""


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
