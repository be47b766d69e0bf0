"""A column that scrolls when it is higher than its place, and keeps the focus in view."""

from PySide6.QtCore import QItemSelectionModel, QObject, QPoint, QRect, QSize, Qt, QTimer
from PySide6.QtWidgets import QAbstractItemView, QApplication, QFrame, QScrollArea, QWidget
from shiboken6 import isValid
from typing_extensions import override

from pcf_desktop.ui.components.field import Field
from pcf_desktop.ui.components.lay import stacked
from pcf_desktop.ui.tokens import space


class Scroll(QScrollArea):
    """Put things in `body`."""

    def __init__(self) -> None:
        super().__init__()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        inner = _Inner()
        self.body = stacked(inner, gap=2)
        self.setWidget(inner)
        self.viewport().setAutoFillBackground(False)
        inner.setAutoFillBackground(False)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._focus_moved)
        self._followed, self._moved = True, False
        self._rows: QItemSelectionModel | None = None
        self._settling = QTimer(self, singleShot=True, interval=0)  # when all has its place
        self._settling.timeout.connect(self._follow)
        self.verticalScrollBar().actionTriggered.connect(self._moved_by_hand)
        self.verticalScrollBar().valueChanged.connect(self._scrolled)
        self.verticalScrollBar().rangeChanged.connect(self._grown)

    def _focus_moved(self, _old: QObject | None, now: QObject | None) -> None:
        if self._shown_with(now) is not None:
            self._moved = False
            self._follow_rows(now)
            self._show_focus()
            self._settling.start()

    def _follow_rows(self, now: QObject | None) -> None:
        """Keep the current row of a list in view, which may be higher than the page."""
        if self._rows is not None and isValid(self._rows):
            self._rows.currentChanged.disconnect(self._settling.start)
        self._rows = now.selectionModel() if isinstance(now, QAbstractItemView) else None
        if self._rows is not None:
            self._rows.currentChanged.connect(self._settling.start)

    def _moved_by_hand(self) -> None:
        """Note that the person has scrolled since the focus came where it is."""
        self._moved = True

    def _scrolled(self) -> None:
        """Note whether the person has scrolled away from what has the focus."""
        shown = self._shown_with(QApplication.focusWidget())
        at = self.verticalScrollBar().value()
        seen = QRect(0, at, self.viewport().width(), self.viewport().height())
        self._followed = shown is not None and seen.intersects(shown)

    def _grown(self) -> None:
        self._follow()
        self._settling.start()

    def _follow(self) -> None:
        """Show the focus again where something, as a line that says what is wrong, has moved it."""
        if self._followed:
            self._show_focus()

    def _show_focus(self) -> None:
        self._followed = True
        shown = self._shown_with(QApplication.focusWidget())
        if shown is not None:
            if not self._moved and shown.bottom() + space() <= self.viewport().height():
                self.verticalScrollBar().setValue(0)  # with the page's head in view
            wide, high = shown.width() // 2 + space(), shown.height() // 2 + space()
            self.ensureVisible(shown.center().x(), shown.center().y(), wide, high)
            self._cut_nothing(shown)

    def _cut_nothing(self, shown: QRect) -> None:
        """Begin with a whole line of what is above the focus, and not in the midst of its chips.

        The line is shown where the focus stays in view, else passed.
        """
        bar, high = self.verticalScrollBar(), self.viewport().height()
        inner = self.widget()
        cut = self._cut_at(inner, inner, bar.value()) if inner is not None else None
        if cut is None or cut.bottom() >= shown.top():
            return
        above = max(cut.top() - space(), 0)
        seen = shown.bottom() + space() <= above + high
        bar.setValue(above if seen else cut.bottom() + 1)

    def _cut_at(self, inner: QWidget, within: QWidget, edge: int) -> QRect | None:
        """Return the line of widgets, as head or chips, that an edge would cut through."""
        for child in within.children():
            if not isinstance(child, QWidget) or child.isHidden():
                continue
            box = QRect(child.mapTo(inner, QPoint(0, 0)), child.size())
            if not box.top() < edge <= box.bottom():
                continue
            if box.height() <= self.viewport().height() // 3:
                return box
            found = self._cut_at(inner, child, edge)
            if found is not None:
                return found
        return None

    def _shown_with(self, focus: QObject | None) -> QRect | None:
        """Return what is to be seen with the focus: its whole field where that has room."""
        inner = self.widget()
        if not isinstance(focus, QWidget) or inner is None or not inner.isAncestorOf(focus):
            return None
        if isinstance(focus, QAbstractItemView):
            box = self._row_of(focus)
            return box.translated(focus.viewport().mapTo(inner, QPoint(0, 0)))
        field, above = focus, focus.parentWidget()
        while above is not None and above is not inner:
            if isinstance(above, Field) and above.height() <= self.viewport().height():
                field = above
            above = above.parentWidget()
        return QRect(field.mapTo(inner, QPoint(0, 0)), field.size())

    def _row_of(self, view: QAbstractItemView) -> QRect:
        """Return where a list has its current row, or its first ones while it has none."""
        seen = view.viewport().rect()
        row = view.visualRect(view.currentIndex()).intersected(seen)
        if not row.isEmpty():
            return row
        return QRect(seen.topLeft(), QSize(seen.width(), min(seen.height(), self.height() // 3)))


class _Inner(QWidget):
    """What is scrolled: as high as it needs for its width, and not for its narrowest."""

    @override
    def minimumSizeHint(self) -> QSize:
        least = super().minimumSizeHint()
        return QSize(least.width(), 0 if self.hasHeightForWidth() else least.height())
