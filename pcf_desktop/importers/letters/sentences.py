"""Where sentences begin and end in a letter, across broken lines."""

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import lru_cache

_END = re.compile(
    r"(?<!\bDr)(?<!\bMr)(?<!\bMs)(?<!\bMrs)(?<!\bNo)(?<!\be\.g)(?<!\bi\.e)(?<!\bCllr)(?<!\bSt)"
    r"[.!?]['\")\]]*(?=\s)|\n[ \t\x1f]*\n|\n(?=[ \t]*(?:•|[-*–]\s|\(?\d{1,2}[.)]\s))"
    r"|\n(?=and that\b)",
)


@dataclass(frozen=True)
class Sentence:
    """A sentence, or a heading that stands alone, and its place in the text."""

    start: int
    end: int
    words: str


@lru_cache(maxsize=4)
def sentences(even: str) -> tuple[Sentence, ...]:
    """Return the sentences of an even text in order; items of a list stand alone."""
    found: list[Sentence] = []
    start = 0
    for end in (*(match.end() for match in _END.finditer(even)), len(even)):
        for place in range(start, end, _LONGEST_READ):
            words = even[place : min(end, place + _LONGEST_READ)]
            if words.strip():
                lead = len(words) - len(words.lstrip())
                found.append(Sentence(place + lead, place + len(words), " ".join(words.split())))
        start = end
    return tuple(found)


def sentence_before(even: str, end: int) -> Sentence:
    """Return the sentence that runs up to a place, at most its last seven hundred characters."""
    last = len(even[max(0, end - _LONGEST) : end].rstrip())
    place = max(0, end - _LONGEST) + max(0, last - 1)
    whole = sentences(even)[max(0, bisect_right(_starts(even), place) - 1)]
    start = max(whole.start, end - _LONGEST)
    words = even[start:end]
    lead = len(words) - len(words.lstrip())
    return Sentence(start + lead, end, " ".join(words.split()))


@lru_cache(maxsize=4)
def _starts(even: str) -> tuple[int, ...]:
    return tuple(each.start for each in sentences(even))


_LONGEST = 700
_LONGEST_READ = 2500
"""Characters. No letter has such a sentence; a text without full stops is read in pieces."""
