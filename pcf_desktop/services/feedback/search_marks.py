"""Where in a text the words of a search stand, as full-text search found them."""

import re
import unicodedata

from pcf_desktop.services.feedback import search

_TOKEN = re.compile(r"[^\W_]+", re.UNICODE)


def places(words: str, wanted: str) -> list[tuple[int, int]]:
    """Return each place in `words` that a search for `wanted` hits: first letter, behind the last.

    Letters are compared as the index does it: without case and without accents.
    """
    tokens = [(_bare(found[0]), *found.span()) for found in _TOKEN.finditer(words)]
    bare = [token for token, _, _ in tokens]
    spans: set[tuple[int, int]] = set()
    for term, is_open in search.terms(wanted):
        run = [_bare(found) for found in _TOKEN.findall(term)]
        spans.update(
            (tokens[at][1], tokens[at + len(run) - 1][2])
            for at in range(len(bare) - len(run) + 1)
            if run and _fits(bare[at : at + len(run)], run, is_open=is_open)
        )
    return sorted(spans)


def _fits(there: list[str], run: list[str], *, is_open: bool) -> bool:
    last = there[-1].startswith(run[-1]) if is_open else there[-1] == run[-1]
    return last and there[:-1] == run[:-1]


def _bare(word: str) -> str:
    apart = unicodedata.normalize("NFD", word.lower())
    return "".join(letter for letter in apart if not unicodedata.combining(letter))
