"""Undo and redo, kept by the database itself.

Temporary triggers on the writing connection note each row that changes and, where it had one,
its old state. A step is a run of those notes. Undoing plays them backwards, a whole run of the
same kind in one statement; the triggers, firing meanwhile, note the way forward again. The notes
live in SQLite's temporary database, which is kept in memory, and vanish with a rollback. Rows that
an undo takes away by the thousand, as those of an import, are kept there packed.
"""

from collections.abc import Iterator, Sequence
from contextlib import nullcontext
from dataclasses import dataclass

from sqlalchemy import Connection, Table

from pcf_desktop.progress import Progress, silent
from pcf_desktop.workspace import packed_rows
from pcf_desktop.workspace.packed_rows import columns_of, main_of

Changes = frozenset[str]
"""The names of the tables that a step touched."""

LIMIT = 50
BITE = 5_000
"""Notes played between two words of progress."""
ADDED, CHANGED, REMOVED = 1, 2, 3


@dataclass(frozen=True)
class Step:
    """One thing the person did, as the audit and as the person calls it, and what takes it back."""

    action: str
    label: str
    first: int
    last: int
    kinds: frozenset[tuple[str, int]]
    """What was done to which table."""
    is_said: bool = False
    """Whether a family's words were typed in it, which an undo puts into the bin."""

    @property
    def changes(self) -> Changes:
        """Return the names of the tables it touched."""
        return frozenset(name for name, _ in self.kinds)


@dataclass(frozen=True)
class Touched:
    """How many rows of a table a step added, changed or removed, and the uids of the first few."""

    table: str
    kind: int
    count: int
    uids: tuple[bytes, ...]


@dataclass(frozen=True)
class _Run:
    """Notes of one table and kind, so many of those between two numbers."""

    table: int
    kind: int
    low: int
    high: int
    notes: int

    def bites(self) -> Iterator[tuple[int, int]]:
        """Yield spans of note numbers, the last first."""
        for high in range(self.high, self.low - 1, -BITE):
            yield max(self.low, high - BITE + 1), high


