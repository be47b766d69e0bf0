"""The order in which the answers to a question are shown."""

import re
from collections.abc import Collection, Mapping, Sequence

from pcf_desktop.importers.sheet import Kind

_NUMBER = re.compile(
    r"(?i)(?P<before>(?:under|below|less than|up to)\s)?\D{0,12}?"
    r"(?P<number>(?:\d{1,3}(?:,\d{3})+(?!\d)|\d+)(?:\.\d+)?)"
)
"""As in `5 to 10`, `16+`, `Under 5`, `Over 25`, `£50.50` and `£1,200`."""
_UNIT = re.compile(r"(?i)(?<![a-z])(day|week|month|year)")
_DAYS = {"day": 1, "week": 7, "month": 30, "year": 365}
_OTHER = re.compile(r"(?i)\W*others?\s*(?:$|[^\w\s]|please\b)")
"""As in `Other` and `Other (please say)`; not `Other health staff`."""


def in_order(counts: Mapping[str, int], kind: str) -> dict[str, int]:
    """Return the answers to a question, given in the survey's order, as they are shown.

    Scales, ages and numbers stand in their own order, all else by size with the largest first,
    *Other* last, and alphabetically where as many said the one as the other.
    """
    if kind == Kind.NUMBER:
        return dict(counts)
    if kind == Kind.SCALE or _are_amounts(counts):
        return {words: counts[words] for words in natural(list(counts))}
    by_size = sorted(
        counts, key=lambda words: (is_other(words), -counts[words], words.casefold(), words)
    )
    return {words: counts[words] for words in by_size}


def is_other(words: str) -> bool:
    """Say whether an option is that none of the others fits."""
    return _OTHER.match(words) is not None


def natural(options: Sequence[str]) -> list[str]:
    """Return ages and amounts from the least to the most; other options stay as they are.

    Many tools do not export the survey's own order, so `11 to 15` may come before `0 to 4`. What
    has no number, as *Prefer not to say*, then stands last. Where the numbers rise already, or
    fewer than two thirds of the options have one, the survey's order is kept.
    """
    numbers = {words: found for words in options if (found := _first(words)) is not None}
    rising = list(numbers.values()) == sorted(numbers.values())
    if rising or not _are_amounts(options):
        return list(options)
    rest = [words for words in options if words not in numbers]
    return [*sorted(numbers, key=lambda words: numbers[words]), *rest]


def _are_amounts(options: Collection[str]) -> bool:
    return 3 * sum(_first(words) is not None for words in options) >= 2 * len(options)


def _first(words: str) -> tuple[float, int] | None:
    """Return the number an option begins with; *under* it comes before what starts at it.

    A length of time is told in days, so that six months come before one year.
    """
    words = words.strip()
    found = _NUMBER.match(words)
    if found is None:
        return None
    unit = _UNIT.search(words, found.end())
    days = _DAYS[unit[1].lower()] if unit is not None else 1
    return float(found["number"].replace(",", "")) * days, 0 if found["before"] else 1
