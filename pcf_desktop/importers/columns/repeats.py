"""Questions asked again, as for a second child: told by the digit, and read like the first."""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace

from pcf_desktop.importers.columns.column import SurveyColumn
from pcf_desktop.importers.columns.finding import Finding
from pcf_desktop.importers.columns.numbers import is_number, style_of
from pcf_desktop.importers.columns.options import OTHER, Splitter, tidy
from pcf_desktop.importers.sheet import Kind

_MARKED = re.compile(r"(?P<words>.*[^\d\s])(?P<digit>[2-9]|1\d)", re.DOTALL)
_CLOSED = frozenset({Kind.SINGLE, Kind.MULTIPLE, Kind.SCALE, Kind.CONSENT, Kind.GRID})
_SHORT = 60
_FEW = 5


def without_repeat_mark(text: str, was_asked: Callable[[str], bool]) -> tuple[str, int | None]:
    """Return a heading without the digit that a tool or Excel put after words used before.

    The number is the digit; None where the heading stands as the author wrote it.
    """
    found = _MARKED.fullmatch(text)
    if found is None or not was_asked(found["words"]):
        return text, None
    return found["words"], int(found["digit"])


def repeated_finding(first: Finding, column: SurveyColumn) -> Finding | None:
    """Return what a question asked again is, after its first time; None where it differs.

    A second child has few answers, too few to tell a choice from a story by themselves.
    """
    if first.kind is Kind.IDENTITY:
        return Finding(Kind.IDENTITY)
    words = column.words()
    if first.kind is Kind.NUMBER:
        return Finding(Kind.NUMBER) if style_of(words, counts=True) else None
    return _same_choice(first, words) if first.kind in _CLOSED and first.options else None


def _same_choice(first: Finding, words: Mapping[str, int]) -> Finding | None:
    """Return the choice with what is new in it; None where most answers are nothing like it."""
    known = tuple(option for option in first.options if option != OTHER)
    new: dict[str, None] = {}
    fitting = 0
    for word, count in words.items():
        pieces = _pieces(word, known, first.separator)
        unknown = [piece for piece in pieces if piece not in known]
        new.update(dict.fromkeys(unknown))
        fitting += 0 if unknown else count
    total = sum(words.values())
    few = total < _FEW and all(len(piece) <= _SHORT for piece in new)
    if 2 * fitting < total and not few:
        return None
    if first.other:
        return replace(first, warning=None)
    return replace(first, options=_in_order((*known, *new)), warning=None)


def _pieces(word: str, known: tuple[str, ...], separator: str | None) -> list[str]:
    return [tidy(word)] if separator is None else Splitter(separator, known).split(word)


def _in_order(options: Iterable[str]) -> tuple[str, ...]:
    given = tuple(options)
    return tuple(sorted(given, key=float)) if all(map(is_number, given)) else given
