"""How strongly a phrase says something: *Very helpful* over *Helpful*, *Got worse* last."""

import re
from typing import NamedTuple

_MUCH = {
    4.0: "extremely|completely|totally|fully|entirely|absolutely|exceptionally|wholly",
    3.0: "very|very much|strongly|definitely|really|highly|much|far|a lot|lots|a great deal|"
    "significantly|greatly|considerably|hugely|substantially|dramatically",
    2.0: "fairly|quite|mostly|reasonably|generally|largely|pretty|broadly",
    1.5: "moderately|rather|noticeably",
    1.0: "somewhat|slightly|a little|a little bit|a bit|partly|partially|tend to|mildly|"
    "to some extent|marginally|just",
}
_DEGREES = {word: degree for degree, words in _MUCH.items() for word in words.split("|")}
_PLAIN = 2.5
_NOT = {
    "not very": -1.0,
    "not so": -1.0,
    "not too": -1.0,
    "not that": -1.0,
    "not particularly": -1.0,
    "not really": -1.0,
    "not much": -1.0,
    "not": -2.0,
    "not at all": -3.5,
}
_PAIRS = {
    "better": "improved|improving|an improvement",
    "agree": "",
    "satisfied": "",
    "happy": "",
    "likely": "",
    "easy": "",
    "positive": "",
    "well": "",
    "more": "",
    "increased": "increasing",
    "faster": "quicker",
}
_OPPOSITES = {
    "better": "worse|worsened|worsening|deteriorated|deteriorating|declined|declining",
    "agree": "disagree",
    "satisfied": "dissatisfied|unsatisfied",
    "easy": "difficult|hard",
    "positive": "negative",
    "well": "badly|poorly",
    "more": "less|fewer",
    "increased": "decreased|decreasing|reduced",
    "faster": "slower",
}
_SIGNED = {
    **{word: (stem, 1) for stem, same in _PAIRS.items() for word in (stem, *same.split("|"))},
    **{word: (stem, -1) for stem, words in _OPPOSITES.items() for word in words.split("|")},
}
OPPOSED = frozenset(_PAIRS)
"""Stems that have an opposite, so that two steps are a scale already."""
_VERBS = re.compile(
    r"^(?:(?:i|we|it|he|she|they|this|that|things?|my child|our child)(?:'s|'ve)?\s+)?"
    r"(?:(?:has|have|had|is|are|was|were|feels?)\s+)?"
    r"(?:(?:got|gotten|get|gets|getting|gone|going|become|became|becoming|been)\s+)?"
)
_MIDDLE = re.compile(
    r"(?:(?:it|things?|this|they)\s+)?(?:(?:has|have|had|is|are|was|were)\s+)?"
    r"(?:(?:stay(?:ed|s|ing)?|remain(?:ed|s|ing)?|kept|been)\s+)?"
    r"(?:(?:about|much|roughly|broadly|more or less|exactly|pretty much)\s+)?(?:the\s+)?"
    r"(?:same|unchanged)(?: as (?:before|ever|last year))?"
    r"|neither\b.*|neutral|mixed|undecided|ok|okay|no (?:real )?(?:change|difference)|no different|"
    r"(?:has |have |is |are )?not changed|unchanged|no better (?:or|and no|nor) worse|"
    r"not better (?:or|nor) worse"
)
_NOT_AT_ALL = re.compile(r"^not (.+) at all$")
_COMPARED = {"more": 1, "less": -1}
_ONLY_DEGREE = frozenset({"not at all"})
_LONGEST_STEM = 3
_LONGEST_DEGREE = 3


class Degree(NamedTuple):
    """What is said, and how strongly: above 0 for it, 0 in the middle, below 0 against it.

    `stem` is None where a phrase goes with any ("Neutral", "Not at all"); `worded` says that
    more than the bare word stands there.
    """

    stem: str | None
    rank: float
    worded: bool = True


def degree_of(phrase: str) -> Degree | None:
    """Return the degree in a phrase of small letters; None where there are too many words."""
    if phrase in _ONLY_DEGREE:
        return Degree(None, _NOT[phrase])
    if _MIDDLE.fullmatch(phrase):
        return Degree(None, 0.0)
    words = _NOT_AT_ALL.sub(r"not at all \1", _VERBS.sub("", phrase)).split()
    denied, words = _taken(words, _NOT)
    degree, words = _taken(words, _DEGREES)
    if not words or len(words) > _LONGEST_STEM:
        return None
    return _degree(" ".join(words), denied, degree)


def _taken(words: list[str], known: dict[str, float]) -> tuple[float | None, list[str]]:
    """Return the degree at the front or the end, and the words without it."""
    for count in range(min(_LONGEST_DEGREE, len(words) - 1), 0, -1):
        for said, rest in ((words[:count], words[count:]), (words[-count:], words[:-count])):
            if " ".join(said) in known:
                return known[" ".join(said)], rest
    return None, words


def _degree(words: str, denied: float | None, degree: float | None) -> Degree:
    stem, sign = _SIGNED.get(words, (words, 1))
    if words.startswith("un") and words not in _SIGNED:
        stem, sign = words.removeprefix("un"), -1
    first, _, rest = words.partition(" ")
    if rest and first in _COMPARED:
        stem, sign = f"more {rest}", _COMPARED[first]
    rank = denied if denied is not None else (_PLAIN if degree is None else degree)
    return Degree(stem, sign * rank, worded=denied is not None or degree is not None)
