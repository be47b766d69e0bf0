"""A statement to tick with what is known of it below, under its words."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from pcf_desktop.ui.components.check_field import Check
from pcf_desktop.ui.components.lay import stacked
from pcf_desktop.ui.tokens import sizes, space


class TickRow(QWidget):
    """A check box whose words are shown as they stand, and widgets below its words."""

    def __init__(self, words: str, *below: QWidget) -> None:
        super().__init__()
        self.check = Check(words.replace("&", "&&"))
        self.check.setAccessibleName(words)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, space(0.5), 0, space(0.75))
        column.setSpacing(sizes().ring + sizes().ring_gap)  # the ring covers nothing
        column.addWidget(self.check)
        self._below = stacked(None, *below, gap=0.25)
        column.addLayout(self._below)
        self.redress()

    def redress(self) -> None:
        """Stand below the words, whatever the text size."""
        side = max(self.check.fontMetrics().height(), sizes().least)
        self._below.setContentsMargins(side + space(1.25), 0, 0, 0)
