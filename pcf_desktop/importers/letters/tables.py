"""Tables: a row a priority, with its responsible body, number or judgement in other columns."""

import re
from dataclasses import dataclass

from pcf_desktop.importers.letters.bodies import bodies_of
from pcf_desktop.importers.letters.item import Item
from pcf_desktop.importers.letters.judgements import judgement_phrases
from pcf_desktop.importers.letters.numbers import NUMBER, number
from pcf_desktop.importers.letters.view import View
from pcf_desktop.importers.letters.vocabulary import PriorityKind, ReturnJudgement, nouns, spaced

_CELLS = re.compile(r"[ ]*\t[ ]*|[ ]+\|[ ]*|^\|[ ]*|[ ]*\|$")
_BODY = spaced(
    r"^(?:(?:responsible|lead) )?(?:body|bodies|organisations?|agency|partners?)|^responsible"
)
_JUDGED = spaced(
    r"^(?:judge?ment|progress|outcome|finding|sufficient|revisit|re-visit|result|status)"
)
_NUMBER = spaced(r"^(?:no\.?|number|ref\.?|#|item|area)$")
_BARE = re.compile(rf"^\(?({NUMBER})[.)]?$", re.IGNORECASE)
_LABELLED = re.compile(r"^[A-Za-z ]{3,30}?\s(\d{1,2})$")
_RULE = re.compile(r"^[\s|:+=-]*$")


@dataclass(frozen=True)
class _Cell:
    start: int
    end: int
    words: str


@dataclass(frozen=True)
class _Head:
    """Which column holds what."""

    words: int
    kind: PriorityKind
    body: int | None
    judged: int | None
    number: int | None
    end: int


@dataclass(frozen=True)
class LetterTable:
    """The items of a table, their kind, and where the table stands."""

    kind: PriorityKind
    items: tuple[Item, ...]
    start: int
    end: int


def tables(view: View) -> tuple[LetterTable, ...]:
    """Return the tables whose heading row names priorities, with their rows."""
    found: list[LetterTable] = []
    head: _Head | None = None
    items: list[Item] = []
    start = end = 0
    for line in view.lines:
        cells = _cells(line.start, line.words)
        fresh = _head(cells) if cells else None
        if fresh or (len(cells) < _FEWEST and not _RULE.match(line.words)):
            if head and items:
                found.append(LetterTable(head.kind, tuple(items), start, end))
            head, items, start, end = fresh or None, [], line.start, line.end
        elif head and cells and not _RULE.match(line.words):
            items += _item(head, cells)
            end = line.end
    if head and items:
        found.append(LetterTable(head.kind, tuple(items), start, end))
    return tuple(found)


_FEWEST = 2


def _cells(start: int, words: str) -> list[_Cell]:
    if "\t" not in words and "|" not in words:
        return []
    cells: list[_Cell] = []
    place = 0
    for match in [*_CELLS.finditer(words), None]:
        stop = match.start() if match else len(words)
        raw = words[place:stop]
        if raw.strip() or (match and match.start() > 0):
            lead = len(raw) - len(raw.lstrip())
            cells.append(_Cell(start + place + lead, start + stop, raw.strip()))
        place = match.end() if match else stop
    return cells


def _head(cells: list[_Cell]) -> _Head | None:
    """Return what the columns are if these cells are a heading row that names priorities."""
    kinds = {
        index: kind
        for index, cell in enumerate(cells)
        for _, _, kind in nouns(cell.words)
        if isinstance(kind, PriorityKind) and len(cell.words.split()) <= _MOST_HEAD
    }
    if len(cells) < _FEWEST or not kinds or any(len(c.words.split()) > _MOST_HEAD for c in cells):
        return None
    words = next(iter(kinds))
    return _Head(
        *(words, kinds[words]),
        *(_column(cells, _BODY, words), _column(cells, _JUDGED, words)),
        *(_column(cells, _NUMBER, words), cells[-1].end),
    )


_MOST_HEAD = 12


def _column(cells: list[_Cell], pattern: re.Pattern[str], other: int) -> int | None:
    return next(
        (i for i, cell in enumerate(cells) if i != other and pattern.match(cell.words)), None
    )


def _item(head: _Head, cells: list[_Cell]) -> list[Item]:
    if head.words >= len(cells) or not cells[head.words].words:
        return []
    cell = cells[head.words]
    printed = next((found for c in cells if (found := _printed(c.words)) is not None), None)
    if cell.words and _printed(cell.words) is not None and len(cells) > head.words + 1:
        cell = cells[head.words + 1]
    body = _at(cells, head.body)
    return [
        Item(
            ((cell.start, cell.end),),
            number=printed,
            judgement=_judgement(_at(cells, head.judged)),
            bodies=bodies_of(body) if body else (),
            certainty=0.95,
        )
    ]


def _at(cells: list[_Cell], column: int | None) -> str:
    return cells[column].words if column is not None and column < len(cells) else ""


def _printed(words: str) -> int | None:
    match = _BARE.match(words) or _LABELLED.match(words)
    return number(match.group(1)) if match else None


_SHORT = spaced(r"^(?P<no>not|no\b|insufficient)|^(?P<yes>sufficient|yes|met)")


def _judgement(words: str) -> ReturnJudgement | None:
    phrases = judgement_phrases(words)
    if phrases:
        return phrases[-1][2]
    match = _SHORT.match(words)
    if match is None:
        return None
    return ReturnJudgement.NOT_SUFFICIENT if match["no"] else ReturnJudgement.SUFFICIENT
