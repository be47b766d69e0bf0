"""Which priorities a piece of feedback may bear on, and the words that say so. A person decides.

Three things count: the forum's keywords of each priority, weighed by how few priorities share them
and how rare they are in this forum's own feedback; less, the telling words of the priority itself;
and how similar feedback was linked before. Similar is what shares the rarest words. The work is
bounded: a word that stands in thousands of texts tells nothing and is not looked up.
"""

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from pcf_desktop.records import Feedback, Link, Priority
from pcf_desktop.services.counting.word_lists import common_words
from pcf_desktop.services.counting.words import TYPED, as_indexed
from pcf_desktop.services.priorities import priorities, telling_words
from pcf_desktop.workspace import search_index

TOP = 2
NEIGHBOURS = 12
RARE_WORDS = 12
MOST_TEXTS = 4_000
"""So many texts are compared at most; each holds one of the rarest words."""
SHARE_OF_OWN_WORDS = 0.5
"""What a word of the priority itself counts, beside a keyword that a person chose."""
SHARE_OF_NEIGHBOURS = 6.0
"""What the link of a comment with the very same words counts, beside keywords of 2 to 12 each."""
LEAST_SCORE = 1.5
"""Without a keyword, less is no suggestion: a word or two shared with one other comment."""
LEAST_LETTERS = 4
"""Words with fewer letters are looked up only as a keyword, such as OT or EP."""


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
    known, own = priorities.keywords(session), telling_words.by_priority(session)
    matched = {key: matches(tokens, each) for key, each in known.items()}
    rarity = _Rarity(session)
    scores = _by_keywords(matched, known, rarity)
    new = {key: _besides(matches(tokens, each), matched.get(key, [])) for key, each in own.items()}
    for key, score in _by_keywords(new, own, rarity).items():
        scores[key] = scores.get(key, 0.0) + score * SHARE_OF_OWN_WORDS
        matched[key] = [*matched.get(key, []), *new[key]]
    for key, share in _by_neighbours(session, feedback_id, tokens, rarity).items():
        scores[key] = scores.get(key, 0.0) + share
    worth = [key for key, score in scores.items() if matched.get(key) or score >= LEAST_SCORE]
    best = sorted(worth, key=lambda key: (-scores[key], key))[:top]
    titles = dict(
        session.execute(select(Priority.id, Priority.title).where(Priority.id.in_(best))).all()
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
        whole = keyword.isupper() or len(keyword) < LEAST_LETTERS
        if wanted and _stands(tokens, wanted, whole=whole):
            found.append(keyword)
    return found


class _Rarity:
    """How rare a word is in this forum: the logarithm of all texts over those that hold it."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._total = session.scalar(select(func.count()).select_from(Feedback)) or 1
        self._texts: dict[str, int] = {}

    def texts(self, token: str) -> int:
        """Return how many texts hold a word."""
        if token not in self._texts:
            self._texts[token] = search_index.texts_with(self._session, token)
        return self._texts[token]

    def of(self, token: str) -> float:
        """Return how much a word tells; 1 for a word of every other comment."""
        if token in common_words() or (len(token) < LEAST_LETTERS and not token.isalpha()):
            return 1.0
        return math.log(1 + self._total / max(1, self.texts(token)))


def _by_keywords(
    matched: Mapping[int, Sequence[str]],
    known: Mapping[int, Sequence[str]],
    rarity: _Rarity,
) -> dict[int, float]:
    """Weigh each keyword by its rarest word; a phrase counts more, a shared keyword less."""
    shared = Counter(keyword.lower() for each in known.values() for keyword in each)
    scores: dict[int, float] = {}
    for key, found in matched.items():
        for keyword in found:
            tokens = _tokens(keyword)
            weight = max(rarity.of(token) for token in tokens) * (1 + 0.5 * (len(tokens) - 1))
            scores[key] = scores.get(key, 0.0) + weight / shared[keyword.lower()]
    return scores


def _besides(words: Iterable[str], keywords: Sequence[str]) -> list[str]:
    """Return the words that no keyword which matched says already."""
    said = [_tokens(keyword) for keyword in keywords]
    return [
        word
        for word in words
        if not any(_stands(each, _tokens(word), whole=False) for each in said)
        and not any(_stands(_tokens(word), each, whole=False) for each in said)
    ]


def _by_neighbours(
    session: Session, feedback_id: int, tokens: Sequence[str], rarity: _Rarity
) -> dict[int, float]:
    """Return how the most similar feedback was linked, weighed by how similar it is.

    The likeness of the comment to itself is the measure: a whole is the same rare words.
    """
    rare = _telling(tokens, rarity)
    likeness = search_index.most_alike(session, rare, NEIGHBOURS * NEIGHBOURS)
    whole = likeness.pop(feedback_id, 0.0) or max(likeness.values(), default=0.0) or 1.0
    rows = session.execute(
        select(Link.feedback_id, Link.priority_id).where(Link.feedback_id.in_(likeness))
    )
    linked: dict[int, list[int]] = {}
    for key, priority_id in rows:
        linked.setdefault(key, []).append(priority_id)
    nearest = [key for key in likeness if key in linked][:NEIGHBOURS]
    shares: dict[int, float] = defaultdict(float)
    for key in nearest:
        for priority_id in linked[key]:
            shares[priority_id] += likeness[key] / whole
    return {key: share * SHARE_OF_NEIGHBOURS for key, share in shares.items()}


def _telling(tokens: Sequence[str], rarity: _Rarity) -> list[str]:
    """Return the rarest words that another text holds too, as far as the work stays bounded."""
    counted = {
        token: rarity.texts(token)
        for token in dict.fromkeys(tokens)
        if len(token) >= LEAST_LETTERS and token not in common_words()
    }
    rarest = sorted((texts, token) for token, texts in counted.items() if texts > 1)
    chosen: list[str] = []
    room = MOST_TEXTS
    for texts, token in rarest[:RARE_WORDS]:
        room -= texts
        if room < 0:
            break
        chosen.append(token)
    return chosen


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
    return TYPED.findall(as_indexed(words))


def _shown(words: str, keywords: Sequence[str]) -> tuple[str, ...]:
    """Return the keywords as they stand in the text, in its order."""
    places = []
    for keyword in keywords:
        found = re.search(rf"\b{re.escape(keyword)}\w*", words, re.IGNORECASE)
        places.append((found.start(), found.group()) if found else (len(words), keyword))
    return tuple(dict.fromkeys(shown for _, shown in sorted(places)))
