"""Bringing a survey export into the forum: new responses, known ones, changed ones, each counted.

The rows come in batches and go in as one transaction; whoever cancels leaves nothing behind.
Closed answers stay answers. What was written freely becomes feedback, with its question.
"""

import gc
from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import islice

from sqlalchemy import select
from sqlalchemy.orm import Session

from pcf_desktop.importers import naming
from pcf_desktop.importers.sheet import Row, Sheet
from pcf_desktop.progress import Progress, silent
from pcf_desktop.records import ImportBatch, Question, Response, Survey
from pcf_desktop.services.surveys import filing, newer_answers, responses, said_before, targets
from pcf_desktop.services.surveys.newer_answers import Change, Known
from pcf_desktop.services.surveys.targets import Target
from pcf_desktop.workspace.workspace import ROOM

BATCH = 400
"""Rows between two looks at whether the person wants to stop: a seventh of a second."""

BYTES_A_CELL = 300
"""What an answer comes to on the disk with its indexes, for the sentence of a full one: 100,000
answers to 14 questions made a file of 378 MB."""

ALIKE = 0.5
"""The share of questions that two exports of one survey have in common at the least."""


@dataclass(frozen=True)
class Report:
    """What became of every row, or would become: `read` is the sum of the five after it.

    `survey_id` is None for a survey still to be made, `batch_id` where nothing was written.
    """

    survey_id: int | None
    batch_id: int | None
    read: int
    imported: int
    already_here: int
    changed: int
    skipped: int
    rejected: int
    comments: int
    changes: tuple[tuple[int, tuple[str, ...]], ...]
    """For each changed response its row in the file and the questions answered otherwise."""
    edited: int = 0
    """Comments that stay as they were edited here, though the file says something else now."""
    no_comments: Mapping[str, int] = field(default_factory=dict)
    """What was written by new responses and says nothing, as *n/a*, and how often."""
    senders: tuple[str, ...] = ()
    """Who sent it, of each comment of new responses that begins so."""


@dataclass(frozen=True)
class Source:
    """The file that is brought in, by its name and the digest of its bytes."""

    file_name: str
    sha256: str


@dataclass
class _Tally:
    imported: int = 0
    already_here: int = 0
    comments: int = 0
    edited: int = 0
    changes: list[tuple[int, tuple[str, ...]]] = field(default_factory=list)
    no_comments: Counter[str] = field(default_factory=Counter)
    senders: list[str] = field(default_factory=list)

    def report(self, sheet: Sheet, survey_id: int | None, batch_id: int | None) -> Report:
        return Report(
            survey_id=survey_id,
            batch_id=batch_id,
            read=sheet.rows + sheet.blank_rows + len(sheet.rejected),
            imported=self.imported,
            already_here=self.already_here,
            changed=len(self.changes),
            skipped=sheet.blank_rows,
            rejected=len(sheet.rejected),
            comments=self.comments,
            changes=tuple(self.changes),
            edited=self.edited,
            no_comments=dict(self.no_comments.most_common()),
            senders=tuple(self.senders),
        )


@dataclass(frozen=True)
class _Sorted:
    """A batch of rows, sorted: new ones, what is different, and how many stay as they were."""

    new: list[tuple[str, Row]]
    changes: list[Change]
    same: int


def import_survey(
    session: Session, sheet: Sheet, title: str, source: Source, progress: Progress
) -> Report:
    """Bring an export into the survey of this title, made where it is new.

    A response is known again by the tool's id, else by its fingerprint, so that a second import
    of the same file changes nothing. Cancelling raises out of here and rolls everything back.

    Raises:
        UserError: the survey has no title, or the export no question to keep.
    """
    session.info[ROOM] = sheet.rows * len(sheet.questions) * BYTES_A_CELL
    target = targets.make(session, sheet, title)
    batch = _batch(session, sheet, target, source)
    tally = _Tally()
    for found in _sorted_out(session, sheet, target, progress):
        contents = [
            *filing.add_responses(session, target, batch.id, found.new),
            *newer_answers.make_room(session, target, found.changes),
        ]
        filing.add_contents(session, target, batch.id, contents)
        tally.comments += sum(len(each.written) for each in contents)
        _count(tally, target, found)
    report = tally.report(sheet, target.survey_id, batch.id)
    for name in ("read", "imported", "already_here", "changed", "skipped", "rejected"):
        setattr(batch, name, getattr(report, name))
    return report


