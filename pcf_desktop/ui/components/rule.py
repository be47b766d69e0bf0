"""A thin line between groups."""

from PySide6.QtWidgets import QFrame, QWidget


class Divider(QFrame):
    """A line one pixel high."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "line")
        self.setFixedHeight(1)
