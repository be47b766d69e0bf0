"""What is much like something else: the same words logged twice.

Full-text search finds the few texts that share the rarest words; only those are compared letter by
letter. A person decides whether it is the same.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from pcf_desktop.records import Family, Feedback, Term, When
from pcf_desktop.services.counting.likeness import score
from pcf_desktop.services.counting.voices import LISTED
from pcf_desktop.services.counting.words import INDEXED, as_indexed
from pcf_desktop.workspace import search_index

TOP = 2
LIKE = 68.0
"""From this score (0 to 100) on, two texts are worth a look."""
ENOUGH = 4
"""Words that must stand before anything is compared."""
LEAST_LETTERS = 4
"""A shorter word tells too little to be compared."""
RARE_WORDS = 6
CANDIDATES = 60


@dataclass(frozen=True)
class Like:
    """Feedback that is much like what is being written, and how much (0 to 100)."""

    id: int
    words: str
    said: When
    channel: str | None
    family: str | None
    score: float


def like(session: Session, words: str, top: int = TOP) -> list[Like]:
    """Return the feedback most like these words, the likest first; mostly there is none."""
    different = dict.fromkeys(INDEXED.findall(as_indexed(words)))
    typed = [word for word in different if len(word) >= LEAST_LETTERS]
    if len(typed) < ENOUGH:
        return []
    rows = session.execute(
        select(
            Feedback.id,
            Feedback.words,
            Feedback.said,
            Term.label.label("channel"),
            Family.code.label("family"),
        )
        .outerjoin(Term, Term.id == Feedback.channel_id)
        .outerjoin(Family, Family.id == Feedback.family_id)
        .where(Feedback.id.in_(_candidates(session, typed)), LISTED)
    )
    found = (
        Like(row.id, row.words, row.said, row.channel, row.family, score(words, row.words))
        for row in rows
    )
    return sorted(
        (each for each in found if each.score >= LIKE), key=lambda each: (-each.score, -each.id)
    )[:top]


def _candidates(session: Session, typed: Sequence[str]) -> list[int]:
    """Return the ids of the texts that share the most telling of these words."""
    counted = {word: search_index.texts_with(session, word) for word in typed}
    known = sorted((texts, word) for word, texts in counted.items() if texts)
    rare = [word for _, word in known[:RARE_WORDS]]
    return list(search_index.most_alike(session, rare, CANDIDATES))
