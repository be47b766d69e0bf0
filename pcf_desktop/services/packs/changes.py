"""What has changed since the last pack: in points, with both bases."""

from pcf_desktop.days import day
from pcf_desktop.services.counting import wording
from pcf_desktop.services.counting.stances import said_of
from pcf_desktop.services.disclosure.printed import Parts, Printed
from pcf_desktop.services.packs.ledger import Ledger


def since(ledger: Ledger, told: Printed) -> str:
    """Return how a priority's largest answer moved since the last issued pack; else empty.

    Nothing is said where either base is too small for percentages, or where the figure is the old
    one said again.
    """
    before = ledger.before(told.key)
    if before is None or before.on is None or ledger.is_older(told):
        return ""
    parts = _largest_of_both(told, before)
    if not parts or min(told.base, before.base) < ledger.rules.percent:
        return ""
    then, now = (_points(each.shown[parts], each.base) for each in (before, told))
    fewer = " Fewer families were heard than then." if told.base < before.base else ""
    return (
        f"Since the pack of {day(before.on)}: {then}% of {before.base:,} families said "
        f"{said_of(parts)}, and {now}% of {told.base:,} do now ({_way(then, now)}).{fewer}"
    )


def _largest_of_both(told: Printed, before: Printed) -> Parts:
    both = [parts for parts in told.shown if parts in before.shown]
    return max(both, key=lambda parts: told.shown[parts], default=())


def _way(then: int, now: int) -> str:
    if now == then:
        return "no change"
    return f"{'up' if now > then else 'down'} {wording.count(abs(now - then), 'point')}"


def _points(part: int, base: int) -> int:
    return (200 * part + base) // (2 * base)
