"""A page of the start: a narrow column in the middle, with a title and perhaps a way back."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from pcf_desktop.errors import UserError
from pcf_desktop.ui.components.announce import announce
from pcf_desktop.ui.components.banner import Banner
from pcf_desktop.ui.components.button import Button, Rank
from pcf_desktop.ui.components.lay import stacked
from pcf_desktop.ui.components.scroll import Scroll
from pcf_desktop.ui.components.status_mark import Level
from pcf_desktop.ui.components.text import Text
from pcf_desktop.ui.language import tr
from pcf_desktop.ui.tokens import space
from pcf_desktop.ui.typeface import Role


class StartPage(QWidget):
    """Title, subtitle and a `column` to fill; `back` is emitted by its button."""

    back = Signal()

    def __init__(
        self, title: str, subtitle: str = "", *, wide: int = 96, has_back: bool = True
    ) -> None:
        super().__init__()
        self.setObjectName("page")
        self.column = stacked(None, Text(title, Role.TITLE), gap=2)
        if subtitle:
            self.column.addWidget(Text(subtitle, tone="muted"))
        middle = QWidget()
        middle.setLayout(self.column)
        middle.setMaximumWidth(space(wide))
        middle.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(middle, 20)
        row.addStretch(1)
        scroll = Scroll()
        scroll.body.addLayout(row)
        scroll.body.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(space(3), space(4), space(3), space(2))
        whole.addWidget(scroll)
        if has_back:
            button = Button(tr("Back"), Rank.QUIET, "arrow-left")
            button.clicked.connect(self.back)
            self.column.insertWidget(0, button, 0, Qt.AlignmentFlag.AlignLeft)

    def add(self, *widgets: QWidget) -> None:
        """Add widgets below each other."""
        for widget in widgets:
            self.column.addWidget(widget)

    def say(self, error: UserError) -> None:
        """Put what happened above the page."""
        self.column.insertWidget(0, Banner(str(error), Level.BAD))
        announce(self, error.beside_a_field)

    def first_focus(self) -> QWidget | None:
        """Return the first useful field."""
        return None
