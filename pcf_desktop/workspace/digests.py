"""Telling whether each row is the one last saved, and not one of an old page that was put back.

A page of an earlier day reads well: its seal is right, its keys and its words hold. But each row
says when it was last changed, to the microsecond. So of each run of rows a digest is kept, the sum
of a mix of id and moment, which SQLite works out by itself. A save brings it forward by the rows it
changed and never works it out anew, for an old row would then be believed. The sum over all tables
stands in the save's audit entry, and so in the head that is known outside the file.
"""

import hashlib
from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Final

from sqlalchemy import Connection, delete

from pcf_desktop.records import AuditEntry, Base, Draft, PartDigest, Series
from pcf_desktop.workspace.connection import driver
from pcf_desktop.workspace.history import History, Step

RUN: Final = 256
"""So many ids make a part of a table."""

ALL_ROWS: Final = "all rows"
"""Where an audit entry has the sum over all tables; no table is called so."""

ASIDE: Final = "aside"
"""The part for what is saved without an audit entry: drafts, and the last numbers given."""

OLDER: Final = "older rows:"
"""How a line begins that tells of rows which are not those last saved."""

LAST: Final = "SELECT id, hash, json_extract(changes, ?) FROM audit_entry ORDER BY id DESC LIMIT 1"
"""Number, hash and sum of all rows of the last audit entry; wants `IN_CHANGES`."""
IN_CHANGES: Final = f'$."{ALL_ROWS}"'

MODULUS: Final = 1 << 62
_MIX: Final = (
    "(unixepoch(changed_at) * 1000000 + CAST(substr(changed_at, 21) AS INT)) % 2147483647 "
    "* ((id * 2654435761 + 40503) % 2147483647) % 9007199254740881"
)
"""The digest of a row: less than 2**53, so that a run's sum is an integer of SQLite's."""
_PARTS: Final = f"id / {RUN}, sum({_MIX})"

_ASIDE = (Draft.__tablename__, Series.__tablename__)
_OWN = {AuditEntry.__tablename__, PartDigest.__tablename__, *_ASIDE}

Part = tuple[str, int]
"""A table, and which of its runs of ids."""


def follow(connection: Connection, history: History, step: Step) -> int:
    """Bring the sums forward by what a step changed; return what it adds to the sum of all.

    To be called before the commit.
    """
    moved: dict[Part, int] = defaultdict(int)
    for table in step.changes:
        for sign, source, span in history.states(connection, step, table):
            found = f"SELECT {_PARTS} FROM {source} GROUP BY 1"  # noqa: S608
            for part, total in driver(connection).execute(found, span):
                moved[table, part] += sign * total
    _write(connection, moved)
    return sum(moved.values()) % MODULUS


def follow_aside(connection: Connection) -> None:
    """Bring the digest of drafts and last numbers up to date; before each commit that has them."""
    kept = "SELECT digest FROM part_digest WHERE tbl = ? AND part = 0"
    row = driver(connection).execute(kept, (ASIDE,)).fetchone()
    by = (_sum_aside(connection) - (row[0] if row else 0)) % MODULUS
    if by:
        _write(connection, {(ASIDE, 0): by})


def make_anew(connection: Connection) -> int:
    """Work out all sums from the rows as they are, as after a migration; return that of all."""
    connection.execute(delete(PartDigest))
    sums = _sums(connection)
    _write(connection, sums)
    follow_aside(connection)
    return sum(sums.values()) % MODULUS


def is_kept(connection: Connection) -> bool:
    """Tell whether the file has sums; one that no migration has brought up to date has none."""
    named = "SELECT 1 FROM sqlite_schema WHERE name = ?"
    found = connection.exec_driver_sql(named, (PartDigest.__tablename__,))
    return found.first() is not None


def parts(connection: Connection) -> dict[Part, int]:
    """Return every sum that is kept, in the order of tables and ids."""
    kept = "SELECT tbl, part, digest FROM part_digest ORDER BY tbl, part"
    return {(table, part): total for table, part, total in connection.exec_driver_sql(kept)}


def off_in_sum(connection: Connection, kept: Mapping[Part, int]) -> Iterator[str]:
    """Yield what tells that the sums themselves, or drafts and numbers, are of another day."""
    if kept.get((ASIDE, 0), 0) != _sum_aside(connection):
        yield f"{OLDER} drafts and numbers"
    last = connection.exec_driver_sql(LAST, (IN_CHANGES,)).first()
    whole = sum(found for (table, _), found in kept.items() if table != ASIDE) % MODULUS
    if last is not None and last[2] is not None and last[2] != whole:
        yield f"{OLDER} sums"


def off_in(connection: Connection, part: Part, kept: int) -> tuple[list[str], int]:
    """Return what to say of a part whose rows are not those last saved, and how many they are."""
    table, run = part
    total, rows = (
        driver(connection)
        .execute(
            f'SELECT coalesce(sum({_MIX}), 0), count(*) FROM main."{table}" '  # noqa: S608
            "WHERE id BETWEEN ? AND ?",
            (run * RUN, run * RUN + RUN - 1),
        )
        .fetchone()
    )
    return ([] if total % MODULUS == kept else [_named(part)]), rows


def off(connection: Connection) -> list[str]:
    """Return every part whose rows are not those last saved, and what is off in the sums."""
    kept, found = parts(connection), _sums(connection)
    off_parts = (
        part
        for part in sorted(kept.keys() | found.keys())
        if part[0] != ASIDE and kept.get(part, 0) != found.get(part, 0)
    )
    return [*off_in_sum(connection, kept), *map(_named, off_parts)]


@cache
def _tables() -> tuple[str, ...]:
    return tuple(str(t.name) for t in Base.metadata.sorted_tables if t.name not in _OWN)


def _sums(connection: Connection) -> dict[Part, int]:
    """Return the sum of each part that has rows."""
    run = driver(connection).execute
    return {
        (table, part): total % MODULUS
        for table in _tables()
        for part, total in run(f'SELECT {_PARTS} FROM main."{table}" GROUP BY 1')  # noqa: S608
    }


def _sum_aside(connection: Connection) -> int:
    """Return a digest of every value of the few rows that are saved without an audit entry."""
    run, found = driver(connection).execute, hashlib.sha256()
    for table in _ASIDE:
        for row in run(f"SELECT {_values(table)} ORDER BY id"):
            found.update(row[0].encode())
    return int.from_bytes(found.digest()[:8], "big") % MODULUS


@cache
def _values(table: str) -> str:
    """Return what selects the values of a row as one text, in an order no migration changes."""
    names = sorted(Base.metadata.tables[table].columns.keys())
    return f"""{" || ',' || ".join(f'quote("{name}")' for name in names)} FROM main."{table}\""""


def _write(connection: Connection, moved: Mapping[Part, int]) -> None:
    """Add to the sums."""
    driver(connection).executemany(
        "INSERT INTO part_digest (tbl, part, digest) VALUES (?1, ?2, ?3) ON CONFLICT (tbl, part) "
        "DO UPDATE SET digest = (digest + excluded.digest) % ?4",
        [(*part, by % MODULUS, MODULUS) for part, by in moved.items()],
    )


def _named(part: Part) -> str:
    return f"{OLDER} {part[0]} from {part[1] * RUN}"
