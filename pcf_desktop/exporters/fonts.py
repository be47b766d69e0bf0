"""The typefaces a document is set in, installed as packages and never looked for on the computer.

Atkinson Hyperlegible was made for low vision; Source Sans 3 lends the letters it lacks (ŵ ŷ → ≥).
"""

from functools import cache
from importlib.resources import files
from pathlib import Path

FAMILIES = ("Atkinson Hyperlegible", "Source Sans 3")
_UPRIGHT = ("AtkinsonHyperlegible-Regular.ttf", "SourceSans3[wght].ttf")


@cache
def folders() -> tuple[Path, ...]:
    """Return the folders that hold the font files, one for each of `FAMILIES`."""
    packages = ("fontpkg_" + family.lower().replace(" ", "_") for family in FAMILIES)
    return tuple(Path(str(files(package))) / "files" for package in packages)


@cache
def letters() -> frozenset[str]:
    """Return every character the typefaces have a shape for, the same in every weight."""
    from fontTools.ttLib import (  # type: ignore[import-untyped]  # noqa: PLC0415 - ships no types
        TTFont,
    )

    found: set[str] = set()
    for folder, name in zip(folders(), _UPRIGHT, strict=True):
        with TTFont(folder / name, lazy=True) as font:
            found.update(map(chr, font.getBestCmap()))
    return frozenset(found)
