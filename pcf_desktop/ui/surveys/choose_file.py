"""First step: the file, by a button or by dropping it, and what it was recognised as."""

from pathlib import Path

from PySide6.QtCore import QMimeData, QStandardPaths, Qt, Signal, SignalInstance
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from pcf_desktop.ui.components.button import Button, Rank
from pcf_desktop.ui.components.card import Card
from pcf_desktop.ui.components.flow import FlowRow
from pcf_desktop.ui.components.lay import stacked
from pcf_desktop.ui.components.text import Text
from pcf_desktop.ui.file_dialog import ask_file
from pcf_desktop.ui.language import tr
from pcf_desktop.ui.surveys.export_file import ExportFile
from pcf_desktop.ui.surveys.reading_choices import ReadingChoices
from pcf_desktop.ui.surveys.sentences import recognised
from pcf_desktop.ui.typeface import Role


class ChooseFile(QWidget):
    """Emits `file_chosen` with a path, or `log_chosen` where the person says that it is a log."""

    file_chosen = Signal(Path)
    log_chosen = Signal(Path)

    def __init__(self) -> None:
        super().__init__()
        self.setAcceptDrops(True)
        self.choices = ReadingChoices()
        self.button = Button(tr("Choose a file"), Rank.PRIMARY, "folder-open")
        self.button.clicked.connect(lambda: self._choose(self.file_chosen))
        self.log = Button(tr("Choose a log you kept"))
        self.log.clicked.connect(self._log)
        self._path: Path | None = None
        self._folder = QStandardPaths.writableLocation(
            QStandardPaths.StandardLocation.DocumentsLocation
        )
        self._card = Card(
            tr("The file your survey tool gave you, or a log you kept"),
            tr("Excel, CSV or ZIP. Nothing is kept until you have seen the numbers."),
        )
        self._name = Text("", Role.STRONG)
        self._name.hide()
        self._card.add(self._name)
        self._card.add(
            FlowRow(
                self.button,
                self.log,
                Text(tr("You can also drop the file here."), tone="muted", wrap=False),
            )
        )
        self._found = Card(tr("What we see"))
        self._words = Text("")
        self._found.add(self._words, self.choices)
        self._found.hide()
        column = stacked(self, self._card, self._found, gap=2)
        column.addStretch(1)

    def show_export(self, export: ExportFile | None) -> None:
        """Show what a file was recognised as; None while there is none."""
        self._found.setVisible(export is not None)
        self._name.setVisible(export is not None)
        self.button.setText(tr("Choose another file") if export else tr("Choose a file"))
        self.button.kind = Rank.SECONDARY if export else Rank.PRIMARY
        self.button.updateGeometry()
        self._path = export.path if export is not None else None
        self.log.setText(tr("It is a log") if export else tr("Choose a log you kept"))
        self.log.updateGeometry()
        if export is not None:
            self._folder = str(export.path.parent)
            self._name.setText(export.path.name)
            self._words.setText(recognised(export.sheet))
            self.choices.show_export(export)

    def first_focus(self) -> QWidget | None:
        """Return the button that chooses a file; once there is one, what is to be settled."""
        if self._found.isHidden():
            return self.button
        return None if self.choices.settled else self.choices.order.control

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take a file from this computer."""
        if _dropped(event.mimeData()) is not None:
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        """Read the file that was dropped."""
        path = _dropped(event.mimeData())
        if path is not None:
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()
            self.file_chosen.emit(path)

    def _log(self) -> None:
        """Read the file on hand as a log, or ask for one."""
        if self._path is not None:
            self.log_chosen.emit(self._path)
        else:
            self._choose(self.log_chosen)

    def _choose(self, chosen: SignalInstance) -> None:
        files = tr("Surveys and logs") + " (*.xlsx *.xls *.ods *.csv *.tsv *.txt *.zip *.lss)"
        kinds = f"{files};;{tr('All files')} (*)"
        file = ask_file(self, tr("Choose the file"), self._folder, kinds)
        if file:
            chosen.emit(file)


def _dropped(data: QMimeData) -> Path | None:
    """Return the one file of this computer that is dragged, or None."""
    files = [url.toLocalFile() for url in data.urls() if url.isLocalFile()]
    return Path(files[0]) if len(files) == 1 else None
