"""Words on the page, always plain text, in the size and colour of their role."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QSizePolicy

from pcf_desktop.ui.typeface import Role, font


class Text(QLabel):
    """A label that shows its words literally and follows the person's text size.

    `tone` is `text`, `muted`, `accent`, `good`, `amber`, `bad`, `info` or `on_accent`.
    """

    def __init__(
        self, words: str = "", role: Role = Role.BODY, tone: str = "text", *, wrap: bool = True
    ) -> None:
        super().__init__()
        self._role = role
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(wrap)
        if wrap:
            self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.setProperty("tone", tone)
        self.setFont(font(role))
        self.setText(words)

    def set_tone(self, tone: str) -> None:
        """Change the colour to that of another token."""
        if self.property("tone") != tone:
            self.setProperty("tone", tone)
            self.style().unpolish(self)
            self.style().polish(self)

    def redress(self) -> None:
        """Take the new size when the application's text size changes."""
        self.setFont(font(self._role))
