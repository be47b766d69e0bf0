"""Where sentences begin and end in a letter, across broken lines."""

import re
from dataclasses import dataclass
from functools import lru_cache

_END = re.compile(
    r"(?<!\bDr)(?<!\bMr)(?<!\bMs)(?<!\bMrs)(?<!\bNo)(?<!\be\.g)(?<!\bi\.e)(?<!\bCllr)(?<!\bSt)"
    r"[.!?]['\")\]]*(?=\s)|\n[ \t\x1f]*\n|\n(?=[ \t]*(?:•|[-*–]\s|\(?\d{1,2}[.)]\s))",
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
        words = even[start:end]
        if words.strip():
            lead = len(words) - len(words.lstrip())
            found.append(Sentence(start + lead, end, " ".join(words.split())))
        start = end
    return tuple(found)


def sentence_before(even: str, end: int) -> Sentence:
    """Return the sentence that runs up to a place."""
    start = max(0, end - _LONGEST)
    for match in _END.finditer(even, start, end):
        if even[match.end() : end].strip():
            start = match.end()
    words = even[start:end]
    lead = len(words) - len(words.lstrip())
    return Sentence(start + lead, end, " ".join(words.split()))


_LONGEST = 700