class History:
    """The steps that can be undone and redone on one writing connection."""

    def __init__(self, connection: Connection, tables: Sequence[Table]) -> None:
        """Set the triggers for these tables; each has an integer key `id` and a `uid`."""
        self._tables = dict(enumerate(tables, start=1))
        self._undo: list[Step] = []
        self._redo: list[Step] = []
        run = connection.exec_driver_sql
        run("CREATE TEMP TABLE note (id INTEGER PRIMARY KEY, tbl INT, kind INT, key INT)")
        packed_rows.begin(connection)
        for number, table in self._tables.items():
            columns = f"of_note INTEGER PRIMARY KEY, {columns_of(table)}"
            run(f"CREATE TEMP TABLE {_was(table)} ({columns})")
            for statement in _triggers(number, table):
                run(statement)

    @property
    def last_done(self) -> Step | None:
        """Return what the next undo would take back."""
        return self._undo[-1] if self._undo else None

    @property
    def last_undone(self) -> Step | None:
        """Return what the next redo would do again."""
        return self._redo[-1] if self._redo else None

    def size(self, *, undo: bool) -> int:
        """Return how many changes of rows the next undo, or else redo, would take back."""
        steps = self._undo if undo else self._redo
        return steps[-1].last - steps[-1].first + 1 if steps else 0

    def mark(self, connection: Connection) -> int:
        """Return the number of the next note; to be asked when a change begins."""
        found = connection.exec_driver_sql("SELECT coalesce(max(id), 0) + 1 FROM temp.note")
        return int(found.scalar_one())

    def step(
        self,
        connection: Connection,
        action: str,
        label: str,
        first: int,
        *,
        is_said: bool = False,
    ) -> Step:
        """Gather the notes since `first`; to be called before the commit."""
        found = connection.exec_driver_sql(
            "SELECT DISTINCT tbl, kind FROM temp.note WHERE id >= ?", (first,)
        )
        kinds = frozenset((str(self._tables[number].name), kind) for number, kind in found)
        return Step(action, label, first, self.mark(connection) - 1, kinds, is_said)

    def added(self, connection: Connection, step: Step, table: str) -> Sequence[int]:
        """Return the keys of the rows that a step added to a table."""
        number = next(n for n, each in self._tables.items() if each.name == table)
        rows = connection.exec_driver_sql(
            "SELECT key FROM temp.note WHERE id BETWEEN ? AND ? AND tbl = ? AND kind = ?",
            (step.first, step.last, number, ADDED),
        )
        return list(rows.scalars())

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
            source, column = (_was(table), "of_note") if kind == REMOVED else (main_of(table), "id")
            wanted = "id" if kind == REMOVED else "key"
            uids = run(
                f"SELECT uid FROM {source} WHERE {column} IN (SELECT {wanted} FROM temp.note "
                "WHERE id BETWEEN ? AND ? AND tbl = ? AND kind = ? ORDER BY id LIMIT ?)",
                (*span, number, kind, few),
            ).scalars()
            packed = packed_rows.uids(connection, table, number, span, few)
            yield Touched(table.name, kind, count, (*uids, *(packed if kind == REMOVED else ())))

    def states(
        self, connection: Connection, step: Step, name: str
    ) -> Iterator[tuple[int, str, tuple[int, ...]]]:
        """Yield where the rows of a table stand before a step (-1) and after it (1).

        A table with a condition, and the values for it; while the step's transaction goes on.
        """
        number, table = next((n, t) for n, t in self._tables.items() if t.name == name)
        kinds = {kind for of, kind in step.kinds if of == name}
        one = (step.first, step.last, number)
        notes = "FROM temp.note WHERE id BETWEEN ? AND ? AND tbl = ?"
        if kinds != {ADDED}:
            alone = kinds == {REMOVED}
            first = f"of_note IN (SELECT min(id) {notes} GROUP BY key)"
            span = (one[:2], "of_note BETWEEN ? AND ?") if alone else (one, first)
            yield -1, f"{_was(table)} WHERE {span[1]}", span[0]
            before = f"temp.packed WHERE tbl = ? AND id NOT IN (SELECT key {notes} AND kind <> ?)"
            yield -1, before, (number, *one, REMOVED)
            connection.exec_driver_sql("DELETE FROM temp.packed WHERE tbl = ?", (number,))
        if kinds != {REMOVED}:
            yield 1, f"{main_of(table)} WHERE id IN (SELECT key {notes})", one

    def did(self, connection: Connection, step: Step) -> None:
        """Remember a committed step; what was undone before it can no longer be redone."""
        if not step.changes:
            return
        self._undo.append(step)
        self._drop(connection, self._redo)
        self._redo.clear()
        self._drop(connection, self._undo[:-LIMIT])
        del self._undo[:-LIMIT]

    def undo(self, connection: Connection, first: int, progress: Progress = silent) -> Step:
        """Take the last step back; return the step that would do it again."""
        return self._replay(connection, self._undo[-1], first, progress)

    def redo(self, connection: Connection, first: int, progress: Progress = silent) -> Step:
        """Do the last undone step again; return the step that would take it back."""
        return self._replay(connection, self._redo[-1], first, progress)

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

    def _replay(self, connection: Connection, step: Step, first: int, progress: Progress) -> Step:
        # Keys are checked at the commit: between two statements a child may wait for its parent.
        connection.exec_driver_sql("PRAGMA defer_foreign_keys = ON")
        runs = self._runs(connection, step)
        total = sum(run.notes for run in runs)
        done = 0
        for run in runs:
            for span in run.bites():
                progress(done, total)
                done += _take_back(connection, self._tables[run.table], run, span)
        progress(total, total)
        return self.step(connection, step.action, step.label, first)

    def _runs(self, connection: Connection, step: Step) -> Sequence["_Run"]:
        """Return the runs of notes of one kind, the last first: of one table, unless of removals.

        A removal of a parent takes its children one by one, so that their notes alternate. Rows
        come back into one table whatever happens in another, so each table has one run of them
        all, a parent's before its children's.
        """
        rows = connection.exec_driver_sql(
            "SELECT tbl, kind, low, high, count(*) FROM (SELECT tbl, kind, min(id) OVER run AS low,"
            " max(id) OVER run AS high FROM (SELECT *, id - row_number() OVER (PARTITION BY kind, "
            "alone ORDER BY id) AS apart FROM (SELECT id, tbl, kind, iif(kind = ?, 0, tbl) AS alone"
            " FROM temp.note WHERE id BETWEEN ? AND ?)) WINDOW run AS (PARTITION BY kind, alone, "
            "apart)) GROUP BY low, high, kind, tbl ORDER BY low DESC, tbl",
            (REMOVED, step.first, step.last),
        )
        return [_Run(*row) for row in rows]

    def _drop(self, connection: Connection, steps: Sequence[Step]) -> None:
        tables = {table.name: table for table in self._tables.values()}
        for step in steps:
            span = (step.first, step.last)
            for name in step.changes:
                was = _was(tables[name])
                connection.exec_driver_sql(f"DELETE FROM {was} WHERE of_note BETWEEN ? AND ?", span)
            connection.exec_driver_sql("DELETE FROM temp.note WHERE id BETWEEN ? AND ?", span)
            packed_rows.drop(connection, span)


