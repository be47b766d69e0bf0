"""Which rows of a log are here already, which say something else now, and which are new.

A row is known by all that it says; where that differs, by its number in the log with words that are
alike, by its words, or by its day with words that are nearly the same. Each comment is one row's.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeAlias, TypeVar

from sqlalchemy import select
from sqlalchemy.orm import Session

from pcf_desktop.records import Feedback, ImportBatch
from pcf_desktop.services.counting import likeness
from pcf_desktop.services.logs.planning import SIXTEEN, PlannedRow

T = TypeVar("T")
Texts: TypeAlias = Mapping[int, tuple[str, object]]
"""The words of each comment, and its first day."""

TOOL = "log"
"""What a batch is of."""

SAME_NUMBER, SAME_DAY = 60.0, 80.0
"""How alike words are (0 to 100) that are those of one row, mended."""


@dataclass(frozen=True)
class KeptRow:
    """A comment out of a log: what its row was known by, and how the comment stood then."""

    id: int
    name: str
    raw: str
    resolved: str
    state: str

    @property
    def came_as(self) -> str:
        """Return what is kept of it with the comment."""
        return self.name + self.raw + self.resolved + self.state


def kept(session: Session) -> list[KeptRow]:
    """Return every comment that came out of a log, those in the bin too, in order."""
    rows = session.execute(
        select(Feedback.id, Feedback.came_as)
        .join(ImportBatch, ImportBatch.id == Feedback.batch_id)
        .where(ImportBatch.tool == TOOL, Feedback.came_as.is_not(None))
        .order_by(Feedback.id)
    )
    return [
        KeptRow(key, *(came[at : at + SIXTEEN] for at in range(0, 4 * SIXTEEN, SIXTEEN)))
        for key, came in rows
        if came is not None
    ]


def pairs(session: Session, rows: Sequence[PlannedRow]) -> dict[int, KeptRow]:
    """Return the comment that each row is already, by the row's number in the file."""
    pairing = _Pairing(list(rows), kept(session))
    pairing.by(lambda row: row.raw, lambda each: each.raw)
    if pairing.left and pairing.there:
        texts = _texts(session, pairing.there)
        pairing.by_name(texts)
        pairing.by_day(texts)
    return pairing.found


@dataclass
class _Pairing:
    """The rows and the comments that are still alone, and what was found of the others."""

    left: list[PlannedRow]
    there: list[KeptRow]
    found: dict[int, KeptRow] = field(default_factory=dict)

    def by(self, of_row: Callable[[PlannedRow], str], of_kept: Callable[[KeptRow], str]) -> None:
        """Pair what has the same name, in order."""
        here = _by(self.there, of_kept)
        self._take(
            pair
            for name, rows in _by(self.left, of_row).items()
            for pair in zip(rows, here.get(name, []), strict=False)
        )

    def by_name(self, texts: Texts) -> None:
        """Pair rows with the comments of their number or words, where there are as many of both."""
        here = _by(self.there, lambda each: each.name)
        rows = _by(self.left, lambda row: row.name).items()
        as_many = [
            (each, here[name]) for name, each in rows if len(each) == len(here.get(name, []))
        ]
        self._take(
            (row, each)
            for those, these in as_many
            for row, each in zip(those, these, strict=True)
            if not row.is_numbered or _alike(row, texts[each.id][0]) >= SAME_NUMBER
        )

    def by_day(self, texts: Texts) -> None:
        """Pair each row with the comment of its day whose words are nearly the same."""
        for row in list(self.left):
            day = row.new.said.earliest
            of_day = [each for each in self.there if day and texts[each.id][1] == day]
            alike = {each: _alike(row, texts[each.id][0]) for each in of_day}
            best = max(alike, key=alike.__getitem__, default=None)
            if best is not None and alike[best] >= SAME_DAY:
                self._take([(row, best)])

    def _take(self, pairs_found: Iterable[tuple[PlannedRow, KeptRow]]) -> None:
        taken = list(pairs_found)
        self.found |= {row.number: each for row, each in taken}
        gone = {each.id for _, each in taken}
        self.left = [row for row in self.left if row.number not in self.found]
        self.there = [each for each in self.there if each.id not in gone]


def _alike(row: PlannedRow, words: str) -> float:
    return 100.0 if row.new.words.strip() == words else likeness.score(row.new.words, words)


def _texts(session: Session, there: Iterable[KeptRow]) -> Texts:
    wanted = {each.id for each in there}
    rows = session.execute(
        select(Feedback.id, Feedback.words, Feedback.said_from)
        .join(ImportBatch, ImportBatch.id == Feedback.batch_id)
        .where(ImportBatch.tool == TOOL)
    )
    return {key: (words, day) for key, words, day in rows if key in wanted}


def _by(things: Iterable[T], name: Callable[[T], str]) -> dict[str, list[T]]:
    found: defaultdict[str, list[T]] = defaultdict(list)
    for each in things:
        found[name(each)].append(each)
    return found
