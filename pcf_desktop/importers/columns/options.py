"""Many chosen options in one cell, told apart though options hold the separator themselves."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

OTHER = "Other"
"""Stands in an answer for a text of one's own, which is kept beside it."""

_SURE_FROM = 5


def tidy(text: str) -> str:
    """Return an option with single plain spaces, so that a non-breaking one makes no new option."""
    return " ".join(text.split())


@dataclass(frozen=True)
class Splitter:
    """Cuts a cell into options: known ones first, the longest first, then by the separator.

    `options` in tidy words. What is no known option comes back as it stands.
    """

    separator: str
    options: tuple[str, ...] = ()
    _by_length: tuple[str, ...] = field(init=False, default=())

    def __post_init__(self) -> None:
        ordered = tuple(sorted((o for o in self.options if o), key=len, reverse=True))
        object.__setattr__(self, "_by_length", ordered)

    def split(self, cell: str) -> list[str]:
        """Return the parts of one cell in their order."""
        mark = self.separator.strip() or self.separator
        rest = cell.strip() if mark == "\n" else tidy(cell)
        parts: list[str] = []
        loose: list[str] = []
        while rest:
            option = self._leading(rest, mark)
            if option is None:
                part, _, rest = rest.partition(self.separator)
                loose.append(part)
                continue
            self._settle(loose, parts)
            parts.append(option)
            rest = rest[len(option) :].lstrip(" " if mark != "\n" else "")
            rest = rest[len(mark) :].lstrip()
        self._settle(loose, parts)
        return parts

    def _leading(self, rest: str, mark: str) -> str | None:
        for option in self._by_length:
            if rest.startswith(option):
                after = rest[len(option) :].lstrip(" ")
                if not after or after.startswith(mark):
                    return option
        return None

    def _settle(self, loose: list[str], parts: list[str]) -> None:
        """Put what belongs to no option back together: a text of one's own, commas and all."""
        text = tidy(self.separator.join(loose)) if self.options else ""
        if text:
            parts.append(text.removesuffix(self.separator.strip() or " ").strip())
        elif not self.options:
            parts.extend(filter(None, map(tidy, loose)))
        loose.clear()


def find_options(cells: Mapping[str, int], separator: str) -> Counter[str]:
    """Return the options that stand in cells, with how often."""
    counts: Counter[str] = Counter()
    for cell, pieces in cut_apart(cells, separator).items():
        for piece in pieces:
            counts[piece] += cells[cell]
    return counts


def cut_apart(cells: Mapping[str, int], separator: str) -> dict[str, list[str]]:
    """Return the options that each cell is made of, told from the whole column.

    `cells` gives each different cell with its count. Pieces that always come together are one
    option that holds the separator: surely so when the second begins with a small letter or a
    bracket is open, else when they do so at least five times. Where a tool writes ";" without a
    space, one with a space is the option's own, and nothing has to be guessed.
    """
    spaced = separator.isspace() or separator.endswith(" ") or _always_spaced(cells, separator)
    lists = {cell: _pieces(cell, separator, spaced=spaced) for cell in cells}
    certain = separator.isspace() or separator == "|" or not spaced
    while not certain:
        joined = _always_together(lists, cells)
        if not joined:
            break
        lists = {
            cell: _join(tidy(cell), pieces, joined, separator) for cell, pieces in lists.items()
        }
    return lists


def _always_spaced(cells: Iterable[str], separator: str) -> bool:
    """Return whether a space follows every separator inside a cell."""
    inner = [part for cell in cells for part in cell.strip().split(separator)[1:] if part]
    return all(part[0].isspace() for part in inner)


def _pieces(cell: str, separator: str, *, spaced: bool) -> list[str]:
    pieces: list[str] = []
    for part in cell.split(separator):
        if pieces and not spaced and part[:1] == " " and part.strip():
            pieces[-1] = tidy(f"{pieces[-1]}{separator}{part}")
        elif part.strip():
            pieces.append(tidy(part))
    return pieces


def _always_together(
    lists: Mapping[str, Sequence[str]], cells: Mapping[str, int]
) -> dict[str, str]:
    """Return pieces to join with what follows: first piece → second piece."""
    alone: Counter[str] = Counter()
    pairs: Counter[tuple[str, str]] = Counter()
    before: defaultdict[str, set[str]] = defaultdict(set)
    for cell, pieces in lists.items():
        for piece in pieces:
            alone[piece] += cells[cell]
        if pieces:
            before[pieces[0]].add("")
        for first, second in pairwise(pieces):
            pairs[first, second] += cells[cell]
            before[second].add(first)
    heads = [pieces[0] for pieces in lists.values() if pieces]
    capitals = all(head[:1].isupper() for head in heads) or (
        sum(piece[:1].isupper() for piece in alone) > 0.5 * len(alone)
    )
    joined: dict[str, str] = {}
    taken: set[str] = set()
    for (first, second), count in pairs.items():
        if first in taken or second in joined or first in joined or second in taken:
            continue
        always = count == alone[second] and len(before[second]) == 1
        small = capitals and second[:1].islower() and (count > 1 or alone[first] == 1)
        bound = _open_bracket(first) or small
        both = always and count == alone[first] and count >= _SURE_FROM and _ever_else(lists, first)
        if (always and bound) or both:
            joined[first] = second
            taken.add(second)
    return joined


def _ever_else(lists: Mapping[str, Sequence[str]], first: str) -> bool:
    """Return whether the pair stands beside different things, so that it is no chance."""
    return sum(first in pieces for pieces in lists.values()) > 1


def _open_bracket(piece: str) -> bool:
    return piece.count("(") > piece.count(")")


def _join(cell: str, pieces: Sequence[str], joined: Mapping[str, str], separator: str) -> list[str]:
    result: list[str] = []
    at = 0
    while at < len(pieces):
        piece = pieces[at]
        if at + 1 < len(pieces) and joined.get(piece) == pieces[at + 1]:
            close = f"{piece}{separator}{pieces[at + 1]}"
            result.append(close if close in cell else f"{piece}{separator} {pieces[at + 1]}")
            at += 2
        else:
            result.append(piece)
            at += 1
    return result


def share_ending(cells: Iterable[str], separator: str) -> float:
    """Return the share of cells that end with the separator, as Microsoft Forms writes them."""
    mark = separator.strip()
    given = list(cells)
    if not mark or not given:
        return 0.0
    return sum(cell.rstrip().endswith(mark) for cell in given) / len(given)
