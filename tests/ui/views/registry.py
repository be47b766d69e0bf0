"""The registry of all views: what the audit walks through, and what pictures are made of."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from pcf_desktop.ui.backups import BackupList
from pcf_desktop.ui.faults import FaultDialog
from pcf_desktop.ui.help import HelpDialog
from pcf_desktop.ui.language import tr
from pcf_desktop.ui.screen import Desk
from tests.ui.views import feedback, home, logs, meetings, packs, priorities, start, surveys

Make = Callable[[Desk], QWidget]
"""Makes a view at a desk with a made-up forum."""


def views() -> dict[str, Make]:
    """Return every screen and dialog by its name; the audit fails for a screen not named here."""
    return {
        **start.sample(),
        **home.sample(),
        **feedback.sample(),
        **surveys.sample(),
        **logs.sample(),
        **priorities.sample(),
        **packs.sample(),
        **meetings.sample(),
        "backups": lambda desk: BackupList(desk.worker),
        "help": lambda _desk: HelpDialog("sort"),
        "fault": lambda _desk: FaultDialog(RuntimeError(tr("An example"))),
    }
