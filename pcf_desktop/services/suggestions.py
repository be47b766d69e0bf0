"""Which priorities a piece of feedback may bear on, and the words that say so. A person decides.

Three things count: the forum's keywords of each priority, weighed by how rare they are in this
forum's own feedback; and how similar feedback was linked before, found with FTS5's bm25.
"""

import math
import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import func, select, text
from sqlalchemy.orm import Session

from pcf_desktop.records import Feedback, Link, Priority
from pcf_desktop.services import priorities

TOP = 2
NEIGHBOURS = 12
RARE_WORDS = 8
SHARE_OF_NEIGHBOURS = 0.5
"""How much earlier links weigh beside keywords."""

_TOKEN = re.compile(r"\w+", re.UNICODE)


@dataclass(frozen=True)
class Suggestion:
    """A priority, the words in the text that point to it, and how strongly (for ordering only)."""

    priority_id: int
    title: str
    matched: tuple[str, ...]
    score: float


def suggest(session: Session, feedback_id: int, top: int = TOP) -> list[Suggestion]:
    """Return the priorities one piece of feedback may bear on, the likeliest first."""
    words = session.scalars(select(Feedback.words).where(Feedback.id == feedback_id)).one()
    tokens = _tokens(words)
    rarity = _rarity(session, set(tokens))
    matched = {
        priority_id: matches(tokens, keywords)
        for priority_id, keywords in priorities.keywords(session).items()
    }
    scores = {
        priority_id: sum(_weight(keyword, rarity) for keyword in found)
        for priority_id, found in matched.items()
        if found
    }
    for priority_id, share in _neighbours(session, feedback_id, tokens, rarity).items():
        scores[priority_id] = scores.get(priority_id, 0.0) + share
    best = sorted(scores, key=lambda key: (-scores[key], key))[:top]
    titles = dict(
        session.execute(select(Priority.id, Priority.title).where(Priority.id.in_(best)))
        .tuples()
        .all()
    )
    return [
        Suggestion(key, titles[key], _shown(words, matched.get(key, [])), scores[key])
        for key in best
    ]


def matches(tokens: Sequence[str], keywords: Iterable[str]) -> list[str]:
    """Return the keywords that stand in a text, given as its plain lower-case words.

    The last word of a keyword may go on in the text (wait, waiting); one in capitals, such as
    OT, is taken whole.
    """
    found = []
    for keyword in keywords:
        wanted = _tokens(keyword)
        whole = keyword.isupper() or len(keyword) < 4  # noqa: PLR2004  # "OT", "EP", "GP"
        if wanted and _stands(tokens, wanted, whole=whole):
            found.append(keyword)
    return found


def _stands(tokens: Sequence[str], wanted: Sequence[str], *, whole: bool) -> bool:
    *start, last = wanted
    size = len(wanted)
    for place in range(len(tokens) - size + 1):
        end = tokens[place + size - 1]
        if list(tokens[place : place + size - 1]) == start and (
            end == last or (not whole and end.startswith(last))
        ):
            return True
    return False


def _tokens(words: str) -> list[str]:
    bare = unicodedata.normalize("NFKD", words.lower().replace("’", "'"))
    return _TOKEN.findall("".join(mark for mark in bare if not unicodedata.combining(mark)))


def _rarity(session: Session, tokens: set[str]) -> Mapping[str, float]:
    """Return for each word how rare it is: the logarithm of all feedback over that with it."""
    total = session.scalar(select(func.count()).select_from(Feedback)) or 1
    counted = _document_counts(session, tokens)
    return {token: math.log(1 + total / max(1, counted.get(token, 0))) for token in tokens}


def _document_counts(session: Session, tokens: set[str]) -> dict[str, int]:
    found: dict[str, int] = {}
    for token in tokens:
        doc = session.scalar(
            text("SELECT doc FROM feedback_terms WHERE term = :term"), {"term": token}
        )
        found[token] = doc or 0
    return found


def _weight(keyword: str, rarity: Mapping[str, float]) -> float:
    """Weigh a keyword by its rarest word, and a phrase more than a word."""
    tokens = _tokens(keyword)
    known = [rarity[token] for token in tokens if token in rarity]
    return max(known, default=1.0) * (1 + 0.5 * (len(tokens) - 1))


def _neighbours(
    session: Session, feedback_id: int, tokens: Sequence[str], rarity: Mapping[str, float]
) -> dict[int, float]:
    """Return how the most similar feedback was linked, each priority with its share."""
    counted = [token for token in dict.fromkeys(tokens) if len(token) > 3]  # noqa: PLR2004
    rare = sorted(counted, key=lambda token: -rarity[token])[:RARE_WORDS]
    if not rare:
        return {}
    query = " OR ".join(f'"{token}"' for token in rare)
    similar = session.execute(
        text(
            "SELECT rowid, -bm25(feedback_search) FROM feedback_search "
            "WHERE feedback_search MATCH :q AND rowid <> :id "
            "AND rowid IN (SELECT feedback_id FROM link) ORDER BY rank LIMIT :n"
        ),
        {"q": query, "id": feedback_id, "n": NEIGHBOURS},
    ).all()
    likeness = {row[0]: max(0.0, row[1]) for row in similar}
    rows = session.execute(
        select(Link.feedback_id, Link.priority_id).where(Link.feedback_id.in_(likeness))
    )
    shares: dict[int, float] = {}
    for key, priority_id in rows:
        shares[priority_id] = shares.get(priority_id, 0.0) + likeness[key]
    return {key: share * SHARE_OF_NEIGHBOURS for key, share in shares.items()}


def _shown(words: str, keywords: Sequence[str]) -> tuple[str, ...]:
    """Return the keywords as they stand in the text, in its order."""
    places = []
    for keyword in keywords:
        found = re.search(rf"\b{re.escape(keyword)}\w*", words, re.IGNORECASE)
        places.append((found.start(), found.group()) if found else (len(words), keyword))
    return tuple(dict.fromkeys(shown for _, shown in sorted(places)))
