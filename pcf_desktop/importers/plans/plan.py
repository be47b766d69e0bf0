"""What is read from a plan: actions with their fields, and what each table was taken to be."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from pcf_desktop.importers.periods.period import Period


class PlanColumn(StrEnum):
    """What a column of a plan holds."""

    REF = "ref"
    PRIORITY = "priority"
    OUTCOME = "outcome"
    ACTION = "action"
    LEAD = "lead"
    PARTNERS = "partners"
    WORKSTREAM = "workstream"
    START = "start"
    END = "end"
    MILESTONES = "milestones"
    MEASURE = "measure"
    BASELINE = "baseline"
    TARGET = "target"
    IMPACT = "impact"
    EVIDENCE = "evidence"
    PROGRESS = "progress"
    RAG = "rag"
    COMPLETE = "complete"
    CLOSED = "closed"


DATES = frozenset({PlanColumn.START, PlanColumn.END, PlanColumn.CLOSED})


class RagSource(StrEnum):
    """What told the colour of an action."""

    WORDS = "words"
    LETTER = "letter"
    COLOUR = "colour"


@dataclass(frozen=True)
class Rag:
    """How the area says an action goes: a key of the list `rag`, or None where unclear.

    `source` says whether words, a letter or the cell's colour told it; `heading` is the
    column's, such as *RAG March 2021*; `note` is a sentence where something was assumed.
    """

    key: str | None
    text: str
    source: RagSource | None
    heading: str = ""
    note: str = ""


@dataclass(frozen=True)
class PlanAction:
    """One action; `fields` holds the texts of all columns but ref, dates and RAG.

    `rag` is the latest that is filled in, `rag_history` all of them in the order of the columns.
    `table` and `row` say where it stands: the sheet, or *Table 3*, and the row from 1.
    """

    table: str
    row: int
    ref: str | None = None
    fields: Mapping[PlanColumn, str] = field(default_factory=dict)
    start: Period | None = None
    end: Period | None = None
    closed: Period | None = None
    rag: Rag | None = None
    rag_history: tuple[Rag, ...] = ()

    @property
    def words(self) -> str:
        """Return what is to be done, as printed."""
        return self.fields.get(PlanColumn.ACTION, "")


@dataclass(frozen=True)
class PlanTable:
    """A table that was read: which heading was taken for what, and what was left out."""

    name: str
    header_row: int
    columns: Mapping[str, PlanColumn]
    unread_columns: tuple[str, ...]
    actions: int
    unread_rows: tuple[int, ...] = ()


@dataclass(frozen=True)
class PlanRead:
    """All actions of a file, in the order of their refs, with sentences for the person.

    `rag_key` is the plan's own key where it prints one: colour to meaning.
    """

    actions: tuple[PlanAction, ...]
    tables: tuple[PlanTable, ...]
    rag_key: Mapping[str, str] = field(default_factory=dict)
    warnings: tuple[str, ...] = ()
