"""A column that scrolls when it is higher than its place, and keeps the focus in view."""

from PySide6.QtCore import QObject, QSize, Qt
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from pcf_desktop.ui.tokens import space


class Scroll(QScrollArea):
    """Put things in `body`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        inner = _Inner()
        self.body = QVBoxLayout(inner)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(space(2))
        self.setWidget(inner)
        self.viewport().setAutoFillBackground(False)
        inner.setAutoFillBackground(False)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._focus_moved)

    def _focus_moved(self, _old: QObject | None, now: QObject | None) -> None:
        inner = self.widget()
        if not isinstance(now, QWidget) or inner is None or not inner.isAncestorOf(now):
            return
        if now.mapTo(inner, now.rect().bottomLeft()).y() + space() <= self.viewport().height():
            self.verticalScrollBar().setValue(0)  # with the page's head in view
        else:
            self.ensureWidgetVisible(now, space(), space(3))


class _Inner(QWidget):
    """What is scrolled: as high as it needs for its width, and not for its narrowest."""

    @override
    def minimumSizeHint(self) -> QSize:
        least = super().minimumSizeHint()
        return QSize(least.width(), 0 if self.hasHeightForWidth() else least.height())
