"""Telling whether each row is the one last saved, and not one of an old page that was put back.

A page of an earlier day reads well: its seal is right, its keys and its words hold. So each row has
a digest (SHA-256 of its table's name and its values). The digests of a run of rows are summed up
(modulo 2**256) beside them, which a save brings forward by the rows it changed and never works out
anew, for an old row would then be believed. The sum over all tables stands in the save's audit
entry, and so in the head that is known outside the file.
"""

import hashlib
import marshal
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import Any, Final

from sqlalchemy import Connection

from pcf_desktop.records import AuditEntry, Base, Draft, PartDigest, Series
from pcf_desktop.workspace.connection import driver
from pcf_desktop.workspace.history import History, Step

RUN: Final = 256
"""So many ids make a part of a table."""

ALL_ROWS: Final = "all rows"
"""Where an audit entry has the sum over all tables; no table is called so."""

IN_CHANGES: Final = f'$."{ALL_ROWS}"'
"""The same as a path into the JSON of an audit entry."""

ASIDE: Final = "aside"
"""The part for what is saved without an audit entry: drafts, and the last numbers given."""

OLDER: Final = "older rows:"
"""How a line begins that tells of rows which are not those last saved."""

_MODULUS: Final = 1 << 256
_STABLE: Final = 2
"""The way of `marshal` that has stayed the same since Python 2.5; a test holds it."""

_OWN = {AuditEntry.__tablename__, PartDigest.__tablename__}
_ASIDE = (Draft.__tablename__, Series.__tablename__)

Part = tuple[str, int]
"""A table, and which of its runs of ids."""


def follow(connection: Connection, history: History, step: Step) -> int:
    """Bring the sums forward by what a step changed; return what it adds to the sum of all.

    To be called before the commit.
    """
    moved: dict[Part, int] = defaultdict(int)
    for table in map(str, step.changes):  # SQLAlchemy's names are strings of their own kind
        for sign, key, *row in history.states(connection, step, table, columns(table)):
            moved[table, key // RUN] += sign * digest(table, row)
    _add(connection, moved)
    return sum(moved.values()) % _MODULUS


def follow_aside(connection: Connection) -> None:
    """Bring the digest of drafts and last numbers up to date; before each commit that has them."""
    now = written(_sum_aside(connection))
    if _kept(connection, (ASIDE, 0)) != now:
        _write(connection, [(ASIDE, 0, now)])


def make_anew(connection: Connection) -> int:
    """Work out all sums from the rows as they are, as after a migration; return that of all."""
    run = connection.exec_driver_sql
    run(f"DELETE FROM {PartDigest.__tablename__}")
    sums = {part: found for table in _tables() for part, found in sums_of(connection, table)}
    _write(connection, [(*part, written(found)) for part, found in sums.items()])
    follow_aside(connection)
    return sum(sums.values()) % _MODULUS


def is_kept(connection: Connection) -> bool:
    """Tell whether the file has sums; one that no migration has brought up to date has none."""
    named = "SELECT 1 FROM sqlite_schema WHERE name = ?"
    found = connection.exec_driver_sql(named, (PartDigest.__tablename__,))
    return found.first() is not None


def parts(connection: Connection) -> dict[Part, int]:
    """Return every sum that is kept, in the order of tables and ids."""
    rows = connection.exec_driver_sql(
        "SELECT tbl, part, digest FROM part_digest ORDER BY tbl, part"
    )
    return {(table, part): int(kept, 16) for table, part, kept in rows}


def off_in_sum(connection: Connection, kept: Mapping[Part, int]) -> Iterator[str]:
    """Yield what tells that the sums themselves, or drafts and numbers, are of another day."""
    if kept.get((ASIDE, 0), 0) != _sum_aside(connection):
        yield f"{OLDER} drafts and numbers"
    last = connection.exec_driver_sql(
        "SELECT json_extract(changes, ?) FROM audit_entry ORDER BY id DESC LIMIT 1",
        (IN_CHANGES,),
    ).scalar()
    whole = sum(found for (table, _), found in kept.items() if table != ASIDE) % _MODULUS
    if last is not None and int(last, 16) != whole:
        yield f"{OLDER} sums"


def off_in(connection: Connection, part: Part, kept: int) -> tuple[list[str], int]:
    """Return what to say of a part whose rows are not those last saved, and how many they are."""
    table, run = part
    rows = driver(connection).execute(
        f'SELECT {columns(table)} FROM main."{table}" WHERE id BETWEEN ? AND ?',  # noqa: S608
        (run * RUN, run * RUN + RUN - 1),
    )
    found = [digest(table, row) for row in rows]
    off = [] if sum(found) % _MODULUS == kept else [_named(part)]
    return off, len(found)


def off(connection: Connection) -> list[str]:
    """Return every part whose rows are not those last saved, and what is off in the sums."""
    kept = parts(connection)
    said = list(off_in_sum(connection, kept))
    found = {part: each for table in _tables() for part, each in sums_of(connection, table)}
    for part in sorted(kept.keys() | found.keys()):
        if part[0] != ASIDE and kept.get(part, 0) != found.get(part, 0):
            said.append(_named(part))
    return said


def sums_of(connection: Connection, table: str) -> Iterator[tuple[Part, int]]:
    """Yield the sum of each part of a table that has rows."""
    rows = driver(connection).execute(
        f'SELECT id, {columns(table)} FROM main."{table}" ORDER BY id'  # noqa: S608
    )
    part, total = 0, 0
    for key, *row in rows:
        if key // RUN != part:
            if total:
                yield (table, part), total % _MODULUS
            part, total = key // RUN, 0
        total += digest(table, row)
    if total:
        yield (table, part), total % _MODULUS


def _named(part: Part) -> str:
    return f"{OLDER} {part[0]} from {part[1] * RUN}"


def digest(table: str, row: Iterable[Any]) -> int:
    """Return the digest of a row, as SQLite gives its values in the order of `columns`."""
    written = marshal.dumps((table, *row), _STABLE)
    return int.from_bytes(hashlib.sha256(written).digest(), "little")


@cache
def columns(table: str) -> str:
    """Return the columns of a table in an order that no migration changes."""
    return ", ".join(f'"{name}"' for name in sorted(Base.metadata.tables[table].columns.keys()))


@cache
def _tables() -> tuple[str, ...]:
    return tuple(
        str(table.name)
        for table in Base.metadata.sorted_tables
        if table.name not in _OWN and table.name not in _ASIDE
    )


def _sum_aside(connection: Connection) -> int:
    run = driver(connection).execute
    return (
        sum(
            digest(table, row)
            for table in _ASIDE
            for row in run(f'SELECT {columns(table)} FROM main."{table}"')  # noqa: S608
        )
        % _MODULUS
    )


def _kept(connection: Connection, part: Part) -> str | None:
    found = driver(connection).execute(
        "SELECT digest FROM part_digest WHERE tbl = ? AND part = ?", part
    )
    row = found.fetchone()
    return row[0] if row else None


def _add(connection: Connection, moved: Mapping[Part, int]) -> None:
    _write(
        connection,
        [
            (*part, written(int(_kept(connection, part) or "0", 16) + by))
            for part, by in moved.items()
            if by
        ],
    )


def _write(connection: Connection, rows: list[tuple[str, int, str]]) -> None:
    driver(connection).executemany(
        "INSERT INTO part_digest (tbl, part, digest) VALUES (?, ?, ?) "
        "ON CONFLICT (tbl, part) DO UPDATE SET digest = excluded.digest",
        rows,
    )


def written(total: int) -> str:
    """Return a sum in hexadecimal, as it is kept."""
    return f"{total % _MODULUS:064x}"
