"""Numbers as people and programs write them: 1234, £1,234.50, and 1.234,50 elsewhere."""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from pcf_desktop.importers.files.cells import Cell
from pcf_desktop.importers.sheet import Answer

_SIGN = r"-?\s*(?:[£€$]\s*)?-?"
_WHOLE = r"(?:0|[1-9]\d{0,14})"
PLAIN = re.compile(rf"-?{_WHOLE}(?:\.\d+)?")
_POINT = re.compile(rf"{_SIGN}(?:{_WHOLE}|[1-9]\d{{0,2}}(?:,\d{{3}})+)(?:\.\d+)?\s*%?")
_COMMA = re.compile(rf"{_SIGN}(?:{_WHOLE}|[1-9]\d{{0,2}}(?:[. ]\d{{3}})+)(?:,\d+)?\s*[€%]?")
_SURELY_COMMA = re.compile(r".*[£€$].*|.*\d{2},\d.*|.*,\d{2}\s*", re.DOTALL)
_YEARS = re.compile(
    r"(?:aged?\s*)?(?P<number>\d{1,3})\s*(?:years?|yrs?|y/?o)?\.?(?:[ -]olds?)?", re.IGNORECASE
)
_BAND = re.compile(r"\d\s*(?:-|\u2013|to|\+|or)\s*|under|over|more|less", re.IGNORECASE)
_MOSTLY = 0.7
_NEARLY_ALL = 0.95
_SHORT = 30
"""Letters of an answer about a number; a story among so many numbers is one of few."""


@dataclass(frozen=True)
class Style:
    """How a column writes its numbers: what stands before tenths, and between thousands."""

    decimal: str = "."

    def value(self, word: str) -> int | float:
        """Return the number; raises `ValueError` for what is none."""
        digits = re.sub(r"[£€$%\s]", "", word)
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


def mostly_numbers(words: Mapping[str, int]) -> bool:
    """Return whether a count was asked for and given, though some wrote "about 40" or "lots".

    Bands are none, as "0-4" or "5 or more" that many chose.
    """
    plain = sum(count for word, count in words.items() if _counted(word) is not None)
    rest = [word for word in words if _counted(word) is None]
    if any(_BAND.search(word) and words[word] > 1 for word in rest) or len(rest) > len(words) / 2:
        return False
    short = max(map(len, rest), default=0) <= _SHORT
    return plain >= (_MOSTLY if short else _NEARLY_ALL) * sum(words.values())


def _counted(word: str) -> int | float | None:
    """Return the number in "9", "9 years", "aged 9" or "£1,200"; None for anything else."""
    found = _YEARS.fullmatch(word.strip())
    if found is None and _POINT.fullmatch(word.strip()):
        return Style().value(word)
    return int(found["number"]) if found else None


def number_by(style: Style) -> Callable[[Cell], tuple[Answer, str | None]]:
    """Return what makes a number of a cell; a word among numbers stays a word."""

    def translate(cell: Cell) -> tuple[Answer, str | None]:
        if isinstance(cell, int | float):
            return cell, None
        word = str(cell).strip()
        try:
            return style.value(word), None
        except ValueError:
            number = _counted(word)
            return (word if number is None else number), None

    return translate
