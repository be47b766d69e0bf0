"""What `import` does with a log that the forum kept, told from a survey by its columns."""

from argparse import Namespace
from collections.abc import Iterator
from contextlib import suppress

from pcf_desktop.answer import CommandAnswer
from pcf_desktop.errors import UserError
from pcf_desktop.importers import surveys
from pcf_desktop.importers.logs.log_sheet import LogSheet
from pcf_desktop.importers.logs.reading import find_log, read_log
from pcf_desktop.importers.logs.recognition import is_like_a_log
from pcf_desktop.importers.sheet import Choices, Sheet
from pcf_desktop.services.counting import wording
from pcf_desktop.services.logs import importing, words
from pcf_desktop.services.logs.importing import LogReport, LogSource
from pcf_desktop.workspace.backup import Reason
from pcf_desktop.workspace.opening import OpenForum

LOG, SURVEY = "log", "survey"


def read(wanted: Namespace, profile: Choices | None) -> Sheet | LogSheet:
    """Return a file as what the person says it is, else as what it looks like.

    Who names a survey says that it is one. Raises as both readers do.
    """
    if wanted.kind == LOG:
        return read_log(wanted.file)
    is_said = wanted.kind == SURVEY or bool(wanted.survey.strip()) or profile is not None
    try:
        sheet = surveys.read(wanted.file, profile)
    except UserError:
        if not is_said:
            with suppress(UserError):
                log = find_log(wanted.file)
                if log is not None:
                    return log
        raise
    return sheet if is_said or not is_like_a_log(sheet) else find_log(wanted.file) or sheet


def import_log(forum: OpenForum, wanted: Namespace, sheet: LogSheet, sha256: str) -> CommandAnswer:
    """Bring a log in, or only count what would come in; nobody looks at a word here."""
    with forum.workspace.read() as session:
        choices = words.with_columns_of_before(session, sheet)
    if choices != sheet.choices:
        sheet = read_log(wanted.file, choices)
    if wanted.dry_run:
        with forum.workspace.read() as session:
            report = importing.count(session, sheet, {})
    else:
        progress = wanted.stop.hold()
        forum.workspace.back_up(Reason.IMPORT, progress)
        source = LogSource(wanted.file.name, sha256)
        with forum.workspace.change("Import a log") as session:
            report = importing.import_log(session, sheet, {}, source, progress)
    warnings = [*sheet.warnings, *_about_dates(sheet), *_about_words(report)]
    return CommandAnswer(
        _data(wanted, sheet, report, warnings), tuple(_sentences(wanted, report, warnings))
    )


def _data(
    wanted: Namespace, sheet: LogSheet, report: LogReport, warnings: list[str]
) -> dict[str, object]:
    counts = ("read", "imported", "already_here", "changed", "skipped", "rejected", "edited")
    return {
        "kind": LOG,
        "dry_run": wanted.dry_run,
        **{name: getattr(report, name) for name in counts},
        "comments": report.imported,
        "families": report.families,
        "new_families": report.new_families,
        "may_quote": dict(report.consent),
        "columns": {each.heading: str(each.meaning) for each in sheet.columns},
        "words_to_look_at": [
            {"list": each.list_key, "words": each.words, "rows": each.rows, "likely": each.likely}
            for each in report.open_words
        ],
        "rows_to_look_at": [{"row": each.number, "why": each.why} for each in report.doubts],
        "rejected_rows": [{"row": each.number, "reason": each.reason} for each in sheet.rejected],
        "warnings": warnings,
    }


def _sentences(wanted: Namespace, report: LogReport, warnings: list[str]) -> Iterator[str]:
    would = "would be " if wanted.dry_run else ""
    yield "Read as a log of what families said, not as a survey; --kind survey reads it as one."
    yield (
        f"Rows: {report.read} read, {report.imported} {would}imported, {report.already_here} "
        f"already here, {report.changed} changed, {report.skipped} without words, "
        f"{report.rejected} not read."
    )
    yield (
        f"{wording.count(report.families, 'family', 'families')}, "
        f"{report.new_families} of them new."
    )
    yield from warnings
    for each in report.doubts:
        yield f"Row {each.number}: {each.why}"


def _about_dates(sheet: LogSheet) -> Iterator[str]:
    if sheet.ambiguous:
        yield (
            "Nothing in this file says whether 3/4 is 3 April or 4 March. Dates are read day "
            "first: please check one that you know."
        )


def _about_words(report: LogReport) -> Iterator[str]:
    for each in report.open_words:
        likely = f" (perhaps {each.likely})" if each.likely else ""
        yield f"Nobody has looked at “{each.words}”{likely} yet, so it was left out."
    if report.open_words:
        yield "Import the file in the window to look at these words: their rows are then mended."
