"""What only SQLite has: the full-text index over what families wrote, kept by triggers.

The index holds no copy of the texts, only their words; it looks the texts up in their tables. Only
of a text whose letters have to be folded first (see `search_letters`) is the folded one kept, so
that it can be taken out again word for word. The triggers are temporary ones of the connection
that writes: they call a function of ours, which a schema may not where it is not trusted.
With `secure-delete` a removed word leaves no trace in the index's own pages.
"""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager

import sqlalchemy as sql
from sqlalchemy import Connection, Select, select, text
from sqlalchemy.orm import Session

from pcf_desktop.workspace.search_letters import FUNCTION

INDEXED = {"feedback": "words", "answer": "words"}
"""The tables that can be searched, and the column that is indexed."""

_FEEDBACK = sql.table("feedback_search", sql.column("rowid", sql.Integer))


def ensure(connection: Connection) -> None:
    """Make the index, anew where an earlier version made it; to be called after a migration."""
    for table, column in INDEXED.items():
        if _known(connection, f"{table}_search_folded"):
            continue
        if _known(connection, f"{table}_search"):
            _remove(connection, table)
        _make(connection, table, column)
    rebuild(connection)


def follow(connection: Connection) -> None:
    """Let the index follow its tables on this connection, for as long as it is open."""
    for table, column in INDEXED.items():
        if _known(connection, f"{table}_search"):
            _follow(connection, table, column)


def rebuild(connection: Connection) -> None:
    """Make the index anew from the tables."""
    run = connection.exec_driver_sql
    for table, column in INDEXED.items():
        name = f"{table}_search"
        run(f"DELETE FROM {name}_folded")
        run(_fold(name, f"SELECT id, {column} AS words FROM {table}"))
        run(f"INSERT INTO {name} ({name}) VALUES ('rebuild')")


@contextmanager
def in_bulk(connection: Connection) -> Iterator[None]:
    """Let thousands of texts go or come back at once, within one transaction.

    To blot each word out of the index by itself took 81 s for 29,000 comments, and more the more
    there are; to put each back took half of an undo. Here nothing follows the texts meanwhile, and
    the index is made anew at the end, of what is there then.
    """
    for table, column in INDEXED.items():
        for trigger in _triggers(table, column):
            connection.exec_driver_sql(f"DROP TRIGGER IF EXISTS temp.{trigger}")
    yield
    follow(connection)
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


def _known(connection: Connection, name: str) -> bool:
    found = connection.exec_driver_sql("SELECT 1 FROM sqlite_schema WHERE name = ?", (name,))
    return found.first() is not None


def _make(connection: Connection, table: str, column: str) -> None:
    run, name = connection.exec_driver_sql, f"{table}_search"
    run(f"CREATE TABLE {name}_folded (id INTEGER PRIMARY KEY, words TEXT NOT NULL)")
    # A view, for FTS5 takes a row without words for a fault: it has no entry in the index.
    run(
        f"CREATE VIEW {name}_texts AS SELECT kept.id, coalesce(folded.words, kept.{column}) "
        f"AS {column} FROM {table} AS kept LEFT JOIN {name}_folded AS folded "
        f"ON folded.id = kept.id WHERE kept.{column} IS NOT NULL"
    )
    # A sign that stands on a letter belongs to its word: an Indic one without it is cut in pieces.
    tokenizer = "unicode61 remove_diacritics 2 categories ''L* N* Co Mn Mc''"
    run(
        f"CREATE VIRTUAL TABLE {name} USING fts5({column}, content='{name}_texts', "
        f"content_rowid='id', tokenize='{tokenizer}', prefix='2 3')"
    )
    run(f"INSERT INTO {name} ({name}, rank) VALUES ('secure-delete', 1)")
    # How many texts hold a word: what makes a rare word say more than a common one.
    run(f"CREATE VIRTUAL TABLE {table}_terms USING fts5vocab({name}, row)")


def _remove(connection: Connection, table: str) -> None:
    """Take away the index as the first versions made it, with triggers of the schema."""
    run, name = connection.exec_driver_sql, f"{table}_search"
    for event in ("insert", "delete", "update"):
        run(f"DROP TRIGGER IF EXISTS main.{name}_{event}")
    for made in (f"TABLE {table}_terms", f"TABLE {name}", f"VIEW {name}_texts"):
        run(f"DROP {made}")


def _follow(connection: Connection, table: str, column: str) -> None:
    """Make the triggers by which the index follows its table."""
    for trigger, statement in _triggers(table, column).items():
        connection.exec_driver_sql(f"CREATE TEMP TRIGGER {trigger} {statement}")


def _fold(name: str, texts: str) -> str:
    """Return what keeps the folded form of those of some texts that have one.

    The limit is none: it lets SQLite call the function once for each text, not twice.
    """
    return (
        f"INSERT INTO {name}_folded (id, words) SELECT id, folded FROM "
        f"(SELECT id, {FUNCTION}(words) AS folded FROM ({texts}) "
        "WHERE octet_length(words) > length(words) LIMIT -1) WHERE folded IS NOT NULL"
    )


def _triggers(table: str, column: str) -> dict[str, str]:
    """Return each trigger's name and what it does."""
    name = f"{table}_search"
    gone = (
        f"INSERT INTO {name} ({name}, rowid, {column}) SELECT 'delete', old.id, "
        f"coalesce((SELECT words FROM {name}_folded WHERE id = old.id), old.{column}) "
        f"WHERE old.{column} IS NOT NULL; DELETE FROM {name}_folded WHERE id = old.id;"
    )
    come = (
        f"{_fold(name, f'SELECT new.id AS id, new.{column} AS words')}; "
        f"INSERT INTO {name} (rowid, {column}) "
        f"SELECT id, {column} FROM {name}_texts WHERE id = new.id;"
    )
    return {
        f"{name}_{event.split()[0].lower()}": (
            f"AFTER {event} ON main.{table} WHEN {condition} BEGIN {body} END"
        )
        for event, condition, body in (
            ("INSERT", f"new.{column} IS NOT NULL", come),
            ("DELETE", f"old.{column} IS NOT NULL", gone),
            (f"UPDATE OF {column}", f"old.{column} IS NOT new.{column}", gone + come),
        )
    }
