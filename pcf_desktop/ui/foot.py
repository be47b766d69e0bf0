"""The foot of the window: what is saved, what can be undone, what is hidden, and Lock."""

from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout

from pcf_desktop.ui.components.button import Button, Rank
from pcf_desktop.ui.components.flow import FlowRow
from pcf_desktop.ui.components.text import Text
from pcf_desktop.ui.components.toast import Toast
from pcf_desktop.ui.language import tr
from pcf_desktop.ui.tokens import space
from pcf_desktop.ui.typeface import Role
from pcf_desktop.ui.words import clock


class Foot(QFrame):
    """The status bar; emits what its buttons are pressed for.

    While its `toast` shows, it stands in place of what it says anew or makes less needed.
    """

    undo_pressed = Signal()
    size_pressed = Signal()
    lock_pressed = Signal()
    backup_pressed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kind", "foot")
        self.setAccessibleName(tr("Status bar"))
        self.toast = Toast()
        self.toast.appeared.connect(self._arrange)
        self._label = ""
        self._saved = self._text()
        self._hidden = self._text()
        self._backup = Button("", Rank.QUIET, small=True)
        self._backup.clicked.connect(self.backup_pressed)
        self._undo = Button("", Rank.QUIET, key="Ctrl+Z", small=True)
        self._size = Button("", Rank.QUIET, icon="text-aa", small=True)
        self._lock = Button(tr("Lock"), Rank.QUIET, "lock-simple", "Ctrl+L", small=True)
        self._undo.clicked.connect(self.undo_pressed)
        self._size.clicked.connect(self.size_pressed)
        self._lock.clicked.connect(self.lock_pressed)
        row = QHBoxLayout(self)
        row.setContentsMargins(space(2), 3, space(), 2)
        middle = Qt.AlignmentFlag.AlignVCenter
        row.addWidget(FlowRow(self.toast, self._saved, self._undo, self._hidden), 1, middle)
        row.addWidget(FlowRow(self._backup, self._size, self._lock, right=True), 0, middle)
        self.set_undo(None)

    def set_saved(self, when: datetime) -> None:
        """Say when the last change was saved."""
        self._put(self._saved, tr("Saved {time}").format(time=clock(when)))

    def set_not_saved(self) -> None:
        """Say that the last change was not saved, in place of when an earlier one was."""
        self._put(self._saved, tr("Not saved"))

    def set_undo(self, label: str | None) -> None:
        """Say what the next undo takes back."""
        self._label = label or ""
        shown = tr("Undo: {label}").format(label=label) if label else ""
        self._undo.setText(shown.replace("&", "&&"))
        self._undo.setAccessibleName(shown)
        self._undo.updateGeometry()
        self._arrange()

    def set_hidden(self, words: str) -> None:
        """Say what filters hide."""
        self._put(self._hidden, words)

    def set_backup(self, words: str) -> None:
        """Say when the last backup was made, on the button that leads to all of them."""
        self._backup.setText(words)
        self._backup.updateGeometry()
        self._arrange()

    def set_percent(self, percent: int) -> None:
        """Say how large the text is."""
        self._size.setText(tr("Text size {n}%").format(n=percent))
        self._size.updateGeometry()

    def set_open(self, *, is_open: bool) -> None:
        """Show what belongs to an open forum, or hide and forget it."""
        self._lock.setVisible(is_open)
        if not is_open:
            self.set_undo(None)
            self.set_backup("")
            for label in (self._saved, self._hidden):
                self._put(label, "")

    def _text(self) -> Text:
        label = Text("", Role.SMALL, "muted", wrap=False)
        label.hide()
        return label

    def _put(self, label: Text, words: str) -> None:
        label.setText(words)
        self._arrange()
        self.updateGeometry()

    def _arrange(self) -> None:
        telling = not self.toast.isHidden()
        for label in (self._saved, self._hidden):
            label.setVisible(bool(label.text()) and not telling)
        self._backup.setVisible(bool(self._backup.text()))
        self._undo.setVisible(bool(self._label) and not self.toast.offers_undo)
