"""A labelled field for what somebody said, in many lines."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QPlainTextEdit
from typing_extensions import override

from pcf_desktop.ui.components.field import Field
from pcf_desktop.ui.tokens import space


class TypedPage(QPlainTextEdit):
    """A box to type in that lets Tab go on to the next field."""

    def __init__(self, lines: int) -> None:
        super().__init__()
        self._lines = lines
        self.setTabChangesFocus(True)

    @override
    def sizeHint(self) -> QSize:
        """Return the height of so many lines."""
        metrics = self.fontMetrics()
        high = self._lines * metrics.lineSpacing() + space(2.5)
        return QSize(40 * metrics.averageCharWidth(), high)

    @override
    def minimumSizeHint(self) -> QSize:
        """Return the height of at least three lines."""
        metrics = self.fontMetrics()
        high = min(self._lines, 3) * metrics.lineSpacing() + space(2.5)
        return QSize(16 * metrics.averageCharWidth(), high)


class LongTextField(Field):
    """Several lines of plain text; what is pasted loses its looks."""

    def __init__(
        self, label: str, hint: str = "", *, lines: int = 5, optional: bool = False
    ) -> None:
        self.page = TypedPage(lines)
        super().__init__(label, self.page, hint, optional=optional)
        self.page.textChanged.connect(self.changed)

    @override
    def typed(self) -> str:
        return self.page.toPlainText()

    @override
    def put(self, text: str) -> None:
        if text != self.typed():  # the same again would forget what Undo takes back
            self.set_value(text)

    @override
    def both(self, before: str, now: str) -> str:
        return "\n".join(part for part in (before, now) if part)

    def hold(self, why: str) -> None:
        """Let the words be read but not changed, and say why; no words: be free again."""
        self.page.setReadOnly(bool(why))
        self.page.setToolTip(why)

    def value(self) -> str:
        """Return what was typed, without blanks at its ends."""
        return self.page.toPlainText().strip()

    def set_value(self, words: str) -> None:
        """Show these words."""
        self.page.setPlainText(words)
