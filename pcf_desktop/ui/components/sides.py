"""Things side by side that come to stand one below the other when they no longer fit."""

from collections.abc import Sequence

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget
from typing_extensions import override

from pcf_desktop.ui.tokens import space


class Sides(QWidget):
    """Two or more widgets in columns; `shares` are the columns' parts of the width.

    `least` is the width, in letters of the text size in use, that a column should keep.
    """

    def __init__(self, *widgets: QWidget, shares: Sequence[int] = (), least: int = 24) -> None:
        super().__init__()
        self._least = least
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(space(2))
        for place, widget in enumerate(widgets):
            self._box.addWidget(widget, shares[place] if shares else 1)

    @property
    def stacked(self) -> bool:
        """Whether the widgets stand one below the other."""
        return self._box.direction() == QBoxLayout.Direction.TopToBottom

    @override
    def minimumSizeHint(self) -> QSize:
        """Return the width of the widest column alone, for all can be stacked."""
        wide = max(self._least_widths(), default=0)
        return QSize(wide, self._box.minimumSize().height())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Choose between columns and a stack."""
        super().resizeEvent(event)
        self._arrange()

    def redress(self) -> None:
        """Choose again when the text size changes."""
        self._arrange()

    def _least_widths(self) -> list[int]:
        items = (self._box.itemAt(place) for place in range(self._box.count()))
        return [item.minimumSize().width() for item in items if item and not item.isEmpty()]

    def _arrange(self) -> None:
        letter = self.fontMetrics().averageCharWidth()
        gaps = space(2) * (self._box.count() - 1)
        least = sum(self._least_widths())
        needed = max(self._least * letter * self._box.count(), least) + gaps
        way = QBoxLayout.Direction
        self._box.setDirection(way.LeftToRight if self.width() >= needed else way.TopToBottom)
