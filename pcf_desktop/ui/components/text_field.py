"""A labelled field for one line of text."""

from collections.abc import Sequence

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QStyle, QStyleOptionFrame
from typing_extensions import override

from pcf_desktop.ui.components.field import Field
from pcf_desktop.ui.tokens import sizes, space


class TypedLine(QLineEdit):
    """A line to type in, as high as a button, and never narrower than the words it `must_hold`."""

    def __init__(self) -> None:
        super().__init__()
        self.must_hold: Sequence[str] = ()

    @override
    def sizeHint(self) -> QSize:
        """Return a line's height from the size of its letters."""
        metrics = self.fontMetrics()
        high = max(metrics.height() + 2 * sizes().padding, 32)
        return QSize(22 * metrics.averageCharWidth(), high)

    @override
    def minimumSizeHint(self) -> QSize:
        """Return room for some ten letters, or for what it must hold."""
        metrics = self.fontMetrics()
        wide = 12 * metrics.averageCharWidth()
        if self.must_hold:
            longest = max(metrics.horizontalAdvance(words) for words in self.must_hold)
            wide = max(wide, self._around(longest + space()))  # with room for the cursor
        return QSize(wide, self.sizeHint().height())

    def _around(self, inside: int) -> int:
        """Return how wide the line is with its frame, around so much room for words."""
        option = QStyleOptionFrame()
        self.initStyleOption(option)
        kind = QStyle.ContentsType.CT_LineEdit
        return self.style().sizeFromContents(kind, option, QSize(inside, 0), self).width()


class TextField(Field):
    """One line; `secret` shows dots, for a passphrase."""

    def __init__(
        self, label: str, hint: str = "", *, optional: bool = False, secret: bool = False
    ) -> None:
        self.line = TypedLine()
        self.line.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        super().__init__(label, self.line, hint, optional=optional)
        if secret:
            self.line.setEchoMode(QLineEdit.EchoMode.Password)
        self.line.textChanged.connect(lambda _words: self.changed.emit())

    @override
    def typed(self) -> str:
        return self.line.text()

    @override
    def put(self, text: str) -> None:
        if text != self.typed():  # the same again would forget what Undo takes back
            self.set_value(text)

    def value(self) -> str:
        """Return what was typed, without spaces at its ends; a secret keeps them."""
        words = self.line.text()
        return words if self.line.echoMode() == QLineEdit.EchoMode.Password else words.strip()

    def set_value(self, words: str) -> None:
        """Show these words."""
        self.line.setText(words)
