"""Undo and Redo while a field has the focus: its own typing, and never what was saved.

A key that is held, or pressed once too often, would else take back one saved comment after another.
Who wants that goes out of the field, or takes the menu or the button that names it.
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
    if event.type() == QEvent.Type.ShortcutOverride:
        event.setAccepted(not text.isReadOnly())  # where nothing is typed it is the window's key
    elif not text.isReadOnly():
        (text.redo if pressed in _REDO else text.undo)()
    return True
