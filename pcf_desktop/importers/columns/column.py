"""One column of a survey: 100,000 answers held lightly, equal texts held once."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from datetime import date, datetime
from itertools import islice

from pcf_desktop.importers.files.cells import Cell, as_text
from pcf_desktop.importers.files.cleaning import clean, needs_cleaning, ungarbled

_PLAIN_TYPES: frozenset[type] = frozenset({str, int, datetime, date, type(None)})
_TEXT: frozenset[type] = frozenset({str})
_POOL_GIVEN_UP_AT = 2000
_SAMPLE = 4000


class SurveyColumn:
    """The values of one column below its headings; "" and None are blank.

    `only_text` says that no cell is a number or a date. `replaced` counts unprintable characters,
    `mended` the texts whose letters were garbled.
    """

    def __init__(self) -> None:
        self.values: list[Cell] = []
        self.replaced = 0
        self.mended = 0
        self.only_text = True
        self._pool: dict[Cell, Cell] | None = {}
        self._counts: Counter[Cell] | None = None
        self._types: set[type] | None = set()

    def extend(self, cells: Sequence[Cell], *, only_text: bool) -> None:
        """Take the next cells; `only_text` says that all of them are texts already."""
        if not only_text:
            types = set(map(type, cells))
            if not types <= _PLAIN_TYPES:
                cells = _all_plain(cells, types)
                types = set(map(type, cells))
            only_text = types == _TEXT
            self.only_text = self.only_text and only_text
            if self._types is not None:
                self._types |= types
            if str not in types:
                self.values.extend(cells)
                return
        if self._pool is None:
            self.values.extend(self._cleaned(cells, only_text=only_text))
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
        fresh = [cell for cell in islice(pool, known, None) if isinstance(cell, str)]
        if fresh and (needs_cleaning(fresh) or any(map(str.isspace, fresh))):
            self.values[start:] = self._cleaned(self.values[start:], only_text=False)
            for cell in fresh:
                pool.pop(cell, None)

    def _cleaned(self, cells: Sequence[Cell], *, only_text: bool) -> Iterable[Cell]:
        """Return the cells cleaned, with what is only white space as blank."""
        texts = cells if only_text else [cell for cell in cells if isinstance(cell, str)]
        if not needs_cleaning(texts) and not any(map(str.isspace, texts)):  # type: ignore[arg-type]  # all are texts
            return cells
        return [self._clean_cell(cell) if isinstance(cell, str) else cell for cell in cells]

    def _clean_cell(self, cell: str) -> str:
        right = ungarbled(cell)
        self.mended += right != cell.lstrip("\ufeff")
        text, count = clean(right)
        self.replaced += count
        return "" if text.isspace() else text

    def texts(self) -> list[str]:
        """Return those cells that are texts."""
        if self.only_text:
            return self.values  # type: ignore[return-value]  # all are texts
        if str not in self.types():
            return []
        return [cell for cell in self.values if isinstance(cell, str)]

    def unread(self) -> int:
        """Return how many texts are left in a column of dates."""
        if str not in self.types():
            return 0
        return sum(each is str for each in map(type, self.values)) - self.values.count("")

    def finish(self) -> None:
        """Let go of what was needed only while reading."""
        self._pool = None

    def counts(self) -> Counter[Cell]:
        """Return how often each value stands in the whole column, blank ones left out."""
        if self._counts is None:
            self._counts = Counter(self.values)
            for blank in ("", None):
                self._counts.pop(blank, None)
        return self._counts

    def words(self) -> Counter[str]:
        """Return how often each value stands there, as text."""
        words = Counter[str]()
        for value, count in self.counts().items():
            words[as_text(value)] += count
        return words

    def forget_counts(self) -> None:
        """Let go of the counts, which are large for a column of free text."""
        self._counts = None

    def blanks(self) -> int:
        """Return how many cells hold nothing; white space alone was made nothing on the way in."""
        types = self.types()
        nothing = self.values.count(None) if type(None) in types else 0
        return nothing + (self.values.count("") if str in types else 0)

    def sample(self, count: int = _SAMPLE) -> list[str]:
        """Return the first values that are not blank, as text."""
        texts: list[str] = []
        for start in range(0, len(self.values), count):
            texts.extend(
                as_text(cell)
                for cell in self.values[start : start + count]
                if cell is not None and cell != ""
            )
            if len(texts) >= count:
                return texts[:count]
        return texts

    def replace(self, change: Callable[[Cell], Cell]) -> None:
        """Put another value in each place, as a date for its text."""
        self.replace_all(lambda cells: list(map(change, cells)))

    def replace_all(self, change: Callable[[list[Cell]], list[Cell]]) -> None:
        """Put other values in all places at once; as many come back."""
        self.values = change(self.values)
        self.only_text = False
        self._counts = self._types = None

    def types(self) -> set[type]:
        """Return the types of the values, blank ones too."""
        if self.only_text:
            return {str}
        if self._types is None:
            self._types = set(map(type, self.values))
        return self._types


def _all_plain(cells: Sequence[Cell], types: set[type]) -> Sequence[Cell]:
    """Return what a survey's cells may be; each different number is looked at once."""
    if types == {float} and all(map(float.is_integer, cells)):  # type: ignore[arg-type]  # all are
        return list(map(int, cells))  # type: ignore[arg-type]  # as above
    if types <= {float, *_PLAIN_TYPES}:
        plain = {cell: _plain(cell) for cell in set(cells)}
        return list(map(plain.__getitem__, cells))
    return [_plain(cell) for cell in cells]


def _plain(cell: Cell) -> Cell:
    """Return what a survey's cell may be: text, number, or date."""
    if isinstance(cell, float):
        return int(cell) if cell.is_integer() else cell
    if isinstance(cell, bool):
        return "TRUE" if cell else "FALSE"
    if cell is None or isinstance(cell, str | int | date):
        return cell
    return as_text(cell)
