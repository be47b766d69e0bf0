"""A group of figures as a pack prints it, and what it states to whoever holds it.

A group is those who answered one question or spoke of one priority, divided into parts. Small parts
are put together, so that nobody is found in them. `hidden` holds what really stands behind the sum:
it stays in the forum's file, where it tells which later figure would give it away.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from math import inf
from typing import Any

from pcf_desktop.services.disclosure.attacker import Statement, exactly


@dataclass(frozen=True, slots=True)
class Rules:
    """The three house rules on small numbers."""

    small: int = 5
    """No count of fewer leaves the forum; nought may."""
    breakdown: int = 10
    """Nothing is broken down on a base of fewer; inspectors know ten from Ofsted Parent View."""
    percent: int = 20
    """No percentage stands on a base of fewer."""


@dataclass(frozen=True, slots=True)
class Told:
    """What is printed of a group: its base, the parts that stand `alone`, the `rest` as one number.

    Parts that nobody chose are not printed. `is_multiple` where one may be in several parts; `rest`
    then counts each once. Where there is neither a part alone nor a rest, only the base is printed.
    """

    key: str
    """The same group in every pack, as `priority 12`."""
    base: int
    alone: Mapping[str, int]
    together: tuple[str, ...] = ()
    rest: int = 0
    hidden: Mapping[str, int] = field(default_factory=dict)
    is_multiple: bool = False
    on: date | None = None
    """The day on which it was counted."""
    from_day: date | None = None
    to_day: date | None = None

    @property
    def is_divided(self) -> bool:
        """Tell whether more than the base is printed."""
        return bool(self.alone)

    @property
    def parts(self) -> Mapping[str, int]:
        """Return what every part really counts, those of nobody left out."""
        return {**self.alone, **self.hidden}

    def holds(self, other: "Told") -> bool:
        """Tell whether all that the other could count falls within this one's days."""
        begins = self.from_day is None or (
            other.from_day is not None and self.from_day <= other.from_day
        )
        ends = _end(self)
        return begins and (ends is None or ends >= (_end(other) or ends))

    def statements(self, of: str) -> Iterator[Statement]:
        """Yield what a reader knows; unknowns are named `of` and the part, or `of` for the base."""
        yield exactly({of: 1}, self.base)
        for part, count in self.alone.items():
            yield exactly({f"{of}.{part}": 1}, count)
        if self.is_multiple:
            yield from self._of_several(of)
            return
        yield exactly({of: -1, **dict.fromkeys((f"{of}.{part}" for part in self.parts), 1)}, 0)
        if self.together:
            yield exactly(dict.fromkeys((f"{of}.{part}" for part in self.together), 1), self.rest)
            yield from self._named(of)

    def _named(self, of: str) -> Iterator[Statement]:
        """Yield that each part which is named among others has somebody in it."""
        for part in self.together:
            yield Statement({f"{of}.{part}": 1}, 1, inf)

    def _of_several(self, of: str) -> Iterator[Statement]:
        for part in self.hidden:
            most = self.rest if part in self.together else self.base
            yield Statement({f"{of}.{part}": 1}, 0, most)
        if self.together:
            named = [f"{of}.{part}" for part in self.together]
            yield Statement(dict.fromkeys(named, 1), self.rest, inf)
            yield from self._named(of)

    def frozen(self) -> dict[str, Any]:
        """Return it as values that JSON knows, to be kept with the pack it is printed in."""
        days = {"on": self.on, "from": self.from_day, "to": self.to_day}
        return {
            "key": self.key,
            "base": self.base,
            "alone": dict(self.alone),
            "together": list(self.together),
            "rest": self.rest,
            "hidden": dict(self.hidden),
            "several": self.is_multiple,
            **{name: day.isoformat() for name, day in days.items() if day is not None},
        }

    @classmethod
    def thawed(cls, kept: Mapping[str, Any]) -> "Told":
        """Return what `frozen` kept."""
        on, from_day, to_day = (
            date.fromisoformat(kept[name]) if name in kept else None for name in ("on", "from", "to")
        )
        return cls(
            kept["key"],
            kept["base"],
            kept["alone"],
            tuple(kept["together"]),
            kept["rest"],
            kept["hidden"],
            kept["several"],
            on,
            from_day,
            to_day,
        )


def _end(told: Told) -> date | None:
    """Return the last day that can be counted in it: what was not said yet is in none."""
    days = [day for day in (told.to_day, told.on) if day is not None]
    return min(days, default=None)
