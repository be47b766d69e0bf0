"""A toast: says in the foot of the window what was done, and offers to undo it."""

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy
from typing_extensions import override

from pcf_desktop.ui.appearance import colours
from pcf_desktop.ui.components.announce import announce
from pcf_desktop.ui.components.button import Button, Face, Rank
from pcf_desktop.ui.components.text import Text
from pcf_desktop.ui.language import tr
from pcf_desktop.ui.tokens import space

STAYS = 12_000
"""Milliseconds a toast stays, unless the mouse or the focus is on it."""


class Toast(QFrame):
    """One toast at a time, in a row with what else is said; it never takes the focus.

    It lies over nothing: what somebody needs next may be anywhere on the page. It is one line,
    and more where its row is too narrow.
    """

    appeared = Signal(bool)
    """Whether it shows now, or does no longer."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kind", "toast")
        self._words = Text("", tone="on_toast")
        self._undo: Callable[[], object] | None = None
        self._button = _OnToast(tr("Undo"), key="Ctrl+Z")
        self._button.clicked.connect(self._undone)
        self._close = _OnToast.of_icon("x", tr("Close message"))
        self._close.clicked.connect(self._go)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(space(1.5), 0, 0, 0)  # no higher than the buttons beside it
        self._row.setSpacing(space())
        self._row.addWidget(self._words, 1)
        self._row.addWidget(self._button)
        self._row.addWidget(self._close)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._stay = QTimer(self, singleShot=True, interval=STAYS)
        self._stay.timeout.connect(self._leave)
        self.hide()

    @property
    def offers_undo(self) -> bool:
        """Whether it shows a way back."""
        return not self.isHidden() and self._undo is not None

    def tell(self, words: str, undo: Callable[[], object] | None = None) -> None:
        """Show the words, with Undo when there is a way back."""
        self._words.setText(words)
        self._undo = undo
        self._button.setVisible(undo is not None)
        self.updateGeometry()
        self.show()
        self._stay.start()
        self.appeared.emit(not self.isHidden())
        announce(self, words)

    def redress(self) -> None:
        """Take new room when the text size changes."""
        self.updateGeometry()

    def forget(self) -> None:
        """Hide, and keep nothing of what was said."""
        self._words.setText("")
        self._go()

    @override
    def sizeHint(self) -> QSize:
        """Return the room of the words in one line."""
        hint = super().sizeHint()
        words = self._words.fontMetrics().horizontalAdvance(self._words.text()) + 2
        return QSize(hint.width() - self._words.sizeHint().width() + words, hint.height())

    @override
    def minimumSizeHint(self) -> QSize:
        """Return room for some of the words; they go on in the next line."""
        buttons = self.sizeHint().width() - self._words.fontMetrics().horizontalAdvance(
            self._words.text()
        )
        some = 12 * self._words.fontMetrics().averageCharWidth()
        return QSize(buttons + some, super().minimumSizeHint().height())

    def _leave(self) -> None:
        pointed = self.rect().contains(self.mapFromGlobal(QCursor.pos()))
        if pointed or self._close.hasFocus() or self._button.hasFocus():
            self._stay.start()
        else:
            self._go()

    def _go(self) -> None:
        self._undo = None
        self._stay.stop()
        self.hide()
        self.appeared.emit(not self.isHidden())

    def _undone(self) -> None:
        undo = self._undo
        self._go()
        if undo is not None:
            undo()


class _OnToast(Button):
    """A button on a toast's dark ground."""

    def __init__(
        self,
        words: str,
        kind: Rank = Rank.QUIET,
        icon: str = "",
        key: str = "",
        *,
        small: bool = True,
    ) -> None:
        super().__init__(words, kind, icon, key, small=small)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    @override
    def face(self) -> Face:
        of = colours()
        return Face(of.text, of.surface if self.text() else of.text, of.surface)
