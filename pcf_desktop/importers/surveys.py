"""Read a survey export: whose it is, what was asked, and what each response says.

`read` is the way in. Everything it guesses is in the `Sheet` it returns, and can be set by
`Choices` instead.
"""

from collections.abc import Iterator
from pathlib import Path

from pcf_desktop.importers.assembly import Assembly, assemble
from pcf_desktop.importers.columns.responses import TOTALS, Responses, SheetReading
from pcf_desktop.importers.files.cleaning import ungarbled_words
from pcf_desktop.importers.files.collecting import without_collecting
from pcf_desktop.importers.files.tables import FileTable, TableSource, TextSettings, open_source
from pcf_desktop.importers.grids import columns_named, replaced_words
from pcf_desktop.importers.recognition import (
    ONLY_NAMES,
    Recognised,
    no_survey,
    only_names,
    recognise,
    structure_of,
)
from pcf_desktop.importers.sheet import Choices, Kind, Sheet, SheetQuestion
from pcf_desktop.importers.tools.any_export import AnyExport
from pcf_desktop.importers.tools.limesurvey import LimeSurvey, structure_layout
from pcf_desktop.progress import Progress, silent

_TELLING = frozenset({Kind.SCALE, Kind.MULTIPLE, Kind.GRID, Kind.CONSENT})
_PROSE = 25
_WORDS_OF_A_QUESTION = 4


def read(path: Path, choices: Choices | None = None, progress: Progress = silent) -> Sheet:
    """Read one survey export: XLSX, XLS, ODS, CSV, TSV, a ZIP that holds one, or a .lss.

    `progress` is told the rows read so far; the total is not known before the end and is 0.
    Raises `UserError` for a file that cannot be read or is no survey; `Cancelled` by `progress`.
    """
    choices = choices or Choices()
    source = open_source(path, TextSettings(choices.encoding, choices.delimiter))
    with without_collecting():
        found = recognise(source, choices) if source.names else _structure_alone(source)
        layout = found.layout
        responses = found.reading.collect(
            found.blank_rows + layout.skip, layout.header_rows, len(layout.headings), progress
        )
        assembly = assemble(layout, responses, choices)
    if not _asks_something(found, assembly.questions, choices):
        names = _names_alone(assembly.questions)
        if not names or found.tool.name == AnyExport.name:
            raise only_names() if names else no_survey()
        assembly.warnings.append(f"This export of {found.tool.title} {ONLY_NAMES}.")
    return _sheet(source, found, responses, assembly, choices)


def _structure_alone(source: TableSource) -> Recognised:
    """Return a survey of no responses: what a structure file says of its questions."""
    if not source.structures:
        raise no_survey()
    table = FileTable("", lambda: iter(()))
    layout = structure_layout(structure_of(source))
    return Recognised(table, SheetReading(table), 0, LimeSurvey(), layout)


def _names_alone(questions: list[SheetQuestion]) -> bool:
    """Return whether there are names or addresses, and besides them only the tool's own."""
    kinds = {each.kind for each in questions}
    return Kind.IDENTITY in kinds and kinds <= {Kind.IDENTITY, Kind.SYSTEM}


def _asks_something(found: Recognised, questions: list[SheetQuestion], choices: Choices) -> bool:
    """Return whether this is a survey: a list of schools or of names has headings too."""
    asked = [each for each in questions if each.kind not in {Kind.IDENTITY, Kind.SYSTEM}]
    if not asked:
        return False
    if found.tool.name != AnyExport.name or choices.tool is not None:
        return True
    return any(
        each.kind in _TELLING
        or "?" in each.text
        or len(each.text.split()) >= _WORDS_OF_A_QUESTION
        or any(len(sample) > _PROSE for sample in each.samples)
        for each in asked
    )


def _sheet(
    source: TableSource,
    found: Recognised,
    responses: Responses,
    assembly: Assembly,
    choices: Choices,
) -> Sheet:
    rows = len(responses.numbers)
    completed = assembly.completed()
    return Sheet(
        tool=found.tool.name,
        title=found.tool.title,
        confidence=found.layout.confidence,
        encoding=found.table.encoding,
        delimiter=found.table.delimiter,
        header_rows=found.layout.header_rows,
        date_order=assembly.date_order.order,
        ambiguous=assembly.date_order.ambiguous,
        rows=rows,
        complete_rows=sum(each is not None for each in completed) if completed else rows,
        questions=tuple(assembly.questions),
        make_rows=assembly.rows,
        sheet=found.table.name or None,
        blank_rows=responses.blank_rows,
        rejected=tuple(responses.rejected),
        ignored=tuple(assembly.ignored),
        warnings=(
            *source.warnings,
            *_about_sheets(source, found, choices),
            *found.layout.warnings,
            *assembly.warnings,
            *_about_dates(assembly),
            *_about_rows(responses),
            *_about_profile(assembly.questions, choices),
        ),
        choices=choices,
    )


def _about_sheets(source: TableSource, found: Recognised, choices: Choices) -> Iterator[str]:
    chosen = found.table.name
    for name in source.hidden:
        if name != chosen:
            yield f"The sheet “{name}” is hidden and was not read."
    for name in source.names:
        if name != chosen:
            yield f"The sheet “{name}” was not read; choose it if the answers are there."
    if found.table.unseen and not choices.hidden:
        named = columns_named(found.table.unseen, found.table.first_column)
        yield f"{named} hidden and not read."


def _about_dates(assembly: Assembly) -> Iterator[str]:
    order = assembly.date_order
    way = "day first" if order.day_first else "month first"
    if order.mixed:
        yield f"Some dates have the day first and some the month; they are read {way}."
    elif order.ambiguous:
        yield (
            "Nothing in this file says whether 3/4 is 3 April or 4 March. "
            f"Dates are read {way}: please check one that you know."
        )


def _about_rows(responses: Responses) -> Iterator[str]:
    replaced = sum(column.replaced for column in responses.columns)
    if replaced:
        yield replaced_words(replaced)
    mended = sum(column.mended for column in responses.columns)
    if mended:
        yield ungarbled_words(mended)
    totals = sum(each.reason == TOTALS for each in responses.rejected)
    if totals:
        what = "row at the end holds" if totals == 1 else "rows at the end hold"
        yield f"{totals} {what} totals and {'is' if totals == 1 else 'are'} not read."
    count = len(responses.rejected) - totals
    if count:
        yield f"{count:,} {'row' if count == 1 else 'rows'} could not be read as a response."


def _about_profile(questions: list[SheetQuestion], choices: Choices) -> Iterator[str]:
    """Say which questions a saved mapping knows and this file does not hold."""
    known = {*choices.kinds, *choices.keep}
    missing = known - {question.key for question in questions}
    if missing:
        count = len(missing)
        what = "question" if count == 1 else "questions"
        verb = "is" if count == 1 else "are"
        yield f"{count} {what} of the saved mapping {verb} not in this file."
