"""Why a quote that somebody chose is not in the pack, in words: none is ever dropped silently."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from pcf_desktop.records import Feedback, Link, Priority, Quote
from pcf_desktop.services.counting import consents, counted
from pcf_desktop.services.packs import quotes

_REASONS: tuple[tuple[Callable[[Feedback], bool], str], ...] = (
    (lambda said: said.binned_at is not None, "it is in the bin"),
    (lambda said: said.set_aside, "it has been set aside"),
    (lambda said: said.needs_clearing, "personal details in it are still to be cleared"),
)
"""What can be seen from the feedback itself, the first that holds being said."""


def sentences(
    session: Session,
    priority_id: int,
    chosen: Sequence[int],
    from_day: date | None = None,
    to_day: date | None = None,
) -> Iterator[str]:
    """Yield a sentence for each piece of feedback chosen that may not be quoted on a priority."""
    found = {each.feedback_id for each in quotes.candidates(session, priority_id, from_day, to_day)}
    kept = session.scalars(select(Priority.title).where(Priority.id == priority_id)).first()
    title = kept or "a priority that was deleted"
    for place, key in enumerate(chosen, start=1):
        if key not in found:
            number = session.scalars(select(Quote.number).where(Quote.feedback_id == key)).first()
            name = (
                f"Quote Q{number:03d}" if number is not None else f"Quote {place} of those chosen"
            )
            why = _reason(session, priority_id, key, (from_day, to_day))
            yield f"{name} on {title} is left out because {why}."


def _reason(
    session: Session, priority_id: int, key: int, period: tuple[date | None, date | None]
) -> str:
    said = session.get(Feedback, key)
    if said is None:
        return "it is no longer in the forum"
    for holds, why in _REASONS:
        if holds(said):
            return why
    link = select(Link.id).where(Link.feedback_id == key, Link.priority_id == priority_id)
    if session.scalars(link).first() is None:
        return "it is no longer linked to this priority"
    if not _is_within(said.said_from, *period):
        return "it was not said in the period of the pack"
    may = consents.allowed(session, [key], consents.QUOTE) - counted.not_to_show(session, [key])
    if key not in may:
        return "the family has not agreed to it, or no longer does"
    return "the family changed its words after somebody cleared them"


def _is_within(day: date | None, first: date | None, last: date | None) -> bool:
    if day is None:
        return first is None and last is None
    return (first is None or day >= first) and (last is None or day <= last)
