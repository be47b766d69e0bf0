"""From columns and what their headings mean to questions, and to the answers of each response."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from functools import partial
from itertools import chain

from pcf_desktop.importers.columns.asking import asks_for_consent, shortened
from pcf_desktop.importers.columns.column import SurveyColumn
from pcf_desktop.importers.columns.dates import (
    DateOrder,
    as_datetimes,
    date_reader,
    from_serial,
    order_of,
    same_precision,
)
from pcf_desktop.importers.columns.options import tidy
from pcf_desktop.importers.columns.readers import KnownAnswers, Reader
from pcf_desktop.importers.columns.responses import Responses
from pcf_desktop.importers.files.cells import as_text
from pcf_desktop.importers.parts import MOMENTS, QuestionPart, find_parts, reader_of
from pcf_desktop.importers.reasons import reason_of
from pcf_desktop.importers.response_ids import with_response_ids
from pcf_desktop.importers.sheet import NO_TEXTS, Answer, Choices, Ignored, Kind, Row, SheetQuestion
from pcf_desktop.importers.tools.tool import ColumnRole, Layout

_ROUNDED = re.compile(r"\d(?:[.,]\d+)?E\+\d+")
_DATE_SAMPLE = 200
_ROW = partial(tuple.__new__, Row)
"""Makes a Row without going through its Python-level constructor, for a million of them."""

_SAMPLES = 3
_SAMPLE_LETTERS = 80


@dataclass
class Assembly:
    """A survey put together from columns: its questions, and a reader for each."""

    questions: list[SheetQuestion] = field(default_factory=list)
    readers: list[Reader] = field(default_factory=list)
    ignored: list[Ignored] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)
    date_order: DateOrder = field(default_factory=lambda: DateOrder(None))
    numbers: Sequence[int] = ()
    ids: list[str | None] | None = None
    moments: dict[ColumnRole, list[datetime | None]] = field(default_factory=dict)

    def completed(self) -> list[datetime | None] | None:
        """Return when each response was sent in; None where the tool does not say."""
        return self.moments.get(ColumnRole.COMPLETED)

    def rows(self, start: int, stop: int) -> Iterator[Row]:
        """Give the responses from one place to before another."""
        count = stop - start
        cells: Iterator[tuple[Answer, ...]] = zip(
            *(reader.answers(start, stop) for reader in self.readers), strict=True
        )
        nothing = [None] * count
        completed = self._moments(ColumnRole.COMPLETED, start, stop)
        rows = zip(
            self.numbers[start:stop],
            self.ids[start:stop] if self.ids else nothing,
            self._moments(ColumnRole.STARTED, start, stop) or nothing,
            completed or nothing,
            [each is not None for each in completed] if completed else [True] * count,
            cells,
            self._texts(start, stop),
            strict=True,
        )
        return map(_ROW, rows)

    def _texts(self, start: int, stop: int) -> list[Mapping[int, str]]:
        found: list[Mapping[int, str]] = [NO_TEXTS] * (stop - start)
        for index, reader in enumerate(self.readers):
            for place, text in reader.texts(start, stop):
                found[place - start] = {**found[place - start], index: text}
        return found

    def _moments(self, role: ColumnRole, start: int, stop: int) -> list[datetime | None] | None:
        moments = self.moments.get(role)
        return None if moments is None else moments[start:stop]


def assemble(layout: Layout, responses: Responses, choices: Choices) -> Assembly:
    """Find the kinds of all columns, then the order of all dates, then make the readers."""
    assembly = Assembly(numbers=responses.numbers)
    layout = with_response_ids(layout, responses, choices)
    parts = find_parts(layout, responses, choices, assembly.ignored)
    assembly.warnings.extend(part.finding.warning for part in parts if part.finding.warning)
    assembly.date_order = _date_order(parts, layout, choices)
    for part in parts:
        _read_dates(part, assembly)
        _add(part, assembly, choices)
    return assembly


def _date_order(parts: Sequence[QuestionPart], layout: Layout, choices: Choices) -> DateOrder:
    if choices.date_order in {"dmy", "mdy", "iso"}:
        return DateOrder(choices.date_order)
    columns = [part.columns[0] for part in parts if _has_dates(part)]
    texts = chain.from_iterable(column.texts() for column in columns)
    order = order_of(texts, day_first=layout.day_first)
    real = any(isinstance(cell, datetime) for column in columns for cell in column.values[:50])
    return DateOrder("iso") if order.order is None and real else order


def _has_dates(part: QuestionPart) -> bool:
    return part.heading.role in MOMENTS or part.finding.kind is Kind.DATE


def _read_dates(part: QuestionPart, assembly: Assembly) -> None:
    if not _has_dates(part):
        return
    column = part.columns[0]
    if str in column.types():
        sample = column.sample(_DATE_SAMPLE)
        column.replace_all(date_reader(sample, day_first=assembly.date_order.day_first))
    if part.heading.role in MOMENTS:
        if column.types() & {int, float}:
            column.replace(from_serial)
        assembly.moments[part.heading.role] = as_datetimes(column.values)
    else:
        column.replace(same_precision(column.values))
    unread = column.unread()
    if unread:
        verb = "value is no date and stays" if unread == 1 else "values are no dates and stay"
        heading = shortened(part.heading.text)
        assembly.warnings.append(f"In “{heading}” {unread:,} {verb} as written.")


def _add(part: QuestionPart, assembly: Assembly, choices: Choices) -> None:
    reader, options = reader_of(part)
    heading, kind = part.heading, part.finding.kind
    if heading.role is ColumnRole.RESPONSE_ID:
        assembly.ids = _ids(part.columns[0], assembly.warnings)
        reader = KnownAnswers(assembly.ids) if assembly.ids is not None else reader
    if kind in {Kind.SINGLE, Kind.MULTIPLE} and asks_for_consent(heading.text):
        kind = Kind.CONSENT
    was_said = part.key in choices.kinds
    personal = part.may_be_identity if was_said else kind is Kind.IDENTITY
    assembly.readers.append(reader)
    assembly.questions.append(
        SheetQuestion(
            key=part.key,
            text=heading.text,
            kind=kind,
            columns=part.places,
            row=heading.row,
            occurrence=part.occurrence,
            options=options,
            answered=_answered(part, reader),
            other=part.finding.other or part.own is not None,
            keep=choices.keep.get(part.key, not personal and kind is not Kind.SYSTEM),
            samples=_samples(part.columns[0]),
            reason=reason_of(part, choices),
            doubtful=part.finding.warning is not None,
            personal=personal,
        )
    )


def _answered(part: QuestionPart, reader: Reader) -> int:
    column = part.columns[0]
    if len(part.places) == 1:
        return len(column.values) - column.blanks()
    answers = reader.answers(0, len(column.values))
    return sum(answer is not None for answer in answers)


def _ids(column: SurveyColumn, warnings: list[str]) -> list[str | None] | None:
    """Return the tool's response ids, or None where they do not tell every response apart."""
    if column.types() == {int}:
        ids: list[str | None] = list(map(str, column.values))
    else:
        ids = [
            (cell if isinstance(cell, str) else as_text(cell)).strip() or None
            for cell in column.values
        ]
    given = [each for each in ids if each]
    repeated = len(given) - len(set(given))
    instead = "Answers are told apart by their content instead."
    if any(_ROUNDED.fullmatch(each) for each in given if "E" in each):
        warnings.append(
            f"Excel has rounded the response numbers (as 1.14E+11), so they tell nobody apart. "
            f"{instead} To keep them, download the export again and do not save it in Excel."
        )
    elif repeated:
        what = "number occurs" if repeated == 1 else "numbers occur"
        warnings.append(f"{repeated:,} response {what} more than once. {instead}")
    else:
        return ids
    return None


def _samples(column: SurveyColumn) -> tuple[str, ...]:
    different = dict.fromkeys(tidy(text) for text in column.sample(20))
    return tuple(text[:_SAMPLE_LETTERS] for text in list(different)[:_SAMPLES])
