"""A table model over many records: every key at once, the rows when they are seen."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from enum import IntEnum
from html import escape
from typing import Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from typing_extensions import override

R = TypeVar("R")
Index = QModelIndex | QPersistentModelIndex
Fetch = Callable[[Sequence[int], Callable[[Mapping[int, R]], object]], None]
"""Called as `fetch(keys, deliver)`; calls `deliver` with the rows, at once or later."""

BATCH = 200
"""How many rows are fetched together, and how many a page holds when the table is paged."""
MOST_BATCHES = 10
"""How many of them are kept: who leafs through 100,000 rows does not hold them all."""
_LOOK, _ABOVE = Qt.ItemDataRole.UserRole, Qt.ItemDataRole.UserRole + 1


class Weight(IntEnum):
    """How a column's words are written."""

    PLAIN = 0
    STRONG = 1
    MUTED = 2


@dataclass(frozen=True)
class Column(Generic[R]):
    """One column: its heading, and the words it shows for a record.

    `look` returns a `Mark` or `Stance` to be painted instead of words (the words are still what
    a screen reader says). `sort` is the key given back when the heading is clicked. `width` is in
    letters, or that of the widest of its `looks`; the columns that `stretch` share what room is
    left, and give some where it is short. A `spare` column says what stands elsewhere too, and is
    left out where there is no room for all, the last first.
    """

    heading: str
    text: Callable[[R], str]
    width: int = 14
    look: Callable[[R], object] | None = None
    sort: str = ""
    weight: Weight = Weight.PLAIN
    stretch: bool = False
    spare: bool = False
    above: Callable[[R], str] | None = None
    """What stands in a small line of its own above the words, as when and how they came."""
    looks: Sequence[object] = ()
    """The marks that it can show, which are never cut."""


