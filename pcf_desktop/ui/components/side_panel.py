"""A panel at the side of a page, which can be closed."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from pcf_desktop.ui.components.button import Button
from pcf_desktop.ui.components.text import Text
from pcf_desktop.ui.language import tr
from pcf_desktop.ui.tokens import space
from pcf_desktop.ui.typeface import Role


class SidePanel(QFrame):
    """A titled surface; put things in `body`. Its button, and Escape, emit `closed`."""

    closed = Signal()

    def __init__(self, title: str, *, closable: bool = True, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "card")
        self.setAccessibleName(title)
        self.title = Text(title, Role.SECTION)
        self.close_button = Button.of_icon("x", tr("Close {panel}").format(panel=title))
        self.close_button.setVisible(closable)
        self.close_button.clicked.connect(self.closed)
        head = QHBoxLayout()
        head.setContentsMargins(space(2.25), 0, space(), 0)
        head.addWidget(self.title, 1)
        head.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignTop)
        self.body = QVBoxLayout()
        self.body.setContentsMargins(space(2.25), space(), space(2.25), space(2))
        self.body.setSpacing(space(1.5))
        column = QVBoxLayout(self)
        column.setContentsMargins(1, space(2), 1, 1)
        column.setSpacing(space(0.5))
        column.addLayout(head)
        column.addLayout(self.body)
        column.addStretch(1)
        if closable:
            escape = QShortcut(QKeySequence("Esc"), self, self.closed.emit)
            escape.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)

    def add(self, *widgets: QWidget) -> None:
        """Add widgets below each other."""
        for widget in widgets:
            self.body.addWidget(widget)
