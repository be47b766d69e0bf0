"""Choosing quotes: only with consent to quote, one parent never several voices."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import islice

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from pcf_desktop.records import Consent, Feedback, Link, Quote, When
from pcf_desktop.services import consents, personal_details, series
from pcf_desktop.services.personal_details import Detail
from pcf_desktop.services.voices import LISTED, VOICE

LONGEST = 600
"""The program picks nothing over so many characters by itself: a page holds four such quotes. A
person may choose longer words, or mark a passage in them."""

GOOD = ("better", "strength")
"""The stances of what went well."""


@dataclass(frozen=True)
class Candidate:
    """Words that may be quoted on a priority. `words` is the passage, else the whole text.

    `changed` says that the family's words are no longer those that were quoted under this number.
    """

    feedback_id: int
    voice: int
    stance: str
    words: str
    is_passage: bool
    said: When
    response_id: int | None
    number: int | None
    changed: bool = False

    @cached_property
    def details(self) -> tuple[Detail, ...]:
        """What in the words may point to a person."""
        return tuple(personal_details.find(self.words))


def candidates(
    session: Session, priority_id: int, from_day: date | None = None, to_day: date | None = None
) -> list[Candidate]:
    """Return what may be quoted on a priority, marked passages first, then the latest.

    Left out: without consent to quote, withdrawn, set aside, in the bin, with personal details
    still to clear, of a family that withdrew its leave to keep or use what it said; and what was
    cleared by hand and has been changed since. `quotes_left_out` says why.
    """
    query = (
        select(
            Feedback.id,
            VOICE,
            Link.stance,
            Link.passage,
            Feedback.words,
            Feedback.said,
            Feedback.response_id,
            Quote.number,
            Quote.original,
            Quote.cleared,
        )
        .join(Link, Link.feedback_id == Feedback.id)
        .outerjoin(Quote, Quote.feedback_id == Feedback.id)
        .where(Link.priority_id == priority_id, LISTED, ~Feedback.needs_clearing)
        .order_by(Link.passage.is_(None), Feedback.said_from.desc(), Feedback.id)
    )
    if from_day is not None:
        query = query.where(Feedback.said_from >= from_day)
    if to_day is not None:
        query = query.where(Feedback.said_from <= to_day)
    rows = session.execute(query).all()
    keys = [row[0] for row in rows]
    may = consents.allowed(session, keys, consents.QUOTE) - withdrawn(session, keys)
    found: dict[int, Candidate] = {}
    for key, voice, stance, passage, words, said, response_id, number, original, cleared in rows:
        changed = bool(original) and original not in words
        by_hand = cleared != original
        if key in may and key not in found and not (changed and by_hand):
            shown = cleared if by_hand else passage or words
            marked = passage is not None
            found[key] = Candidate(
                key, voice, stance, shown, marked, said, response_id, number, changed
            )
    return list(found.values())


def pick(found: Sequence[Candidate], most: int) -> list[Candidate]:
    """Return at most so many, one of each family, what went well among what did not.

    Words that may point to a person, are long, or have changed since they were last quoted are for
    a person to choose, after a look.
    """
    good = _distinct((each for each in found if each.stance in GOOD), set())
    fine = list(islice(good, most))
    room_for_good = max(1, most // 3) if fine else 0
    voices = {each.voice for each in fine[:room_for_good]}
    rest = _distinct((each for each in found if each.stance not in GOOD), voices)
    chosen = list(islice(rest, most - room_for_good))
    others = {each.voice for each in chosen}
    return [*chosen, *[each for each in fine if each.voice not in others][: most - len(chosen)]]


def _distinct(found: Iterable[Candidate], voices: set[int]) -> Iterator[Candidate]:
    """Yield the first of each voice that needs no look; only as many are searched as are wanted."""
    for each in found:
        is_plain = len(each.words) <= LONGEST and not each.changed
        if each.voice not in voices and is_plain and not each.details:
            voices.add(each.voice)
            yield each


def withdrawn(session: Session, feedback_ids: Sequence[int]) -> set[int]:
    """Return those whose family took back, at any of the three holders, that it is kept or used."""
    back = set()
    for start in range(0, len(feedback_ids), consents.MOST):
        some = feedback_ids[start : start + consents.MOST]
        back |= set(
            session.scalars(
                select(Feedback.id)
                .join(
                    Consent,
                    or_(
                        Consent.feedback_id == Feedback.id,
                        Consent.response_id == Feedback.response_id,
                        Consent.family_id == Feedback.family_id,
                    ),
                )
                .where(
                    Feedback.id.in_(some),
                    Consent.part.in_((consents.KEEP, consents.USE)),
                    Consent.withdrawn_on.is_not(None),
                )
            )
        )
    return back


def numbered(session: Session, chosen: Iterable[Candidate]) -> dict[int, int]:
    """Give each of these its permanent number; return the numbers by feedback id.

    Where the family's words have changed, the number stands for them as they are quoted now.
    """
    numbers: dict[int, int] = {}
    for each in chosen:
        known = session.scalars(
            select(Quote).where(Quote.feedback_id == each.feedback_id).order_by(Quote.id)
        ).first()
        if known is None:
            known = Quote(
                number=series.take(session, "quote"),
                feedback_id=each.feedback_id,
                original=each.words,
                cleared=each.words,
            )
            session.add(known)
            session.flush()
        elif each.changed:
            known.original = known.cleared = each.words
        numbers[each.feedback_id] = known.number
    return numbers