class RecordTable(QAbstractTableModel, Generic[R]):
    """Shows the records of `set_keys`, whose rows `fetch` brings in batches."""

    def __init__(
        self, columns: Sequence[Column[R]], fetch: Fetch[R], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)
        self._fetch = fetch
        self._keys: Sequence[int] = ()
        self._rows: dict[int, R] = {}
        self._asked: set[int] = set()
        self._turn = 0
        self._page: int | None = None
        self._sorted = ("", False)
        self._lead, self._silent = 0, frozenset[int]()

    @property
    def total(self) -> int:
        """How many records there are on all pages."""
        return len(self._keys)

    @property
    def page(self) -> int | None:
        """The page that is shown, from nought, or None while all are in one list."""
        return self._page

    @property
    def pages(self) -> int:
        """How many pages there are."""
        return max(-(-len(self._keys) // BATCH), 1)

    def set_keys(self, keys: Sequence[int]) -> None:
        """Show these records, in this order."""
        self.beginResetModel()
        self._keys, self._rows, self._asked = keys, {}, set()
        self._turn += 1
        if self._page is not None:
            self._page = 0
        self.endResetModel()

    def set_page(self, page: int | None) -> None:
        """Show one page alone, which a screen reader can take in, or None for all."""
        self.beginResetModel()
        self._page = None if page is None else max(0, min(page, self.pages - 1))
        self.endResetModel()

    def set_sorted(self, key: str, *, descending: bool) -> None:
        """Show by an arrow in its heading which column the keys are sorted by."""
        self._sorted = (key, descending)
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(self.columns) - 1)

    @property
    def lead(self) -> int:
        """The first column that is shown: the focus stands in it, and it is read as its row."""
        return self._lead

    def set_read(self, lead: int, silent: Collection[int] = ()) -> None:
        """Say which column is the first that is shown, and which say nothing in any row.

        What only has no room is read all the same.
        """
        self._lead, self._silent = lead, frozenset(silent)

    def said(self, record: R) -> str:
        """Return a row as one thing for a screen reader: when, what was said, its links.

        What stands behind the widest column says by its heading what it is.
        """
        heard = [each for place, each in enumerate(self.columns) if place not in self._silent]
        own = next((place for place, each in enumerate(heard) if each.stretch), 0)
        parts = []
        for place, column in enumerate(heard):
            words = column.text(record).strip().rstrip(".")
            if column.above is not None:
                parts.append(column.above(record))
            if words not in ("", _NOTHING):
                parts.append(words if place <= own else f"{column.heading}: {words}")
        return ". ".join(parts)

    def forget(self, keys: Sequence[int]) -> None:
        """Fetch these rows again, for they have changed."""
        for key in keys:
            self._rows.pop(key, None)
        self._asked.clear()
        self._tell()

    def keep_near(self, row: int) -> None:
        """Let go of all rows but those about one that is shown; they come again when seen."""
        batch = (self._first + row) // BATCH
        near = self._keys[max(batch - 1, 0) * BATCH : (batch + 2) * BATCH]
        self._rows = {key: self._rows[key] for key in near if key in self._rows}
        self._asked &= {batch - 1, batch, batch + 1}

    def key_at(self, row: int) -> int | None:
        """Return the key of a row that is shown, or None when there is no such row."""
        return self._keys[self._first + row] if 0 <= row < self.rowCount() else None

    def row_of(self, key: int) -> int | None:
        """Return the row that shows a key, or None when none does."""
        shown = self._keys[self._first : self._first + self.rowCount()]
        return shown.index(key) if key in shown else None

    def record(self, row: int) -> R | None:
        """Return the record of a row that is shown, or None while it is being fetched."""
        key = self.key_at(row)
        if key is None:
            return None
        if key not in self._rows:
            self._ask(self._first + row)
        return self._rows.get(key)

    @override
    def rowCount(self, parent: Index = QModelIndex()) -> int:
        """Return how many records are shown."""
        if parent.isValid():
            return 0
        behind = len(self._keys) - self._first
        return behind if self._page is None else min(behind, BATCH)

    @override
    def columnCount(self, parent: Index = QModelIndex()) -> int:
        """Return how many columns there are."""
        return 0 if parent.isValid() else len(self.columns)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the words of a cell for the eye and the screen reader, or its look.

        The first cell is read as its row; the others, which one can look up, as what they show.
        """
        if not index.isValid() or role not in _ROLES:
            return None
        record = self.record(index.row())
        if record is None:
            return None if role in (_LOOK, _ABOVE) else ""
        if role == Qt.ItemDataRole.AccessibleTextRole and index.column() == self.lead:
            return self.said(record)
        return _shown(self.columns[index.column()], record, role)

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Return a heading, with an arrow where the table is sorted."""
        if orientation != Qt.Orientation.Horizontal or role not in _HEADINGS:
            return None
        column = self.columns[section]
        key, descending = self._sorted
        arrow = (" \N{DOWNWARDS ARROW}" if descending else " \N{UPWARDS ARROW}") if key else ""
        return column.heading + (arrow if column.sort == key else "")

    @property
    def _first(self) -> int:
        return 0 if self._page is None else self._page * BATCH

    def _ask(self, place: int) -> None:
        batch = place // BATCH
        if batch in self._asked:
            return
        if len(self._asked) >= MOST_BATCHES:
            self.keep_near(place - self._first)
        self._asked.add(batch)
        turn = self._turn

        def deliver(rows: Mapping[int, R]) -> None:
            if turn == self._turn:
                self._rows.update(rows)
                self._tell()

        self._fetch(self._keys[batch * BATCH : (batch + 1) * BATCH], deliver)

    def _tell(self) -> None:
        last = self.index(self.rowCount() - 1, len(self.columns) - 1)
        self.dataChanged.emit(self.index(0, 0), last)


_NOTHING = "\N{EN DASH}"
"""What a cell shows that has nothing to say."""
_HEADINGS = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)
_ROLES = (*_HEADINGS, Qt.ItemDataRole.ToolTipRole, _LOOK, _ABOVE)


def look_of(index: Index) -> object:
    """Return what a cell is to be painted as, or None for its words."""
    return index.data(_LOOK)


def above_of(index: Index) -> str:
    """Return what stands in a small line above the words of a cell, or nothing."""
    return str(index.data(_ABOVE) or "")


def _shown(column: Column[R], record: R, role: int) -> object:
    """Return what a column shows of a record: its look, what stands above its words, or these."""
    if role in (_LOOK, _ABOVE):
        of = column.look if role == _LOOK else column.above
        return of(record) if of else None
    words = column.text(record)
    if role == Qt.ItemDataRole.ToolTipRole:
        return f"<p>{escape(words)}</p>" if words else None
    return words
