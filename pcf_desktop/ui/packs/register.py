"""The register: which packs were made, when and for whom; or what packs are for."""

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from pcf_desktop.exporters.formats import FORMATS
from pcf_desktop.services.packs import packs
from pcf_desktop.ui.components.empty_state import EmptyState
from pcf_desktop.ui.components.text import Text
from pcf_desktop.ui.language import tr
from pcf_desktop.ui.packs.register_rows import MadePack, rows
from pcf_desktop.ui.pages import ListPage
from pcf_desktop.ui.record_table import Column, Fetch, RecordTable, Weight
from pcf_desktop.ui.typeface import Role
from pcf_desktop.ui.words import listed, moment

if TYPE_CHECKING:
    from pcf_desktop.workspace import Session


class Register(ListPage[MadePack]):
    """The list of the place of packs."""

    def __init__(self, fetch: Fetch[MadePack]) -> None:
        empty = EmptyState(
            "file-text",
            tr("No pack made yet"),
            tr(
                "A pack says, priority by priority, what families told you: figures, quotes they "
                "agreed to, and where each comes from. Inspectors read it as PDF or Word."
            ),
            tr("Make a pack"),
        )
        super().__init__(tr("Packs made"), RecordTable(_columns(), fetch), empty)
        code = tr(
            "The history mark says how far the forum’s records had come when the pack was made. "
            "Keep it: by it anybody can check later that nothing was changed behind it."
        )
        self.card.add(Text(code, Role.SMALL, "muted"))


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
        Column(tr("History mark"), lambda made: made.code, 8, weight=Weight.MUTED, spare=True),
    ]


def _when(at: datetime) -> str:
    return moment(at.astimezone(), datetime.now().astimezone())


def _files(made: MadePack) -> str:
    names = {each.suffix: each.name for each in FORMATS}
    endings = [Path(name).suffix for name in made.file_names]
    return listed([names.get(ending, ending) for ending in endings])
