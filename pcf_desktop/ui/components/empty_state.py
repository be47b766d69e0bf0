"""What a view shows while it is empty: what it is for, and one button to begin."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from pcf_desktop.ui.components.button import Button, Rank
from pcf_desktop.ui.components.icon import Icon
from pcf_desktop.ui.components.lay import stacked
from pcf_desktop.ui.components.text import Text
from pcf_desktop.ui.tokens import space
from pcf_desktop.ui.typeface import Role


class EmptyState(QWidget):
    """An icon, a title, a sentence or two, and one button; emits `pressed`."""

    pressed = Signal()

    def __init__(self, icon: str, title: str, words: str, button: str = "") -> None:
        super().__init__()
        middle = Qt.AlignmentFlag.AlignHCenter
        heading, text = Text(title, Role.SECTION), Text(words, tone="muted")
        for label in (heading, text):
            label.setAlignment(middle)
        inner = QWidget()
        inner.setMaximumWidth(space(70))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addStretch(1)
        row.addWidget(inner, 100)
        row.addStretch(1)
        column = stacked(inner, gap=1.5, around=(3, 4, 3, 4))
        column.addStretch(1)
        column.addWidget(Icon(icon, "accent", 2.4), 0, middle)
        column.addWidget(heading)
        column.addWidget(text)
        self.button = Button(button, Rank.PRIMARY)
        self.button.clicked.connect(self.pressed)
        column.addWidget(self.button, 0, middle)
        if not button:
            self.button.hide()
        column.addStretch(2)

    def hold(self, why: str) -> None:
        """Keep the button disabled and say why; no words: be free again."""
        self.button.hold(why)
