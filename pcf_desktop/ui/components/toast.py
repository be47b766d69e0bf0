"""A toast: says at the bottom of the window what was done, and offers to undo it."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget
from typing_extensions import override

from pcf_desktop.ui.appearance import colours
from pcf_desktop.ui.components.announce import announce
from pcf_desktop.ui.components.button import Button, Face, Kind
from pcf_desktop.ui.components.text import Text
from pcf_desktop.ui.language import tr
from pcf_desktop.ui.tokens import sizes, space

STAYS = 12_000
"""Milliseconds a toast stays, unless the mouse or the focus is on it."""


class Toast(QFrame):
    """One toast at a time, near the bottom of its parent; it never takes the focus.

    It stands above the bar of buttons that ends a form or a step.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._over = parent
        self.setProperty("kind", "toast")
        self._words = Text("", tone="on_toast")
        self._undo: Callable[[], object] = self.hide
        self._button = _OnToast(tr("Undo"), key="Ctrl+Z")
        self._button.clicked.connect(self._undone)
        self._close = _OnToast.of_icon("x", tr("Close message"))
        self._close.clicked.connect(self.hide)
        row = QHBoxLayout(self)
        row.setContentsMargins(space(2), space(), space(), space())
        row.setSpacing(space(1.5))
        for widget in (self._words, self._button, self._close):
            row.addWidget(widget)
        self._stay = QTimer(self, singleShot=True, interval=STAYS)
        self._stay.timeout.connect(self._leave)
        parent.installEventFilter(self)
        self.hide()

    def tell(self, words: str, undo: Callable[[], object] | None = None) -> None:
        """Show the words, with Undo when there is a way back."""
        self._words.setText(words)
        self._undo = undo or self.hide
        self._button.setVisible(undo is not None)
        self.show()
        self.raise_()
        self._place()
        self._stay.start()
        announce(self, words)

    def redress(self) -> None:
        """Take new room when the text size changes."""
        if self.isVisible():
            self._place()

    def forget(self) -> None:
        """Hide, and keep nothing of what was said."""
        self._words.setText("")
        self._undo = self.hide
        self.hide()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep the place when the window's size changes."""
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return super().eventFilter(watched, event)

    def _place(self) -> None:
        parent = self._over
        room = parent.width() // 2
        self._words.setWordWrap(False)
        self._words.setMinimumWidth(0)  # else a label hints at no less than the words before
        wide = self._words.sizeHint().width()
        self._words.setWordWrap(wide > room)
        self._words.setFixedWidth(min(wide, room))
        self.adjustSize()
        left = (parent.width() - self.width()) // 2
        bar = self.fontMetrics().height() + 2 * sizes().padding + space(4)
        self.move(QPoint(max(left, space()), parent.height() - self.height() - bar))

    def _leave(self) -> None:
        pointed = self.rect().contains(self.mapFromGlobal(QCursor.pos()))
        if pointed or self._close.hasFocus() or self._button.hasFocus():
            self._stay.start()
        else:
            self.hide()

    def _undone(self) -> None:
        self.hide()
        self._undo()


class _OnToast(Button):
    """A button on a toast's dark ground."""

    def __init__(
        self,
        words: str,
        kind: Kind = Kind.QUIET,
        icon: str = "",
        key: str = "",
        *,
        small: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(words, kind, icon, key, small=small, parent=parent)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    @override
    def face(self) -> Face:
        of = colours()
        return Face(of.text, of.surface if self.text() else of.text, of.surface)
