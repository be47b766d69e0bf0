"""A thin line between groups."""

from PySide6.QtWidgets import QFrame


class Divider(QFrame):
    """A line one pixel high."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kind", "line")
        self.setFixedHeight(1)
