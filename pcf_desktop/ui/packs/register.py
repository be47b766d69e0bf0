"""The register: which packs were made, when and for whom; or what packs are for."""

from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from pcf_desktop.exporters.formats import FORMATS
from pcf_desktop.services.packs import packs
from pcf_desktop.ui.components.card import Card
from pcf_desktop.ui.components.empty_state import EmptyState
from pcf_desktop.ui.components.paged_table import PagedTable
from pcf_desktop.ui.components.text import Text
from pcf_desktop.ui.language import tr
from pcf_desktop.ui.packs.register_rows import MadePack, rows
from pcf_desktop.ui.record_table import Column, RecordTable, Weight
from pcf_desktop.ui.typeface import Role
from pcf_desktop.ui.words import listed, moment

if TYPE_CHECKING:
    from pcf_desktop.workspace import Session

Fetch = Callable[[Sequence[int], Callable[[dict[int, MadePack]], object]], None]


class Register(QWidget):
    """Emits `make_wanted` from its empty state."""

    make_wanted = Signal()

    def __init__(self, fetch: Fetch, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.empty = EmptyState(
            "file-text",
            tr("No pack made yet"),
            tr(
                "A pack says, priority by priority, what families told you: figures, quotes they "
                "agreed to, and where each comes from. Inspectors read it as PDF or Word."
            ),
            tr("Make a pack"),
        )
        self.empty.pressed.connect(self.make_wanted)
        self._none = Card()
        self._none.add(self.empty)
        self.records = RecordTable[MadePack](_columns(), fetch, self)
        self.list = PagedTable(tr("Packs made"), self.records, lines=2)
        self._some = Card()
        self._some.add(self.list)
        self._some.add(
            Text(
                tr("The code marks where the forum’s history stood when the pack was made."),
                Role.SMALL,
                "muted",
            )
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._none, 1)
        column.addWidget(self._some, 1)
        self._none.hide()
        self._some.hide()

    @property
    def is_empty(self) -> bool:
        """Whether no pack was made yet."""
        return not self.records.total

    def show_packs(self, pack_ids: Sequence[int]) -> None:
        """Show these packs, in this order."""
        self.records.set_keys(pack_ids)
        self._none.setVisible(not pack_ids)
        self._some.setVisible(bool(pack_ids))

    def first_focus(self) -> QWidget:
        """Return the list, or the button that makes the first pack."""
        return self.empty.button if self.is_empty else self.list.table


def pack_ids(session: "Session") -> list[int]:
    """Return the packs of the register, the latest first."""
    return [each.pack_id for each in rows(packs.issued(session))]


def made_packs(session: "Session", wanted: Sequence[int]) -> dict[int, MadePack]:
    """Return some packs of the register."""
    found = rows(packs.issued(session))
    return {each.pack_id: each for each in found if each.pack_id in wanted}


def _columns() -> list[Column[MadePack]]:
    return [
        Column(tr("Pack"), lambda made: made.title, 14, weight=Weight.STRONG, stretch=True),
        Column(tr("Version"), lambda made: str(made.version), 7),
        Column(tr("Made"), lambda made: _when(made.at), 12),
        Column(tr("For"), lambda made: made.recipient, 14, stretch=True),
        Column(tr("Files"), _files, 9),
        Column(tr("Code"), lambda made: made.code, 8, weight=Weight.MUTED),
    ]


def _when(at: datetime) -> str:
    return moment(at.astimezone(), datetime.now().astimezone())


def _files(made: MadePack) -> str:
    names = {each.suffix: each.name for each in FORMATS}
    endings = [Path(name).suffix for name in made.file_names]
    return listed([names.get(ending, ending) for ending in endings])
