r"""A document free of any format: plain values that PDF, Word and Excel each set in their own way.

What carries a `number` ("4.2", "Q031", "E001", "Figure 2") can be referred to by it. Numbers are
given by whoever makes the document, are permanent, and are never made up by a format. `refs` point
from a block to others, so the evidence index can be read both ways: a paragraph names its evidence,
and the index names every paragraph that leans on it.

In any text `\n` is a line break.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal, TypeAlias

Cell: TypeAlias = str | int
"""A table cell: a count is a number, anything else (also "under 5") is text."""

Align: TypeAlias = Literal["left", "right"]

MOST_ATTRIBUTES = 2
"""A quote says at most two coarse things about who spoke, or the person can be found out."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; level 1 begins a section. `number` is printed before it ("4")."""

    level: Literal[1, 2, 3]
    text: str
    number: str = ""
    refs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph, numbered ("4.2") where others may want to point at it."""

    text: str
    number: str = ""
    refs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class KeyMessage:
    """One thing the reader must take away, its base ("n = 86 families") and what it rests on."""

    text: str
    base: str
    number: str
    refs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class QuotedWords:
    """A family's own words, with at most two coarse attributes and when it was said."""

    number: str
    text: str
    who: tuple[str, ...] = ()
    when: str = ""
    stance: str = ""
    refs: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if len(self.who) > MOST_ATTRIBUTES:
            raise ValueError(f"{self.number}: more than {MOST_ATTRIBUTES} attributes on a quote")

    @property
    def attribution(self) -> str:
        """Return who spoke, when, and the stance, as one line."""
        return " · ".join(part for part in (", ".join(self.who), self.when, self.stance) if part)


@dataclass(frozen=True, slots=True)
class Table:
    """A table whose heading row repeats on every page. Columns are left aligned unless said.

    `short` names its sheet in a workbook (31 letters at most are kept). `note` stands below.
    """

    title: str
    headings: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    align: tuple[Align, ...] = ()
    note: str = ""
    number: str = ""
    short: str = ""
    refs: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if not self.headings or any(len(row) != len(self.headings) for row in self.rows):
            raise ValueError("A table needs headings, and as many cells in every row")
        if self.align and len(self.align) != len(self.headings):
            raise ValueError("A table's alignment has one entry for each column")

    @property
    def alignment(self) -> tuple[Align, ...]:
        """Return one alignment for each column."""
        return self.align or tuple("left" for _ in self.headings)


@dataclass(frozen=True, slots=True)
class Chart:
    """A picture of a few numbers. The title states the finding; the same numbers stand in `data`.

    `spec` is Vega-Lite, without a title. `colours` are those of the rows of `data` (one series) or
    of its number columns (several), so that a spreadsheet draws the same chart natively.
    """

    finding: str
    spec: Mapping[str, object]
    alt: str
    data: Table
    note: str
    number: str = ""
    colours: tuple[str, ...] = ()
    refs: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if not self.alt.strip():
            raise ValueError("A chart needs words for those who cannot see it")


@dataclass(frozen=True, slots=True)
class Callout:
    """Somebody else's words set apart, such as the inspectors', with where they stand."""

    title: str
    text: str
    source: str = ""
    number: str = ""
    refs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ItemList:
    """A list of short items, in bullets or, where the order matters, counted.

    `lead` is the line before the items ("We ask the area to:"); `number` stands beside it.
    """

    items: tuple[str, ...]
    is_ordered: bool = False
    number: str = ""
    refs: tuple[str, ...] = ()
    lead: str = ""


@dataclass(frozen=True, slots=True)
class PageBreak:
    """The next block begins a new page."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """One piece of evidence: its permanent number, what it is, and its base ("142 families")."""

    number: str
    source: str
    base: str = ""


@dataclass(frozen=True, slots=True)
class EvidenceIndex:
    """The table of evidence. Where each piece is used is worked out from the blocks' `refs`."""

    entries: tuple[Evidence, ...]


Block: TypeAlias = (
    Heading
    | Paragraph
    | KeyMessage
    | QuotedWords
    | Table
    | Chart
    | Callout
    | ItemList
    | PageBreak
    | EvidenceIndex
)


@dataclass(frozen=True, slots=True)
class Fact:
    """One line of the cover, such as "Period" and "September 2025 to August 2026"."""

    label: str
    value: str


@dataclass(frozen=True, slots=True)
class Document:
    """All that a pack says, in order.

    `mark` ("Draft", "Version 2") and `sample` ("Made-up data: …", empty for real data) stand on
    the cover and in every header. A short note has no cover and no contents.
    Raises ValueError where a number stands twice, a reference leads nowhere, or a heading is too
    deep for the one before: faults of whoever made the document, which no reader should meet.
    """

    title: str
    forum: str
    made_on: date
    blocks: tuple[Block, ...]
    subtitle: str = ""
    facts: tuple[Fact, ...] = ()
    mark: str = ""
    sample: str = ""
    language: str = "en-GB"
    has_cover: bool = True
    has_contents: bool = True
    cited_by: Mapping[str, tuple[str, ...]] = field(init=False, repr=False, compare=False)
    """The numbers of the blocks that refer to each number, in the order of the document."""

    def __post_init__(self) -> None:
        if not self.title.strip():
            raise ValueError("A document needs a title")
        _check_headings(self.blocks)
        numbers = _numbers(self.blocks)
        object.__setattr__(self, "cited_by", _citations(self.blocks, numbers))


def _check_headings(blocks: tuple[Block, ...]) -> None:
    level = 0
    for block in blocks:
        if isinstance(block, Heading):
            if block.level > level + 1:
                raise ValueError(f"Heading of level {block.level} after one of level {level}")
            level = block.level


def _numbers(blocks: tuple[Block, ...]) -> frozenset[str]:
    seen: set[str] = set()
    for number in _all_numbers(blocks):
        if number in seen:
            raise ValueError(f"The number {number} stands twice")
        seen.add(number)
    return frozenset(seen)


def _all_numbers(blocks: tuple[Block, ...]) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, EvidenceIndex):
            yield from (entry.number for entry in block.entries)
        elif not isinstance(block, PageBreak) and block.number:
            yield block.number


def _citations(blocks: tuple[Block, ...], numbers: frozenset[str]) -> Mapping[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for block in blocks:
        if isinstance(block, PageBreak | EvidenceIndex):
            continue
        if block.refs and not block.number:
            raise ValueError("A block that refers to others needs a number of its own")
        for ref in block.refs:
            if ref not in numbers:
                raise ValueError(f"{block.number} refers to {ref}, which is not there")
            found.setdefault(ref, []).append(block.number)
    return {number: tuple(places) for number, places in found.items()}
