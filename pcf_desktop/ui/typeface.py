"""The typefaces: Atkinson Hyperlegible, Source Sans 3 for the letters it lacks, and the icons."""

import json
from enum import Enum
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from PySide6.QtGui import QFont, QFontDatabase, QGuiApplication

from pcf_desktop.ui.tokens import sizes

PACKAGES = ("fontpkg_atkinson_hyperlegible", "fontpkg_source_sans_3")
POINTS_AN_INCH = 96
"""The resolution at which a pixel of our sizes is a pixel of the screen."""


class Role(Enum):
    """What a text is for; it settles the size and weight of its letters."""

    BODY = "body"
    STRONG = "strong"
    SMALL = "small"
    SMALL_STRONG = "small_strong"
    SECTION = "section"
    TITLE = "title"
    READING = "reading"


_BOLD = {Role.STRONG, Role.SMALL_STRONG, Role.SECTION, Role.TITLE}
_SIZE = {Role.STRONG: "body", Role.SMALL_STRONG: "small"}


@cache
def families() -> tuple[str, ...]:
    """Register the typefaces with Qt and return their names, the best first."""
    found: list[str] = []
    for package in PACKAGES:
        for file in sorted(_folder(package, "files").iterdir()):
            number = QFontDatabase.addApplicationFontFromData(file.read_bytes())
            found += QFontDatabase.applicationFontFamilies(number)
    return (*dict.fromkeys(found), "DejaVu Sans")


@cache
def icon_letters() -> tuple[str, dict[str, str]]:
    """Register the icon font with Qt; return its name, and each icon's letter in it."""
    folder = _folder("qtawesome", "fonts")
    (names,) = folder.glob("phosphor-charmap*")
    (letters,) = folder.glob("phosphor-*.ttf")
    number = QFontDatabase.addApplicationFontFromData(letters.read_bytes())
    codes = json.loads(names.read_text("utf-8"))
    return (
        QFontDatabase.applicationFontFamilies(number)[0],
        {name: chr(int(code, 16)) for name, code in codes.items()},
    )


def base_font(percent: int) -> QFont:
    """Return the font of ordinary text at a text size in per cent."""
    icon_letters()  # now, for to register a font while something is painted ends in a crash
    made = QFont(list(families()))
    made.setPixelSize(round(sizes().body * percent / 100 * _system_scale()))
    made.setStyleStrategy(QFont.StyleStrategy.PreferAntialias)
    return made


def font(role: Role = Role.BODY) -> QFont:
    """Return the font of a role, in proportion to the application's own."""
    made = QFont(QGuiApplication.font())
    ratio = getattr(sizes(), _SIZE.get(role, role.value)) / sizes().body
    made.setPixelSize(max(round(made.pixelSize() * ratio), 1))
    made.setBold(role in _BOLD)
    return made


def _folder(package: str, name: str) -> Path:
    """Return a folder of a package, which is not imported: qtawesome's would want 0.2 seconds."""
    spec = find_spec(package)
    if spec is None or spec.origin is None:
        raise ModuleNotFoundError(package)
    return Path(spec.origin).with_name(name)


def _system_scale() -> float:
    """Return how much larger than usual this computer asks all text to be."""
    screen = QGuiApplication.primaryScreen()
    usual = 72 if QGuiApplication.platformName() == "cocoa" else POINTS_AN_INCH
    return max(screen.logicalDotsPerInchY() / usual, 1.0)
