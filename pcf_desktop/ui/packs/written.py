"""What was written: the files, their pages, and what the person should know of them."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from pcf_desktop.exporters.formats import Exported
from pcf_desktop.ui.components.banner import Banner
from pcf_desktop.ui.components.button import Button, Rank
from pcf_desktop.ui.components.card import Card
from pcf_desktop.ui.components.flow import FlowRow
from pcf_desktop.ui.components.lay import clear, stacked
from pcf_desktop.ui.components.sides import Sides
from pcf_desktop.ui.components.status_mark import Level
from pcf_desktop.ui.components.text import Text
from pcf_desktop.ui.language import tr
from pcf_desktop.ui.tokens import space
from pcf_desktop.ui.typeface import Role
from pcf_desktop.ui.words import count


class WrittenFiles(QWidget):
    """Its buttons open the folder, and lead to the register."""

    def __init__(self) -> None:
        super().__init__()
        self._folder = Path()
        self._done = Banner("", Level.GOOD)
        self._what = Card(tr("What was written"))
        self._lines: list[Text] = []
        self._files = stacked(gap=0.75)
        self._what.body.addLayout(self._files)
        self.open = Button(tr("Open the folder"), Rank.PRIMARY, "folder-open")
        self.open.clicked.connect(self._open_wanted)
        self.register = Button(tr("See all packs made"))
        self._what.body.addSpacing(space())
        self._what.body.addWidget(FlowRow(self.open, self.register))
        after = Card(tr("Two things to know"))
        after.add(
            Text(
                tr(
                    "Your forum file is encrypted, but these files are not. Send them only to "
                    "those they are for."
                )
            ),
            Text(
                tr(
                    "The quotes now have permanent numbers. When a family withdraws its consent, "
                    "the program knows which packs hold its words."
                )
            ),
        )
        stacked(self, self._done, Sides(self._what, after, shares=(3, 2), least=26), gap=2)

    @property
    def lines(self) -> list[str]:
        """What is said of the files."""
        return [line.text() for line in self._lines]

    def show_files(self, files: Sequence[Exported]) -> None:
        """Show these files; all of them stand in one folder."""
        clear(self._files)
        self._lines = []
        self._folder = files[0].path.parent
        self._done.set_words(
            tr("{files} written to {folder}.").format(
                files=count(len(files), tr("file"), tr("files")), folder=self._folder
            )
        )
        for each in files:
            pages = count(each.pages, tr("page"), tr("pages")) if each.pages else ""
            self._add(each.path.name, Role.STRONG, "text")
            for note in (pages, *each.notes):
                if note:
                    self._add(note, Role.SMALL, "muted")

    def _add(self, words: str, role: Role, tone: str) -> None:
        line = Text(words, role, tone)
        self._lines.append(line)
        self._files.addWidget(line)

    def _open_wanted(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._folder)))
