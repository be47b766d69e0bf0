"""A key that does some work where the focus is."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget


def bind(place: QWidget, key: str, work: Callable[[], object], *, within: bool = True) -> QShortcut:
    """Do some work at a key that is pressed in a place; not `within` it, where it has the focus."""
    context = Qt.ShortcutContext
    where = context.WidgetWithChildrenShortcut if within else context.WidgetShortcut
    made = QShortcut(QKeySequence(key), place, context=where)
    made.activated.connect(work)
    return made
