"""Lists inside a sentence: *namely a; b; and c*, *in two: a and b*."""

import re

from pcf_desktop.importers.letters.item import Item
from pcf_desktop.importers.letters.region import Region

_STOP = re.compile(r"[.!?](?=\s|$|['\"])|\n[ \t\x1f]*\n")
_SEMICOLON = re.compile(r"\s*;\s*(?:and\b|or\b)?\s*")
_COMMA = re.compile(r"\s*,\s*(?:and\b\s*)?")
_BULLET = re.compile(r"\s*•+\s*")
_INNER_NUMBER = re.compile(
    r"[\s,;]*(?:\band\s+)?(?:\(\d{1,2}\)|\([a-h]\)|\([ivx]+\)|\b\d[.)](?=\s))\s*"
)
_AND = re.compile(r"\s+and\s+")
_PAIRS = re.compile(
    r"(?:parents?|children|education|educational|health|needs?|speech|autism|asd|adhd|quality"
    r"|social|planning|assess\w*|attendance|strategy|exclusions?|ofsted|care|monitoring|leadership"
    r"|governance|timeliness|schools?|young|occupational|carers?|education, health|processes"
    r"|identification|access|support|commissioning|families|design)$",
    re.IGNORECASE,
)
_LONGEST_PART = 45
_FEWEST_COMMAS = 3


def running(region: Region, expected: int | None, *, plainly: bool) -> tuple[Item, ...]:
    """Return the items of a list in a sentence, or none where it cannot be parted with reason.

    `plainly` tells that a colon announced it, so that commas may part three items or more.
    """
    first = region.first
    if first is None:
        return ()
    even = region.view.even
    stop = _STOP.search(even, first.start)
    start, end = first.start, stop.start() if stop else len(even)
    end = min(end, region.rows[-1].end)
    for pattern, certainty in ((_BULLET, 0.85), (_INNER_NUMBER, 0.85), (_SEMICOLON, 0.9)):
        parts = _parts(even, start, end, pattern)
        if len(parts) > 1:
            return tuple(Item((part,), certainty=certainty) for part in parts)
    return _by_commas(even, start, end, expected, plainly=plainly)


def _by_commas(
    even: str, start: int, end: int, expected: int | None, *, plainly: bool
) -> tuple[Item, ...]:
    parts = _parts(even, start, end, _COMMA)
    if expected and len(parts) + 1 == expected:
        parts = _last_parted(even, parts)
    short = all(len(even[a:b].split()) <= _LONGEST_PART for a, b in parts)
    wanted = len(parts) == expected or (expected is None and plainly and _is_list(even, parts))
    return tuple(Item((part,), certainty=0.65) for part in parts) if wanted and short else ()


def _is_list(even: str, parts: list[tuple[int, int]]) -> bool:
    """Return whether there are three parts or more with *and* before the last."""
    last = parts[-1][0] if parts else 0
    return len(parts) >= _FEWEST_COMMAS and bool(re.search(r"\band\s+$", even[:last]))


def _last_parted(even: str, parts: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Part the last piece at its one *and* that is no fixed pair of words."""
    start, end = parts[-1]
    ands = [
        m for m in _AND.finditer(even, start, end) if not _PAIRS.search(even[start : m.start()])
    ]
    if len(ands) != 1:
        return parts
    return [*parts[:-1], (start, ands[0].start()), (ands[0].end(), end)]


def _parts(even: str, start: int, end: int, pattern: re.Pattern[str]) -> list[tuple[int, int]]:
    parts: list[tuple[int, int]] = []
    for match in pattern.finditer(even, start, end):
        parts.append((start, match.start()))
        start = match.end()
    parts.append((start, end))
    return [(a, b) for a, b in parts if even[a:b].strip(" \n\t.,;•-–")]
