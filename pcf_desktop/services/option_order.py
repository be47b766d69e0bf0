"""The order in which the options of a question are shown."""

import re
from collections.abc import Sequence

_NUMBER = re.compile(r"(?i)(?P<before>(?:under|below|less than|up to)\s)?\D{0,12}?(?P<number>\d+)")
"""As in `5 to 10`, `16+`, `Under 5` and `Over 25`."""


def natural(options: Sequence[str]) -> list[str]:
    """Return ages and amounts from the least to the most; other options stay as they are.

    Many tools do not export the survey's own order, so `11 to 15` may come before `0 to 4`. What
    has no number, as *Prefer not to say*, then stands last. Where the numbers rise already, or
    fewer than two thirds of the options have one, the survey's order is kept.
    """
    numbers = {words: found for words in options if (found := _first(words)) is not None}
    rising = list(numbers.values()) == sorted(numbers.values())
    if rising or 3 * len(numbers) < 2 * len(options):
        return list(options)
    rest = [words for words in options if words not in numbers]
    return [*sorted(numbers, key=lambda words: numbers[words]), *rest]


def _first(words: str) -> tuple[int, int] | None:
    """Return the number an option begins with; *under* it comes before what starts at it."""
    found = _NUMBER.match(words.strip())
    if found is None:
        return None
    return int(found["number"]), 0 if found["before"] else 1
