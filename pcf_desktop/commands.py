"""What each command on a forum does; `cli` parses and prints."""

import getpass
import hashlib
import os
import shlex
import sys
from argparse import Namespace
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path

from sqlalchemy.orm import Session

from pcf_desktop import import_doubts, importing_logs, making_packs, personal_columns
from pcf_desktop.answer import CommandAnswer
from pcf_desktop.errors import UserError
from pcf_desktop.exporters import formats
from pcf_desktop.importers import surveys
from pcf_desktop.importers.logs.log_sheet import LogSheet
from pcf_desktop.importers.names import normal
from pcf_desktop.importers.sheet import Choices, Sheet
from pcf_desktop.progress import silent
from pcf_desktop.services.counting import wording
from pcf_desktop.services.feedback import feedback
from pcf_desktop.services.feedback import search as searching
from pcf_desktop.services.forum import forums
from pcf_desktop.services.samples import demo_forum, samples
from pcf_desktop.services.surveys import about_family, importing, rejected_rows, said_before
from pcf_desktop.services.surveys import surveys as kept
from pcf_desktop.services.surveys.elsewhere import Elsewhere
from pcf_desktop.stopping import Stopped
from pcf_desktop.workspace import opening
from pcf_desktop.workspace.backup import Reason
from pcf_desktop.workspace.guard import Rescue
from pcf_desktop.workspace.opening import OpenForum

PASSPHRASE = "PCF_PASSPHRASE"  # noqa: S105  # the name of the variable
SAMPLES = samples.AREAS
FORMATS = {each.suffix[1:]: each for each in formats.FORMATS}
USUAL = tuple(each.suffix[1:] for each in formats.USUAL)
SHOWN = 20
"""How many hits of a search are shown."""


def new(wanted: Namespace) -> CommandAnswer:
    """Make a forum; the recovery key is shown once and kept nowhere.

    Once it is filled it is made: whoever stopped the command then would never see its key.
    """
    if wanted.sample and (wanted.name.strip() or wanted.area.strip()):
        raise UserError(
            "A made-up forum has a name and an area of its own.",
            "Nothing was made.",
            "Leave out --name and --area, or leave out --sample for a forum of your own.",
        )
    if wanted.sample is None and not (wanted.name.strip() and wanted.area.strip()):
        raise UserError(
            "A forum needs a name and an area.",
            "Nothing was made.",
            "Add --name and --area, or --sample shropshire for a made-up one.",
        )

    def fill(session: Session) -> None:
        if wanted.sample:
            samples.begin(session, wanted.sample)
        else:
            forums.begin(session, wanted.name.strip(), wanted.area.strip())
        wanted.stop.hold()

    key = opening.make(wanted.folder, _passphrase(), fill)
    return CommandAnswer(
        {"folder": str(wanted.folder), "recovery_key": key},
        (
            f"Made a forum in {wanted.folder}.",
            f"Recovery key: {key}",
            "Print it and keep it away from this computer. It is shown only now.",
        ),
    )


def import_survey(wanted: Namespace) -> CommandAnswer:
    """Bring a survey export in, or only count what would come in."""
    if wanted.rejected is not None:
        _require_for_rejected(wanted)
    with _open(wanted) as forum:
        found = importing_logs.read(wanted, _profile(forum, wanted.profile))
        if isinstance(found, LogSheet):
            return importing_logs.import_log(forum, wanted, found, _digest(wanted.file))
        sheet, title = _export(forum, wanted, found)
        sheet = personal_columns.kept(sheet, wanted.keep)
        about = _about(sheet, wanted.says)
        sha256 = _digest(wanted.file)
        there = import_doubts.under_another_title(forum, wanted, sheet, title, sha256)
        if not wanted.dry_run:
            import_doubts.require_answer(there)
        report = _bring_in(forum, wanted, sheet, title, about)
    return _imported(wanted, sheet, title, report, there)


