"""Numbers under each other, each with its words and what it means."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from pcf_desktop.ui.components.lay import clear
from pcf_desktop.ui.components.rule import Divider
from pcf_desktop.ui.components.text import Text
from pcf_desktop.ui.tokens import space
from pcf_desktop.ui.typeface import Role
from pcf_desktop.ui.words import number


class NumberList(QWidget):
    """Shows `(words, number, meaning)`; a nought is muted."""

    def __init__(self) -> None:
        super().__init__()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(space(2))
        self._grid.setVerticalSpacing(space(1))
        self._grid.setColumnStretch(1, 1)

    def show_numbers(self, numbers: Sequence[tuple[str, int, str]]) -> None:
        """Show these."""
        clear(self._grid)
        for place, (words, value, meaning) in enumerate(numbers):
            tone = "text" if value else "muted"
            shown = Text(number(value), Role.SECTION, tone, wrap=False)
            shown.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
            named = Text(f"{words}. {meaning}" if value else words, tone=tone)
            self._grid.addWidget(shown, 2 * place, 0)
            self._grid.addWidget(named, 2 * place, 1)
            self._grid.addWidget(Divider(), 2 * place + 1, 0, 1, 2)
