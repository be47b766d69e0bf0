"""What went wrong and can be mended, with a button to try again."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from pcf_desktop.errors import UserError
from pcf_desktop.ui.components.banner import Banner
from pcf_desktop.ui.components.button import Button
from pcf_desktop.ui.components.lay import stacked
from pcf_desktop.ui.components.status_mark import Level
from pcf_desktop.ui.language import tr


class Trouble(QWidget):
    """Hidden while all is well; emits `again`."""

    again = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.button = Button(tr("Try again"), icon="arrow-clockwise", small=True)
        self.button.clicked.connect(self._again)
        self._banner = Banner("", Level.BAD, self.button)
        self.words = ""
        stacked(self, self._banner)
        self.hide()

    def show_error(self, error: UserError) -> None:
        """Say what happened, what is safe and what to do."""
        self.say(str(error))

    def say(self, words: str) -> None:
        """Show words with the button, which takes the focus."""
        self.words = words
        self._banner.set_words(words)
        self.show()
        self.button.setFocus()

    def _again(self) -> None:
        self.hide()
        self.again.emit()
