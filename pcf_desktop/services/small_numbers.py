"""Counts that leave the forum: none so small that somebody could be found in it.

A hidden cell beside a total is found by subtraction. So nothing is hidden: what is too small is
put together with its neighbours until the sum is large enough, or not broken down at all.
"""

from collections.abc import Mapping

REST = "Other answers together"


def merged(counts: Mapping[str, int], threshold: int) -> dict[str, int] | None:
    """Return the counts with the small ones put together; None when even that stays too small.

    Zeros stay out. Where one small count is left over, the next larger one joins it, since a
    total elsewhere would give a single small count away.
    """
    shown = {label: count for label, count in counts.items() if count}
    small = sorted(
        (label for label in shown if shown[label] < threshold), key=lambda key: shown[key]
    )
    if not small:
        return shown
    rest = sum(shown.pop(label) for label in small)
    for label in sorted(shown, key=lambda key: shown[key]):
        if rest >= threshold and len(small) > 1:
            break
        rest += shown.pop(label)
        small.append(label)
    if rest < threshold or not shown:
        return None
    return {**shown, REST: rest}


def may_show(count: int, threshold: int) -> bool:
    """Say whether a total may leave the forum."""
    return count >= threshold


def percent(part: int, base: int, least_base: int) -> int | None:
    """Return a whole percentage; None on a base too small to carry one."""
    return round(100 * part / base) if base >= least_base else None
