"""The lines in which an announced list can stand."""

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from pcf_desktop.importers.letters.markers import Marker, marker
from pcf_desktop.importers.letters.view import LetterLine, View


@dataclass(frozen=True)
class RegionRow:
    """A filled line of a region: its place, its words, its mark, and what stood before it."""

    start: int
    end: int
    words: str
    indent: int
    gap: bool
    mark: Marker | None

    @property
    def content(self) -> tuple[int, int]:
        """Return the place of the words after the mark."""
        skip = self.mark.length if self.mark else 0
        rest = self.words[skip:]
        return self.start + skip + len(rest) - len(rest.lstrip()), self.end


@dataclass(frozen=True)
class Region:
    """The rows from a list's announcement to the next announcement or the text's end."""

    view: View
    rows: tuple[RegionRow, ...]
    starts_in_line: bool

    @property
    def first(self) -> RegionRow | None:
        """Return the first row, if there is one."""
        return self.rows[0] if self.rows else None


_MOST_ROWS = 400


def region(view: View, start: int, limit: int, most: int = _MOST_ROWS) -> Region:
    """Return at most `most` rows between two places; the first may be the rest of a line."""
    rows: list[RegionRow] = []
    gap = False
    for line in _lines(view, start, limit):
        if line.is_blank:
            gap = True
            continue
        rows.append(
            RegionRow(
                line.start, line.end, line.words, line.indent, gap and bool(rows), _mark(line)
            )
        )
        gap = False
        if len(rows) >= most:
            break
    in_line = bool(rows) and "\n" not in view.even[start : rows[0].start]
    return Region(view, tuple(rows), in_line)


def _mark(line: LetterLine) -> Marker | None:
    return marker(line.words)


def _lines(view: View, start: int, limit: int) -> Iterator[LetterLine]:
    for line in islice(view.lines, bisect_left(view.line_ends, start), None):
        if line.is_blank and line.start < start:
            continue
        if line.start >= limit:
            break
        cut = max(line.start, start)
        words = view.even[cut : min(line.end, limit)]
        lead = len(words) - len(words.lstrip())
        yield LetterLine(cut + lead, cut + len(words.rstrip()), words.strip(), line.indent)
