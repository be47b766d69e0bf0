"""One column of a survey: 100,000 answers held lightly, equal texts held once."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from datetime import date, datetime

from pcf_desktop.importers.files.cells import Cell, as_text
from pcf_desktop.importers.files.cleaning import clean, needs_cleaning

_PLAIN_TYPES: frozenset[type] = frozenset({str, int, datetime, date, type(None)})
_POOL_GIVEN_UP_AT = 2000
_SAMPLE = 4000


class Column:
    """The values of one column below its headings; "" and None are blank."""

    def __init__(self) -> None:
        self.values: list[Cell] = []
        self.replaced = 0
        self._pool: dict[Cell, Cell] | None = {}
        self._counts: Counter[Cell] | None = None

    def extend(self, cells: Sequence[Cell], *, only_text: bool) -> None:
        """Take the next cells; `only_text` says that all of them are texts already."""
        if not only_text:
            types = set(map(type, cells))
            if not types <= _PLAIN_TYPES:
                cells = [_plain(cell) for cell in cells]
        if self._pool is None:
            self.values.extend(self._cleaned(cells))
            return
        known = len(self._pool)
        give_once = self._pool.setdefault
        start = len(self.values)
        self.values.extend(map(give_once, cells, cells))
        self._clean_new(start, known)
        if len(self._pool) > max(_POOL_GIVEN_UP_AT, len(self.values) // 4):
            self._pool = None

    def _clean_new(self, start: int, known: int) -> None:
        """Clean what this batch brought that was not seen before, which is little."""
        pool = self._pool or {}
        if len(pool) == known:
            return
        fresh = [cell for cell in list(pool)[known:] if isinstance(cell, str)]
        if fresh and needs_cleaning(fresh):
            batch = self.values[start:]
            self.values[start:] = self._cleaned(batch)
            for cell in fresh:
                pool.pop(cell, None)

    def _cleaned(self, cells: Sequence[Cell]) -> Iterable[Cell]:
        texts = [cell for cell in cells if isinstance(cell, str)]
        if not needs_cleaning(texts):
            return cells
        cleaned: list[Cell] = []
        for cell in cells:
            if isinstance(cell, str):
                text, count = clean(cell)
                self.replaced += count
                cleaned.append(text)
            else:
                cleaned.append(cell)
        return cleaned

    def finish(self) -> None:
        """Let go of what was needed only while reading."""
        self._pool = None

    def counts(self) -> Counter[Cell]:
        """Return how often each value stands in the whole column, blank ones left out."""
        if self._counts is None:
            self._counts = Counter(self.values)
            for cell in [each for each in self._counts if _blank(each)]:
                del self._counts[cell]
        return self._counts

    def forget_counts(self) -> None:
        """Let go of the counts, which are large for a column of free text."""
        self._counts = None

    def blanks(self) -> int:
        """Return how many cells hold nothing, or only white space."""
        some = self.values.count("") + self.values.count(None)
        return some + sum(isinstance(cell, str) and cell.isspace() for cell in self.values)

    def sample(self, count: int = _SAMPLE) -> list[str]:
        """Return the first values that are not blank, as text."""
        texts: list[str] = []
        for start in range(0, len(self.values), count):
            texts.extend(
                as_text(cell) for cell in self.values[start : start + count] if not _blank(cell)
            )
            if len(texts) >= count:
                return texts[:count]
        return texts

    def replace(self, change: Callable[[Cell], Cell]) -> None:
        """Put another value in each place, as a date for its text."""
        self.values = list(map(change, self.values))
        self._counts = None


def _blank(cell: Cell) -> bool:
    return cell is None or cell == "" or (isinstance(cell, str) and cell.isspace())


def _plain(cell: Cell) -> Cell:
    """Return what a survey's cell may be: text, number, or date."""
    if isinstance(cell, bool):
        return "TRUE" if cell else "FALSE"
    if isinstance(cell, float):
        return int(cell) if cell.is_integer() else cell
    if cell is None or isinstance(cell, str | int | date):
        return cell
    return as_text(cell)
