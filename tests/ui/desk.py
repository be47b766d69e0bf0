"""A desk for one view alone: a real worker on a real workspace, and a note of what was asked."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from pcf_desktop import app
from pcf_desktop.ui.actions import commands
from pcf_desktop.ui.worker import Worker
from pcf_desktop.workspace import Workspace

PLACES = {place.key for group in app.places() for place in group}


class LoneDesk(QObject):
    """Does for a view what the window would, and keeps what it asked for."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._worker = Worker(workspace, self)
        self.went: list[tuple[str, object]] = []
        self.ran: list[str] = []
        self.said: list[str] = []
        self.hidden = ""
        self.hidden_by: QWidget | None = None

    @property
    def worker(self) -> Worker:
        return self._worker

    def go(self, place: str, subject: object = None) -> None:
        assert place in PLACES, f"The window has no place {place}."
        self.went.append((place, subject))

    def run(self, command: str) -> None:
        assert command in {each.key for each in commands()}, f"The window has no {command}."
        self.ran.append(command)

    def tell(self, words: str, *, undo: bool = False) -> None:
        self.said.append(f"{words} [Undo]" if undo else words)

    def set_hidden(self, words: str, screen: QWidget) -> None:
        self.hidden, self.hidden_by = words, screen
