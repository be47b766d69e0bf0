"""The tokens of the design: colours, sizes and shapes, read from `resources/appearance`."""

import tomllib
from dataclasses import dataclass, fields
from functools import cache

from PySide6.QtGui import QColor

from pcf_desktop.paths import shipped

PALETTES = ("light", "cream", "dark", "contrast")
"""The four palettes, in the order in which they are offered; each is a file of that name."""


@dataclass(frozen=True)
class Colours:
    """One palette. A `…_weak` colour is the ground on which its namesake is written."""

    ground: QColor
    surface: QColor
    sunken: QColor
    line: QColor
    line_strong: QColor
    text: QColor
    muted: QColor
    accent: QColor
    accent_weak: QColor
    accent_hover: QColor
    on_accent: QColor
    good: QColor
    good_weak: QColor
    amber: QColor
    amber_weak: QColor
    bad: QColor
    bad_weak: QColor
    info: QColor
    info_weak: QColor
    focus: QColor

    def named(self, token: str) -> QColor:
        """Return the colour of a token's name; KeyError when there is none."""
        if token not in self.__dataclass_fields__:
            raise KeyError(token)
        colour: QColor = getattr(self, token)
        return colour


@dataclass(frozen=True)
class Palette:
    """A palette with the words under which it is offered."""

    name: str
    words: str
    dark: bool
    colours: Colours


@dataclass(frozen=True)
class Sizes:
    """Type and shape at 100 % text, in pixels at a screen's normal scale."""

    body: float
    small: float
    section: float
    title: float
    reading: float
    line_spacing: float
    step: int
    radius: int
    card_radius: int
    ring: int
    ring_gap: int
    padding: int
    small_padding: int
    least: int
    icon: float


@cache
def palette(name: str) -> Palette:
    """Return one of the four palettes; KeyError when there is none of that name."""
    if name not in PALETTES:
        raise KeyError(name)
    kept = tomllib.loads(shipped("resources", "appearance", f"{name}.toml").read_text("utf-8"))
    colours = {field.name: QColor(kept["colours"][field.name]) for field in fields(Colours)}
    return Palette(name, kept["words"], kept["dark"], Colours(**colours))


@cache
def sizes() -> Sizes:
    """Return the sizes, which all palettes share."""
    kept = tomllib.loads(shipped("resources", "appearance", "sizes.toml").read_text("utf-8"))
    return Sizes(**kept["type"], **kept["shape"], **kept["control"])


def space(steps: float = 1) -> int:
    """Return a gap in pixels: so many steps of eight; 0.5 is the smallest."""
    return round(sizes().step * steps)