def count(session: Session, sheet: Sheet, title: str, progress: Progress = silent) -> Report:
    """Return what `import_survey` would do, exactly, and write nothing.

    Raises as `import_survey` does.
    """
    target = targets.find(session, sheet, title)
    tally = _Tally()
    for found in _sorted_out(session, sheet, target, progress):
        tally.comments += sum(len(responses.comments(target, row)) for _, row in found.new)
        tally.comments += sum(len(change.new) for change in found.changes)
        _count(tally, target, found)
    return tally.report(sheet, target.survey_id, None)


def is_here(session: Session, batch_id: int) -> bool:
    """Say whether an import is in the forum, neither undone nor taken back."""
    return session.get(ImportBatch, batch_id) is not None


def likely(session: Session, sheet: Sheet, progress: Progress = silent) -> str | None:
    """Return the title of the survey that holds answers of this export already, if one does.

    The same questions alone do not make it the same survey: next year's wave asks them too.
    """
    keys = {question.key for question in sheet.questions}
    asked: dict[str, set[str]] = {}
    for title, key in session.execute(
        select(Survey.title, Question.key).join(Question, Question.survey_id == Survey.id)
    ):
        asked.setdefault(title, set()).add(key)
    best, most = None, 0
    for title, known in asked.items():
        if len(keys & known) < ALIKE * len(known):
            continue
        alike = said_before.where_alike(sheet, said_before.said_before(session, sheet, title))
        if not any(question.keep for question in alike.questions):
            continue
        here = count(session, alike, title, progress).already_here
        if here > most:
            best, most = title, here
    return best


def _count(tally: _Tally, target: Target, found: _Sorted) -> None:
    tally.imported += len(found.new)
    for _, row in found.new:
        tally.no_comments.update(words for _, words in responses.no_comments(target, row))
        tally.senders.extend(responses.senders_of(target, row))
    tally.already_here += found.same
    for change in found.changes:
        if change.questions:
            tally.changes.append((change.row.number, change.questions))
        tally.edited += len(change.edited)


def _batch(session: Session, sheet: Sheet, target: Target, source: Source) -> ImportBatch:
    counts = ("read", "imported", "already_here", "changed", "skipped", "rejected")
    batch = ImportBatch(
        survey_id=target.survey_id,
        file_name=source.file_name,
        sha256=source.sha256,
        tool=sheet.tool,
        choices=sheet.profile().as_data() | said_before.said(sheet),
        **dict.fromkeys(counts, 0),
    )
    session.add(batch)
    session.flush()
    return batch


def _sorted_out(
    session: Session, sheet: Sheet, target: Target, progress: Progress
) -> Iterator[_Sorted]:
    known = _known(session, target.survey_id)
    named = naming.identified(sheet)
    done = 0
    with _cells_left_alone():
        while rows := list(islice(named, BATCH)):
            progress(done, sheet.rows)
            here = [Known(*known[name], row) for name, row in rows if name in known]
            changes = newer_answers.find(session, target, here)
            new = [(name, row) for name, row in rows if name not in known]
            changed = sum(bool(change.questions) for change in changes)
            yield _Sorted(new, changes, len(here) - changed)
            done += len(rows)
    progress(sheet.rows, sheet.rows)


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


def _known(session: Session, survey_id: int | None) -> dict[str, tuple[int, str]]:
    if survey_id is None:
        return {}
    rows = session.execute(
        select(Response.known_as, Response.id, Response.digest).where(
            Response.survey_id == survey_id
        )
    )
    return {row[0]: (row[1], row[2]) for row in rows}
