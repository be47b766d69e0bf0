"""A panel at the side of a page, which can be closed."""

from PySide6.QtCore import Qt, Signal

from pcf_desktop.ui.components.button import Button
from pcf_desktop.ui.components.card import Card
from pcf_desktop.ui.components.keys import bind
from pcf_desktop.ui.language import tr


class SidePanel(Card):
    """A titled card whose button, like Escape inside it, emits `closed`."""

    closed = Signal()

    def __init__(self, title: str, *, closable: bool = True) -> None:
        super().__init__(title)
        self.close_button = Button.of_icon("x", tr("Close {panel}").format(panel=title))
        self.close_button.clicked.connect(self.closed)
        self.head.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignTop)
        if closable:
            bind(self, "Esc", self.closed.emit)
        else:
            self.close_button.hide()
