"""The registry of all views: what the audit walks through, and what pictures are made of."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from pcf_desktop.ui.faults import FaultDialog
from pcf_desktop.ui.feedback import sample as feedback
from pcf_desktop.ui.help import HelpDialog
from pcf_desktop.ui.home import sample as home
from pcf_desktop.ui.language import tr
from pcf_desktop.ui.meetings import sample as meetings
from pcf_desktop.ui.packs import sample as packs
from pcf_desktop.ui.priorities import sample as priorities
from pcf_desktop.ui.screen import Desk
from pcf_desktop.ui.start import sample as start
from pcf_desktop.ui.surveys import sample as surveys

Make = Callable[[Desk], QWidget]
"""Makes a view at a desk with a made-up forum."""


def views() -> dict[str, Make]:
    """Return every screen and dialog by its name; the audit fails for a screen not named here."""
    return {
        **start.sample(),
        **home.sample(),
        **feedback.sample(),
        **surveys.sample(),
        **priorities.sample(),
        **packs.sample(),
        **meetings.sample(),
        "help": lambda _desk: HelpDialog("link"),
        "fault": lambda _desk: FaultDialog(RuntimeError(tr("An example"))),
    }
