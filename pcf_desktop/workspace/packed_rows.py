"""Rows that an undo takes away by the thousand, packed, so that a redo can put them back.

An import of 100,000 comments leaves with its undo about as many bytes as it brought. They are kept
in SQLite's temporary database, which is in memory, a few thousand rows to a packet.
"""

import pickle
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import Connection, Table

FROM = 1_000
"""From so many rows of one table on, they are packed."""

UNLESS_PACKED = "WHEN NOT EXISTS (SELECT 1 FROM packing)"
"""The condition under which the removal of a row is noted by itself."""

Span = tuple[int, int]
"""The numbers of the first and the last note."""


def begin(connection: Connection) -> None:
    """Make the tables for packets; nothing is packed yet."""
    run = connection.exec_driver_sql
    run("CREATE TEMP TABLE packing (is_on INT)")
    run("CREATE TEMP TABLE packed (tbl INT, id INT, changed_at)")
    run("CREATE TEMP TABLE packet (low INTEGER PRIMARY KEY, high INT, tbl INT, rows BLOB)")


@contextmanager
def packing(connection: Connection, table: Table, span: Span) -> Iterator[None]:
    """Pack the rows that the notes of a span added, which are removed meanwhile, and note that."""
    run = connection.exec_driver_sql
    noted = "FROM temp.note WHERE id BETWEEN ? AND ?"
    columns, of = columns_of(table), main_of(table)
    rows = run(
        f"SELECT {columns} FROM {of} WHERE id IN (SELECT key {noted}) ORDER BY id", span
    ).all()
    packet = zlib.compress(pickle.dumps([tuple(row) for row in rows]), 1)
    low = run("SELECT coalesce(max(id), 0) + 1 FROM temp.note").scalar_one()
    run(f"INSERT INTO temp.note (tbl, kind, key) SELECT tbl, 3, key {noted} ORDER BY id", span)
    run(
        "INSERT INTO temp.packet SELECT ?, max(id), (SELECT tbl FROM temp.note WHERE id = ?), ? "
        "FROM temp.note",
        (low, low, packet),
    )
    run(
        "INSERT INTO temp.packed "
        "SELECT (SELECT tbl FROM temp.packet WHERE low = ?), id, changed_at "
        f"FROM {of} WHERE id IN (SELECT key {noted})",
        (low, *span),
    )
    run("INSERT INTO temp.packing VALUES (1)")
    yield
    run("DELETE FROM temp.packing")


def put_back(connection: Connection, table: Table, number: int, span: Span) -> int:
    """Put the rows of the packets that end within a span back; return how many they are."""
    packets = connection.exec_driver_sql(
        "SELECT rows FROM temp.packet WHERE tbl = ? AND high BETWEEN ? AND ? ORDER BY low DESC",
        (number, *span),
    ).scalars()
    places = ", ".join("?" for _ in table.columns)
    put = f"INSERT INTO {main_of(table)} ({columns_of(table)}) VALUES ({places})"
    done = 0
    for packet in list(packets):
        rows = _rows(packet)
        connection.exec_driver_sql(put, rows)
        done += len(rows)
    return done


def uids(
    connection: Connection, table: Table, number: int, span: Span, few: int
) -> tuple[bytes, ...]:
    """Return the uids of the first few rows packed within a span."""
    packet = connection.exec_driver_sql(
        "SELECT rows FROM temp.packet WHERE tbl = ? AND low BETWEEN ? AND ? ORDER BY low LIMIT 1",
        (number, *span),
    ).scalar()
    if packet is None:
        return ()
    place = list(table.columns.keys()).index("uid")
    return tuple(bytes(row[place]) for row in _rows(packet)[:few])


def drop(connection: Connection, span: Span) -> None:
    """Forget the packets of a span."""
    connection.exec_driver_sql("DELETE FROM temp.packet WHERE low BETWEEN ? AND ?", span)


def _rows(packet: bytes) -> list[tuple[Any, ...]]:
    """Unpack rows of our own making, which were never outside this process."""
    unpacked: list[tuple[Any, ...]] = pickle.loads(zlib.decompress(packet))  # noqa: S301
    return unpacked


def main_of(table: Table) -> str:
    """Return the name of a table of the file in a statement."""
    return f'main."{table.name}"'


def columns_of(table: Table) -> str:
    """Return the names of all columns in a statement."""
    return ", ".join(f'"{column.name}"' for column in table.columns)
