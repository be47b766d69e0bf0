"""From the cells of a file to answers, a stretch of rows at a time."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from itertools import compress, count
from typing import Protocol

from pcf_desktop.importers.columns.column import SurveyColumn
from pcf_desktop.importers.columns.options import OTHER, Splitter, tidy
from pcf_desktop.importers.files.cells import Cell, as_text, is_blank
from pcf_desktop.importers.sheet import Answer

_TEXT_OR_NOTHING: frozenset[type] = frozenset({str, type(None)})
_DATES: frozenset[type] = frozenset({date, datetime, type(None)})


class Reader(Protocol):
    """Gives the answers to one question."""

    def answers(self, start: int, stop: int) -> Sequence[Answer]:
        """Return the answers of the responses from one place to before another."""

    def texts(self, start: int, stop: int) -> Iterable[tuple[int, str]]:
        """Give the texts under *Other*, each with the place of its response."""


@dataclass(frozen=True)
class AsItStands:
    """Free text, and whatever else is kept word for word."""

    column: SurveyColumn

    def answers(self, start: int, stop: int) -> list[Answer]:
        """Return the texts."""
        if self.column.types() <= _TEXT_OR_NOTHING:
            return [cell or None for cell in self.column.values[start:stop]]  # type: ignore[misc]  # all are texts
        return [
            cell if isinstance(cell, str) and cell else _text_or_none(cell)
            for cell in self.column.values[start:stop]
        ]

    def texts(self, start: int, stop: int) -> Iterable[tuple[int, str]]:  # noqa: ARG002 - has none
        """Give nothing."""
        return ()


def _text_or_none(cell: Cell) -> Answer:
    return None if is_blank(cell) else as_text(cell)


@dataclass(frozen=True)
class KnownAnswers:
    """Answers that are known already, as the tool's response ids."""

    values: Sequence[Answer]

    def answers(self, start: int, stop: int) -> Sequence[Answer]:
        """Return them."""
        return self.values[start:stop]

    def texts(self, start: int, stop: int) -> Iterable[tuple[int, str]]:  # noqa: ARG002 - has none
        """Give nothing."""
        return ()


@dataclass(frozen=True)
class Moments:
    """Dates that were read already; what is none stays as it stands."""

    column: SurveyColumn

    def answers(self, start: int, stop: int) -> list[Answer]:
        """Return the dates."""
        if self.column.types() <= _DATES:
            return self.column.values[start:stop]  # type: ignore[return-value]  # all are dates
        return [
            cell if isinstance(cell, date) else _text_or_none(cell)
            for cell in self.column.values[start:stop]
        ]

    def texts(self, start: int, stop: int) -> Iterable[tuple[int, str]]:  # noqa: ARG002 - has none
        """Give nothing."""
        return ()


@dataclass(frozen=True)
class Translated:
    """A closed question: each different cell is translated once."""

    column: SurveyColumn
    translate: Callable[[Cell], tuple[Answer, str | None]]
    """Returns the answer, and the text of one's own beside it."""
    _known: dict[Cell, Answer] = field(default_factory=dict)
    _own: dict[Cell, str] = field(default_factory=dict)

    def answers(self, start: int, stop: int) -> list[Answer]:
        """Return the answers."""
        self._learn()
        return list(map(self._known.__getitem__, self.column.values[start:stop]))

    def texts(self, start: int, stop: int) -> Iterator[tuple[int, str]]:
        """Give the texts of one's own."""
        self._learn()
        if self._own:
            own, cells = self._own, self.column.values[start:stop]
            for place in compress(count(start), map(own.__contains__, cells)):
                yield place, own[self.column.values[place]]

    def _learn(self) -> None:
        if self._known:
            return
        for cell in set(self.column.values):
            answer, text = (None, None) if is_blank(cell) else self.translate(cell)
            self._known[cell] = answer
            if text is not None:
                self._own[cell] = text


