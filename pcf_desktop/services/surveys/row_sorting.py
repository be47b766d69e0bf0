"""The rows of an export sorted into new responses, known ones, and what those say otherwise."""

import gc
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from enum import StrEnum
from itertools import islice

from sqlalchemy import select
from sqlalchemy.orm import Session

from pcf_desktop.importers import naming
from pcf_desktop.importers.sheet import Row, Sheet
from pcf_desktop.progress import Progress
from pcf_desktop.records import ImportBatch, Response
from pcf_desktop.services.surveys import known_again, newer_answers
from pcf_desktop.services.surveys.known_again import Held, Left
from pcf_desktop.services.surveys.newer_answers import Change, Known
from pcf_desktop.services.surveys.targets import Target

LACKING = "lacking"
"""Under which a batch keeps how many responses of its survey the file did not hold any more."""

BATCH = 400
"""Rows between two looks at whether the person wants to stop: a seventh of a second."""


class Doubt(StrEnum):
    """What the person says of rows that may be here already: nothing yet, or what they are."""

    OPEN = "open"
    SAME = "same"
    NEW = "new"


@dataclass(frozen=True)
class SortedRows:
    """A batch of rows, sorted: new ones, what is different, and how many stay as they were."""

    new: list[tuple[str, Row]]
    changes: list[Change]
    same: int


class RowSorting:
    """Sorts the rows of an export; what it says of all of them is known after the last batch.

    `unsure` are the rows that may be here already; they count as such unless the person said that
    they are new. `lacking` counts responses of the survey that a later export does not hold.
    """

    def __init__(self, session: Session, sheet: Sheet, target: Target, doubt: Doubt) -> None:
        self.target = target
        self.unsure: tuple[int, ...] = ()
        self.lacking = 0
        self._session = session
        self._sheet = sheet
        self._doubt = doubt
        self._held = _held(session, target.survey_id)
        self._met: set[int] = set()

    def batches(self, progress: Progress) -> Iterator[SortedRows]:
        """Give the rows by name as they come, then those that only time and likeness can tell."""
        held = self._held
        named = naming.identified(self._sheet)
        left: list[Left] = []
        done = 0
        with _cells_left_alone():
            while rows := list(islice(named, BATCH)):
                progress(done, self._sheet.rows)
                here = [(held[name], row) for name, row in rows if name in held]
                new = [(name, row) for name, row in rows if name not in held]
                if held:  # they may be here under another name
                    left += [Left(name, row) for name, row in new]
                    new = []
                yield self._of([Known(each.id, each.digest, row) for each, row in here], new)
                done += len(rows)
            yield from self._told(left)
        self.lacking = self._count_lacking()
        progress(self._sheet.rows, self._sheet.rows)

    def _of(self, known: list[Known], new: list[tuple[str, Row]]) -> SortedRows:
        self._met.update(each.response_id for each in known)
        changes = newer_answers.find(self._session, self.target, known)
        changed = sum(bool(change.questions) for change in changes)
        return SortedRows(new, changes, len(known) - changed)

    def _told(self, left: list[Left]) -> Iterator[SortedRows]:
        """Give the rows whose name nobody knows: those that are here all the same, and new ones."""
        if not left:
            return
        verdict = known_again.tell(self._session, self.target, left, self._held, self._met)
        self.unsure = tuple(sorted(each.row.number for _, each in verdict.unsure))
        same, new = verdict.same, verdict.new
        if self._doubt is Doubt.NEW:
            new = [*new, *(each for _, each in verdict.unsure)]
        else:
            same = [*same, *verdict.unsure]
        known = iter([_as_known(here, each) for here, each in same])
        while some := list(islice(known, BATCH)):
            yield self._of(some, [])
        rest = iter([(each.name, each.row) for each in sorted(new, key=_in_the_file)])
        while some_new := list(islice(rest, BATCH)):
            yield SortedRows(some_new, [], 0)

    def _count_lacking(self) -> int:
        """Count what a file lacks that holds most of what came in from the same tool."""
        if len(self._met) == len(self._held):
            return 0
        tools = {row[0]: row[1] for row in self._session.execute(
            select(ImportBatch.id, ImportBatch.tool)
        )}  # fmt: skip
        here: Counter[str | None] = Counter()
        gone: Counter[str | None] = Counter()
        for each in self._held.values():
            (here if each.id in self._met else gone)[tools.get(each.batch_id or 0)] += 1
        return sum(count for tool, count in gone.items() if count <= here[tool])


def _in_the_file(left: Left) -> int:
    return left.row.number


def _as_known(here: Held, left: Left) -> Known:
    """Return a response with its row; where that has the tool's own id, it is known by it."""
    name = left.name if left.name.startswith(naming.ID) else None
    return Known(here.id, here.digest, left.row, name)


@contextmanager
def _cells_left_alone() -> Iterator[None]:
    """Keep the garbage collector from walking over the export's cells, a million and more.

    Each walk holds up every thread, the window's too: 400 ms at 10,000 rows of 20 columns.
    """
    gc.freeze()
    try:
        yield
    finally:
        gc.unfreeze()


def _held(session: Session, survey_id: int | None) -> dict[str, Held]:
    if survey_id is None:
        return {}
    rows = session.execute(
        select(Response.id, Response.known_as, Response.digest, Response.batch_id).where(
            Response.survey_id == survey_id
        )
    )
    return {row[1]: Held(*row) for row in rows}
