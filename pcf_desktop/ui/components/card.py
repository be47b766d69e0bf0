"""A card: a surface that groups what belongs together, with a heading."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QSpacerItem, QVBoxLayout, QWidget
from typing_extensions import override

from pcf_desktop.ui.components.flow import FlowRow
from pcf_desktop.ui.components.lay import clear, stacked
from pcf_desktop.ui.components.text import Text
from pcf_desktop.ui.tokens import space
from pcf_desktop.ui.typeface import Role


class Card(QFrame):
    """A surface with an optional heading and hint, or none of a kind; put things in `body`.

    What is in it stands at the top, unless something in it wants all the height there is.
    """

    def __init__(self, title: str = "", hint: str = "", kind: str = "card") -> None:
        super().__init__()
        self.setProperty("kind", kind)
        self.setAccessibleName(title)
        self.title = Text(title, Role.SECTION)
        self.hint = Text(hint, tone="muted")
        self.head = QHBoxLayout()
        self.head.addWidget(self.title, 1)
        self.body = stacked(gap=1.5)
        self._rest = QSpacerItem(0, 0)
        column = QVBoxLayout(self)
        sides, ends = (space(2.25), space(2)) if kind else (0, 0)
        column.setContentsMargins(sides, ends, sides, ends)
        column.setSpacing(space(0.5))
        column.addLayout(self.head)
        column.addWidget(self.hint)
        if title:
            column.addSpacing(space())
        column.addLayout(self.body)
        column.addSpacerItem(self._rest)
        self.title.setVisible(bool(title))
        self.hint.setVisible(bool(hint))

    def add(self, *widgets: QWidget) -> None:
        """Add widgets below each other."""
        for widget in widgets:
            self.body.addWidget(widget)

    def refill(self, *widgets: QWidget) -> None:
        """Hold these in place of what is in it."""
        clear(self.body)
        self.add(*widgets)

    def add_row(self, *widgets: QWidget) -> None:
        """Add widgets beside each other; they wrap."""
        self.body.addWidget(FlowRow(*widgets))

    @override
    def showEvent(self, event: QShowEvent) -> None:
        """Leave what room is left at the bottom, unless something takes it."""
        super().showEvent(event)
        parts = range(self.body.count())
        wants = bool(self.body.expandingDirections() & Qt.Orientation.Vertical)
        wants = wants or any(self.body.stretch(part) for part in parts)
        policy = QSizePolicy.Policy
        self._rest.changeSize(0, 0, policy.Minimum, policy.Fixed if wants else policy.Expanding)
        self.body.invalidate()
