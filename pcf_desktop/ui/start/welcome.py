"""The first page: the forums on this computer, a new one, or a made-up one to try."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from pcf_desktop import paths
from pcf_desktop.ui.components.button import Button, Rank
from pcf_desktop.ui.components.card import Card
from pcf_desktop.ui.components.flow import FlowRow
from pcf_desktop.ui.components.sides import Sides
from pcf_desktop.ui.components.task_row import TaskRow
from pcf_desktop.ui.components.text import Text
from pcf_desktop.ui.file_dialog import ask_folder
from pcf_desktop.ui.language import tr
from pcf_desktop.ui.start.page import StartPage

MADE_UP = tuple(
    (area.lower(), area) for area in ("Shropshire", "Worcestershire", "Somerset", "Staffordshire")
)
"""The made-up forums, by key and area, known before anything of them is read."""


class Welcome(StartPage):
    """Asks which forum: `opened` with its folder, a new one `wanted`, or a sample `tried`."""

    opened = Signal(Path)
    wanted = Signal()
    tried = Signal(str)

    def __init__(
        self,
        forums: Sequence[Path],
        samples: Sequence[tuple[str, str]] = MADE_UP,
        place: Path | None = None,
    ) -> None:
        """Offer these forums and samples; `place` is where the search for another begins."""
        super().__init__(
            tr("PCF Desktop"),
            tr("What families say, linked to the plan’s priorities, ready for the meeting."),
            wide=112,
            has_back=False,
        )
        self._first: QWidget | None = None
        self._place = place
        self.add(Sides(self._own(forums), self._made_up(samples), shares=(1, 1), least=30))
        self.add(
            Text(
                tr(
                    "Everything stays on this computer, encrypted. "
                    "The program never uses the internet."
                ),
                tone="muted",
            )
        )

    @override
    def first_focus(self) -> QWidget | None:
        return self._first

    def _own(self, forums: Sequence[Path]) -> Card:
        hint = "" if forums else tr("There is none on this computer yet.")
        card = Card(tr("Your forum"), hint)
        for folder in forums:
            row = TaskRow(folder.name, str(folder.parent))
            row.clicked.connect(lambda _on=False, folder=folder: self.opened.emit(folder))
            card.add(row)
            self._first = self._first or row
        make = Button(tr("Make a forum"), Rank.SECONDARY if forums else Rank.PRIMARY, "plus")
        make.clicked.connect(self.wanted)
        other = Button(tr("Open from another folder"), Rank.QUIET, "folder-open")
        other.clicked.connect(self._choose)
        card.add(FlowRow(make, other))
        card.body.addStretch(1)
        self._first = self._first or make
        return card

    def _made_up(self, samples: Sequence[tuple[str, str]]) -> Card:
        card = Card(
            tr("Try with made-up data"),
            tr("A real, public inspection with invented families. Nothing of yours is mixed in."),
        )
        for key, area in samples:
            row = TaskRow(area, tr("Made-up forum"))
            row.clicked.connect(lambda _on=False, key=key: self.tried.emit(key))
            card.add(row)
        card.body.addStretch(1)
        return card

    def _choose(self) -> None:
        folder = ask_folder(self, tr("Open a forum’s folder"), str(self._place or ""))
        if folder:
            self.opened.emit(folder)


def forums_in(place: Path) -> tuple[list[Path], Mapping[Path, OSError]]:
    """Return the forums in a folder, and where this computer does not let us look."""
    own: list[Path] = []
    closed: dict[Path, OSError] = {}
    try:
        found = sorted(place.iterdir()) if place.is_dir() else []
    except OSError as error:
        return [], {place: error}
    for folder in found:
        try:
            if paths.holds_forum(folder):
                own.append(folder)
        except OSError as error:
            closed[folder] = error
    return own, closed