@dataclass(frozen=True)
class WithOwnText:
    """A closed question whose *Other* has a column of its own beside it."""

    choice: Reader
    own: SurveyColumn
    other: str = OTHER

    def answers(self, start: int, stop: int) -> list[Answer]:
        """Return the answers; a text alone is the answer *Other*, as the option is called."""
        return [
            self.other if answer is None and not is_blank(text) else answer
            for answer, text in zip(
                self.choice.answers(start, stop), self.own.values[start:stop], strict=True
            )
        ]

    def texts(self, start: int, stop: int) -> Iterator[tuple[int, str]]:
        """Give the texts of one's own, those in the first column too."""
        second = {
            place: as_text(cell)
            for place, cell in enumerate(self.own.values[start:stop], start)
            if not is_blank(cell)
        }
        first = dict(self.choice.texts(start, stop))
        for place in sorted({*first, *second}):
            said = (first.get(place), second.get(place))
            yield place, "\n".join(text for text in said if text)


@dataclass(frozen=True)
class Ticked:
    """A multiple choice over several columns, each ticking its option; one may hold a text.

    A cell counts as ticked unless it is blank or says no ("No", "0", "N"). Where `seen`, a cell
    that says no was before somebody who ticked nothing, which is an answer: no options.
    """

    columns: Sequence[SurveyColumn]
    options: Sequence[str]
    own: SurveyColumn | None = None
    seen: bool = False
    _known: dict[tuple[bool, ...], tuple[str, ...] | None] = field(default_factory=dict)
    _ticks: dict[Cell, bool] = field(default_factory=dict)

    def answers(self, start: int, stop: int) -> list[Answer]:
        """Return the chosen options of each response, in the order of the columns."""
        ticks = [self._ticked(column.values[start:stop]) for column in self.columns]
        if self.own is not None:
            ticks.append([not is_blank(cell) for cell in self.own.values[start:stop]])
        chosen: list[Answer] = [self._chosen(row) for row in zip(*ticks, strict=True)]
        if not self.seen:
            return chosen
        rows = zip(*(column.values[start:stop] for column in self.columns), strict=True)
        return [
            () if answer is None and not all(map(is_blank, row)) else answer
            for answer, row in zip(chosen, rows, strict=True)
        ]

    def texts(self, start: int, stop: int) -> Iterator[tuple[int, str]]:
        """Give the texts of one's own."""
        if self.own is not None:
            for place, cell in enumerate(self.own.values[start:stop], start):
                if not is_blank(cell):
                    yield place, as_text(cell)

    def _ticked(self, cells: Sequence[Cell]) -> list[bool]:
        for cell in set(cells) - self._ticks.keys():
            self._ticks[cell] = is_ticked(cell)
        return list(map(self._ticks.__getitem__, cells))

    def _chosen(self, row: tuple[bool, ...]) -> tuple[str, ...] | None:
        if row not in self._known:
            chosen = tuple(dict.fromkeys(compress(self.options, row)))
            self._known[row] = chosen or None
        return self._known[row]


_NOT_TICKED = frozenset({"no", "n", "0", "false", "unchecked", "not selected", "n/a", "-"})


def is_ticked(cell: Cell) -> bool:
    """Return whether a cell says that its column's option was chosen."""
    return not is_blank(cell) and as_text(cell).strip().lower() not in _NOT_TICKED


def one_option(options: Sequence[str]) -> Callable[[Cell], tuple[Answer, str | None]]:
    """Return what makes a chosen option of a cell; anything else is a text under *Other*."""
    known = {option: option for option in (*options, OTHER)}

    def translate(cell: Cell) -> tuple[Answer, str | None]:
        word = as_text(cell)
        option = known.get(tidy(word))
        return (option, None) if option is not None else (OTHER, word)

    return translate


def many_options(splitter: Splitter) -> Callable[[Cell], tuple[Answer, str | None]]:
    """Return what makes a tuple of chosen options of a cell, and the text of one's own."""
    known = {*splitter.options, OTHER}

    def translate(cell: Cell) -> tuple[Answer, str | None]:
        parts = splitter.split(as_text(cell))
        own = [part for part in parts if part not in known]
        chosen = dict.fromkeys(part if part in known else OTHER for part in parts)
        return tuple(chosen), splitter.separator.join(own) or None

    return translate
