"""What a survey tool's file says about an export: the meaning of each column."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Protocol

from pcf_desktop.importers.files.cells import Cell
from pcf_desktop.importers.sheet import Kind
from pcf_desktop.importers.tools.limesurvey_structure import StructureQuestion


class ColumnRole(StrEnum):
    """What a column is for."""

    QUESTION = "question"
    RESPONSE_ID = "response id"
    STARTED = "started"
    COMPLETED = "completed"
    IDENTITY = "identity"
    SYSTEM = "system"
    IGNORED = "ignored"


@dataclass(frozen=True)
class ColumnHeading:
    """One column. `text` is the question as printed, `row` the row of a grid.

    Columns of one `group` make one question: each ticks its `option`, or holds the text of
    *Other* (`other`). `codes` are what the cells' codes stand for, in the order of the options.
    `reason` says why an ignored column is ignored. `not_asked` is what the tool writes where the
    question was not shown; where a box has anything else it was seen, though nobody ticked it.
    """

    text: str
    role: ColumnRole = ColumnRole.QUESTION
    row: str | None = None
    option: str | None = None
    other: bool = False
    group: int | None = None
    kind: Kind | None = None
    codes: Mapping[str, str] = field(default_factory=dict)
    reason: str = ""
    not_asked: str = ""


@dataclass(frozen=True)
class Layout:
    """How an export is laid out: sure of it from 0 to 1, and one heading for each column.

    `separators` are what stands between the chosen options of one cell, likeliest first.
    `day_first` is how the tool writes 3/4 where nothing in the file decides; None: the
    computer's locale decided, so the British way is taken. `skip` rows come above the headings.
    `adds_digits` says that the tool writes a digit behind words that stand in the form twice.
    """

    confidence: float
    headings: tuple[ColumnHeading, ...]
    header_rows: int = 1
    skip: int = 0
    separators: tuple[str, ...] = (";", ", ", "\n", "|")
    day_first: bool = True
    adds_digits: bool = False
    warnings: tuple[str, ...] = ()


class Importer(Protocol):
    """A survey tool whose exports can be read."""

    @property
    def name(self) -> str:
        """The short name kept with an import, as "microsoft_forms"."""

    @property
    def title(self) -> str:
        """The name a person knows, as "Microsoft Forms"."""

    def recognise(self, head: "TableHead") -> Layout | None:
        """Return how this export is laid out, or None if the tool never writes such a file."""


@dataclass(frozen=True)
class TableHead:
    """The first rows of a table: `titles` as clean text, `rows` as they stand.

    Both are as wide as the first row with more than one cell. `uneven` is the share of rows of
    another width, of a text file. `header_rows` is what the person said. `structure` is what a
    LimeSurvey structure file beside the answers says.
    """

    titles: tuple[tuple[str, ...], ...]
    rows: tuple[tuple[Cell, ...], ...]
    header_rows: int | None = None
    uneven: float = 0.0
    structure: Mapping[str, StructureQuestion] = field(default_factory=dict)

    def title(self, row: int) -> tuple[str, ...]:
        """Return a row's texts; an empty tuple where there is no such row."""
        return self.titles[row] if row < len(self.titles) else ()
