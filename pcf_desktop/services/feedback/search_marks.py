"""Where in a text the words of a search stand, as full-text search found them."""

from pcf_desktop.services.counting.words import INDEXED, unaccented
from pcf_desktop.services.feedback import search


def places(words: str, wanted: str) -> list[tuple[int, int]]:
    """Return each place in `words` that a search for `wanted` hits: first letter, behind the last.

    Letters are compared as the index does it: without case and without accents.
    """
    tokens = [(unaccented(found[0]), *found.span()) for found in INDEXED.finditer(words)]
    bare = [token for token, _, _ in tokens]
    spans: set[tuple[int, int]] = set()
    for term, is_open in search.terms(wanted):
        run = [unaccented(found) for found in INDEXED.findall(term)]
        spans.update(
            (tokens[at][1], tokens[at + len(run) - 1][2])
            for at in range(len(bare) - len(run) + 1)
            if run and _fits(bare[at : at + len(run)], run, is_open=is_open)
        )
    return sorted(spans)


def _fits(there: list[str], run: list[str], *, is_open: bool) -> bool:
    last = there[-1].startswith(run[-1]) if is_open else there[-1] == run[-1]
    return last and there[:-1] == run[:-1]
