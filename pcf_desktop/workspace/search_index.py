"""What only SQLite has: the full-text index over what families wrote, kept by triggers.

The index holds no copy of the texts, only their words; it looks the texts up in their tables.
With `secure-delete` a removed word leaves no trace in the index's own pages.
"""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager

import sqlalchemy as sql
from sqlalchemy import Connection, Select, select, text
from sqlalchemy.orm import Session

INDEXED = {"feedback": "words", "answer": "words"}
"""The tables that can be searched, and the column that is indexed."""

_FEEDBACK = sql.table("feedback_search", sql.column("rowid", sql.Integer))


def ensure(connection: Connection) -> None:
    """Make the index and its triggers where they are missing; to be called after a migration."""
    for table, column in INDEXED.items():
        known = connection.exec_driver_sql(
            "SELECT 1 FROM sqlite_schema WHERE name = ?", (f"{table}_search",)
        ).first()
        if known is None:
            _make(connection, table, column)


def rebuild(connection: Connection) -> None:
    """Make the index anew from the tables."""
    for table in INDEXED:
        name = f"{table}_search"
        connection.exec_driver_sql(f"INSERT INTO {name} ({name}) VALUES ('rebuild')")


@contextmanager
def in_bulk(connection: Connection) -> Iterator[None]:
    """Let thousands of texts go or come back at once, within one transaction.

    To blot each word out of the index by itself took 81 s for 29,000 comments, and more the more
    there are; to put each back took half of an undo. Here nothing follows the texts meanwhile, and
    the index is made anew at the end, of what is there then.
    """
    for table, column in INDEXED.items():
        for trigger in _triggers(table, column):
            connection.exec_driver_sql(f"DROP TRIGGER IF EXISTS {trigger}")
    yield
    for table, column in INDEXED.items():
        _follow(connection, table, column)
    rebuild(connection)


def matching(query: str) -> Select[int]:
    """Return the query for the ids of the feedback that an FTS5 query finds, latest first."""
    hit = text("feedback_search MATCH :query").bindparams(query=query)
    return select(_FEEDBACK.c.rowid).where(hit).order_by(_FEEDBACK.c.rowid.desc())


def texts_with(session: Session, word: str) -> int:
    """Return how many pieces of feedback hold a word, given as the index keeps it."""
    holding = text("SELECT doc FROM feedback_terms WHERE term = :word")
    return session.scalar(holding, {"word": word}) or 0


def most_alike(session: Session, words: Iterable[str], most: int) -> dict[int, float]:
    """Return the feedback that shares the most telling of these words, the likest first.

    The value is the BM25 weight, the greater the likelier; without a word there is nothing.
    """
    query = " OR ".join(f'"{word}"' for word in words)
    if not query:
        return {}
    ranked = text(
        "SELECT rowid, -bm25(feedback_search) FROM feedback_search "
        "WHERE feedback_search MATCH :query ORDER BY rank LIMIT :most"
    )
    rows = session.execute(ranked, {"query": query, "most": most})
    return {row[0]: max(0.0, row[1]) for row in rows}


def _make(connection: Connection, table: str, column: str) -> None:
    run, name = connection.exec_driver_sql, f"{table}_search"
    # A view, for FTS5 takes a row without words for a fault: it has no entry in the index.
    run(f"CREATE VIEW {name}_texts AS SELECT id, {column} FROM {table} WHERE {column} IS NOT NULL")
    run(
        f"CREATE VIRTUAL TABLE {name} USING fts5({column}, content='{name}_texts', "
        "content_rowid='id', tokenize='unicode61 remove_diacritics 2', prefix='2 3')"
    )
    run(f"INSERT INTO {name} ({name}, rank) VALUES ('secure-delete', 1)")
    # How many texts hold a word: what makes a rare word say more than a common one.
    run(f"CREATE VIRTUAL TABLE {table}_terms USING fts5vocab({name}, row)")
    _follow(connection, table, column)


def _follow(connection: Connection, table: str, column: str) -> None:
    """Make the triggers by which the index follows its table."""
    for trigger, statement in _triggers(table, column).items():
        connection.exec_driver_sql(f"CREATE TRIGGER {trigger} {statement}")


def _triggers(table: str, column: str) -> dict[str, str]:
    """Return each trigger's name and what it does."""
    name = f"{table}_search"
    gone = (
        f"INSERT INTO {name} ({name}, rowid, {column}) "
        f"SELECT 'delete', old.id, old.{column} WHERE old.{column} IS NOT NULL;"
    )
    come = (
        f"INSERT INTO {name} (rowid, {column}) "
        f"SELECT new.id, new.{column} WHERE new.{column} IS NOT NULL;"
    )
    return {
        f"{name}_{event.split()[0].lower()}": (
            f"AFTER {event} ON {table} WHEN {condition} BEGIN {body} END"
        )
        for event, condition, body in (
            ("INSERT", f"new.{column} IS NOT NULL", come),
            ("DELETE", f"old.{column} IS NOT NULL", gone),
            (f"UPDATE OF {column}", f"old.{column} IS NOT new.{column}", gone + come),
        )
    }
