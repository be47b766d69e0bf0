"""Things in a row that go on in the next line when the window is narrow or the text large."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QSizePolicy, QWidget
from typing_extensions import override

from pcf_desktop.ui.tokens import space


class Flow(QLayout):
    """A layout that wraps its items; rows are aligned left, or right."""

    def __init__(
        self, parent: QWidget | None = None, *, gap: int | None = None, right: bool = False
    ) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._heights: dict[int, int] = {}
        self._gap = space() if gap is None else gap
        self._right = right
        self.setContentsMargins(0, 0, 0, 0)

    @override
    def addItem(self, item: QLayoutItem) -> None:
        """Take an item, at the end."""
        self._items.append(item)

    @override
    def count(self) -> int:
        """Return how many items there are."""
        return len(self._items)

    @override
    def itemAt(self, index: int) -> QLayoutItem | None:
        """Return an item, or None past the end."""
        return self._items[index] if 0 <= index < len(self._items) else None

    @override
    def takeAt(self, index: int) -> QLayoutItem | None:
        """Give an item up, or return None past the end."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    @override
    def expandingDirections(self) -> Qt.Orientation:
        """Return that the rows want no more than they need."""
        return Qt.Orientation(0)

    @override
    def hasHeightForWidth(self) -> bool:
        """Return that the height depends on the width."""
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        """Return the height of all rows in a width, which is asked for again and again."""
        if width not in self._heights:
            self._heights[width] = self._place(QRect(0, 0, width, 0), move=False)
        return self._heights[width]

    @override
    def invalidate(self) -> None:
        """Forget the heights, for something in it is of another size."""
        self._heights.clear()
        super().invalidate()

    @override
    def setGeometry(self, rect: QRect) -> None:
        """Put every item in its place."""
        super().setGeometry(rect)
        self._place(rect, move=True)

    @override
    def sizeHint(self) -> QSize:
        """Return the size of everything in one row."""
        hints = [item.sizeHint() for item in self._shown()]
        if not hints:
            return QSize(0, 0)
        gaps = self._gap * (len(hints) - 1)
        return QSize(sum(h.width() for h in hints) + gaps, max(h.height() for h in hints))

    @override
    def minimumSize(self) -> QSize:
        """Return the size of the largest item."""
        least = QSize(0, 0)
        for item in self._shown():
            least = least.expandedTo(item.minimumSize())
        return least

    def _shown(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]

    def _rows(self, width: int) -> list[list[QLayoutItem]]:
        rows: list[list[QLayoutItem]] = []
        taken = 0
        for item in self._shown():
            wide = min(item.sizeHint().width(), width)
            if not rows or taken + self._gap + wide > width:
                rows.append([])
                taken = wide
            else:
                taken += self._gap + wide
            rows[-1].append(item)
        return rows

    def _place(self, rect: QRect, *, move: bool) -> int:
        y = rect.y()
        for row in self._rows(rect.width()):
            widths = [min(item.sizeHint().width(), rect.width()) for item in row]
            tall = max(_height(item, wide) for item, wide in zip(row, widths, strict=True))
            x = rect.x()
            if self._right:
                x = rect.right() + 1 - sum(widths) - self._gap * (len(row) - 1)
            for item, wide in zip(row, widths, strict=True):
                high = _height(item, wide)
                if move:
                    at = QPoint(x, y + (tall - high) // 2)
                    item.setGeometry(QRect(at, QSize(wide, high)))
                x += wide + self._gap
            y += tall + self._gap
        return max(y - self._gap - rect.y(), 0)


class FlowRow(QWidget):
    """A widget whose children stand in a flow."""

    def __init__(self, *widgets: QWidget, right: bool = False, gap: int | None = None) -> None:
        super().__init__()
        self._flow = Flow(self, right=right, gap=gap)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        for widget in widgets:
            self._flow.addWidget(widget)

    def add(self, widget: QWidget) -> None:
        """Add a widget at the end."""
        self._flow.addWidget(widget)


def _height(item: QLayoutItem, width: int) -> int:
    return item.heightForWidth(width) if item.hasHeightForWidth() else item.sizeHint().height()
