"""What somebody said, to be read: large letters, open lines, short enough to follow."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent, QTextBlockFormat, QTextCharFormat, QTextCursor, QWheelEvent
from PySide6.QtWidgets import QFrame, QSizePolicy, QTextEdit
from typing_extensions import override

from pcf_desktop.ui.appearance import colours
from pcf_desktop.ui.tokens import sizes
from pcf_desktop.ui.typeface import Role, font

LETTERS = 80
"""The longest line, in letters."""


class ReadingPane(QTextEdit):
    """Plain text that can be read, selected and copied, with passages marked; as high as its text.

    `marks` are places of the text, from the first letter to behind the last.
    """

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setProperty("kind", "reading")
        self.setAccessibleName(name)
        self.setReadOnly(True)
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.document().setDocumentMargin(0)
        self._marks: Sequence[tuple[int, int]] = ()
        self._dress()

    def show_text(self, words: str, marks: Sequence[tuple[int, int]] = ()) -> None:
        """Show the words literally, and mark passages of them."""
        self._marks = marks
        self.setPlainText(words)
        self._dress()

    @override
    def sizeHint(self) -> QSize:
        """Return the longest line's width, and the height of the text as wide as it is now."""
        return QSize(self.maximumWidth(), round(self.document().size().height()) + 2)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Grow with the text."""
        super().resizeEvent(event)
        self._grow()

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page, for the pane shows all of its text."""
        event.ignore()

    def redress(self) -> None:
        """Follow text size and palette."""
        self._dress()

    def _dress(self) -> None:
        self.document().setDefaultFont(font(Role.READING))
        letter = self.document().defaultFont().pixelSize() * 0.5
        self.setMaximumWidth(round(letter * LETTERS))
        whole = QTextCursor(self.document())
        whole.select(QTextCursor.SelectionType.Document)
        lines = QTextBlockFormat()
        proportional = QTextBlockFormat.LineHeightTypes.ProportionalHeight
        lines.setLineHeight(sizes().line_spacing * 100 / 1.18, proportional.value)
        whole.setBlockFormat(lines)
        self.setExtraSelections([self._marked(start, end) for start, end in self._marks])
        self._grow()

    def _marked(self, start: int, end: int) -> QTextEdit.ExtraSelection:
        made = QTextEdit.ExtraSelection()
        made.cursor = QTextCursor(self.document())
        made.cursor.setPosition(start)
        made.cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        look = QTextCharFormat()
        look.setBackground(colours().amber_weak)
        look.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
        look.setUnderlineColor(colours().amber)
        made.format = look
        return made

    def _grow(self) -> None:
        self.setFixedHeight(self.sizeHint().height())
        self.verticalScrollBar().setRange(0, 0)
