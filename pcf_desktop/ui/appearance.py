"""How the window looks: applies a palette and a text size, and remembers the person's choice."""

import json
from collections.abc import Callable
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Protocol, cast

from PySide6.QtCore import QEvent
from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import QApplication, QStyleFactory, QWidget

from pcf_desktop.paths import state
from pcf_desktop.ui.stylesheet import stylesheet
from pcf_desktop.ui.tokens import PALETTES, Colours, Palette, palette
from pcf_desktop.ui.typeface import base_font

TEXT_SIZES = (90, 100, 110, 125, 150, 175, 200)
"""The text sizes in per cent that Ctrl + and Ctrl − step through."""


class Dressed(Protocol):
    """A widget that has fonts or sizes of its own; `apply` tells the innermost first."""

    def redress(self) -> None:
        """Take them anew, for the look has changed; Qt tells only those without their own."""


_applied: list[Palette] = []


@dataclass(frozen=True)
class Look:
    """What the person chose: a palette by name, and a text size in per cent."""

    palette: str = "light"
    percent: int = 100

    def larger(self) -> "Look":
        """Return this with the next larger text."""
        return replace(self, percent=next((s for s in TEXT_SIZES if s > self.percent), 200))

    def smaller(self) -> "Look":
        """Return this with the next smaller text."""
        sizes = reversed(TEXT_SIZES)
        return replace(self, percent=next((s for s in sizes if s < self.percent), 90))


def colours() -> Colours:
    """Return the colours that `apply` set last, as `QApplication.palette` does for Qt's own."""
    return (_applied[-1] if _applied else palette("light")).colours


def apply(choice: Look) -> None:
    """Give the whole application a palette and a text size."""
    application = QApplication.instance()
    if not isinstance(application, QApplication):
        raise TypeError("There is no application to dress yet.")
    chosen = palette(choice.palette)
    letters, sheet = base_font(choice.percent), stylesheet(chosen.colours)
    if (application.font(), application.styleSheet()) == (letters, sheet):
        return
    _applied[:] = [chosen]
    if application.style().name().lower() != "fusion" and not application.styleSheet():
        application.setStyle(QStyleFactory.create("Fusion"))
    dressed = [widget for widget in application.allWidgets() if hasattr(widget, "redress")]
    for widget in dressed:
        widget.ensurePolished()  # or one that was never shown would keep its font, and measure it
    if application.styleSheet() != sheet:  # dear: larger text alone leaves it as it is
        application.setStyleSheet("")  # or all would be dressed by the old one at each step
        application.setPalette(_palette(chosen.colours))
        application.setStyleSheet(sheet)
    _set_letters(application, letters)
    for widget in sorted(dressed, key=_depth, reverse=True):
        cast("Dressed", widget).redress()


def remembered(file: Path | None = None) -> Look:
    """Return what was chosen on this computer last, or the usual look."""
    try:
        kept = json.loads((file or _file()).read_text("utf-8"))
        name, percent = kept["palette"], kept["percent"]
    except (OSError, ValueError, KeyError, TypeError):
        return Look()
    return Look(name, percent) if name in PALETTES and percent in TEXT_SIZES else Look()


def remember(choice: Look, file: Path | None = None) -> None:
    """Keep the choice for the next start; a computer that refuses loses only the choice."""
    kept = file or _file()
    try:
        kept.parent.mkdir(parents=True, exist_ok=True)
        kept.write_text(json.dumps(asdict(choice)), "utf-8")
    except OSError:
        return


def _set_letters(application: QApplication, letters: QFont) -> None:
    """Change the size of all text, which Qt tells no widget that a style sheet has dressed."""
    application.setFont(letters)
    for widget in application.allWidgets():
        application.sendEvent(widget, QEvent(QEvent.Type.ApplicationFontChange))


def _depth(widget: QWidget) -> int:
    held, depth = widget.parentWidget(), 0
    while held is not None:
        held, depth = held.parentWidget(), depth + 1
    return depth


def _file() -> Path:
    return state() / "appearance.json"


def _palette(of: Colours) -> QPalette:
    made = QPalette()
    role, group = QPalette.ColorRole, QPalette.ColorGroup
    shades: dict[QPalette.ColorRole, QColor] = {
        role.Window: of.ground,
        role.WindowText: of.text,
        role.Base: of.surface,
        role.AlternateBase: of.sunken,
        role.Text: of.text,
        role.Button: of.surface,
        role.ButtonText: of.text,
        role.BrightText: of.bad,
        role.PlaceholderText: of.muted,
        role.Highlight: of.accent,
        role.HighlightedText: of.on_accent,
        role.Accent: of.accent,
        role.Link: of.accent,
        role.LinkVisited: of.accent,
        role.ToolTipBase: of.text,
        role.ToolTipText: of.surface,
        role.Light: of.surface,
        role.Midlight: of.sunken,
        role.Mid: of.line,
        role.Dark: of.line_strong,
        role.Shadow: of.text,
    }
    put: Callable[[QPalette.ColorRole, QColor], None]
    for put in (made.setColor, lambda r, c: made.setColor(group.Inactive, r, c)):
        for name, shade in shades.items():
            put(name, shade)
    for name in (role.WindowText, role.Text, role.ButtonText):
        made.setColor(group.Disabled, name, of.muted)
    return made