def _take_back(connection: Connection, table: Table, notes: _Run, span: tuple[int, int]) -> int:
    """Play the notes of one table between two numbers backwards; return how many they were."""
    run, main, was = connection.exec_driver_sql, main_of(table), _was(table)
    columns, (low, high) = columns_of(table), span
    if notes.kind == ADDED:
        is_many = notes.notes >= packed_rows.FROM
        with packed_rows.packing(connection, table, span) if is_many else nullcontext():
            keys = "SELECT key FROM temp.note WHERE id BETWEEN ? AND ?"
            run(f"DELETE FROM {main} WHERE id IN ({keys})", span)
    elif notes.kind == REMOVED:
        rows = f"SELECT {columns} FROM {was} WHERE of_note BETWEEN ? AND ? ORDER BY of_note DESC"
        alone = run(f"INSERT INTO {main} ({columns}) {rows}", span).rowcount
        return alone + packed_rows.put_back(connection, table, notes.table, span)
    else:
        run(
            f"UPDATE {main} SET ({columns}) = (SELECT {columns} FROM {was} WHERE of_note = ?1) "
            "WHERE id = (SELECT key FROM temp.note WHERE id = ?1)",
            [(note,) for note in range(high, low - 1, -1)],
        )
    return high - low + 1


def _triggers(number: int, table: Table) -> Iterator[str]:
    """Yield the three triggers that note how to take back a change of this table."""
    old = ", ".join(f'old."{column.name}"' for column in table.columns)
    keep = f"INSERT INTO {_was(table, inside=True)} VALUES (last_insert_rowid(), {old});"
    for event, kind, row, keeps in (
        ("INSERT", ADDED, "new", ""),
        ("UPDATE", CHANGED, "old", keep),
        ("DELETE", REMOVED, "old", keep),
    ):
        when = packed_rows.UNLESS_PACKED if kind == REMOVED else ""
        yield (
            f'CREATE TEMP TRIGGER "note_{table.name}_{event}" AFTER {event} ON {main_of(table)} '
            f"{when} BEGIN INSERT INTO note (tbl, kind, key) VALUES ({number}, {kind}, {row}.id); "
            f"{keeps} END"
        )


def _was(table: Table, *, inside: bool = False) -> str:
    """Return the table of old states; a trigger's body may not name the database."""
    return f'"was_{table.name}"' if inside else f'temp."was_{table.name}"'
