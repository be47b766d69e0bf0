"""Where in a text the words of a search stand, as full-text search found them."""

import re
from collections.abc import Iterator

from pcf_desktop.services.counting.words import INDEXED, as_indexed
from pcf_desktop.services.feedback import search
from pcf_desktop.workspace.search_letters import MARKS, UNSEEN, indexed

_LETTER = re.compile(rf".[{MARKS}\u1160-\u11ff\u3099\u309a]*", re.DOTALL)
"""A letter with its signs; also a Korean or Japanese one that is written in its parts."""

Token = tuple[str, int, int]
"""A word as the index has it, and where it stands: first letter, behind the last."""


def places(words: str, wanted: str) -> list[tuple[int, int]]:
    """Return each place in `words` that a search for `wanted` hits: first letter, behind the last.

    Letters are compared as the index does it: without case, without accents, and folded.
    """
    runs = [(INDEXED.findall(as_indexed(term)), is_open) for term, is_open in search.terms(wanted)]
    spans: set[tuple[int, int]] = set()
    for tokens in _readings(words):
        bare = [token for token, _, _ in tokens]
        for run, is_open in runs:
            spans.update(
                (tokens[at][1], tokens[at + len(run) - 1][2])
                for at in range(len(bare) - len(run) + 1)
                if run and _fits(bare[at : at + len(run)], run, is_open=is_open)
            )
    return sorted(spans)


def _readings(words: str) -> Iterator[list[Token]]:
    """Give the words of a text; twice where something unseen stands in it, as it is indexed."""
    if indexed(words) is None:
        yield [(as_indexed(found[0]), *found.span()) for found in INDEXED.finditer(words)]
        return
    yield _folded(words, unseen="")
    if UNSEEN.search(words):
        yield _folded(words, unseen=" ")


def _folded(words: str, unseen: str) -> list[Token]:
    """Return words whose letters became two, or none, each with where it came from."""
    letters: list[str] = []
    places: list[tuple[int, int]] = []
    for found in _LETTER.finditer(words):
        there = as_indexed(UNSEEN.sub(unseen, found[0])) or unseen
        letters.append(there)
        places.extend([found.span()] * len(there))
    return [
        (found[0], places[found.start()][0], places[found.end() - 1][1])
        for found in INDEXED.finditer("".join(letters))
    ]


def _fits(there: list[str], run: list[str], *, is_open: bool) -> bool:
    last = there[-1].startswith(run[-1]) if is_open else there[-1] == run[-1]
    return last and there[:-1] == run[:-1]
