"""What is typed in a form and not saved: kept in the encrypted file, as the log form keeps its."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from pcf_desktop.progress import Progress
from pcf_desktop.services.forum import drafts
from pcf_desktop.ui import saving
from pcf_desktop.ui.language import tr

if TYPE_CHECKING:
    from pcf_desktop.ui.screen import Screen
    from pcf_desktop.workspace import Session

KEEP_AFTER = 2_000
"""Milliseconds from the first key that is not yet kept to the draft that keeps it."""


class Unsaved(QObject):
    """Keeps one draft; `state` gives the fields, or None when nothing would be missed.

    `name` says whose draft it is. While it is empty, nothing is kept.
    """

    def __init__(self, screen: "Screen", state: Callable[[], Mapping[str, str] | None]) -> None:
        super().__init__(screen)
        self.name = ""
        self._screen, self._state = screen, state
        self._soon = QTimer(self, singleShot=True, interval=KEEP_AFTER)
        self._soon.timeout.connect(self._keep)

    def typed(self) -> None:
        """Keep what was typed, soon."""
        if self.name and not self._soon.isActive() and not saving.why_not(self._screen.desk.worker):
            self._soon.start()

    def put_away(self) -> None:
        """Keep now what would be kept soon."""
        if self._soon.isActive():
            self._soon.stop()
            self._keep()

    def forget(self) -> None:
        """Keep nothing of what was typed so far."""
        self._soon.stop()
        name = self.name
        if name and not saving.why_not(self._screen.desk.worker):
            self._screen.change(
                tr("forget a draft"), lambda session, _progress: drafts.drop(session, name)
            )

    def _keep(self) -> None:
        name, state = self.name, self._state()

        def keep(session: "Session", _progress: Progress) -> None:
            if state is None:
                drafts.drop(session, name)
            else:
                drafts.keep(session, name, state)

        self._screen.change(tr("keep a draft"), keep)
