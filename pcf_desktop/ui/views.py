"""The registry of all views: what the audit walks through, and what pictures are made of."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from pcf_desktop.ui.faults import FaultDialog
from pcf_desktop.ui.language import tr
from pcf_desktop.ui.screen import Desk


@dataclass(frozen=True)
class View:
    """One view: its name, and how it is made at a desk with a made-up forum."""

    name: str
    make: Callable[[Desk], QWidget]


def views() -> tuple[View, ...]:
    """Return every screen and dialog of the window; the audit fails for a screen not named here."""
    return (View("fault", lambda _desk: FaultDialog(RuntimeError(tr("An example")))),)
