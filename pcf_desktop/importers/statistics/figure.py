"""A published figure: a number, or the mark that stands for one that is not given."""

import re
from dataclasses import dataclass

MARKS = {
    "c": "Left out, so that nobody can be recognised.",
    "z": "Not applicable.",
    "x": "Not available.",
    ":": "Not available.",
    "..": "Not available.",
    "low": "Under half of the last digit shown, but not zero.",
    "u": "Too few to be reliable.",
    "k": "Under half of the last digit shown, but not zero.",
    "~": "Left out, rounded, or too small.",
    "-": "Nothing is given here.",
    "": "Nothing is given here.",
}
"""What the marks mean, in plain words. Source: the government statistical service's guidance on
symbols in tables (c, k, u, x, z, low, also in brackets), and older releases of the
department (the others)."""

_NUMBER = re.compile(r"^-?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?%?$")


@dataclass(frozen=True)
class Figure:
    """A number, or None with the mark that stands in its place, which is never zero."""

    value: float | None
    mark: str | None = None


def read_figure(text: str) -> Figure | None:
    """Return the figure of a cell; None where it holds neither a number nor a mark."""
    said = text.strip()
    if _NUMBER.match(said):
        number = float(said.replace(",", "").rstrip("%"))
        return Figure(int(number) if number.is_integer() else number)
    mark = (said[1:-1] if said.startswith("[") and said.endswith("]") else said).casefold()
    return Figure(None, mark) if mark in MARKS else None
