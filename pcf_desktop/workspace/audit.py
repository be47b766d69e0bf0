"""The chain of what was done. It holds ids, actions and counts, never a word of a family."""

import hashlib
import json
from collections.abc import Iterable
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, insert, select

from pcf_desktop.records import AuditEntry, stamp
from pcf_desktop.workspace import digests
from pcf_desktop.workspace.history import ADDED, CHANGED, REMOVED, Touched

START = "0" * 64
KINDS = {ADDED: "added", CHANGED: "changed", REMOVED: "removed"}


def note(connection: Connection, action: str, touched: Iterable[Touched], moved: int = 0) -> None:
    """Add an entry; its number is the save number.

    `moved` is what the change adds to the sum of all rows' digests (see `digests`).
    """
    saves, previous, total = _last(connection)
    number, at, device = saves + 1, stamp.now(), stamp.device()
    changes: dict[str, Any] = {}
    for found in touched:
        uids = [UUID(bytes=uid).hex for uid in found.uids]
        changes.setdefault(found.table, {})[KINDS[found.kind]] = {"rows": found.count, "uids": uids}
    changes[digests.ALL_ROWS] = (total + moved) % digests.MODULUS
    sealed = _seal(previous, number, at, device, action, changes)
    values = {
        "id": number,
        "at": at,
        "device": device,
        "action": action,
        "changes": changes,
        "previous": previous,
        "hash": sealed,
    }
    connection.execute(insert(AuditEntry), [values])
    digests.follow_aside(connection)


def head(connection: Connection) -> tuple[int, str]:
    """Return the number and the hash of the last entry."""
    return _last(connection)[:2]


def total(connection: Connection) -> int:
    """Return the sum of all rows' digests as of the last entry."""
    return _last(connection)[2]


def _last(connection: Connection) -> tuple[int, str, int]:
    """Return number, hash and sum of all rows of the last entry."""
    found = connection.exec_driver_sql(digests.LAST, (digests.IN_CHANGES,)).first()
    return (found[0], found[1], found[2] or 0) if found is not None else (0, START, 0)


def first_broken(connection: Connection, first: int = 1, last: int | None = None) -> int | None:
    """Return the number of the first entry that was changed, removed or moved; None if all hold.

    Of the entries `first` to `last` where only a part is looked through. A chain cut off at its
    end, or written wholly anew, shows only against a head kept elsewhere.
    """
    before = select(AuditEntry.hash).where(AuditEntry.id == first - 1)
    previous = START if first == 1 else connection.execute(before).scalar()
    wanted = select(AuditEntry.__table__).where(AuditEntry.id >= first).order_by(AuditEntry.id)
    if last is not None:
        wanted = wanted.where(AuditEntry.id <= last)
    expected = first
    for entry in connection.execute(wanted):
        if previous is None:
            return first - 1
        whole = _seal(previous, entry.id, entry.at, entry.device, entry.action, entry.changes)
        if entry.id != expected or entry.previous != previous or entry.hash != whole:
            return expected
        previous, expected = entry.hash, expected + 1
    return expected if last is not None and expected <= last else None


def _seal(
    previous: str, number: int, at: datetime, device: UUID, action: str, changes: dict[str, Any]
) -> str:
    entry = [number, at.isoformat(), device.hex, action, changes]
    words = json.dumps(entry, sort_keys=True, separators=(",", ":"), ensure_ascii=True)
    return hashlib.sha256((previous + words).encode()).hexdigest()
