"""Numbers as people and programs write them: 1234, £1,234.50, and 1.234,50 elsewhere."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from pcf_desktop.importers.files.cells import Cell
from pcf_desktop.importers.sheet import Answer

_SIGN = r"-?\s*(?:[£€$]\s*)?-?"
_WHOLE = r"(?:0|[1-9]\d{0,14})"
PLAIN = re.compile(rf"-?{_WHOLE}(?:\.\d+)?")
_POINT = re.compile(rf"{_SIGN}(?:{_WHOLE}|[1-9]\d{{0,2}}(?:,\d{{3}})+)(?:\.\d+)?")
_COMMA = re.compile(rf"{_SIGN}(?:{_WHOLE}|[1-9]\d{{0,2}}(?:[. ]\d{{3}})+)(?:,\d+)?\s*€?")
_SURELY_COMMA = re.compile(r".*[£€$].*|.*\d{2},\d.*|.*,\d{2}\s*", re.DOTALL)


@dataclass(frozen=True)
class Style:
    """How a column writes its numbers: what stands before tenths, and between thousands."""

    decimal: str = "."

    def value(self, word: str) -> int | float:
        """Return the number; raises `ValueError` for what is none."""
        digits = re.sub(r"[£€$\s]", "", word)
        if self.decimal == ",":
            digits = digits.replace(".", "").replace(",", ".")
        digits = digits.replace(",", "")
        return int(digits) if digits.lstrip("-").isdecimal() else float(digits)


def is_number(word: str) -> bool:
    """Return whether an option is a plain number of digits, as on a scale from 1 to 5."""
    return word.replace(".", "", 1).isdecimal()


def style_of(words: Iterable[str], *, counts: bool = False) -> Style | None:
    """Return how a whole column writes numbers; None where anything in it is no number.

    "1,234" is a thousand the British way. A comma before tenths is taken only where some number
    can be nothing else ("12,5", "£2,5") or the question asks how many (`counts`): "1,2" alone
    may be two options.
    """
    given = [word.strip() for word in words]
    if not given:
        return None
    if all(map(_POINT.fullmatch, given)):
        return Style(".")
    if all(map(_COMMA.fullmatch, given)) and (counts or any(map(_SURELY_COMMA.match, given))):
        return Style(",")
    return None


def number_by(style: Style) -> Callable[[Cell], tuple[Answer, str | None]]:
    """Return what makes a number of a cell; a word among numbers stays a word."""

    def translate(cell: Cell) -> tuple[Answer, str | None]:
        if isinstance(cell, int | float):
            return cell, None
        word = str(cell).strip()
        try:
            return style.value(word), None
        except ValueError:
            return word, None

    return translate
