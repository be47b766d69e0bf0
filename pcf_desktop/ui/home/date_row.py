"""A date with what happens on it: the date on the left, the words beside it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from pcf_desktop.days import day
from pcf_desktop.services.home.home import NextDate
from pcf_desktop.ui.components.rule import Divider
from pcf_desktop.ui.components.text import Text
from pcf_desktop.ui.language import tr
from pcf_desktop.ui.tokens import space
from pcf_desktop.ui.typeface import Role


class DateRow(QWidget):
    """One dated event, above a thin line."""

    def __init__(self, event: NextDate) -> None:
        super().__init__()
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(space(2))
        grid.setVerticalSpacing(space(0.5))
        grid.setColumnStretch(0, 2)
        grid.setColumnStretch(1, 5)
        on = event.on.text or (day(event.on.earliest) if event.on.earliest else tr("No date"))
        grid.addWidget(Text(on, Role.SMALL_STRONG), 0, 0, 2, 1, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(Text(event.words, Role.STRONG), 0, 1)
        if event.note and event.note != event.words:
            grid.addWidget(Text(event.note, Role.SMALL, "muted"), 1, 1)
        grid.addWidget(Divider(), 2, 0, 1, 2)
