"""A question before what cannot be had again or may do harm; the safe answer is at hand."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QWidget
from typing_extensions import override

from pcf_desktop.ui.components.button import Button, Rank
from pcf_desktop.ui.components.flow import FlowRow
from pcf_desktop.ui.components.lay import stacked
from pcf_desktop.ui.components.text import Text
from pcf_desktop.ui.tokens import space
from pcf_desktop.ui.typeface import Role

WIDE = 70
"""Letters in a line."""


class QuestionDialog(QDialog):
    """Asks in words; `accepted` when the person goes on. Enter and Escape both stay."""

    def __init__(
        self, asked: str, words: str, stay: str, go: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(asked)
        self.stay, self.go = Button(stay, Rank.PRIMARY), Button(go)
        self.stay.clicked.connect(self.reject)
        self.go.clicked.connect(self.accept)
        column = stacked(self, Text(asked, Role.SECTION), Text(words), gap=2, around=3)
        column.addStretch(1)
        column.addWidget(FlowRow(self.stay, self.go))
        self.setAccessibleDescription(words)
        self.finished.connect(self.deleteLater)
        self.stay.setFocus(Qt.FocusReason.OtherFocusReason)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        """Be as high as the words need."""
        super().showEvent(event)
        self._fit()

    def redress(self) -> None:
        """Grow with the text."""
        if self.isVisible():
            self._fit()

    def _fit(self) -> None:
        """Take the height that the words need here; Qt would ask for that of their narrowest."""
        layout, room = self.layout(), self.screen().availableGeometry().width() - space(4)
        wide = min(WIDE * self.fontMetrics().averageCharWidth(), room)
        if layout is not None:
            self.resize(wide, layout.totalHeightForWidth(wide))
