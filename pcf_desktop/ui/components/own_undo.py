"""Undo and Redo while a field has the focus: first its own typing, then what the window knows.

Qt's fields keep these keys for themselves, also where they have nothing to take back.
"""

from PySide6.QtCore import QEvent
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit, QWidget

_UNDO = ("Ctrl+Z",)
_REDO = ("Ctrl+Y", "Ctrl+Shift+Z")


def settled(control: QWidget, event: QEvent) -> bool:
    """Do what Undo and Redo mean in a field; say whether the field is not to see the event."""
    if not isinstance(event, QKeyEvent) or event.type() == QEvent.Type.KeyRelease:
        return False
    pressed = QKeySequence(event.keyCombination()).toString()
    text = control.lineEdit() if isinstance(control, QComboBox) else control
    if pressed not in (*_UNDO, *_REDO) or not isinstance(text, QLineEdit | QPlainTextEdit):
        return False
    has_own = _has_own(text, redo=pressed in _REDO)
    if event.type() == QEvent.Type.ShortcutOverride:
        event.setAccepted(has_own)  # not accepted, it is a key of the window
    elif has_own:
        (text.redo if pressed in _REDO else text.undo)()
    return True


def _has_own(text: QLineEdit | QPlainTextEdit, *, redo: bool) -> bool:
    if text.isReadOnly():
        return False
    history = text.document() if isinstance(text, QPlainTextEdit) else text
    return history.isRedoAvailable() if redo else history.isUndoAvailable()
