"""How alike two texts are, and which name of a list somebody may have meant."""

from collections.abc import Iterable

from rapidfuzz import fuzz, process, utils

NEAR_NAME = 80.0
"""From this score (0 to 100) on, a name is near enough to be offered."""


def score(one: str, other: str) -> float:
    """Return how alike two texts are, 0 to 100: as a whole, reordered, or one inside the other."""
    first, second = utils.default_process(one), utils.default_process(other)
    whole = max(fuzz.ratio(first, second), fuzz.token_sort_ratio(first, second))
    short = min(len(first), len(second))
    inside = fuzz.partial_ratio(first, second) * 0.9 if short >= 40 else 0.0  # noqa: PLR2004
    return max(whole, inside)


def nearest(name: str, among: Iterable[str]) -> str | None:
    """Return the name of a list that somebody may have meant, None when none is near."""
    found = process.extractOne(
        name,
        list(among),
        scorer=fuzz.WRatio,
        processor=utils.default_process,
        score_cutoff=NEAR_NAME,
    )
    return str(found[0]) if found is not None else None
