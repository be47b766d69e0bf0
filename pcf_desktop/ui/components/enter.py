"""Enter presses what has the focus, as Space does; Qt leaves that to the desktop in use."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton

_KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_ALONE = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)


def presses(button: QAbstractButton, event: QKeyEvent) -> bool:
    """Press the button if the key is Enter alone; return whether the key was used up.

    A key that is held down presses once.
    """
    if event.key() not in _KEYS or event.modifiers() not in _ALONE:
        return False
    if not event.isAutoRepeat():
        button.click()
    return True
