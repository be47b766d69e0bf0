"""How far a group may be divided: as finely as no attacker can use, whatever was printed before.

Parts that are too small are put together, first those that mean nearly the same, then with the next
larger ones. The attacker is asked about the result beside every earlier pack; as long as it finds
somebody, more is put together. Where nothing helps, what an earlier pack said is said again, with
its date.
"""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from pcf_desktop.services.disclosure import attacker
from pcf_desktop.services.disclosure.attacker import Statement, exactly
from pcf_desktop.services.disclosure.told import Parts, Rules, Told


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


@dataclass(frozen=True, slots=True)
class Finding:
    """Somebody who would be found: in which group, in which part (empty: the whole group).

    `before` is the earlier figure beside which it is found, None where this one is enough.
    """

    key: str
    part: str
    before: Told | None = None


def total(group: Group, rules: Rules, earlier: Sequence[Told] = ()) -> Told | None:
    """Return a bare count as it may be printed; None where it is too small to leave the forum."""
    before = _comparable(group, earlier)
    told = _told(group, ())
    if not rules.may_show(group.base):
        return None
    return told if not found_in(told, before, rules) else before[-1]


def divided(group: Group, rules: Rules, earlier: Sequence[Told] = ()) -> Told | None:
    """Return what may be printed of a group; None where its base is too small to be broken down.

    `earlier` are the groups of packs that were issued before, the latest last; those of another key
    are not looked at.
    """
    before = _comparable(group, earlier)
    if group.base < rules.breakdown:
        return None
    for candidate in _candidates(group, rules, before):
        if _is_large(candidate, rules) and not found_in(candidate, before, rules):
            return candidate
    return before[-1]  # only what was printed before can make the bare base tell anything


def _comparable(group: Group, earlier: Sequence[Told]) -> list[Told]:
    """Return what was printed of the same group, of which one holds all that the other counts.

    Two periods that only touch differ by who came and who went; nobody can tell the two apart.
    """
    now = _told(group, ())
    same = (each for each in earlier if each.key == group.key)
    return [each for each in same if now.holds(each) or each.holds(now)]


def found_in(told: Told, before: Sequence[Told], rules: Rules) -> list[Finding]:
    """Return whom the attacker finds in a group, alone or beside what was printed of it before.

    Protected are a part of one to four, and a change by one to four since an earlier pack: both the
    families who came and those who are no longer counted.
    """
    if not told.hidden and not before:
        return []  # nothing is left to be worked out
    statements = list(told.statements("now"))
    asked: dict[str, Finding] = {
        f"now.{part}": Finding(told.key, part)
        for part, count in told.hidden.items()
        if _is_small(count, rules)
    }
    signed: set[str] = set()
    for place, each in enumerate(before):
        statements += each.statements(f"then{place}")
        statements += _changes(told, each, f"{place}", signed)
        for part, change in _changed(told, each).items():
            if _is_small(abs(change), rules):
                name = f"change{place}.{part}" if part else f"change{place}"
                asked[name] = Finding(told.key, part, each)
    ranges = attacker.ranges(statements, asked, signed)
    return [finding for name, finding in asked.items() if ranges[name].width < rules.small]


def _is_large(told: Told, rules: Rules) -> bool:
    return all(rules.may_show(count) for count in told.shown.values())


def _is_small(count: int, rules: Rules) -> bool:
    return 0 < count < rules.small


def _changed(told: Told, before: Told) -> dict[str, int]:
    """Return by how much each part has really changed, and under no name the base."""
    now, then = told.parts, before.parts
    found = {part: now.get(part, 0) - then.get(part, 0) for part in {**then, **now}}
    return {"": told.base - before.base, **found}


def _changes(told: Told, before: Told, place: str, signed: set[str]) -> Iterator[Statement]:
    """Yield that each change is the difference of what is told now and was told then.

    Who was counted once is counted later too, as far as a reader can know. Where that is not so, as
    when somebody took back a consent, who believes it is only misled.
    """
    changed = _changed(told, before)
    grows = told.holds(before) and min(changed.values()) >= 0
    shrinks = before.holds(told) and max(changed.values()) <= 0
    for part in changed:
        end = f".{part}" if part else ""
        name = f"change{place}{end}"
        if not grows:
            signed.add(name)
            if shrinks:
                yield Statement({name: 1}, -before.base, 0)
        terms = {name: -1}  # a part that is not printed has nobody in it
        if not part or part in told.parts:
            terms[f"now{end}"] = 1
        if not part or part in before.parts:
            terms[f"then{place}{end}"] = -1
        yield exactly(terms, 0)


def _candidates(group: Group, rules: Rules, before: Sequence[Told]) -> Iterator[Told]:
    """Yield ways to print a group, the one that says most first."""
    given = {part: count for part, count in group.parts.items() if count}
    ways = [_ordered(group, way, rules, before) for way in _ways(given, group.near)]
    yield from (_told(group, way) for way in ways)
    for way in reversed(ways):  # what is unlike is put together only where likes are so already
        for length in range(2, len(way)):
            together = tuple(part for parts in way[:length] for part in parts)
            in_order = tuple(part for part in given if part in together)
            yield _told(group, way[length:], in_order)
    if before and before[-1].shown:
        yield before[-1]
    yield _told(group, ())


def _ways(given: Mapping[str, int], near: Sequence[Sequence[Parts]]) -> Iterator[list[Parts]]:
    """Yield the parts one by one, then each way to put near ones together, those of nobody out."""
    yield [(part,) for part in given]
    for way in near:
        found = (tuple(part for part in parts if part in given) for parts in way)
        yield [parts for parts in found if parts]


def _ordered(
    group: Group, way: Sequence[Parts], rules: Rules, before: Sequence[Told]
) -> list[Parts]:
    """Return parts in the order in which they are put together.

    First those that are small or have changed by few since an earlier pack, then by their size.
    """

    def key(parts: Parts) -> tuple[bool, int]:
        count = sum(group.parts[part] for part in parts)
        then = (sum(each.parts.get(part, 0) for part in parts) for each in before)
        changed = any(_is_small(abs(count - each), rules) for each in then)
        return count >= rules.small and not changed, count

    return sorted(way, key=key)


def _told(group: Group, way: Sequence[Parts], rest: Parts = ()) -> Told:
    """Return a group printed in this way, in the order of its own parts, the rest at the end."""
    place = {part: n for n, part in enumerate(group.parts)}
    shown = {
        parts: group.parts[parts[0]] if len(parts) == 1 else _number(group, parts)
        for parts in [*sorted(way, key=lambda parts: place[parts[0]]), *filter(None, [rest])]
    }
    given = {part: count for part, count in group.parts.items() if count}
    return Told(
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
