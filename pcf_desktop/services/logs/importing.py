"""Bringing a log in: each new row is logged as the Log form would, in one change with one undo."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace

from sqlalchemy.orm import Session

from pcf_desktop.importers.logs.log_sheet import LogSheet
from pcf_desktop.progress import Progress
from pcf_desktop.records import ImportBatch
from pcf_desktop.services.forum import forums
from pcf_desktop.services.forum.known_words import Said, WordMatch
from pcf_desktop.services.logs import known_rows, planning, words
from pcf_desktop.services.logs.known_rows import TOOL, KeptRow
from pcf_desktop.services.logs.planning import LogPlan, PlannedRow, RowDoubt
from pcf_desktop.services.logs.writing import Writing, state
from pcf_desktop.workspace.workspace import ROOM

BYTES_A_ROW = 4000
"""What a comment with its consent comes to on the disk, for the sentence of a full one."""


@dataclass(frozen=True)
class LogReport:
    """What became of every row, or would become: `read` is the sum of the five after it.

    `families` are the voices in the file, of which `new_families` are not here yet. `consent`
    counts the answers to *May we quote it?* of the rows that come in. `edited` comments stay as
    they were edited here, though their row says something else now: they are among those here
    already. `open_words` are those at which nobody has looked: what they say is left out.
    """

    batch_id: int | None
    read: int
    imported: int
    already_here: int
    changed: int
    skipped: int
    rejected: int
    edited: int
    families: int
    new_families: int
    consent: Mapping[str, int]
    doubts: tuple[RowDoubt, ...]
    open_words: tuple[WordMatch, ...]


@dataclass(frozen=True)
class LogSource:
    """The file that is brought in, by its name and the digest of its bytes."""

    file_name: str
    sha256: str


@dataclass(frozen=True)
class _Sorting:
    """The rows of a log, sorted: new ones, changed ones with their comments, those as they were."""

    new: list[PlannedRow]
    changed: list[tuple[PlannedRow, KeptRow]]
    edited: int
    same: int


def count(session: Session, sheet: LogSheet, said: Said) -> LogReport:
    """Return what `import_log` would do, exactly, and write nothing."""
    plan = planning.plan(session, sheet, said)
    return _report(sheet, plan, _sort(session, plan), None)


def import_log(
    session: Session, sheet: LogSheet, said: Said, source: LogSource, progress: Progress
) -> LogReport:
    """Bring a log in; what was said of its words and columns is kept for the next one.

    Rows that are here already stay as they are, so that the same file again adds nothing. A row
    that says something else now brings its comment up to date, unless that was edited here.
    """
    session.info[ROOM] = len(sheet.rows) * BYTES_A_ROW
    forums.secret(session)
    plan = planning.plan(session, sheet, said)
    sorting = _sort(session, plan)
    report = _report(sheet, plan, sorting, None)
    words.remember(session, sheet, said)
    if not (sorting.new or sorting.changed):
        return report
    batch = _batch(session, sheet, source, report)
    writing = Writing(session)
    steps = len(sorting.new) + len(sorting.changed)
    for done, row in enumerate(sorting.new):
        progress(done, steps)
        writing.log(row, batch.id)
    for done, (row, here) in enumerate(sorting.changed, start=len(sorting.new)):
        progress(done, steps)
        writing.bring_up_to_date(row, here.id)
    progress(steps, steps)
    return replace(report, batch_id=batch.id)


def _sort(session: Session, plan: LogPlan) -> _Sorting:
    known = known_rows.pairs(session, plan.rows)
    new = [row for row in plan.rows if row.number not in known]
    here = [(row, known[row.number]) for row in plan.rows if row.number in known]
    differ = [(row, each) for row, each in here if _says(row) != (each.raw, each.resolved)]
    changed = [(row, each) for row, each in differ if state(session, each.id) == each.state]
    return _Sorting(new, changed, len(differ) - len(changed), len(here) - len(changed))


def _says(row: PlannedRow) -> tuple[str, str]:
    return row.raw, row.resolved


def _report(sheet: LogSheet, plan: LogPlan, sorting: _Sorting, batch_id: int | None) -> LogReport:
    known = {id(row.family): row.family for row in plan.rows if row.family is not None}
    alone = [row for row in plan.rows if row.family is None]
    fresh = {id(row) for row in sorting.new}
    return LogReport(
        batch_id=batch_id,
        read=sheet.read,
        imported=len(sorting.new),
        already_here=sorting.same,
        changed=len(sorting.changed),
        skipped=sheet.blank_rows + len(sheet.silent),
        rejected=len(sheet.rejected),
        edited=sorting.edited,
        families=len(known) + len(alone),
        new_families=sum(each.is_new for each in known.values())
        + sum(id(row) in fresh for row in alone),
        consent=Counter(row.new.may_quote for row in sorting.new),
        doubts=plan.doubts,
        open_words=tuple(plan.words.open()),
    )


def _batch(session: Session, sheet: LogSheet, source: LogSource, report: LogReport) -> ImportBatch:
    names = ("read", "imported", "already_here", "changed", "skipped", "rejected")
    batch = ImportBatch(
        file_name=source.file_name,
        sha256=source.sha256,
        tool=TOOL,
        choices=sheet.choices.as_data(),
        **{name: getattr(report, name) for name in names},
    )
    session.add(batch)
    session.flush()
    return batch
