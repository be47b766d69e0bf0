"""Choosing quotes: only with consent to quote, one parent never several voices."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import islice
from typing import Any, TypeAlias

from sqlalchemy import select
from sqlalchemy.orm import Session

from pcf_desktop.records import Feedback, Link, Quote, Term, When
from pcf_desktop.services.counting import consents, counted
from pcf_desktop.services.counting.stances import GOOD
from pcf_desktop.services.counting.voices import LISTED, VOICE
from pcf_desktop.services.forum import series
from pcf_desktop.services.packs import personal_details
from pcf_desktop.services.packs.personal_details import PersonalDetail

LONGEST = 600
"""The program picks nothing over so many characters by itself: a page holds four such quotes. A
person may choose longer words, or mark a passage in them."""

_YOUNG, _POSTED = "young_people_group", "facebook"

Said: TypeAlias = tuple[int, str]
"""A piece of feedback by its id, and the words of it that are quoted."""


@dataclass(frozen=True)
class Candidate:
    """Words that may be quoted on a priority. `words` is the passage, else the whole text.

    `number` is that of these very words, if they were quoted before. `changed` says that the
    family's words are no longer those that were quoted last.
    """

    feedback_id: int
    voice: int
    stance: str
    words: str
    is_passage: bool
    said: When
    response_id: int | None
    number: int | None
    channel: str | None = None
    """A key of the list `channel`."""
    changed: bool = False
    cut: tuple[bool, bool] = (False, False)
    """Whether the family said more before these words, and after them."""

    @property
    def key(self) -> Said:
        """What the permanent number stands for: these words of this piece of feedback."""
        return self.feedback_id, self.words

    @property
    def speaker(self) -> str:
        """Who is printed as having said it: no more than the way it came can tell."""
        if self.channel == _YOUNG:
            return "Young person"
        return "Parent carer" if self.response_id is not None else "Family member"

    @property
    def printed(self) -> str:
        """Return the words as a pack prints them, a cut at either end marked."""
        before, after = self.cut
        return f"{'[…] ' if before else ''}{self.words}{' […]' if after else ''}"

    @cached_property
    def details(self) -> tuple[PersonalDetail, ...]:
        """What in the words may point to a person."""
        return tuple(personal_details.find(self.words))


def candidates(
    session: Session, priority_id: int, from_day: date | None = None, to_day: date | None = None
) -> list[Candidate]:
    """Return what may be quoted on a priority, marked passages first, then the latest.

    Left out: without consent to quote, withdrawn, set aside, in the bin, with personal details
    still to clear, of a family that gives no leave to keep, use or show it, as `counted` says; and
    what was cleared by hand and has been changed since. `quotes_left_out` says why.
    """
    query = (
        select(
            Feedback.id,
            VOICE.label("voice"),
            Link.stance,
            Link.passage,
            Feedback.words,
            Feedback.said,
            Feedback.response_id,
            Term.key.label("channel"),
        )
        .join(Link, Link.feedback_id == Feedback.id)
        .outerjoin(Term, Term.id == Feedback.channel_id)
        .where(Link.priority_id == priority_id, LISTED, ~Feedback.needs_clearing)
        .where(VOICE.is_not(None))
        .where(*counted.said_within(from_day, to_day))
        .order_by(Link.passage.is_(None), Feedback.said_from.desc(), Feedback.id)
    )
    rows = session.execute(query).all()
    keys = [row.id for row in rows]
    may = consents.allowed(session, keys, consents.QUOTE) - counted.not_to_show(session, keys)
    before = _quoted(session, priority_id)
    found: dict[int, Candidate] = {}
    for row in rows:
        if row.id in may and row.id not in found:
            candidate = _candidate(row, before.get(row.id, []))
            if candidate is not None:
                found[row.id] = candidate
    return list(found.values())


def _candidate(row: Any, known: Sequence[Quote]) -> Candidate | None:
    """Return what may be quoted of a piece; None where it was cleared and has changed since."""
    cleared = next((quote for quote in reversed(known) if quote.cleared != quote.original), None)
    if cleared and cleared.original not in row.words:
        return None
    shown = cleared.cleared if cleared else row.passage or row.words
    return Candidate(
        feedback_id=row.id,
        voice=row.voice,
        stance=row.stance,
        words=shown,
        is_passage=row.passage is not None,
        said=row.said,
        response_id=row.response_id,
        number=next((quote.number for quote in known if quote.cleared == shown), None),
        channel=row.channel,
        changed=bool(known) and known[-1].original not in row.words,
        cut=_cut(shown, row.words),
    )


def _quoted(session: Session, priority_id: int) -> dict[int, list[Quote]]:
    """Return the quotes there are of what is linked to a priority, the oldest first."""
    found: dict[int, list[Quote]] = {}
    linked = select(Link.feedback_id).where(Link.priority_id == priority_id)
    for quote in session.scalars(
        select(Quote).where(Quote.feedback_id.in_(linked)).order_by(Quote.number)
    ):
        found.setdefault(quote.feedback_id, []).append(quote)
    return found


def _cut(shown: str, words: str) -> tuple[bool, bool]:
    """Return whether words are missing before and after; a full stop alone is none."""
    before, found, after = words.partition(shown)
    return (_says(before), _says(after)) if found else (False, False)


def _says(words: str) -> bool:
    return any(map(str.isalnum, words))


def pick(found: Sequence[Candidate], most: int) -> list[Candidate]:
    """Return at most so many, one of each family, what went well among what did not.

    Words that may point to a person, are long, were posted where others can find them, or have
    changed since they were last quoted are for a person to choose, after a look.
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
        is_plain = len(each.words) <= LONGEST and not each.changed and each.channel != _POSTED
        if each.voice not in voices and is_plain and not each.details:
            voices.add(each.voice)
            yield each


def numbered(session: Session, chosen: Iterable[Candidate]) -> dict[Said, int]:
    """Give the words of each of these their permanent number; return the numbers by words.

    Other words of the same family get another number, so that one number never means two things.
    """
    numbers: dict[Said, int] = {}
    for each in chosen:
        if each.key in numbers:
            continue
        key, words = each.key
        number = session.scalars(
            select(Quote.number).where(Quote.feedback_id == key, Quote.cleared == words)
        ).first()
        if number is None:
            number = series.take(session, "quote")
            session.add(Quote(number=number, feedback_id=key, original=words, cleared=words))
            session.flush()
        numbers[each.key] = number
    return numbers
