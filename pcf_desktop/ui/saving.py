"""What saves is disabled, and says why, in a forum that is open to read only."""

from typing import Protocol

from pcf_desktop.ui.language import tr
from pcf_desktop.ui.worker import Worker


class Saves(Protocol):
    """Something on a page with which a change is saved: a button, or what holds one."""

    def hold(self, why: str) -> None:
        """Stay disabled and say why, whatever else is asked; no words: be free again."""


def why_not(worker: Worker) -> str:
    """Return why nothing can be saved in the open forum, or no words where it can."""
    if not worker.workspace.is_read_only:
        return ""
    return tr("Read-only: changes can’t be saved here")


def hold(worker: Worker, *parts: Saves, when: bool = True) -> None:
    """Disable these parts where nothing can be saved; with `when` false, as at other steps, not."""
    why = why_not(worker) if when else ""
    for part in parts:
        part.hold(why)
