"""Items that were run together: bullets, dashes or numbers inside a line."""

import re
from collections.abc import Sequence
from dataclasses import replace

from pcf_desktop.importers.letters.item import Item
from pcf_desktop.importers.letters.markers import Marker

_BULLETS = re.compile(r"\s*•+\s*")
_DASHES = re.compile(r"[\s;.,]\s*[-–*]\s+(?=[A-Za-z])|(?<=[.;])[-–]\s?(?=[A-Za-z])")
_ASIDE = re.compile(
    r"(?:and|or|but|which|that|who|including|particularly|especially|notably|such|with|for|as|in"
    r"|most|e\.g|namely|both|not|led|this|these|so|often|where|when)\b",
    re.IGNORECASE,
)
_BEGINS = re.compile(
    r"(?:the|a|an|lack|poor|weak|weaknesses|too|inconsisten\w+|insufficient|ineffective|limited"
    r"|in\w+|un\w+|leaders|significant|slow|long|high|low|absence|failure|variable|gaps|delays)\b",
    re.IGNORECASE,
)
_SENTENCE_END = re.compile(r"[.!?](?=\s+[A-Z])")
_FEWEST_WORDS = 3


def split_glued(even: str, item: Item, mark: Marker) -> tuple[Item, ...]:
    """Return the items that stand in one, in order; the item itself if it is only one."""
    start, end = item.start, item.end
    if mark.style == "label":
        return (item,)
    cuts = [match.span() for match in _BULLETS.finditer(even, start, end) if match.start() > start]
    if not cuts and mark.style in {"bullet -", "bullet –", "bullet *"}:
        cuts = _dashes(even, start, end)
    if not cuts and mark.style == "number" and mark.number is not None:
        cuts = _numbers(even, start, end, (item.number or mark.number) + 1)
    return _cut(even, item, cuts)


def _dashes(even: str, start: int, end: int) -> list[tuple[int, int]]:
    opening = even[start : start + 1]
    cuts: list[tuple[int, int]] = []
    for match in _DASHES.finditer(even, start, end):
        after = even[match.end() : end]
        before = even[cuts[-1][1] if cuts else start : match.start()]
        alike = after[:1].islower() == opening.islower()
        whole = min(len(before.split()), len(after.split())) >= _FEWEST_WORDS
        begins = bool(_BEGINS.match(after)) or after[:1].isupper()
        if alike and whole and begins and not _ASIDE.match(after):
            cuts.append((match.start() + (match.group()[0] in ".;"), match.end()))
    return cuts


def _numbers(even: str, start: int, end: int, following: int) -> list[tuple[int, int]]:
    cuts: list[tuple[int, int]] = []
    place = start
    while match := re.compile(rf"\s\(?{following}[.)]\s*(?=[A-Za-z'\"])").search(even, place, end):
        cuts.append(match.span())
        place, following = match.end(), following + 1
    return cuts


def _cut(even: str, item: Item, cuts: Sequence[tuple[int, int]]) -> tuple[Item, ...]:
    if not cuts:
        return (item,)
    parts: list[Item] = []
    start = item.start
    over = _SENTENCE_END.search(even, cuts[-1][1], item.end)
    end = over.end() if over and "\n" not in even[item.start : item.end] else item.end
    for index, (stop, resume) in enumerate([*cuts, (end, end)]):
        pieces = tuple(
            (max(a, start), min(b, stop)) for a, b in item.pieces if a < stop and b > start
        )
        if pieces and even[pieces[0][0] : pieces[-1][1]].strip(" \n.;,-–"):
            number = item.number + index if item.number is not None and index else item.number
            parts.append(replace(item, pieces=pieces, number=number))
        start = resume
    return tuple(parts)