def _imported(
    wanted: Namespace,
    sheet: Sheet,
    title: str,
    report: importing.Report,
    there: Elsewhere | None,
) -> CommandAnswer:
    """Return what an import did, or would do, with every row."""
    saved: str | None = None
    warnings = [
        *sheet.warnings,
        *personal_columns.warnings(sheet),
        *_about_senders(report),
    ]
    if sheet.rejected and wanted.rejected is not None:
        try:
            rejected_rows.save(wanted.rejected, sheet.rejected, anew=True)
            saved = str(wanted.rejected)
        except UserError as error:  # the import is done, and must not be said to have failed
            warnings.append(f"The rows left out could not be saved. {error.happened}")
    counts = {
        "read": report.read,
        "imported": report.imported,
        "already_here": report.already_here,
        "changed": report.changed,
        "skipped": report.skipped,
        "rejected": report.rejected,
    }
    data = {
        "survey": title,
        "dry_run": wanted.dry_run,
        "tool": sheet.tool,
        "encoding": sheet.encoding,
        **counts,
        "comments": report.comments,
        "no_comments": sum(report.no_comments.values()),
        "set_aside": [{"words": each, "times": n} for each, n in report.no_comments.items()],
        "edited": report.edited,
        "changes": [{"row": row, "questions": list(asked)} for row, asked in report.changes],
        **import_doubts.data(report, there),
        "rejected_rows": [{"row": row.number, "reason": row.reason} for row in sheet.rejected],
        "rejected_file": saved,
        "warnings": warnings,
    }
    would = "would be " if wanted.dry_run else ""
    rows = (
        f"Rows: {report.read} read, {report.imported} {would}imported, {report.already_here} "
        f"already here, {report.changed} changed, {report.skipped} blank, "
        f"{report.rejected} not read."
    )
    comments = f"{wording.count(report.comments, 'comment')} came with them."
    edited = (
        *_about_nothing(report),
        *import_doubts.sentences(report),
        *_about_edited(report.edited),
    )
    rejected = _about_rejected(wanted, report.rejected, saved)
    fault = import_doubts.fault(report, there, import_doubts.answered(wanted))
    return CommandAnswer(
        data,
        (rows, comments, *personal_columns.about_times(sheet), *edited, *warnings, *rejected),
        fault=fault,
    )


def search(wanted: Namespace) -> CommandAnswer:
    """Find feedback with all of these words, the latest first."""
    with _open(wanted) as forum, forum.workspace.read() as session:
        found = searching.feedback_ids(session, " ".join(wanted.words)) or []
        lines = feedback.lines(session, found[:SHOWN])
        hits = [lines[key] for key in found[:SHOWN]]
    data = {
        "count": len(found),
        "hits": [
            {"id": line.id, "words": line.words, "channel": line.channel, "survey": line.survey}
            for line in hits
        ],
    }
    said = (f"{line.id}\t{line.words}" for line in hits)
    return CommandAnswer(data, (f"{wording.count(len(found), 'comment')} found.", *said))


def pack(wanted: Namespace) -> CommandAnswer:
    """Make an evidence pack, in the formats named or the usual ones; none where a check forbids."""
    chosen = [each for name, each in FORMATS.items() if name in (wanted.format or USUAL)]
    with _open(wanted) as forum:
        return making_packs.make(forum.workspace, wanted, chosen, wanted.stop.hold())


def check(wanted: Namespace) -> CommandAnswer:
    """Look through a forum file: every page, every key, the search index, the audit chain."""
    with _unlocked(wanted) as forum:
        health = forum.workspace.health()
        damage = forum.damage(health.problems) if health.problems else ""
        words = [*health.sentences(damage), *(() if damage else _odd(forum))]
        warnings = list(forum.warnings)
    data = {"sound": not words, **asdict(health), "warnings": warnings}
    said = words or ["No damage found."]
    return CommandAnswer({**data, "words": said}, (*said, *warnings), fault=" ".join(words))


def demo(wanted: Namespace) -> CommandAnswer:
    """Run the main job on a made-up forum; leave the pack and pictures of the window."""
    from pcf_desktop import demonstration  # noqa: PLC0415  # only this command needs the window

    progress = wanted.stop.hold()
    try:
        made = demonstration.run(
            wanted.folder, demo_forum.PASSPHRASE, progress, window=wanted.window
        )
    except Stopped as stopped:
        stopped.left = "The demonstration is not whole: run the command again."
        raise
    return CommandAnswer({"files": made}, tuple(f"Written: {file}" for file in made))


@contextmanager
def _open(wanted: Namespace) -> Iterator[OpenForum]:
    """Give an open forum whose pages are sound; what else is to be known of it is said aside."""
    with _unlocked(wanted) as forum:
        damage = forum.look_over()
        if damage:
            raise UserError(damage)
        jump = forum.clock_jump()
        of_clock = () if jump is None else (jump.words,)
        for warning in (*forum.warnings, *_odd(forum), *of_clock):
            sys.stderr.write(f"{warning}\n")
        yield forum


@contextmanager
def _unlocked(wanted: Namespace) -> Iterator[OpenForum]:
    forum = opening.open_forum(wanted.folder, opening.with_passphrase(_passphrase()))
    forum.workspace.on_rescue = _tell
    try:
        yield forum
    finally:
        wanted.stop.hold()
        forum.close()


def _tell(rescue: Rescue) -> None:
    """Say aside that another program took the open files away, and where all is kept."""
    sys.stderr.write(f"{rescue.words}\n")


def _odd(forum: OpenForum) -> Iterator[str]:
    """Yield what is odd about a file that is sound in itself."""
    if forum.odd is not None:
        yield forum.odd.words


def _passphrase() -> str:
    given = os.environ.get(PASSPHRASE)
    if given:
        return given
    if not sys.stdin.isatty():
        raise UserError(
            "A passphrase is needed, and there is nobody to ask.",
            "Nothing was changed.",
            f"Set {PASSPHRASE}, or run the command where you can type.",
        )
    return getpass.getpass("Passphrase: ")


