"""An action in the making: the rows of a table add their cells to it until the next one begins."""

from dataclasses import dataclass, field
from datetime import date

from pcf_desktop.importers.files.cells import Cell, is_blank
from pcf_desktop.importers.periods.period import Period
from pcf_desktop.importers.periods.reading import read_period
from pcf_desktop.importers.plans.headers import Header
from pcf_desktop.importers.plans.headings import CONTEXT
from pcf_desktop.importers.plans.percentages import as_percentage
from pcf_desktop.importers.plans.plan import DATES, PlanAction, PlanColumn, Rag
from pcf_desktop.importers.plans.rag import is_colour, rag_in_progress, read_rag
from pcf_desktop.importers.plans.refs import is_ref, ref_key, split_ref
from pcf_desktop.importers.plans.table import PrintedTable


@dataclass
class DraftAction:
    """An action while rows may still add to it; `loose_rows` hold words under no heading."""

    table: PrintedTable
    row: int
    ref: str | None
    texts: dict[PlanColumn, list[str]] = field(default_factory=dict)
    dates: dict[PlanColumn, Period] = field(default_factory=dict)
    rags: list[Rag] = field(default_factory=list)
    loose_rows: list[int] = field(default_factory=list)

    def add(self, row: int, header: Header) -> None:
        """Add the row's own cells; those merged from above were added with their first row."""
        for place, column in sorted(header.columns.items()):
            merged_from_above = self.table.continues(row, place)
            if column is PlanColumn.REF or (merged_from_above and row != self.row):
                continue
            cell = self.table.cell(row, place)
            if column is PlanColumn.RAG:
                self._add_rag(row, place, header)
            elif not is_blank(cell):
                self._add_cell(column, cell, header, place, row)
        self._add_loose(row, header)

    def take_priority_as_action(self, header: Header) -> None:
        """Let a *Priority action* say what is done as well, where no other column does."""
        headed = (header.texts[place] for place in header.places(PlanColumn.PRIORITY))
        words = self.texts.get(PlanColumn.PRIORITY)
        if words and any("action" in heading.casefold() for heading in headed):
            self.texts[PlanColumn.ACTION] = list(words)

    def _add_rag(self, row: int, place: int, header: Header) -> None:
        text, fill = self.table.text(row, place), self.table.fill(row, place)
        if rag := read_rag(text, fill, header.texts.get(place, "")):
            self.rags.append(rag)

    def _add_cell(
        self, column: PlanColumn, cell: Cell, header: Header, place: int, row: int
    ) -> None:
        text = self.table.text(row, place)
        if column is PlanColumn.COMPLETE:
            text = as_percentage(cell, text)
        if column in DATES and column not in self.dates:
            value = cell if isinstance(cell, date | int | float) else text
            self.dates[column] = read_period(value)
            return
        if column is PlanColumn.PROGRESS and not header.places(PlanColumn.RAG):
            rag = rag_in_progress(text, header.texts[place])
            self.rags += [rag] if rag else []
        many = len(header.places(column)) > 1 and column not in CONTEXT
        shown = f"{header.texts[place]}: {text}" if many else text
        self.texts.setdefault(column, []).append(shown)

    def _add_loose(self, row: int, header: Header) -> None:
        """Take a colour out of a column without a heading; name other words there."""
        for place, text in enumerate(self.table.texts(row)):
            if not text or place in header.texts or self.table.continues(row, place):
                continue
            rag = read_rag(text, None) if is_colour(text) else None
            if rag and not header.places(PlanColumn.RAG):
                self.rags.append(rag)
            else:
                self.loose_rows.append(self.table.number(row))

    def as_action(self) -> PlanAction:
        """Return the action as it stands now."""
        fields = {column: "\n".join(texts) for column, texts in self.texts.items()}
        ref = self.ref
        leading, rest = split_ref(fields.get(PlanColumn.ACTION, ""))
        if leading and _is_finer(leading, ref):
            ref, fields[PlanColumn.ACTION] = leading, rest
        if ref and not is_ref(ref):
            fields[PlanColumn.REF] = ref
        return PlanAction(
            table=self.table.name,
            row=self.table.number(self.row),
            ref=ref if ref and is_ref(ref) else None,
            fields=fields,
            start=self.dates.get(PlanColumn.START),
            end=self.dates.get(PlanColumn.END),
            closed=self.dates.get(PlanColumn.CLOSED),
            rag=next((rag for rag in reversed(self.rags) if rag.key), None)
            or (self.rags[-1] if self.rags else None),
            rag_history=tuple(self.rags),
        )


def _is_finer(leading: str, ref: str | None) -> bool:
    """Return whether the ref in front of an action says as much as that of its own column."""
    return ref is None or not is_ref(ref) or len(ref_key(leading)) >= len(ref_key(ref))
