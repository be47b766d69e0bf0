"""How far a group may be divided: as finely as no attacker can use, whatever was printed before.

Parts that are too small are put together with the next larger ones. The attacker is then asked
about the result, together with every earlier pack; as long as it finds somebody, one more part is
put with the rest. Where nothing helps, what an earlier pack said is said again, with its date.
"""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from pcf_desktop.services.disclosure import attacker
from pcf_desktop.services.disclosure.attacker import Statement, exactly
from pcf_desktop.services.disclosure.told import Rules, Told


@dataclass(frozen=True, slots=True)
class Group:
    """Those whom some figures are about, as they really divide today.

    `together` counts who is in any of some parts; it is asked for where `is_multiple`.
    """

    key: str
    base: int
    parts: Mapping[str, int]
    on: date | None = None
    from_day: date | None = None
    to_day: date | None = None
    is_multiple: bool = False
    in_any: Callable[[Collection[str]], int] = field(default=len)


@dataclass(frozen=True, slots=True)
class Finding:
    """Somebody who would be found: in which group, in which part (empty: the whole group).

    `before` is the earlier figure beside which it is found, None where this one is enough.
    """

    key: str
    part: str
    before: Told | None = None


def divided(group: Group, rules: Rules, earlier: Sequence[Told] = ()) -> Told | None:
    """Return what may be printed of a group; None where its base is too small to be broken down.

    `earlier` are the groups of packs that were issued before, the latest last; those of another key
    are not looked at.
    """
    before = [each for each in earlier if each.key == group.key]
    if group.base < rules.breakdown:
        return None
    for candidate in _candidates(group, rules, before):
        if not found_in(candidate, before, rules):
            return candidate
    return before[-1]  # only what was printed before can make the bare base tell anything


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


def _is_small(count: int, rules: Rules) -> bool:
    return 0 < count < rules.small


def _changed(told: Told, before: Told) -> dict[str, int]:
    """Return by how much each part has really changed, and under no name the base."""
    now, then = told.parts, before.parts
    found = {part: now.get(part, 0) - then.get(part, 0) for part in {**then, **now}}
    return {"": told.base - before.base, **found}


def _changes(told: Told, before: Told, place: str, signed: set[str]) -> Iterator[Statement]:
    """Yield that each change is the difference of what is told now and was told then.

    Who is counted once is counted later too, as far as a reader can know: where one period holds
    the other and the base has not moved the other way, nothing has.
    """
    grows = told.holds(before) and told.base >= before.base
    shrinks = before.holds(told) and told.base <= before.base
    for part in _changed(told, before):
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
    order = _order(given, rules, before)
    for length in range(len(order)):
        together = [part for part in given if part in order[:length]]
        if length != 1 and all(given[part] >= rules.small for part in order[length:]):
            yield _told(group, given, together)
    if before and before[-1].is_divided:
        yield before[-1]
    yield _told(group, given, list(given))


def _order(given: Mapping[str, int], rules: Rules, before: Sequence[Told]) -> list[str]:
    """Return the parts in the order in which they are put together.

    First those that are small themselves or have changed by few since an earlier pack.
    """

    def is_safe(part: str) -> bool:
        changes = (given[part] - each.parts.get(part, 0) for each in before)
        return given[part] >= rules.small and not any(_is_small(abs(n), rules) for n in changes)

    return sorted(given, key=lambda part: (is_safe(part), given[part]))


def _told(group: Group, given: Mapping[str, int], together: Sequence[str]) -> Told:
    alone = {part: count for part, count in given.items() if part not in together}
    hidden = {part: given[part] for part in together}
    named = tuple(together) if alone else ()
    rest = sum(hidden.values())
    if group.is_multiple and named:
        rest = group.in_any(named)
    return Told(
        group.key,
        group.base,
        alone,
        named,
        rest if named else 0,
        hidden,
        group.is_multiple,
        group.on,
        group.from_day,
        group.to_day,
    )
