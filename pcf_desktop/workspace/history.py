"""Undo and redo, kept by the database itself.

Temporary triggers on the writing connection note each row that changes and, where it had one,
its old state. A step is a run of those notes. Undoing plays them backwards, a whole run of the
same kind in one statement; the triggers, firing meanwhile, note the way forward again. The notes
live in SQLite's temporary database, which is kept in memory, and vanish with a rollback.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, Table

Changes = frozenset[str]
"""The names of the tables that a step touched."""

LIMIT = 50
ADDED, CHANGED, REMOVED = 1, 2, 3


@dataclass(frozen=True)
class Step:
    """One thing the person did, in the person's words, and the notes that take it back."""

    label: str
    first: int
    last: int
    changes: Changes


@dataclass(frozen=True)
class Touched:
    """How many rows of a table a step added, changed or removed, and the uids of the first few."""

    table: str
    kind: int
    count: int
    uids: tuple[bytes, ...]


class History:
    """The steps that can be undone and redone on one writing connection."""

    def __init__(self, connection: Connection, tables: Sequence[Table]) -> None:
        """Set the triggers for these tables; each has an integer key `id` and a `uid`."""
        self._tables = dict(enumerate(tables, start=1))
        self._undo: list[Step] = []
        self._redo: list[Step] = []
        run = connection.exec_driver_sql
        run("CREATE TEMP TABLE note (id INTEGER PRIMARY KEY, tbl INT, kind INT, key INT)")
        for number, table in self._tables.items():
            run(f"CREATE TEMP TABLE {_was(table)} (of_note INTEGER PRIMARY KEY, {_columns(table)})")
            for statement in _triggers(number, table):
                run(statement)

    @property
    def undo_label(self) -> str | None:
        """Return what the next undo would take back."""
        return self._undo[-1].label if self._undo else None

    @property
    def redo_label(self) -> str | None:
        """Return what the next redo would do again."""
        return self._redo[-1].label if self._redo else None

    def size(self, *, undo: bool) -> int:
        """Return how many changes of rows the next undo, or else redo, would take back."""
        steps = self._undo if undo else self._redo
        return steps[-1].last - steps[-1].first + 1 if steps else 0

    def mark(self, connection: Connection) -> int:
        """Return the number of the next note; to be asked when a change begins."""
        found = connection.exec_driver_sql("SELECT coalesce(max(id), 0) + 1 FROM temp.note")
        return int(found.scalar_one())

    def step(self, connection: Connection, label: str, first: int) -> Step:
        """Gather the notes since `first`; to be called before the commit."""
        numbers = connection.exec_driver_sql(
            "SELECT DISTINCT tbl FROM temp.note WHERE id >= ?", (first,)
        ).scalars()
        changes = frozenset(self._tables[number].name for number in numbers)
        return Step(label, first, self.mark(connection) - 1, changes)

    def touched(self, connection: Connection, step: Step, few: int) -> Iterator[Touched]:
        """Yield what a step did, for the audit; of the uids only the first `few`."""
        run, span = connection.exec_driver_sql, (step.first, step.last)
        groups = run(
            "SELECT tbl, kind, count(*) FROM temp.note WHERE id BETWEEN ? AND ? "
            "GROUP BY tbl, kind ORDER BY tbl, kind",
            span,
        ).all()
        for number, kind, count in groups:
            table = self._tables[number]
            source, column = (_was(table), "of_note") if kind == REMOVED else (_main(table), "id")
            wanted = "id" if kind == REMOVED else "key"
            uids = run(
                f"SELECT uid FROM {source} WHERE {column} IN (SELECT {wanted} FROM temp.note "
                "WHERE id BETWEEN ? AND ? AND tbl = ? AND kind = ? ORDER BY id LIMIT ?)",
                (*span, number, kind, few),
            ).scalars()
            yield Touched(table.name, kind, count, tuple(uids))

    def did(self, connection: Connection, step: Step) -> None:
        """Remember a committed step; what was undone before it can no longer be redone."""
        if not step.changes:
            return
        self._undo.append(step)
        self._drop(connection, self._redo)
        self._redo.clear()
        self._drop(connection, self._undo[:-LIMIT])
        del self._undo[:-LIMIT]

    def undo(self, connection: Connection, first: int) -> Step:
        """Take the last step back; return the step that would do it again."""
        return self._replay(connection, self._undo[-1], first)

    def redo(self, connection: Connection, first: int) -> Step:
        """Do the last undone step again; return the step that would take it back."""
        return self._replay(connection, self._redo[-1], first)

    def undid(self, connection: Connection, inverse: Step) -> None:
        """Remember a committed undo."""
        self._drop(connection, [self._undo.pop()])
        self._redo.append(inverse)

    def redid(self, connection: Connection, inverse: Step) -> None:
        """Remember a committed redo."""
        self._drop(connection, [self._redo.pop()])
        self._undo.append(inverse)

    def forget(self, connection: Connection) -> None:
        """Drop every step, as after an erasure that must not come back."""
        self._drop(connection, [*self._undo, *self._redo])
        self._undo.clear()
        self._redo.clear()

    def _replay(self, connection: Connection, step: Step, first: int) -> Step:
        # Keys are checked at the commit: between two statements a child may wait for its parent.
        connection.exec_driver_sql("PRAGMA defer_foreign_keys = ON")
        for number, kind, low, high in self._runs(connection, step):
            _take_back(connection, self._tables[number], kind, (low, high))
        return self.step(connection, step.label, first)

    def _runs(self, connection: Connection, step: Step) -> Sequence[tuple[int, int, int, int]]:
        """Return the runs of notes of one table and one kind, the last first."""
        rows = connection.exec_driver_sql(
            "SELECT tbl, kind, min(id), max(id) FROM (SELECT id, tbl, kind, id - row_number() "
            "OVER (PARTITION BY tbl, kind ORDER BY id) AS run FROM temp.note "
            "WHERE id BETWEEN ? AND ?) GROUP BY tbl, kind, run ORDER BY min(id) DESC",
            (step.first, step.last),
        )
        return [(row[0], row[1], row[2], row[3]) for row in rows]

    def _drop(self, connection: Connection, steps: Sequence[Step]) -> None:
        tables = {table.name: table for table in self._tables.values()}
        for step in steps:
            span = (step.first, step.last)
            for name in step.changes:
                was = _was(tables[name])
                connection.exec_driver_sql(f"DELETE FROM {was} WHERE of_note BETWEEN ? AND ?", span)
            connection.exec_driver_sql("DELETE FROM temp.note WHERE id BETWEEN ? AND ?", span)


