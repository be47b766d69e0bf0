"""A person with a keyboard and nothing else: keys go to whatever has the focus."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.audit import name_of

MOST_TABS = 80
"""Nobody would go further to reach something on a page."""


class Keyboard:
    """Types and presses; `go_to` walks by Tab and fails where that does not lead."""

    def __init__(self, qtbot: QtBot) -> None:
        self._qtbot = qtbot

    @property
    def focus(self) -> QWidget:
        """What has the focus; there is always something."""
        self._qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
        found = QApplication.focusWidget()
        assert found is not None
        return found

    @property
    def name(self) -> str:
        """What a screen reader would call what has the focus; empty while nothing has it."""
        found = QApplication.focusWidget()
        return name_of(found) if found is not None else ""

    def type(self, words: str) -> None:
        """Type words."""
        self._qtbot.keyClicks(self.focus, words)

    def press(
        self, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
    ) -> None:
        """Press a key, perhaps while another is held."""
        self._qtbot.keyClick(self.focus, key, held)

    def command(self, key: Qt.Key) -> None:
        """Press a key while Ctrl is held."""
        self.press(key, Qt.KeyboardModifier.ControlModifier)

    def go_to(self, name: str) -> None:
        """Press Tab until something of that name has the focus."""
        passed = []
        for _ in range(MOST_TABS):
            if self.name.startswith(name):
                return
            passed.append(self.name)
            self.press(Qt.Key.Key_Tab)
        raise AssertionError(f"Tab does not lead to {name}, only to {passed}.")

    def push(self, name: str) -> None:
        """Go to a button and press it."""
        self.go_to(name)
        self.press(Qt.Key.Key_Space)
