"""Mend the words of one piece of feedback, and note later whether it may be quoted."""

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from pcf_desktop.ui.components.button import Button
from pcf_desktop.ui.components.flow import Row
from pcf_desktop.ui.components.long_text_field import LongTextField
from pcf_desktop.ui.language import tr
from pcf_desktop.ui.tokens import space


class EditWords(QWidget):
    """Emits `saved` with the words, or `left` when nothing is to be changed (Escape)."""

    saved = Signal(str)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words = LongTextField(tr("What was said"))
        save = Button(tr("Save words"), key="Ctrl+S", small=True)
        save.clicked.connect(self.save)
        leave = Button(tr("Leave as it was"), small=True)
        leave.clicked.connect(self.left)
        for key, work in (("Esc", self.left.emit), ("Ctrl+Return", self.save)):
            shortcut = QShortcut(QKeySequence(key), self, work)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(space(1.5))
        column.addWidget(self.words)
        column.addWidget(Row(save, leave))

    def edit(self, words: str) -> None:
        """Begin with these words."""
        self._put(words, tr("Mend only what was typed wrongly"))
        self.words.focus()

    def edit_again(self, words: str) -> None:
        """Show what was typed before and not saved; the focus stays where it is."""
        self._put(words, tr("What you typed here before is not saved yet."))

    def save(self) -> None:
        """Hand the words over, unless nothing is left of them."""
        if self.words.value():
            self.saved.emit(self.words.value())
        else:
            self.words.set_problem(tr("Write what was said, or leave it as it was."))

    def _put(self, words: str, hint: str) -> None:
        with QSignalBlocker(self.words):  # nobody typed it
            self.words.set_value(words)
        self.words.set_hint(hint)
        self.words.set_problem("")
