"""A card: a surface that groups what belongs together, with a heading."""

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from pcf_desktop.ui.components.text import Text
from pcf_desktop.ui.tokens import space
from pcf_desktop.ui.typeface import Role


class Card(QFrame):
    """A surface with an optional heading and hint; put things in `body`."""

    def __init__(
        self, title: str = "", hint: str = "", kind: str = "card", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setProperty("kind", kind)
        column = QVBoxLayout(self)
        column.setContentsMargins(space(2.25), space(2), space(2.25), space(2))
        column.setSpacing(space(0.5))
        self.title = Text(title, Role.SECTION)
        self.hint = Text(hint, tone="muted")
        for words, label in ((title, self.title), (hint, self.hint)):
            label.setVisible(bool(words))
            column.addWidget(label)
        if title:
            self.setAccessibleName(title)
            column.addSpacing(space())
        self.body = QVBoxLayout()
        self.body.setSpacing(space(1.5))
        column.addLayout(self.body, 1)

    def add(self, *widgets: QWidget) -> None:
        """Add widgets below each other."""
        for widget in widgets:
            self.body.addWidget(widget)

    def add_row(self, *widgets: QWidget) -> None:
        """Add widgets beside each other, from the left."""
        row = QHBoxLayout()
        row.setSpacing(space())
        for widget in widgets:
            row.addWidget(widget)
        row.addStretch(1)
        self.body.addLayout(row)
