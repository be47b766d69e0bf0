"""How far a group may be divided: as finely as no attacker can use, whatever was printed before.

Parts that are too small are put together, first those that mean nearly the same, then with the next
larger ones. The attacker is asked about the result beside every earlier pack; as long as it finds
somebody, more is put together. Where nothing helps, what an earlier pack said is said again, with
its date.
"""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from pcf_desktop.services.disclosure.finding import comparable, found_in
from pcf_desktop.services.disclosure.printed import Parts, Printed, Rules


@dataclass(frozen=True, slots=True)
class Group:
    """Those whom some figures are about, as they really divide today.

    `in_any` counts who is in any of some parts; it is asked for where `is_multiple`. `near` are
    ways to put parts together that mean nearly the same, each coarser than the one before.
    """

    key: str
    base: int
    parts: Mapping[str, int]
    on: date | None = None
    from_day: date | None = None
    to_day: date | None = None
    is_multiple: bool = False
    in_any: Callable[[Collection[str]], int] = field(default=len)
    near: Sequence[Sequence[Parts]] = ()


def total(group: Group, rules: Rules, earlier: Sequence[Printed] = ()) -> Printed | None:
    """Return a bare count as it may be printed; None where it is too small to leave the forum."""
    before = comparable(_told(group, ()), earlier)
    told = _told(group, ())
    if not rules.may_show(group.base):
        return None
    return told if not found_in([told], before, rules) else before[-1]


def divided(group: Group, rules: Rules, earlier: Sequence[Printed] = ()) -> Printed | None:
    """Return what may be printed of a group; None where its base is too small to be broken down.

    `earlier` are the groups of packs that were issued before, the latest last; those of another key
    are not looked at.
    """
    before = comparable(_told(group, ()), earlier)
    if group.base < rules.breakdown:
        return None
    for candidate in _candidates(group, rules, before):
        if _is_large(candidate, rules) and not found_in([candidate], before, rules):
            return candidate
    return before[-1]  # only what was printed before can make the bare base tell anything


def _is_large(told: Printed, rules: Rules) -> bool:
    return all(rules.may_show(count) for count in told.shown.values())


def _candidates(group: Group, rules: Rules, before: Sequence[Printed]) -> Iterator[Printed]:
    """Yield ways to print a group, the one that says most first."""
    ways = [_ordered(group, way, rules, before) for way in _ways(group)]
    yield from (_told(group, way) for way in ways)
    for way in reversed(ways):  # what is unlike is put together only where likes are so already
        yield from _more_together(group, way)
    yield from (each for each in before[-1:] if each.shown)
    yield _told(group, ())


def _more_together(group: Group, way: Sequence[Parts]) -> Iterator[Printed]:
    for length in range(2, len(way)):
        together = {part for parts in way[:length] for part in parts}
        in_order = tuple(part for part in group.parts if part in together)
        yield _told(group, way[length:], in_order)


def _ways(group: Group) -> Iterator[list[Parts]]:
    """Yield the parts one by one, then each way to put near ones together, those of nobody out."""
    for way in ([(part,) for part in group.parts], *group.near):
        found = (tuple(part for part in parts if group.parts[part]) for parts in way)
        yield [parts for parts in found if parts]


def _ordered(
    group: Group, way: Sequence[Parts], rules: Rules, before: Sequence[Printed]
) -> list[Parts]:
    """Return parts in the order in which they are put together.

    First those that are small or have changed by few since an earlier pack, then by their size.
    """

    def key(parts: Parts) -> tuple[bool, int]:
        count = sum(group.parts[part] for part in parts)
        then = (sum(each.parts.get(part, 0) for part in parts) for each in before)
        changed = any(rules.is_small(abs(count - each)) for each in then)
        return count >= rules.small and not changed, count

    return sorted(way, key=key)


def _told(group: Group, way: Sequence[Parts], rest: Parts = ()) -> Printed:
    """Return a group printed in this way, in the order of its own parts, the rest at the end."""
    place = {part: n for n, part in enumerate(group.parts)}
    shown = {
        parts: group.parts[parts[0]] if len(parts) == 1 else _number(group, parts)
        for parts in [*sorted(way, key=lambda parts: place[parts[0]]), *filter(None, [rest])]
    }
    given = {part: count for part, count in group.parts.items() if count}
    return Printed(
        group.key,
        group.base,
        shown,
        given,
        group.is_multiple,
        group.on,
        group.from_day,
        group.to_day,
    )


def _number(group: Group, parts: Parts) -> int:
    return group.in_any(parts) if group.is_multiple else sum(group.parts[part] for part in parts)
