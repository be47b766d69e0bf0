"""The figures of one pack, each told once: by the house rules, and beside every pack before it."""

from collections.abc import Callable, Collection, Mapping, Sequence
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from pcf_desktop.records import Forum, Pack, PackIssue
from pcf_desktop.services.disclosure import dividing
from pcf_desktop.services.disclosure.dividing import Group
from pcf_desktop.services.disclosure.printed import Parts, Printed, Rules


class Ledger:
    """Whoever prints a figure asks here what may be printed, and prints that.

    `told` holds every answer by its key; all of it is kept with the pack when it is issued.
    """

    def __init__(
        self,
        rules: Rules,
        today: date,
        from_day: date | None = None,
        to_day: date | None = None,
        earlier: Sequence[Printed] = (),
    ) -> None:
        """Begin with nothing told; `earlier` are the figures of issued packs, the latest last."""
        self.rules, self.today = rules, today
        self.from_day, self.to_day = from_day, to_day
        self.earlier = earlier
        self.told: dict[str, Printed | None] = {}

    def total(self, key: str, count: int) -> Printed | None:
        """Return a bare count as it may be printed, None where it is too small."""
        group = Group(key, count, {}, self.today, self.from_day, self.to_day)
        return self._once(key, lambda: dividing.total(group, self.rules, self.earlier))

    def divided(
        self,
        key: str,
        base: int,
        parts: Mapping[str, int],
        in_any: Callable[[Collection[str]], int] | None = None,
        near: Sequence[Sequence[Parts]] = (),
    ) -> Printed | None:
        """Return a group as it may be printed, None where its base is too small to divide it.

        `in_any` counts who is in any of some parts, where one may be in several; `near` says which
        parts mean nearly the same.
        """
        days = self.today, self.from_day, self.to_day
        several = in_any is not None
        group = Group(key, base, parts, *days, is_multiple=several, in_any=in_any or len, near=near)
        return self._once(key, lambda: dividing.divided(group, self.rules, self.earlier))

    def before(self, key: str) -> Printed | None:
        """Return what the last issued pack told of a group, None where none did."""
        return next((each for each in reversed(self.earlier) if each.key == key), None)

    def is_older(self, told: Printed) -> bool:
        """Tell whether a figure is that of an earlier pack, said again."""
        return told.on != self.today or (told.from_day, told.to_day) != (self.from_day, self.to_day)

    def frozen(self) -> list[dict[str, object]]:
        """Return all that was told as values that JSON knows."""
        return [each.frozen() for each in self.told.values() if each is not None]

    def _once(self, key: str, tell: Callable[[], Printed | None]) -> Printed | None:
        if key not in self.told:
            self.told[key] = tell()
        return self.told[key]


def begin(
    session: Session, forum: Forum, today: date, from_day: date | None, to_day: date | None
) -> Ledger:
    """Return the empty ledger of a pack, with what the packs issued before it told."""
    kept = session.scalars(
        select(Pack.figures)
        .where(Pack.figures.is_not(None), Pack.id.in_(select(PackIssue.pack_id)))
        .order_by(Pack.id)
    )
    earlier = [Printed.thawed(each) for figures in kept if figures for each in figures["told"]]
    return Ledger(rules_of(forum), today, from_day, to_day, earlier)


def rules_of(forum: Forum) -> Rules:
    """Return the house rules that a forum keeps."""
    return Rules(forum.small_number, forum.breakdown_base, forum.percent_base)
