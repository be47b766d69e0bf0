"""Whether the database is sound: every page, every key, every search index.

The lines returned are SQLite's, for the log and for a second look: they name tables and pages.
"""

from collections.abc import Iterator

from sqlalchemy import Connection
from sqlalchemy.exc import DatabaseError

_FEW = 20
_QUICK = ("cipher_integrity_check", f"quick_check({_FEW})", "foreign_key_check")
_WHOLE = ("cipher_integrity_check", f"integrity_check({_FEW})", "foreign_key_check")


def quick_problems(connection: Connection) -> list[str]:
    """Return what is wrong with the pages and the keys, without the look at each index.

    100,000 comments take about 0.3 seconds. Raises no error for a damaged database.
    """
    return _problems(connection, _QUICK)


def problems(connection: Connection) -> list[str]:
    """Return all that is wrong; needs a connection that may write, and writes nothing.

    The search indexes are compared with the texts, word for word.
    """
    found = _problems(connection, _WHOLE)
    return found or [f"search index {name}" for name in _unsound_indexes(connection)]


def _problems(connection: Connection, pragmas: tuple[str, ...]) -> list[str]:
    found: list[str] = []
    for pragma in pragmas:
        try:
            rows = connection.exec_driver_sql(f"PRAGMA {pragma}").all()
        except DatabaseError as error:
            return [*found, f"{pragma}: {error.orig}"]
        found += [f"{pragma}: {row}" for row in rows if row[0] != "ok"]
    return found


def _unsound_indexes(connection: Connection) -> Iterator[str]:
    indexes = connection.exec_driver_sql(
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND sql LIKE '%USING fts5(%'"
    )
    for name in indexes.scalars().all():
        try:
            connection.exec_driver_sql(
                f'INSERT INTO "{name}" ("{name}", rank) VALUES (\'integrity-check\', 1)'  # noqa: S608
            )
        except DatabaseError:
            yield name
