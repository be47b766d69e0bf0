"""Bringing a survey export into the forum: new responses, known ones, changed ones, each counted.

The rows come in batches and go in as one transaction; whoever cancels leaves nothing behind.
Closed answers stay answers. What was written freely becomes feedback, with its question.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from sqlalchemy.orm import Session

from pcf_desktop.errors import UserError
from pcf_desktop.importers.sheet import Sheet
from pcf_desktop.progress import Progress, silent
from pcf_desktop.records import ImportBatch
from pcf_desktop.services.surveys import (
    filing,
    rereading,
    responses,
    rewriting,
    said_before,
    targets,
)
from pcf_desktop.services.surveys.rereading import Reread
from pcf_desktop.services.surveys.row_sorting import LACKING, Doubt, RowSorting, SortedRows
from pcf_desktop.services.surveys.targets import Target
from pcf_desktop.workspace.workspace import ROOM

BYTES_A_CELL = 300
"""What an answer comes to on the disk with its indexes, for the sentence of a full one: 100,000
answers to 14 questions made a file of 378 MB."""

NOTHING_REREAD = Reread()

MOST_NAMED = 12
"""How many rows a sentence names."""


class MayBeHere(UserError):
    """Rows may be answers that are here already, and nobody said whether they are."""

    def __init__(self, rows: Sequence[int]) -> None:
        more = "" if len(rows) <= MOST_NAMED else f" and {len(rows) - MOST_NAMED:,} more"
        named = ", ".join(map(str, rows[:MOST_NAMED])) + more
        what = "Row {} of the file may be an answer that is"
        if len(rows) > 1:
            what = "Rows {} of the file may be answers that are"
        super().__init__(
            f"{what.format(named)} here already, with something put right.",
            "Nothing was imported.",
            "Say whether they are the same families or new ones.",
        )


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
    unsure: tuple[int, ...] = ()
    """Rows of the file that may be answers which are here already; counted as `changed`, unless
    the person said that they are new."""
    lacking: int = 0
    """Responses of the survey that this file, a later one, does not hold any more."""
    reread: Reread = NOTHING_REREAD
    """What changes its shape, because the file shows a question to be of another kind."""
    reshaped: int = 0
    """Of those already here: responses that say the same as before, and are read otherwise."""

    @property
    def brings_something(self) -> bool:
        """Whether anything of the forum is or would be written."""
        put_right = self.reread.answers or self.reread.comments or self.reshaped
        return bool(self.imported or self.changed or put_right)

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
    reshaped: int = 0
    reread: Reread = NOTHING_REREAD
    changes: list[tuple[int, tuple[str, ...]]] = field(default_factory=list)
    no_comments: Counter[str] = field(default_factory=Counter)
    senders: list[str] = field(default_factory=list)

    def report(self, sheet: Sheet, sorting: RowSorting, batch_id: int | None) -> Report:
        return Report(
            survey_id=sorting.target.survey_id,
            batch_id=batch_id,
            read=sheet.rows + sheet.blank_rows + len(sheet.rejected),
            imported=self.imported,
            already_here=self.already_here,
            changed=len(self.changes),
            skipped=sheet.blank_rows,
            rejected=len(sheet.rejected),
            comments=self.comments + self.reread.comments,
            changes=tuple(sorted(self.changes)),
            edited=self.edited,
            unsure=sorting.unsure,
            lacking=sorting.lacking,
            reread=self.reread,
            reshaped=self.reshaped,
            no_comments=dict(self.no_comments.most_common()),
            senders=tuple(self.senders),
        )


def import_survey(
    session: Session,
    sheet: Sheet,
    title: str,
    source: Source,
    progress: Progress,
    doubt: Doubt = Doubt.OPEN,
) -> Report:
    """Bring an export into the survey of this title, made where it is new.

    A response is known again by its name (`importers.naming`), else by time and likeness, so that
    a second import of the same answers adds nobody. Cancelling raises out of here and rolls
    everything back.

    Raises:
        UserError: the survey has no title, or the export no question to keep.
        MayBeHere: rows of it may be here already, and nobody said whether they are.
    """
    session.info[ROOM] = sheet.rows * len(sheet.questions) * BYTES_A_CELL
    target = targets.make(session, sheet, title)
    batch = _batch(session, sheet, target, source)
    tally = _Tally(reread=rereading.put_right(session, target))
    sorting = RowSorting(session, sheet, target, doubt)
    for found in sorting.batches(progress):
        contents = [
            *filing.add_responses(session, target, batch.id, found.new),
            *rewriting.make_room(session, target, found.changes),
        ]
        filing.add_contents(session, target, batch.id, contents)
        tally.comments += sum(len(each.written) for each in contents)
        _count(tally, target, found, (words for each in contents for _, words in each.nothing))
    rereading.forget_options(session, target)
    if sorting.unsure and doubt is Doubt.OPEN:
        raise MayBeHere(sorting.unsure)
    batch.choices = {**batch.choices, LACKING: sorting.lacking}
    report = tally.report(sheet, sorting, batch.id)
    for name in ("read", "imported", "already_here", "changed", "skipped", "rejected"):
        setattr(batch, name, getattr(report, name))
    return report


def count(
    session: Session,
    sheet: Sheet,
    title: str,
    progress: Progress = silent,
    doubt: Doubt = Doubt.OPEN,
) -> Report:
    """Return what `import_survey` would do, exactly, and write nothing.

    Raises as `import_survey` does, but where rows may be here already: the report says so.
    """
    target = targets.find(session, sheet, title)
    tally = _Tally(reread=rereading.find(session, target))
    sorting = RowSorting(session, sheet, target, doubt)
    for found in sorting.batches(progress):
        said = [responses.freely(target, row) for _, row in found.new]
        tally.comments += sum(len(comments) for comments, _ in said)
        tally.comments += sum(len(change.new) for change in found.changes)
        _count(tally, target, found, (words for _, nothing in said for _, words in nothing))
    return tally.report(sheet, sorting, None)


def is_here(session: Session, batch_id: int) -> bool:
    """Say whether an import is in the forum, neither undone nor taken back."""
    return session.get(ImportBatch, batch_id) is not None


def _count(tally: _Tally, target: Target, found: SortedRows, nothing: Iterable[str]) -> None:
    tally.imported += len(found.new)
    tally.no_comments.update(nothing)
    for _, row in found.new:
        tally.senders.extend(responses.senders_of(target, row))
    tally.already_here += found.same
    for change in found.changes:
        if change.questions:
            tally.changes.append((change.row.number, change.questions))
        else:
            tally.reshaped += bool(change.closed or change.new or change.otherwise)
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
