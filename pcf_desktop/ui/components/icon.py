"""An icon on the page, beside the words it illustrates."""

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from pcf_desktop.ui.appearance import colours
from pcf_desktop.ui.icons import paint_icon
from pcf_desktop.ui.tokens import sizes


class Icon(QWidget):
    """An icon that stands beside words and says nothing more than they do."""

    def __init__(self, name: str, tint: str = "text", scale: float = 1.2) -> None:
        super().__init__()
        self._name, self._tint, self._scale = name, tint, scale
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_icon(self, name: str, tint: str) -> None:
        """Show another icon, in another colour."""
        self._name, self._tint = name, tint
        self.update()

    @override
    def sizeHint(self) -> QSize:
        """Return a square in proportion to the letters."""
        side = round(self.fontMetrics().ascent() * sizes().icon * self._scale)
        return QSize(side, side)

    def redress(self) -> None:
        """Follow the application's text size."""
        self.updateGeometry()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the icon."""
        box = QRect(0, 0, self.width(), self.height())
        paint_icon(QPainter(self), box, self._name, colours().named(self._tint))
