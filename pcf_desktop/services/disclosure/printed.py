"""A group of figures as a pack prints it, and what it states to whoever holds it.

A group is those who answered one question or spoke of one priority, divided into parts. Small parts
are put together, so that nobody is found in them. What really stands behind a sum stays in the
forum's file, where it tells which later figure would give it away.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from math import inf
from typing import Any, TypeAlias

from pcf_desktop.services.disclosure.attacker import Statement, exactly
from pcf_desktop.shares import share

Parts: TypeAlias = tuple[str, ...]
"""Parts whose sum is printed as one number; mostly a single one."""


@dataclass(frozen=True, slots=True)
class Rules:
    """The three house rules on small numbers."""

    small: int = 5
    """No count of fewer leaves the forum; nought may."""
    breakdown: int = 10
    """Nothing is broken down on a base of fewer; inspectors know ten from Ofsted Parent View."""
    percent: int = 20
    """No percentage stands on a base of fewer."""

    def may_show(self, count: int) -> bool:
        """Tell whether a count may leave the forum."""
        return count >= self.small

    def is_small(self, count: int) -> bool:
        """Tell whether a count is that of a few, in which somebody could be found."""
        return 0 < count < self.small

    def share(self, part: int, base: int) -> str:
        """Return a share in words; empty on a base too small to carry one."""
        return share(part, base) if base >= self.percent else ""


@dataclass(frozen=True, slots=True)
class Printed:
    """What is printed of a group: its base, and `shown`, a number for parts alone or together.

    Parts that nobody chose are not printed. Where one may be in several parts (`is_multiple`), a
    number for parts together counts each once. With nothing shown only the base is printed.
    """

    key: str
    """The same group in every pack, as `priority 12`."""
    base: int
    shown: Mapping[Parts, int] = field(default_factory=dict)
    parts: Mapping[str, int] = field(default_factory=dict)
    """What every part really counts; never printed."""
    is_multiple: bool = False
    on: date | None = None
    """The day on which it was counted."""
    from_day: date | None = None
    to_day: date | None = None

    @property
    def alone(self) -> Mapping[str, int]:
        """Return the parts that have a number of their own."""
        return {parts[0]: count for parts, count in self.shown.items() if len(parts) == 1}

    @property
    def hidden(self) -> Mapping[str, int]:
        """Return what the parts without a number of their own really count."""
        alone = self.alone
        return {part: count for part, count in self.parts.items() if part not in alone}

    def holds(self, other: "Printed") -> bool:
        """Tell whether all that the other could count falls within this one's days."""
        begins = self.from_day is None or (
            other.from_day is not None and self.from_day <= other.from_day
        )
        ends = _end(self)
        return begins and (ends is None or ends >= (_end(other) or ends))

    def statements(self, of: str) -> Iterator[Statement]:
        """Yield what a reader knows; unknowns are named `of` and the part, or `of` for the base."""
        yield exactly({of: 1}, self.base)
        for parts, count in self.shown.items():
            terms = _sum(of, parts)
            if len(parts) == 1 or not self.is_multiple:
                yield exactly(terms, count)
            else:
                yield Statement(terms, count, inf)
                yield from (Statement({name: 1}, 0, count) for name in terms)
            yield from (Statement({name: 1}, 1, inf) for name in terms)  # it is named
        yield from self._whole(of)

    def _whole(self, of: str) -> Iterator[Statement]:
        """Yield how the parts make up the base."""
        every = _sum(of, self.parts)
        if not every:
            return
        if not self.is_multiple:
            yield exactly({**every, of: -1}, 0)
            return
        yield from (Statement({name: 1}, 0, self.base) for name in every)
        if sum(self.parts.values()) >= self.base:  # each is in one part or more
            yield Statement({**every, of: -1}, 0, inf)

    def frozen(self) -> dict[str, Any]:
        """Return it as values that JSON knows, to be kept with the pack it is printed in."""
        days = {"on": self.on, "from": self.from_day, "to": self.to_day}
        return {
            "key": self.key,
            "base": self.base,
            "shown": [[list(parts), count] for parts, count in self.shown.items()],
            "parts": dict(self.parts),
            "several": self.is_multiple,
            **{name: day.isoformat() for name, day in days.items() if day is not None},
        }

    @classmethod
    def thawed(cls, kept: Mapping[str, Any]) -> "Printed":
        """Return what `frozen` kept."""
        days = [kept.get(name) for name in ("on", "from", "to")]
        on, first, last = (date.fromisoformat(day) if day is not None else None for day in days)
        shown = {tuple(parts): count for parts, count in kept["shown"]}
        return cls(
            kept["key"], kept["base"], shown, kept["parts"], kept["several"], on, first, last
        )


def _sum(of: str, parts: Sequence[str] | Mapping[str, int]) -> dict[str, int]:
    return dict.fromkeys((f"{of}.{part}" for part in parts), 1)


def _end(told: Printed) -> date | None:
    """Return the last day that can be counted in it: what was not said yet is in none."""
    days = [day for day in (told.to_day, told.on) if day is not None]
    return min(days, default=None)
