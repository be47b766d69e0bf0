"""The head of a forum file: how far it has come, to be compared with another copy of it."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection, func, select, table

from pcf_desktop.records import AuditEntry


@dataclass(frozen=True)
class Head:
    """The last save: its number, its seal in the audit chain, when it was, and the rows kept."""

    save: int
    seal: str
    at: datetime | None
    counts: Mapping[str, int]

    def to_json(self) -> dict[str, Any]:
        """Return plain values for a JSON file."""
        at = self.at.astimezone(UTC).isoformat() if self.at else None
        return {"save": self.save, "seal": self.seal, "at": at, "counts": dict(self.counts)}

    @classmethod
    def from_json(cls, fields: Mapping[str, Any]) -> "Head":
        """Return the head from plain values; raises `KeyError`, `TypeError` or `ValueError`."""
        at = datetime.fromisoformat(fields["at"]) if fields["at"] else None
        counts = {str(table): int(rows) for table, rows in fields["counts"].items()}
        return cls(int(fields["save"]), str(fields["seal"]), at, counts)


def read(connection: Connection, tables: Collection[str] | None = None) -> Head:
    """Return the head of the open file, counting the rows of these tables, or of all."""
    there = _tables(connection)
    counts = {name: _count(connection, name) for name in sorted(there) if _wanted(name, tables)}
    if AuditEntry.__tablename__ not in there:
        return Head(0, "", None, counts)
    last = select(AuditEntry.id, AuditEntry.hash, AuditEntry.at)
    row = connection.execute(last.order_by(AuditEntry.id.desc()).limit(1)).first()
    return Head(row[0], row[1], row[2], counts) if row is not None else Head(0, "", None, counts)


def seal_at(connection: Connection, save: int) -> str | None:
    """Return the seal of an earlier save, or None if the file knows no such save."""
    return connection.execute(select(AuditEntry.hash).where(AuditEntry.id == save)).scalar()


def _tables(connection: Connection) -> set[str]:
    """Return the names of the tables that hold rows of their own: no view, no search index."""
    listed = connection.exec_driver_sql("PRAGMA main.table_list").mappings()
    return {
        row["name"]
        for row in listed
        if row["type"] == "table" and row["schema"] == "main" and row["name"][:7] != "sqlite_"
    }


def _wanted(name: str, tables: Collection[str] | None) -> bool:
    return tables is None or name in tables


def _count(connection: Connection, name: str) -> int:
    counted = select(func.count()).select_from(table(name))
    return int(connection.execute(counted).scalar_one())
