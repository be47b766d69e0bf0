"""Counts that leave the forum: none so small that somebody could be found in it.

A hidden cell beside a total is found by subtraction. So nothing is hidden: what is too small is
put together with its neighbours until the sum is large enough, or not broken down at all.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Shown:
    """Counts as they may leave: each `alone`, and the sum of those that are put `together`."""

    alone: Mapping[str, int]
    together: tuple[str, ...] = ()
    rest: int = 0


def merged(counts: Mapping[str, int], threshold: int) -> Shown | None:
    """Return the counts with the small ones put together; None when even that stays too small.

    An answer that nobody gave stands with the small ones, for nought is a small count too; where
    no count is small it stays out. Where one small count would be left over, the next larger one
    joins it, since a total elsewhere would give it away.
    """
    given = {label: count for label, count in counts.items() if count}
    if min(given.values(), default=threshold) >= threshold:
        return Shown(given)
    small = _put_together(counts, threshold)
    together = tuple(label for label in counts if label in small)
    rest = sum(map(counts.__getitem__, together))
    if rest < threshold or len(together) == len(counts):
        return None
    alone = {label: count for label, count in counts.items() if label not in small}
    return Shown(alone, together, rest)


def _put_together(counts: Mapping[str, int], threshold: int) -> set[str]:
    """Return the small counts, with as many larger ones as it takes to hide each of them."""
    found: list[str] = []
    for label in sorted(counts, key=lambda label: counts[label]):
        is_small = counts[label] < threshold
        if not is_small and not _gives_away([counts[each] for each in found], threshold):
            break
        found.append(label)
    return set(found)


def _gives_away(together: Sequence[int], threshold: int) -> bool:
    """Say whether counts put together are still too few, or in truth a single one."""
    return sum(together) < threshold or len([n for n in together if n]) < 2  # noqa: PLR2004


def may_show(count: int, threshold: int) -> bool:
    """Say whether a total may leave the forum."""
    return count >= threshold


def percent(part: int, base: int, least_base: int) -> int | None:
    """Return a whole percentage; None on a base too small to carry one."""
    return round(100 * part / base) if base >= least_base else None
