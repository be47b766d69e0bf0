"""The head of a page: its title, what it is about, and what can be done on it."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QWidget
from typing_extensions import override

from pcf_desktop.ui.components.button import Button
from pcf_desktop.ui.components.flow import FlowRow
from pcf_desktop.ui.components.lay import stacked
from pcf_desktop.ui.components.search_field import SearchField
from pcf_desktop.ui.components.text import Text
from pcf_desktop.ui.tokens import space
from pcf_desktop.ui.typeface import Role


class PageHeader(QWidget):
    """Title and subtitle on the left; on the right a search field and buttons, primary last.

    The right side goes below the title when there is no room beside it.
    """

    searched = Signal(str)

    def __init__(self, title: str, subtitle: str = "") -> None:
        super().__init__()
        self.title = Text(title, Role.TITLE)
        self.subtitle = Text(subtitle, tone="muted")
        self.search: SearchField | None = None
        words = stacked(None, self.title, self.subtitle)
        self._side = FlowRow(right=True, gap=space(1.5))
        self._side.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._side.hide()
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(space(1.5))
        self._box.addLayout(words, 1)
        self._box.addWidget(self._side, 0, Qt.AlignmentFlag.AlignVCenter)
        self.subtitle.setVisible(bool(subtitle))  # not without a parent: it would be a window

    def set_words(self, title: str, subtitle: str = "") -> None:
        """Change title and subtitle."""
        self.title.setText(title)
        self.subtitle.setText(subtitle)
        self.subtitle.setVisible(bool(subtitle))
        self._arrange()

    def add(self, button: Button) -> Button:
        """Add a button on the right; add the primary one last."""
        self._side.add(button)
        self._side.show()
        self._arrange()
        return button

    def add_search(self, label: str, key: str = "") -> SearchField:
        """Add a search field that emits `searched` as the person types."""
        self.search = SearchField(label, key)
        self.search.searched.connect(self.searched)
        self._side.add(self.search)
        self._side.show()
        self._arrange()
        return self.search

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Choose whether the right side goes beside or below the title."""
        super().resizeEvent(event)
        self._arrange()

    def redress(self) -> None:
        """Choose again when the text size changes."""
        self._arrange()

    @override
    def minimumSizeHint(self) -> QSize:
        """Return the width of the wider half, for one can go below the other."""
        least = max(self._side.minimumSizeHint().width(), self.title.minimumSizeHint().width())
        return QSize(least, super().minimumSizeHint().height())

    def _arrange(self) -> None:
        side = self._side.sizeHint().width()
        title = self.title.fontMetrics().horizontalAdvance(self.title.text())
        words = self.subtitle.fontMetrics().horizontalAdvance(self.subtitle.text())
        fits = side + max(title, min(words, title * 2)) + space(3) <= self.width()
        way = QBoxLayout.Direction.LeftToRight if fits else QBoxLayout.Direction.TopToBottom
        if self._box.direction() != way:
            self._box.setDirection(way)
        self._side.setMinimumWidth(side if fits else 0)
