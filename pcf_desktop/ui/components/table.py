"""A table of records: comfortable rows, a ring round the current one, no trap for Tab."""

from collections.abc import Collection, Iterable, Sequence
from typing import Any, TypeVar

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QFocusEvent, QHideEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView
from typing_extensions import override

from pcf_desktop.ui.components.cell import Cell, width_beside
from pcf_desktop.ui.components.status_mark import Mark, mark_size
from pcf_desktop.ui.record_table import Column, RecordTable
from pcf_desktop.ui.tokens import sizes, space
from pcf_desktop.ui.typeface import Role, font

R = TypeVar("R")
EASY, TIGHT = 1.25, 0.75
"""The room above and below the words of a row; tight where many rows are looked through."""
_LEAST_WORDS = 12
"""Letters that a column of words keeps where it gives room to others."""


class ListTable(QTableView):
    """Shows a `RecordTable`.

    `opened` is emitted with a key on Enter or a double click; `picked` with a key when the current
    row changes; `sort_asked` with a column's sort key when its heading is clicked.

    A row is one thing: the focus stands on its first cell, which is read as the whole row.
    """

    opened = Signal(int)
    picked = Signal(int)
    chosen_changed = Signal()
    sort_asked = Signal(str)

    def __init__(self, name: str, *, lines: int = 1, tight: bool = False) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self._lines, self._around = lines, TIGHT if tight else EASY
        self._records: RecordTable[Any] | None = None
        self._silent: Collection[int] = ()
        self.setItemDelegate(Cell(self, middle=tight))
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setMouseTracking(True)
        self.setWordWrap(True)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        heading = self.horizontalHeader()
        heading.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        heading.setHighlightSections(False)
        heading.setSectionsClickable(True)
        heading.sectionClicked.connect(self._heading_clicked)
        self.doubleClicked.connect(self._opened)
        self._dress()

    def set_records(self, records: RecordTable[R]) -> None:
        """Show this model."""
        self._records = records
        self.setModel(records)
        self.selectionModel().currentRowChanged.connect(self._row_changed)
        self.selectionModel().selectionChanged.connect(lambda: self.chosen_changed.emit())
        self.selectionModel().currentChanged.connect(self._lead)
        records.modelReset.connect(self._reset)
        self._dress()

    def leave_out(self, places: Collection[int]) -> None:
        """Hide the columns in these places, for they have nothing to say."""
        self._silent = places
        self._share_room()

    def current_key(self) -> int | None:
        """Return the key of the current row."""
        index = self.currentIndex()
        return self._records.key_at(index.row()) if self._records and index.isValid() else None

    def chosen_keys(self) -> list[int]:
        """Return the keys of all rows that are selected, from the top."""
        if self._records is None:
            return []
        rows = sorted(index.row() for index in self.selectionModel().selectedRows())
        return [key for row in rows if (key := self._records.key_at(row)) is not None]

    def go_to(self, key: int) -> None:
        """Make the row of a key the current one, if it is shown."""
        row = self._records.row_of(key) if self._records else None
        if row is not None:
            self._choose(row)

    def step(self, rows: int) -> None:
        """Go so many rows down, or up."""
        row = max(0, min(self.currentIndex().row() + rows, self.model().rowCount() - 1))
        self._choose(row)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the current row on Enter."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._opened(self.currentIndex())
        else:
            super().keyPressEvent(event)

    @override
    def moveCursor(
        self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier
    ) -> QModelIndex:
        """Go from row to row; to the left and right is only what has no room."""
        bar, act = self.horizontalScrollBar(), QAbstractItemView.CursorAction
        sides = {act.MoveLeft: -1, act.MoveRight: 1}
        ends = {act.MoveHome: 0, act.MoveEnd: self.model().rowCount() - 1}
        if action in sides:
            bar.setValue(bar.value() + sides[action] * bar.singleStep())
            return self.currentIndex()
        if action in ends:
            return self.model().index(ends[action], max(self.currentIndex().column(), 0))
        return super().moveCursor(action, modifiers)

    @override
    def keyboardSearch(self, search: str) -> None:
        """Do nothing: letters are the screens' own keys."""

    def redress(self) -> None:
        """Follow the text size."""
        self._dress()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the room among the columns."""
        super().resizeEvent(event)
        self._share_room()

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        """Let go of the rows that are far from what was seen."""
        super().hideEvent(event)
        if self._records is not None and not event.spontaneous():
            self._records.keep_near(max(self.rowAt(0), 0))

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        """Have a current cell whenever the focus is here."""
        super().focusInEvent(event)
        self._choose_first()
        self.viewport().update()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the ring from all cells of the row."""
        super().focusOutEvent(event)
        self.viewport().update()

    def _dress(self) -> None:
        line = self.fontMetrics().lineSpacing()
        heading = self.horizontalHeader()
        for part in (heading, heading.viewport()):  # the style sheet gives each a font of its own
            part.setFont(font(Role.SMALL_STRONG))
        self.verticalHeader().setDefaultSectionSize(
            max(self._lines * line + 2 * space(self._around), sizes().least)
        )
        heading.setMinimumSectionSize(6 * self.fontMetrics().averageCharWidth())
        self.setMinimumHeight(line * 8)
        self._share_room()

    def _share_room(self) -> None:
        if self._records is None:
            return
        columns = self._records.columns
        widths = self._widths(columns, self.viewport().width())
        self._records.set_read(min(widths, default=0), self._silent)
        self._lead(self.currentIndex(), self.currentIndex())
        for place in range(len(columns)):
            self.setColumnHidden(place, place not in widths)
            if place in widths:
                self.setColumnWidth(place, widths[place])

    def _widths(self, columns: Sequence[Column[Any]], room: int) -> dict[int, int]:
        """Return how wide each column is for which there is room, by its place."""
        letter, least = self.fontMetrics().averageCharWidth(), {}
        for place in range(len(columns)):
            if place not in self._silent:
                narrowest = self.horizontalHeader().minimumSectionSize()
                least[place] = max(self._least(place), narrowest)
        widths = {
            place: max(columns[place].width * letter + 2 * space(1.5), at_least)
            for place, at_least in least.items()
        }
        for place in reversed([place for place in widths if columns[place].spare]):
            if sum(widths.values()) > room:
                del widths[place]
        left, stretched = room - sum(widths.values()), _stretched(columns, widths)
        for place in stretched:
            words = min(columns[place].width, _LEAST_WORDS) * letter + 2 * space(1.5)
            share = widths[place] + left // len(stretched)
            widths[place] = max(share, least[place], words)
        return widths

    def _least(self, place: int) -> int:
        """Return the width below which a column would cut its heading, or one of its marks."""
        column = self._records.columns[place] if self._records else None
        if column is None:
            return 0
        heading = self.horizontalHeader().fontMetrics().horizontalAdvance(column.heading)
        marks = (mark_size(look).width() for look in column.looks if isinstance(look, Mark))
        return max(heading + 2 * space(1.5), max(marks, default=0) + width_beside())

    def _reset(self) -> None:
        if self.hasFocus():
            self._choose_first()

    def _choose_first(self) -> None:
        if not self.currentIndex().isValid() and self._records and self._records.rowCount():
            self._choose(0)

    def _choose(self, row: int) -> None:
        """Select one row alone; Qt would add it to others while Ctrl is held, as for Ctrl+2."""
        index = self.model().index(row, self._records.lead if self._records else 0)
        how = QItemSelectionModel.SelectionFlag.ClearAndSelect
        rows = QItemSelectionModel.SelectionFlag.Rows
        self.selectionModel().setCurrentIndex(index, how | rows)

    def _heading_clicked(self, place: int) -> None:
        if self._records is not None and self._records.columns[place].sort:
            self.sort_asked.emit(self._records.columns[place].sort)

    def _lead(self, now: QModelIndex, before: QModelIndex) -> None:
        """Keep the focus on the first cell of the row, also after a click on another."""
        if self._records is None:
            return
        if now.isValid() and now.column() != self._records.lead:
            whole = now.siblingAtColumn(self._records.lead)
            how = QItemSelectionModel.SelectionFlag.NoUpdate
            self.selectionModel().setCurrentIndex(whole, how)
        for row in {now.row(), before.row()} - {-1}:  # the ring goes round all cells of it
            self._paint_again(row)

    def _paint_again(self, row: int) -> None:
        top = self.rowViewportPosition(row)
        self.viewport().update(0, top, self.viewport().width(), self.rowHeight(row))

    def _row_changed(self, now: QModelIndex, _before: QModelIndex) -> None:
        key = self._records.key_at(now.row()) if self._records else None
        if key is not None:
            self.picked.emit(key)

    def _opened(self, index: QModelIndex) -> None:
        key = self._records.key_at(index.row()) if self._records else None
        if key is not None:
            self.opened.emit(key)


def _stretched(columns: Sequence[Column[Any]], shown: Iterable[int]) -> list[int]:
    """Return which columns share the room that is left; where theirs gave way, what is in words."""
    places = list(shown)
    plain = sorted(
        (place for place in places if columns[place].look is None),
        key=lambda place: -columns[place].width,
    )
    return [place for place in places if columns[place].stretch] or plain[:1]
