"""From a printed table to its actions: every row is an action, part of one, or named as unread."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from pcf_desktop.importers.plans.around import FEW, Around
from pcf_desktop.importers.plans.drafts import DraftAction
from pcf_desktop.importers.plans.headers import Header, header_at, lists_risks
from pcf_desktop.importers.plans.headings import (
    CONTEXT,
    heading_at,
    is_guessed,
    is_note,
    is_signature,
)
from pcf_desktop.importers.plans.keys_beside import without_keys_beside
from pcf_desktop.importers.plans.plan import PlanAction, PlanColumn
from pcf_desktop.importers.plans.table import PrintedTable

_STARTERS = (
    PlanColumn.ACTION,
    PlanColumn.REF,
    PlanColumn.MEASURE,
    PlanColumn.MILESTONES,
    PlanColumn.OUTCOME,
)
"""What makes a row a new action: its words, or in a table without any the next of these."""
_RULE = re.compile(r"\|?\s*:?[-=_\u2013\u2014]{2,}:?\s*\|?")
"""The line that Markdown draws under a heading."""


@dataclass
class TableReading:
    """One table read to its end.

    `header` is the last one found, and `around` what was said beside the actions until the end;
    both are given at the start for a table that goes on over a page.
    `carried` counts cells left empty that were taken from the row above; `damaged_refs` are
    rows where Excel has made a date of a ref, `loose_rows` those with words under no heading.
    """

    table: PrintedTable
    header: Header | None = None
    around: Around = field(default_factory=Around)
    header_row: int = 0
    actions: list[PlanAction] = field(default_factory=list)
    unread_rows: list[int] = field(default_factory=list)
    loose_rows: list[int] = field(default_factory=list)
    damaged_refs: list[int] = field(default_factory=list)
    guessed_headings: list[int] = field(default_factory=list)
    carried: int = 0
    _draft: DraftAction | None = None
    _skip: int = 0
    _in_risks: bool = False

    def read(self) -> "TableReading":
        """Read all rows, and return this same reading."""
        self.table, self.around.rag_key = without_keys_beside(self.table)
        for text in self.table.above:
            self.around.hear_line(text)
        if self.table.is_sheet:
            self.around.hear(self.table.name)
        for row in range(len(self.table.rows)):
            if self._skip:
                self._skip -= 1
            else:
                self._row(row)
        self._finish()
        return self

    def _row(self, row: int) -> None:
        texts = list(self._own(row))
        if not texts or all(map(_RULE.fullmatch, texts)):
            return
        if header := header_at(self.table, row, self.header):
            self._finish()
            self.header, self._skip, self._in_risks = header, header.rows - 1, False
            self.header_row = self.header_row or self.table.number(row)
        elif self.header and (self._in_risks or lists_risks(texts)):
            self._in_risks = True
            self.unread_rows.append(self.table.number(row))
        elif self.header is None:
            self.around.hear_row(self.table, row, texts)
        else:
            self._body(row, texts, self.header)

    def _own(self, row: int) -> Iterator[str]:
        for place, text in enumerate(self.table.texts(row)):
            painted = self.header and self.header.columns.get(place) is PlanColumn.RAG
            if (text or (painted and self.table.fill(row, place))) and not self.table.continues(
                row, place
            ):
                yield text

    def _body(self, row: int, texts: list[str], header: Header) -> None:
        if self._is_beside(row, texts, header):
            return
        if is_guessed(self.table, row, header):
            self._finish()
            self.guessed_headings.append(self.table.number(row))
            self.around.enter(PlanColumn.PRIORITY, texts[0])
        elif self._starts(row, header):
            self._finish()
            self._begin(row, header)
        elif self._draft:
            self._draft.add(row, header)
        else:
            self.unread_rows.append(self.table.number(row))

    def _is_beside(self, row: int, texts: list[str], header: Header) -> bool:
        """Return whether a row is a heading, a note or part of the key, and take what it says."""
        known = len(self.around.rag_key)
        heading = heading_at(self.table, row, header)
        if self.around.take_key_row(self.table, row, texts):
            self._say_unread(row, known)
        elif heading and self.around.knows_better(*heading):
            self.unread_rows.append(self.table.number(row))
        elif heading:
            self._finish()
            self.around.enter(*heading)
        elif len(texts) <= FEW and (
            is_note(texts[0]) or is_note(" - ".join(texts)) or is_signature(texts)
        ):
            self.around.hear("\n".join([*texts, " - ".join(texts)]))
            self.around.hear(texts[0])
            self._say_unread(row, known)
        else:
            return False
        return True

    def _say_unread(self, row: int, colours_before: int) -> None:
        """Name a row as unread unless it told the meaning of another colour."""
        if len(self.around.rag_key) == colours_before:
            self.unread_rows.append(self.table.number(row))

    def _starts(self, row: int, header: Header) -> bool:
        present = [column for column in _STARTERS if header.places(column)] or [PlanColumn.PRIORITY]
        for column in present[:2]:
            for place in header.places(column):
                text = self.table.text(row, place)
                if text and not self.table.continues(row, place) and not is_note(text):
                    return True
        return False

    def _begin(self, row: int, header: Header) -> None:
        self.around.begin_action()
        draft = self._draft = DraftAction(self.table, row, self._ref(row, header))
        context = self.around.context
        for column in CONTEXT:
            places = header.places(column)
            text = next((text for place in places if (text := self.table.text(row, place))), "")
            if text and text != context.get(column):
                self.around.enter(column, text)
            elif places and not text and column in context:
                self.carried += 1
        draft.add(row, header)
        for column, text in context.items():
            draft.texts[column] = [text]
        if not header.places(PlanColumn.ACTION):
            draft.take_priority_as_action(header)

    def _ref(self, row: int, header: Header) -> str | None:
        for place in header.places(PlanColumn.REF):
            cell = self.table.cell(row, place)
            if isinstance(cell, date):
                self.damaged_refs.append(self.table.number(row))
            elif text := self.table.text(row, place):
                return text.replace("\n", " ")
        return None

    def _finish(self) -> None:
        if self._draft:
            self.loose_rows += self._draft.loose_rows
            self.actions.append(self._draft.as_action())
        self._draft = None
