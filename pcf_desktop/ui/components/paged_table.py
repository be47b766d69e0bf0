"""A table with a pager, which shows whenever the list is cut into pages for a screen reader."""

from typing import TypeVar

from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QWidget

from pcf_desktop.ui.components.button import Button
from pcf_desktop.ui.components.flow import FlowRow
from pcf_desktop.ui.components.lay import stacked
from pcf_desktop.ui.components.table import ListTable
from pcf_desktop.ui.components.text import Text
from pcf_desktop.ui.language import tr
from pcf_desktop.ui.record_table import BATCH, RecordTable
from pcf_desktop.ui.words import number

R = TypeVar("R")


class PagedTable(QWidget):
    """A `ListTable`; with a screen reader running, 200 rows at a time, for it counts every cell."""

    def __init__(
        self,
        name: str,
        records: RecordTable[R],
        *,
        lines: int = 1,
        tight: bool = False,
        paged: bool | None = None,
    ) -> None:
        super().__init__()
        self._records = records
        self._paged = QAccessible.isActive() if paged is None else paged
        self.table = ListTable(name, lines=lines, tight=tight)
        self.table.set_records(records)
        self._back = Button(tr("Previous page"), icon="caret-left", small=True)
        self._on = Button(tr("Next page"), icon="caret-right", small=True)
        self._words = Text("", wrap=False)
        self._pager = FlowRow(self._back, self._words, self._on)
        self._back.clicked.connect(lambda: self._go(-1))
        self._on.clicked.connect(lambda: self._go(1))
        column = stacked(self, gap=1)
        column.addWidget(self.table, 1)
        column.addWidget(self._pager)
        records.modelReset.connect(self._tell)
        if self._paged:
            records.set_page(0)
        self._tell()

    def _go(self, pages: int) -> None:
        self._records.set_page((self._records.page or 0) + pages)
        self.table.setFocus()

    def _tell(self) -> None:
        page, total = self._records.page, self._records.total
        self._pager.setVisible(page is not None and total > BATCH)
        if page is None:
            return
        first, last = page * BATCH + 1, min((page + 1) * BATCH, total)
        self._words.setText(
            tr("{first} to {last} of {total}").format(
                first=number(first), last=number(last), total=number(total)
            )
        )
        self._back.setEnabled(page > 0)
        self._on.setEnabled(page + 1 < self._records.pages)
