"""The chain of what was done. It holds ids, actions and counts, never a word of a family."""

import hashlib
import json
from collections.abc import Iterable
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, insert, select

from pcf_desktop.records import AuditEntry, stamp
from pcf_desktop.workspace.history import ADDED, CHANGED, REMOVED, Touched

START = "0" * 64
KINDS = {ADDED: "added", CHANGED: "changed", REMOVED: "removed"}


def note(connection: Connection, action: str, touched: Iterable[Touched]) -> None:
    """Add an entry; its number is the save number."""
    saves, previous = head(connection)
    number, at, device = saves + 1, stamp.now(), stamp.device()
    changes: dict[str, Any] = {}
    for found in touched:
        uids = [UUID(bytes=uid).hex for uid in found.uids]
        changes.setdefault(found.table, {})[KINDS[found.kind]] = {"rows": found.count, "uids": uids}
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


def head(connection: Connection) -> tuple[int, str]:
    """Return the number and the hash of the last entry."""
    last = select(AuditEntry.id, AuditEntry.hash).order_by(AuditEntry.id.desc()).limit(1)
    row = connection.execute(last).first()
    return (row[0], row[1]) if row is not None else (0, START)


def first_broken(connection: Connection) -> int | None:
    """Return the number of the first entry that was changed, removed or moved; None if all hold.

    A chain cut off at its end, or written wholly anew, shows only against a head kept elsewhere.
    """
    previous, expected = START, 1
    for entry in connection.execute(select(AuditEntry.__table__).order_by(AuditEntry.id)):
        whole = _seal(previous, entry.id, entry.at, entry.device, entry.action, entry.changes)
        if entry.id != expected or entry.previous != previous or entry.hash != whole:
            return expected
        previous, expected = entry.hash, expected + 1
    return None


def _seal(
    previous: str, number: int, at: datetime, device: UUID, action: str, changes: dict[str, Any]
) -> str:
    entry = [number, at.isoformat(), device.hex, action, changes]
    words = json.dumps(entry, sort_keys=True, separators=(",", ":"), ensure_ascii=True)
    return hashlib.sha256((previous + words).encode()).hexdigest()
