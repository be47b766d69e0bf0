"""A banner across a page: something to know about all that is on it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QSizePolicy

from pcf_desktop.ui.components.announce import announce
from pcf_desktop.ui.components.button import Button
from pcf_desktop.ui.components.icon import Icon
from pcf_desktop.ui.components.lay import abreast
from pcf_desktop.ui.components.status_mark import Level
from pcf_desktop.ui.components.text import Text

_ICONS = {
    Level.INFO: "info",
    Level.AMBER: "warning",
    Level.BAD: "warning-circle",
    Level.GOOD: "check-circle",
}


class Banner(QFrame):
    """Words with an icon, on the ground of their level, and at most one button."""

    def __init__(self, words: str, level: Level = Level.INFO, button: Button | None = None) -> None:
        super().__init__()
        self.setProperty("kind", level.value)
        self._words = Text(words)
        self._icon = Icon(_ICONS[level], level.value)
        row = abreast(self, gap=1.5, around=(1.5, 1, 1.5, 1))
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._words, 1)
        if button is not None:
            row.addWidget(button)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)

    def set_words(self, words: str, level: Level | None = None) -> None:
        """Show other words, perhaps at another level, and have them spoken."""
        if level is not None and self.property("kind") != level.value:
            self.setProperty("kind", level.value)
            self.style().unpolish(self)
            self.style().polish(self)
            self._icon.show_icon(_ICONS[level], level.value)
        self._words.setText(words)
        announce(self, words)
