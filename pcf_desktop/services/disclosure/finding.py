"""Whom the attacker finds in printed figures: in one pack, or in two beside each other.

Protected are a part of one to four that has no number of its own, and a change by one to four since
an earlier pack: both the families who came and those who are no longer counted.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pcf_desktop.services.disclosure import attacker
from pcf_desktop.services.disclosure.attacker import Statement, exactly
from pcf_desktop.services.disclosure.printed import Printed, Rules


@dataclass(frozen=True, slots=True)
class FoundOut:
    """Somebody who would be found: in which group, in which part (empty: the whole group).

    `before` is the earlier figure beside which it is found, None where this one is enough.
    """

    key: str
    part: str
    before: Printed | None = None


def unknown(key: str, part: str = "", of: str = "now") -> str:
    """Return the name of a group's part, or of its base, among the attacker's unknowns."""
    return f"{of} {key}.{part}" if part else f"{of} {key}"


def comparable(told: Printed, earlier: Sequence[Printed]) -> list[Printed]:
    """Return what was printed of the same group, of which one holds all that the other counts.

    Two periods that only touch differ by who came and who went; nobody can tell the two apart.
    """
    same = (each for each in earlier if each.key == told.key)
    return [each for each in same if told.holds(each) or each.holds(told)]


def found_in(
    told: Sequence[Printed],
    earlier: Sequence[Printed],
    rules: Rules,
    known: Sequence[Statement] = (),
) -> list[FoundOut]:
    """Return whom the attacker finds in these groups beside those of packs issued earlier.

    `known` is what else a reader knows of them, in the names that `unknown` gives.
    """
    sought = _Sought(rules, list(known))
    for each in told:
        sought.add(each, comparable(each, earlier))
    return sought.found()


class _Sought:
    """All that is printed, and all that must not follow from it."""

    def __init__(self, rules: Rules, statements: list[Statement]) -> None:
        self._rules, self._statements = rules, statements
        self._asked: dict[str, FoundOut] = {}
        self._signed: set[str] = set()

    def add(self, told: Printed, before: Sequence[Printed]) -> None:
        """Add what a group prints now and what was printed of it before."""
        self._statements += told.statements(unknown(told.key))
        for part, count in told.hidden.items():
            if self._rules.is_small(count):
                self._asked[unknown(told.key, part)] = FoundOut(told.key, part)
        for place, each in enumerate(before):
            self._statements += each.statements(unknown(told.key, of=f"then{place}"))
            self._statements += self._changes(told, each, place)

    def found(self) -> list[FoundOut]:
        """Return what follows so nearly that fewer than the threshold of values are left."""
        ranges = attacker.ranges(self._statements, self._asked, self._signed)
        return [
            finding
            for name, finding in self._asked.items()
            if ranges[name].width < self._rules.small
        ]

    def _changes(self, told: Printed, before: Printed, place: int) -> Iterator[Statement]:
        """Yield that each change is the difference of what is told now and was told then.

        Who was counted once is counted later too, as far as a reader can know. Where that is not
        so, as when somebody took back a consent, who believes it is only misled.
        """
        changed = _changed(told, before)
        grows = told.holds(before) and min(changed.values()) >= 0
        shrinks = before.holds(told) and max(changed.values()) <= 0
        for part, change in changed.items():
            name = unknown(told.key, part, f"change{place}")
            if self._rules.is_small(abs(change)):
                self._asked[name] = FoundOut(told.key, part, before)
            if not grows:
                self._signed.add(name)
            if shrinks:
                yield Statement({name: 1}, -before.base, 0)
            yield exactly(
                {
                    name: -1,
                    **_if_printed(told, part, 1, "now"),
                    **_if_printed(before, part, -1, f"then{place}"),
                },
                0,
            )


def _if_printed(told: Printed, part: str, times: int, of: str) -> dict[str, int]:
    """Return a part as a term; one that is not printed has nobody in it."""
    return {unknown(told.key, part, of): times} if not part or part in told.parts else {}


def _changed(told: Printed, before: Printed) -> dict[str, int]:
    """Return by how much each part has really changed, and under no name the base."""
    now, then = told.parts, before.parts
    found = {part: now.get(part, 0) - then.get(part, 0) for part in {**then, **now}}
    return {"": told.base - before.base, **found}
