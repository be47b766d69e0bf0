"""A quote: what a family said, in their words, and where it came from."""

from PySide6.QtWidgets import QFrame

from pcf_desktop.ui.components.lay import stacked
from pcf_desktop.ui.components.text import Text
from pcf_desktop.ui.typeface import Role


class QuoteBlock(QFrame):
    """The words between quotation marks beside a coloured line, the source small below."""

    def __init__(self, words: str, source: str = "") -> None:
        super().__init__()
        self.setProperty("kind", "quote")
        column = stacked(self, gap=0.25, around=(1.5, 0.5, 0, 0.5))
        self.words = Text(f"\N{LEFT DOUBLE QUOTATION MARK}{words}\N{RIGHT DOUBLE QUOTATION MARK}")
        self.source = Text(source, Role.SMALL, "muted")
        column.addWidget(self.words)
        column.addWidget(self.source)
        self.source.setVisible(bool(source))  # not before it has a parent: it would be a window
