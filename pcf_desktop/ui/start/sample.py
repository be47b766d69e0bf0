"""The pages of the start for the registry of views."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QWidget

from pcf_desktop.ui.screen import Desk
from pcf_desktop.ui.start.make import Make
from pcf_desktop.ui.start.recovery import Recovery
from pcf_desktop.ui.start.unlock import Unlock
from pcf_desktop.ui.start.welcome import Welcome

SAMPLES = (
    ("shropshire", "Shropshire"),
    ("worcestershire", "Worcestershire"),
    ("somerset", "Somerset"),
    ("staffordshire", "Staffordshire"),
)
KEY = "5Y2V0-VBHJC-9YD1H-47JQ6-HVASJ-QD8PM-Y5C91-PT092"


def sample() -> dict[str, Callable[[Desk], QWidget]]:
    """Return each page by its name."""
    own = [Path("Forums") / "Made-up forum"]
    return {
        "start": lambda _desk: Welcome(own, SAMPLES),
        "unlock": lambda _desk: Unlock("Made-up forum"),
        "make forum": lambda _desk: Make(),
        "recovery": lambda _desk: Recovery("Made-up forum", KEY),
    }