def _bring_in(
    forum: OpenForum, wanted: Namespace, sheet: Sheet, title: str, about: Mapping[str, str]
) -> importing.Report:
    """Import a survey, with what its questions say of families, as one change; or only count."""
    if wanted.dry_run:
        with forum.workspace.read() as session:
            doubt = import_doubts.answered(wanted)
            return importing.count(session, sheet, title, silent, doubt)
    source = importing.Source(wanted.file.name, _digest(wanted.file))
    progress = wanted.stop.hold()
    forum.workspace.back_up(Reason.IMPORT, progress)
    with import_doubts.told_by_flags(), forum.workspace.change("Import a survey") as session:
        doubt = import_doubts.answered(wanted)
        report = importing.import_survey(session, sheet, title, source, progress, doubt)
        if report.survey_id is not None:
            keys = {question.key for question in sheet.questions}
            about = about_family.before(session, keys) | dict(about)
            about_family.at_import(session, report.survey_id, about, {})
    return report


def _about(sheet: Sheet, says: Sequence[str]) -> dict[str, str]:
    """Return which questions, by key, say what of the family, as `need=What is the need?`."""
    found = {}
    for each in says:
        list_key, _, words = each.partition("=")
        asked = [
            question
            for question in sheet.questions
            if normal(question.label) == normal(words) and about_family.can_tell(question.kind)
        ]
        if list_key not in about_family.LISTS or not asked:
            raise UserError(
                f"No question of this file can say so: {each}.",
                "Nothing was imported.",
                f"Write LIST=QUESTION, of a closed question; a list is one of: "
                f"{', '.join(about_family.LISTS)}.",
            )
        found[asked[0].key] = list_key
    return found


def _export(forum: OpenForum, wanted: Namespace, sheet: Sheet) -> tuple[Sheet, str]:
    """Return an export as its survey has it already, with the survey's title."""
    title = wanted.survey.strip() or sheet.title
    with forum.workspace.read() as session:
        before = said_before.said_before(session, sheet, title)
    choices = said_before.as_before(sheet.choices, before)
    return (sheet if choices == sheet.choices else surveys.read(wanted.file, choices)), title


def _profile(forum: OpenForum, name: str) -> Choices | None:
    if not name:
        return None
    with forum.workspace.read() as session:
        profiles = kept.profiles(session)
    if name not in profiles:
        raise UserError(
            f"There is no way of matching called {name}.",
            "Nothing was imported.",
            f"There is: {', '.join(profiles) or 'none yet'}.",
        )
    return Choices.from_data(profiles[name])


def _require_for_rejected(wanted: Namespace) -> None:
    """Refuse, before anything is imported, a file of rejected rows that could not be made."""
    if wanted.dry_run:
        raise UserError(
            "A dry run writes no file.",
            "Nothing was imported.",
            "Leave out --dry-run or --rejected.",
        )
    try:
        rejected_rows.require_new(wanted.rejected)
    except UserError as error:
        raise UserError(error.happened, "Nothing was imported.", error.todo) from error


def _about_nothing(report: importing.Report) -> Iterator[str]:
    """Yield what is kept as an answer alone, for it says nothing."""
    if n := sum(report.no_comments.values()):
        most = ", ".join(f"“{words}”" for words in list(report.no_comments)[:3])
        yield f"Set aside as no comments: {wording.count(n, 'answer')}, as {most}."


def _about_senders(report: importing.Report) -> Iterator[str]:
    """Yield that names came along with comments, and name nobody."""
    if n := len(report.senders):
        yield (
            f"{wording.count(n, 'comment')} {'begins' if n == 1 else 'begin'} with who sent it, as "
            "a chat or a mail does. An import in the window can take that off."
        )


def _about_edited(number: int) -> Iterator[str]:
    """Yield how many comments were left, because they were edited here."""
    if number:
        stay = "stays as it was" if number == 1 else "stay as they were"
        yield (
            f"{wording.count(number, 'comment')} {stay} edited here, though the file says "
            "something else now."
        )


def _about_rejected(wanted: Namespace, number: int, saved: str | None) -> Iterator[str]:
    """Yield what became of the rows that could not be read, or how to have them."""
    rows = wording.count(number, "row")
    if saved is not None:
        yield (
            f"{rows} left out: saved as {saved}. It is not encrypted: delete it when it is mended."
        )
    elif wanted.rejected is not None:
        if not number:
            yield f"Every row could be read, so {wanted.rejected} was not made."
    elif number:
        place = shlex.quote(str(rejected_rows.proposed(wanted.file)))
        again = "without --dry-run and" if wanted.dry_run else "again (nothing comes in twice)"
        yield (
            f"{rows} left out. For a new file of what could not be read and why, which is not "
            f"encrypted, run this {again} with --rejected {place}"
        )


def _digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()
