"""What has changed since the last pack: in points, with both bases."""

from pcf_desktop.days import day
from pcf_desktop.services.counting import wording
from pcf_desktop.services.counting.stances import said_of
from pcf_desktop.services.disclosure.told import Told
from pcf_desktop.services.packs.ledger import Ledger


def since(ledger: Ledger, told: Told) -> str:
    """Return how a priority's largest answer moved since the last issued pack; else empty.

    Nothing is said where either base is too small for percentages, or where the figure is the old
    one said again.
    """
    before = ledger.before(told.key)
    if before is None or before.on is None or ledger.is_older(told):
        return ""
    both = [parts for parts in told.shown if parts in before.shown]
    if not both or min(told.base, before.base) < ledger.rules.percent:
        return ""
    parts = max(both, key=lambda parts: told.shown[parts])
    then, now = (_points(each.shown[parts], each.base) for each in (before, told))
    said = said_of(parts)
    moved = wording.count(abs(now - then), "point")
    way = f"{'up' if now > then else 'down'} {moved}" if now != then else "no change"
    fewer = " Fewer families were heard than then." if told.base < before.base else ""
    return (
        f"Since the pack of {day(before.on)}: {then}% of {before.base:,} families said {said}, and "
        f"{now}% of {told.base:,} do now ({way}).{fewer}"
    )


def _points(part: int, base: int) -> int:
    return (200 * part + base) // (2 * base)
