"""A new recovery sheet for the forum that is open; the old one is valid until it is read back."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent
from PySide6.QtWidgets import QDialog, QStackedWidget, QWidget
from typing_extensions import override

from pcf_desktop.errors import UserError
from pcf_desktop.ui.background import Background
from pcf_desktop.ui.components.button import Button, Rank
from pcf_desktop.ui.components.card import Card
from pcf_desktop.ui.components.flow import FlowRow
from pcf_desktop.ui.components.lay import stacked
from pcf_desktop.ui.components.text import Text
from pcf_desktop.ui.components.text_field import TextField
from pcf_desktop.ui.language import tr
from pcf_desktop.ui.start.page import StartPage
from pcf_desktop.ui.start.recovery import Recovery
from pcf_desktop.ui.tokens import space
from pcf_desktop.workspace import keys
from pcf_desktop.workspace.envelope import Envelope


class AskPassphrase(StartPage):
    """Says what a new sheet means, and asks for the passphrase; `given` with it."""

    given = Signal(str)

    def __init__(self, name: str) -> None:
        super().__init__(tr("New recovery sheet"), name, wide=72)
        self.field = TextField(tr("Passphrase"), secret=True)
        self.field.line.returnPressed.connect(self._give)
        self.button = Button(tr("Make a new sheet"), Rank.PRIMARY)
        self.button.clicked.connect(self._give)
        card = Card()
        card.add(
            Text(
                tr(
                    "For when the sheet is lost, was never checked, or is with somebody who has "
                    "left."
                )
            ),
            Text(
                tr(
                    "The old sheet opens the forum until you have typed in two groups of the new "
                    "one; from then on it does not. Backups made before still open with it."
                )
            ),
            self.field,
            FlowRow(self.button),
        )
        self.add(card)

    @override
    def first_focus(self) -> QWidget | None:
        return self.field.line

    def refuse(self, error: UserError) -> None:
        """Say why there is no new sheet, and let the person try again."""
        self.set_waiting(waiting=False)
        self.field.set_problem(error.beside_a_field)
        self.field.line.selectAll()
        self.field.line.setFocus()

    def set_waiting(self, *, waiting: bool) -> None:
        """Show that it is being made."""
        self.button.setEnabled(not waiting)
        self.button.setText(tr("Making the sheet…") if waiting else tr("Make a new sheet"))

    def _give(self) -> None:
        self.field.set_problem("" if self.field.value() else tr("Type the passphrase."))
        if self.field.value() and self.button.isEnabled():
            self.set_waiting(waiting=True)
            self.given.emit(self.field.value())


class NewSheet(QDialog):
    """Asks for the passphrase, shows the new key; `accepted` when its sheet is the valid one.

    `failed` tells of a fault of ours. Whoever leaves while the key is shown is asked first;
    `reject`, as when the forum is locked, asks nothing.
    """

    failed = Signal(Exception)

    def __init__(self, key_file: Path, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("New recovery sheet"))
        self._file, self._name = key_file, name
        self._background = Background(self)
        self._pages = QStackedWidget()
        stacked(self, self._pages)
        self.resize(space(96), space(80))
        self.finished.connect(self._end, Qt.ConnectionType.SingleShotConnection)
        page = AskPassphrase(name)
        page.given.connect(lambda words: self._make(page, words))
        page.back.connect(self.leave)
        self._show(page)

    @property
    def page(self) -> QWidget | None:
        """The page that is shown."""
        return self._pages.currentWidget()

    def leave(self) -> None:
        """Go away, having asked."""
        page = self.page
        if not (isinstance(page, Recovery) and page.asks_before(self.reject)):
            self.reject()

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        """Ask before the window's own button closes it."""
        event.ignore()
        self.leave()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ask before Escape closes it."""
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        else:
            super().keyPressEvent(event)

    def _make(self, page: AskPassphrase, words: str) -> None:
        job = self._background.run(lambda _progress: keys.new_recovery_key(self._file, words))
        job.done.connect(lambda made: self._show_key(*made))
        job.refused.connect(page.refuse)
        job.failed.connect(self.failed)

    def _show_key(self, made: Envelope, key: str) -> None:
        page = Recovery(self._name, key, renews=True)
        page.done.connect(lambda: self._replace(page, made))
        page.back.connect(self.leave)
        self._show(page)

    def _replace(self, page: Recovery, made: Envelope) -> None:
        job = self._background.run(lambda _progress: keys.replace_recovery_key(self._file, made))
        job.done.connect(lambda _none: self.accept())
        job.refused.connect(page.refuse)
        job.failed.connect(self.failed)

    def _show(self, page: StartPage) -> None:
        before = self._pages.currentWidget()
        self._pages.addWidget(page)
        self._pages.setCurrentWidget(page)
        if before is not None:
            self._pages.removeWidget(before)
            before.deleteLater()
        first = page.first_focus()
        if first is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _end(self) -> None:
        self._background.close()
        self.deleteLater()
