"""From a printed table to its actions: every row is an action, part of one, or named as unread."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from pcf_desktop.importers.files.cells import Cell, is_blank
from pcf_desktop.importers.periods.period import Period
from pcf_desktop.importers.periods.reading import read_period
from pcf_desktop.importers.plans.headers import Header, header_at
from pcf_desktop.importers.plans.headings import (
    CONTEXT,
    heading_at,
    is_guessed,
    is_note,
    labelled,
    named_heading,
)
from pcf_desktop.importers.plans.plan import DATES, Column, PlanAction, Rag
from pcf_desktop.importers.plans.rag import key_line, read_rag
from pcf_desktop.importers.plans.refs import is_ref, ref_key, split_ref
from pcf_desktop.importers.plans.table import PrintedTable

FEW = 2
"""A row with more cells than these is an action, whatever its first words are."""
_STARTERS = (Column.ACTION, Column.REF, Column.MEASURE, Column.MILESTONES, Column.OUTCOME)
"""What makes a row a new action: its words, or in a table without any the next of these."""


@dataclass
class _Draft:
    """An action while rows may still add to it."""

    row: int
    ref: str | None
    texts: dict[Column, list[str]] = field(default_factory=dict)
    dates: dict[Column, Period] = field(default_factory=dict)
    rags: list[Rag] = field(default_factory=list)


@dataclass
class TableReading:
    """One table read to its end.

    `header` is the last one found, and `context` the priority, workstream and outcome that hold
    at the end; both are given at the start for a table that goes on over a page.
    `carried` counts cells left empty that were taken from the row above; `damaged_refs` are
    rows where Excel has made a date of a ref.
    """

    table: PrintedTable
    header: Header | None = None
    header_row: int = 0
    actions: list[PlanAction] = field(default_factory=list)
    unread_rows: list[int] = field(default_factory=list)
    damaged_refs: list[int] = field(default_factory=list)
    guessed_headings: list[int] = field(default_factory=list)
    rag_key: dict[str, str] = field(default_factory=dict)
    carried: int = 0
    context: dict[Column, str] = field(default_factory=dict)
    _draft: _Draft | None = None
    _skip: int = 0

    def read(self) -> "TableReading":
        """Read all rows, and return this same reading."""
        for text in self.table.above:
            self._aside(text)
        if self.table.is_sheet:
            self._aside(self.table.name)
        for row in range(len(self.table.rows)):
            if self._skip:
                self._skip -= 1
            else:
                self._row(row)
        self._finish()
        return self

    def _row(self, row: int) -> None:
        own = list(self._own(row))
        header = header_at(self.table, row, self.header) if own else None
        if not own:
            return
        if header:
            self._finish()
            self.header, self._skip = header, header.rows - 1
            self.header_row = self.header_row or self.table.number(row)
        elif self.header is None:
            self._before_header(own)
        else:
            self._body(row, [text for _, text in own], self.header)

    def _own(self, row: int) -> Iterator[tuple[int, str]]:
        for place, text in enumerate(self.table.texts(row)):
            painted = self.header and self.header.columns.get(place) is Column.RAG
            if (text or (painted and self.table.fill(row, place))) and not self.table.continues(
                row, place
            ):
                yield place, text

    def _before_header(self, own: list[tuple[int, str]]) -> None:
        texts = [text for _, text in own if text]
        if heading := labelled(texts):
            self._enter(*heading)
        for text in texts:
            self._aside(text)

    def _aside(self, text: str) -> None:
        """Take what a text beside the actions says: a heading, or lines of the plan's key."""
        if heading := named_heading(text):
            self._enter(*heading)
        for line in text.splitlines():
            if found := key_line(line):
                self.rag_key.setdefault(*found)

    def _body(self, row: int, texts: list[str], header: Header) -> None:
        heading = heading_at(self.table, row, header)
        if heading:
            self._finish()
            self._enter(*heading)
        elif len(texts) <= FEW and (is_note(texts[0]) or is_note(" - ".join(texts))):
            self._note(row, texts)
        elif is_guessed(self.table, row, header):
            self._finish()
            self.guessed_headings.append(self.table.number(row))
            self._enter(Column.PRIORITY, texts[0])
        elif self._starts(row, header):
            self._finish()
            self._begin(row, header)
        elif self._draft:
            self._add(row, header)
        else:
            self.unread_rows.append(self.table.number(row))

    def _note(self, row: int, texts: list[str]) -> None:
        """Take what a key says; any other note is named as unread."""
        known = len(self.rag_key)
        self._aside("\n".join([*texts, " - ".join(texts)]))
        if len(self.rag_key) == known:
            self.unread_rows.append(self.table.number(row))

    def _enter(self, column: Column, text: str) -> None:
        """Let a heading hold from here on; a new priority ends the outcome before it."""
        if column is Column.PRIORITY:
            self.context.pop(Column.OUTCOME, None)
        self.context[column] = text

    def _starts(self, row: int, header: Header) -> bool:
        present = [column for column in _STARTERS if header.places(column)]
        for column in present[:2]:
            for place in header.places(column):
                text = self.table.text(row, place)
                if text and not self.table.continues(row, place) and not is_note(text):
                    return True
        return False

    def _begin(self, row: int, header: Header) -> None:
        self._draft = _Draft(row, self._ref(row, header))
        for column in CONTEXT:
            places = header.places(column)
            text = next((text for place in places if (text := self.table.text(row, place))), "")
            if text and text != self.context.get(column):
                self._enter(column, text)
            elif places and not text and column in self.context:
                self.carried += 1
        self._add(row, header)
        for column, text in self.context.items():
            self._draft.texts[column] = [text]

    def _ref(self, row: int, header: Header) -> str | None:
        for place in header.places(Column.REF):
            cell = self.table.cell(row, place)
            if isinstance(cell, date):
                self.damaged_refs.append(self.table.number(row))
            elif text := self.table.text(row, place):
                return text.replace("\n", " ")
        return None

    def _add(self, row: int, header: Header) -> None:
        """Add the row's own cells to the action; merged cells from above were added before."""
        draft = self._draft
        if draft is None:
            return
        is_first = draft.row == row
        for place, column in sorted(header.columns.items()):
            merged_from_above = self.table.continues(row, place)
            if column is Column.REF or (merged_from_above and not is_first):
                continue
            cell = self.table.cell(row, place)
            if column is Column.RAG:
                self._add_rag(draft, row, place, header)
            elif not is_blank(cell):
                self._add_cell(draft, column, cell, header, place, row)

    def _add_rag(self, draft: _Draft, row: int, place: int, header: Header) -> None:
        text, fill = self.table.text(row, place), self.table.fill(row, place)
        if rag := read_rag(text, fill, header.texts.get(place, "")):
            draft.rags.append(rag)

    def _add_cell(
        self,
        draft: _Draft,
        column: Column,
        cell: Cell,
        header: Header,
        place: int,
        row: int,
    ) -> None:
        text = self.table.text(row, place)
        if column in DATES and column not in draft.dates:
            value = cell if isinstance(cell, date | int | float) else text
            draft.dates[column] = read_period(value)
        elif len(header.places(column)) > 1 and column not in CONTEXT:
            draft.texts.setdefault(column, []).append(f"{header.texts[place]}: {text}")
        else:
            draft.texts.setdefault(column, []).append(text)

    def _finish(self) -> None:
        if self._draft:
            self.actions.append(_action(self.table, self._draft))
        self._draft = None


def _action(table: PrintedTable, draft: _Draft) -> PlanAction:
    fields = {column: "\n".join(texts) for column, texts in draft.texts.items()}
    ref = draft.ref
    leading, rest = split_ref(fields.get(Column.ACTION, ""))
    if leading and _is_finer(leading, ref):
        ref, fields[Column.ACTION] = leading, rest
    if ref and not is_ref(ref):
        fields[Column.REF] = ref
    return PlanAction(
        table=table.name,
        row=table.number(draft.row),
        ref=ref if ref and is_ref(ref) else None,
        fields=fields,
        start=draft.dates.get(Column.START),
        end=draft.dates.get(Column.END),
        rag=next((rag for rag in reversed(draft.rags) if rag.key), None)
        or (draft.rags[-1] if draft.rags else None),
        rag_history=tuple(draft.rags),
    )


def _is_finer(leading: str, ref: str | None) -> bool:
    """Return whether the ref in front of an action says as much as that of its own column."""
    return ref is None or not is_ref(ref) or len(ref_key(leading)) >= len(ref_key(ref))


def fields_in_order(fields: Mapping[Column, str]) -> dict[str, str]:
    """Return the fields by name, in the order in which plans print their columns."""
    return {column.value: fields[column] for column in Column if column in fields}
