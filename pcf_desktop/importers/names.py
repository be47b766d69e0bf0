"""Which term of a list a family's own words mean: a proposal with its reason, never a guess.

A wrong need on a child spoils every figure made of it, while *not known* is only a gap. So a
proposal is made for the same words, for one name found whole inside them, or for a slip of
spelling; not where two terms fit, nor where the words say no, waiting or perhaps.
"""

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from rapidfuzz.distance import OSA

EXACT, FOUND_INSIDE = 1.0, 0.9
SHORTEST_LIKE, LONG = 5, 10
"""A slip is one letter wrong, missing, too many or swapped; two in names of ten letters."""
ACRONYM = 3
"""Names of so few letters are found inside other words only in capitals (OT, HI, ADD)."""

_DOUBT = re.compile(
    r"\b(no|not|non|never|without|isnt|hasnt|doesnt|havent|refus\w*|reject\w*|declin\w*|wait\w*|"
    r"await\w*|appl(?:y|ied|ying|ication)|suspect\w*|possibl[ey]|maybe|perhaps|query|queried|probabl[ey]|"
    r"pending|undiagnosed|nearly|ruled out|lost|ceased|used to|previously|formerly)\b"
)


class Named(Protocol):
    """What has a key, a label and all the names by which it is called."""

    @property
    def key(self) -> str:
        """What the program calls it."""

    @property
    def label(self) -> str:
        """What the person sees."""

    @property
    def names(self) -> Sequence[str]:
        """The label and every other name."""


@dataclass(frozen=True)
class Proposal:
    """The term that words probably mean; `key` is None for *not known*.

    `score` is from 0 to 1. `why` is a sentence for the person; it holds names of the list and
    never the family's words.
    """

    key: str | None
    score: float
    why: str


def normal(words: str) -> str:
    """Return words without case, accents, apostrophes and punctuation, for comparing."""
    flat = unicodedata.normalize("NFKD", words).casefold().replace("&", " and ")
    flat = "".join(letter for letter in flat if not unicodedata.combining(letter))
    return " ".join(re.findall(r"\w+", re.sub(r"['\u2018\u2019`]", "", flat)))


def propose(
    words: str, terms: Iterable[Named], remembered: Mapping[str, str] | None = None
) -> Proposal:
    """Return the term that the words mean, or *not known*.

    `remembered` maps words the person once decided on to a key, and wins over everything; its
    words are compared as `normal` gives them.
    """
    said = normal(words)
    if not said:
        return Proposal(None, 0.0, "Nothing was written.")
    known = tuple(terms)
    for chosen, key in (remembered or {}).items():
        if normal(chosen) == said and any(term.key == key for term in known):
            return Proposal(key, EXACT, "You chose this before.")
    same = [term for term in known if said in {normal(name) for name in term.names}]
    if same and "?" not in words:
        return _of(same, EXACT, "The same words.")
    return _inside(words, said, known) or _alike(said, known)


def _of(terms: Sequence[Named], score: float, why: str) -> Proposal:
    if len(terms) == 1:
        return Proposal(terms[0].key, score, why)
    labels = ", ".join(sorted(term.label for term in terms))
    return Proposal(None, 0.0, f"More than one fits: {labels}. Please choose.")


def _inside(words: str, said: str, terms: Sequence[Named]) -> Proposal | None:
    """Look for a name whole inside the words; a name inside a longer one does not count."""
    found = [
        (name, term)
        for term in terms
        for name in map(normal, term.names)
        if len(name) > 1 and f" {name} " in f" {said} " and _stands(name, words)
    ]
    found = [
        (name, term)
        for name, term in found
        if not any(name != longer and f" {name} " in f" {longer} " for longer, _ in found)
    ]
    if not found:
        return None
    rest = said
    for name, _ in found:
        rest = rest.replace(name, " ")
    if _DOUBT.search(rest) or "?" in words:
        return Proposal(None, 0.0, "It says no, waiting or perhaps. Please choose.")
    unique = list({term.key: term for _, term in found}.values())
    return _of(unique, FOUND_INSIDE, "Found among the words.")


def _stands(name: str, words: str) -> bool:
    return len(name) > ACRONYM or re.search(rf"\b{re.escape(name.upper())}\b", words) is not None


def _alike(said: str, terms: Sequence[Named]) -> Proposal:
    scores = {
        term.key: max((_likeness(said, normal(name)) for name in term.names), default=0.0)
        for term in terms
    }
    best = max(scores.values(), default=0.0)
    if not best:
        return Proposal(None, 0.0, "Nothing in the list is like it.")
    alike = [term for term in terms if scores[term.key]]
    return _of(alike, round(best, 2), "Spelt almost the same.")


def _likeness(said: str, name: str) -> float:
    """Return how alike two spellings are, or 0 where it is more than a slip."""
    if min(len(said), len(name)) < SHORTEST_LIKE or said[0] != name[0]:
        return 0.0
    slips = OSA.distance(said, name, score_cutoff=2)
    if slips > (1 if len(name) < LONG else 2) or _differs_in_sense(said, name):
        return 0.0
    return 1 - slips / max(len(said), len(name))


def _differs_in_sense(said: str, name: str) -> bool:
    """Return whether one says no, or has another number, where the other does not."""
    numbers = re.findall(r"\d+", said) != re.findall(r"\d+", name)
    return numbers or bool(_DOUBT.search(said)) != bool(_DOUBT.search(name))