def _take_back(connection: Connection, table: Table, kind: int, span: tuple[int, int]) -> None:
    run, main, was, columns = connection.exec_driver_sql, _main(table), _was(table), _columns(table)
    if kind == ADDED:
        keys = "SELECT key FROM temp.note WHERE id BETWEEN ? AND ?"
        run(f"DELETE FROM {main} WHERE id IN ({keys})", span)
    elif kind == REMOVED:
        rows = f"SELECT {columns} FROM {was} WHERE of_note BETWEEN ? AND ? ORDER BY of_note DESC"
        run(f"INSERT INTO {main} ({columns}) {rows}", span)
    else:
        low, high = span
        run(
            f"UPDATE {main} SET ({columns}) = (SELECT {columns} FROM {was} WHERE of_note = ?1) "
            "WHERE id = (SELECT key FROM temp.note WHERE id = ?1)",
            [(note,) for note in range(high, low - 1, -1)],
        )


def _triggers(number: int, table: Table) -> Iterator[str]:
    """Yield the three triggers that note how to take back a change of this table."""
    old = ", ".join(f'old."{column.name}"' for column in table.columns)
    keep = f"INSERT INTO {_was(table, inside=True)} VALUES (last_insert_rowid(), {old});"
    for event, kind, row in (
        ("INSERT", ADDED, "new"),
        ("UPDATE", CHANGED, "old"),
        ("DELETE", REMOVED, "old"),
    ):
        yield (
            f'CREATE TEMP TRIGGER "note_{table.name}_{event}" AFTER {event} ON {_main(table)} '
            f"BEGIN INSERT INTO note (tbl, kind, key) VALUES ({number}, {kind}, {row}.id); "
            f"{'' if kind == ADDED else keep} END"
        )


def _main(table: Table) -> str:
    return f'main."{table.name}"'


def _was(table: Table, *, inside: bool = False) -> str:
    """Return the table of old states; a trigger's body may not name the database."""
    return f'"was_{table.name}"' if inside else f'temp."was_{table.name}"'


def _columns(table: Table) -> str:
    return ", ".join(f'"{column.name}"' for column in table.columns)
