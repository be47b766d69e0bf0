"""Home for the registry of views."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from pcf_desktop.ui.home.home import Home
from pcf_desktop.ui.screen import Desk


def sample() -> dict[str, Callable[[Desk], QWidget]]:
    """Return the view by its name."""
    return {"home": Home}
