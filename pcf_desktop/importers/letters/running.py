"""Lists inside a sentence: *namely a; b; and c*, *in two: a and b*."""

import re

from pcf_desktop.importers.letters.item import Item
from pcf_desktop.importers.letters.region import Region
from pcf_desktop.importers.letters.vocabulary import spaced

_STOP = re.compile(r"[.!?](?=\s|$|['\"])|\n[ \t\x1f]*\n|\n(?=[ \t]*(?:•|[-*–]\s|\(?\d{1,2}[.)]\s))")
_SEMICOLON = re.compile(r"\s*;\s*(?:and\b|or\b)?\s*")
_COMMA = re.compile(r"\s*,\s*(?:and\b\s*)?")
_BULLET = re.compile(r"\s*•+\s*")
_INNER_NUMBER = re.compile(
    r"[\s,;]*(?:\band\s+)?(?:\(\d{1,2}\)|\([a-h]\)|\([ivx]+\)|\b\d[.)](?=\s))\s*"
)
_DASH = re.compile(r"\s+[-–]\s+")
_AND = re.compile(r"\s+and\s+")
_PAIRS = spaced(
    r"parents? and (?:their )?(?:carers|famil)|children and (?:young|their|famil)|health and"
    r" (?:social )?"
    r"care|education(?:al)? and (?:health|social|training)|speech and language|needs and(?:/or)?"
    r" disab"
    r"|(?:autism|asd) and adhd|ofsted and|social(?:, | and )emotional|emotional and mental"
    r"|(?:mental )?health and well|quality and timeliness|timeliness and quality|people and famil"
    r"|leadership and governance|assessment and diagnos|families and|carers and|(?:assess\w*"
    r"|plan\w*)"
    r" and (?:meet|review|deliver|planning)|planning and commissioning|process(?:es)? and quality"
)
_LONGEST = 5000
_LONGEST_PART = 45
_LONGEST_UNCOUNTED = 12
_FEWEST_COMMAS = 3


def running(region: Region, expected: int | None, *, plainly: bool) -> tuple[Item, ...]:
    """Return the items of a list in a sentence, or none where it cannot be parted with reason.

    `plainly` tells that a colon announced it, so that commas may part three items or more.
    """
    first = region.first
    if first is None:
        return ()
    even = region.view.even
    start = first.start
    end = min(region.rows[-1].end, start + _LONGEST)
    stop = _STOP.search(even, start, end)
    end = stop.start() if stop else end
    for pattern, certainty in ((_BULLET, 0.85), (_INNER_NUMBER, 0.85), (_SEMICOLON, 0.9)):
        parts = _parts(even, start, end, pattern)
        if len(parts) > 1:
            return tuple(Item((part,), certainty=certainty) for part in parts)
    parts = _parts(even, start, end, _DASH)
    if expected is not None and len(parts) == expected > 1:
        return tuple(Item((part,), certainty=0.85) for part in parts)
    if expected == 1 and len(even[start:end].split()) <= _LONGEST_PART:
        return (Item(((start, end),), certainty=0.65),)
    return _by_commas(even, start, end, expected, plainly=plainly)


def _by_commas(
    even: str, start: int, end: int, expected: int | None, *, plainly: bool
) -> tuple[Item, ...]:
    parts = _parts(even, start, end, _COMMA)
    listed = expected is None and plainly
    if (expected and len(parts) + 1 == expected) or (listed and len(parts) > 1):
        parts = _last_parted(even, parts)
    most = _LONGEST_PART if expected else _LONGEST_UNCOUNTED
    short = all(len(even[a:b].split()) <= most for a, b in parts)
    wanted = len(parts) == expected or (listed and _is_list(even, parts))
    return tuple(Item((part,), certainty=0.65) for part in parts) if wanted and short else ()


def _is_list(even: str, parts: list[tuple[int, int]]) -> bool:
    """Return whether there are three parts or more with *and* before the last."""
    last = parts[-1][0] if parts else 0
    return len(parts) >= _FEWEST_COMMAS and bool(
        re.search(r"\band\s+$", even[max(0, last - 12) : last])
    )


def _last_parted(even: str, parts: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Part the last piece at its one *and* that is no fixed pair of words."""
    start, end = parts[-1]
    ands = [each for each in _AND.finditer(even, start, end) if not _is_pair(even, each)]
    if len(ands) != 1:
        return parts
    return [*parts[:-1], (start, ands[0].start()), (ands[0].end(), end)]


def _is_pair(even: str, match: re.Match[str]) -> bool:
    """Return whether the *and* stands within a fixed pair such as *parents and carers*."""
    around = even[max(0, match.start() - 24) : match.end() + 16]
    place = match.start() - max(0, match.start() - 24)
    return any(pair.start() <= place < pair.end() for pair in _PAIRS.finditer(around))


def _parts(even: str, start: int, end: int, pattern: re.Pattern[str]) -> list[tuple[int, int]]:
    parts: list[tuple[int, int]] = []
    for match in pattern.finditer(even, start, end):
        parts.append((start, match.start()))
        start = match.end()
    parts.append((start, end))
    return [(a, b) for a, b in parts if even[a:b].strip(" \n\t.,;•-–")]
