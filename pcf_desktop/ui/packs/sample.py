"""The views of packs for the registry: the register, each step, and what was written."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path

from PySide6.QtWidgets import QWidget

from pcf_desktop.exporters.formats import Exported
from pcf_desktop.records import When
from pcf_desktop.services.quotes import Candidate
from pcf_desktop.ui.language import tr
from pcf_desktop.ui.packs.maker import Step
from pcf_desktop.ui.packs.packs import Packs
from pcf_desktop.ui.packs.quote_choice import Offer
from pcf_desktop.ui.packs.register_rows import MadePack
from pcf_desktop.ui.screen import Desk


def sample() -> dict[str, Callable[[Desk], QWidget]]:
    """Return each page by its name."""
    return {
        "packs": Packs,
        "packs made": _made,
        "pack: period and priorities": lambda desk: _step(desk, Step.PERIOD),
        "pack: quotes": lambda desk: _step(desk, Step.QUOTES),
        "pack: preview": lambda desk: _step(desk, Step.PREVIEW),
        "pack: export": lambda desk: _step(desk, Step.EXPORT),
        "pack: written": _written,
    }
