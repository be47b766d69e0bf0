"""What a document becomes in a workbook: named sheets of plain rows, before any format is chosen.

A cell of Excel holds 32,767 characters. A longer text goes on in the next row, which says which
part it is, so that nothing is cut and nothing is added to a family's words.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Final

from pcf_desktop.exporters.document import (
    Align,
    Callout,
    Cell,
    Chart,
    Document,
    EvidenceIndex,
    Heading,
    ItemList,
    KeyMessage,
    Paragraph,
    QuotedWords,
    Table,
)

LONGEST_CELL: Final = 32_767
_PIECE: Final = 32_000
_LONGEST_WORD: Final = 200
_NAME_LENGTH: Final = 31
_FORBIDDEN: Final = str.maketrans("[]:*?/\\", "       ")


@dataclass(frozen=True, slots=True)
class WorkbookSheet:
    """One sheet: a name Excel accepts, a title, headings and rows; `chart` is drawn beside them.

    `widths` are in characters. `note` stands under the title.
    """

    name: str
    title: str
    headings: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    widths: tuple[int, ...]
    note: str = ""
    chart: Chart | None = None
    align: tuple[Align, ...] = ()


def sheets(document: Document) -> tuple[WorkbookSheet, ...]:
    """Return the tables, charts, quotes, evidence and text of a document, each as a sheet."""
    taken: set[str] = {"about", "history"}
    found = [*_tables(document), *_charts(document), *_lists(document)]
    return tuple(_named(sheet, taken) for sheet in found if sheet.rows)


def _tables(document: Document) -> Iterator[WorkbookSheet]:
    for block in document.blocks:
        if isinstance(block, Table):
            yield _table(block.short or block.number or block.title, block)


def _charts(document: Document) -> Iterator[WorkbookSheet]:
    for block in document.blocks:
        if isinstance(block, Chart):
            name = block.data.short or block.number or block.finding
            yield _table(name, block.data, block.data.title, block.note, block)


def _table(
    name: str, table: Table, title: str = "", note: str = "", chart: Chart | None = None
) -> WorkbookSheet:
    widths = tuple(
        min(48, max(12, *(len(str(cell)) + 4 for cell in column)))
        for column in zip(table.headings, *table.rows, strict=True)
    )
    rows = tuple(_whole(table.rows))
    return WorkbookSheet(
        name,
        title or table.title,
        table.headings,
        rows,
        widths,
        note or table.note,
        chart,
        table.alignment,
    )


def _lists(document: Document) -> Iterator[WorkbookSheet]:
    yield WorkbookSheet(
        "Quotes",
        "Quotes",
        ("Number", "Section", "Quote", "Who", "When", "Says"),
        tuple(_whole(_quotes(document))),
        (10, 28, 80, 34, 16, 16),
        "Word for word. Cuts are […] and changes stand in [brackets].",
    )
    yield WorkbookSheet(
        "Evidence index",
        "Evidence index",
        ("Evidence", "What it is", "Rests on", "Where it is used"),
        tuple(_whole(_evidence(document))),
        (12, 44, 34, 60),
    )
    yield WorkbookSheet(
        "Text",
        "The text of the document",
        ("Number", "Section", "Text", "Rests on"),
        tuple(_whole(_text(document))),
        (10, 28, 90, 28),
    )


def _quotes(document: Document) -> Iterator[tuple[Cell, ...]]:
    section = ""
    for block in document.blocks:
        if isinstance(block, Heading) and block.level == 1:
            section = _heading(block)
        elif isinstance(block, QuotedWords):
            who = ", ".join(block.who)
            yield (block.number, section, block.text, who, block.when, block.stance)


def _evidence(document: Document) -> Iterator[tuple[Cell, ...]]:
    for block in document.blocks:
        if isinstance(block, EvidenceIndex):
            for entry in block.entries:
                used = ", ".join(document.cited_by.get(entry.number, ())) or "Not cited"
                yield (entry.number, entry.source, entry.base, used)


def _text(document: Document) -> Iterator[tuple[Cell, ...]]:
    section = ""
    for block in document.blocks:
        if isinstance(block, Heading) and block.level == 1:
            section = _heading(block)
        elif isinstance(block, Paragraph | KeyMessage | Callout | ItemList | Heading):
            yield (block.number, section, _words(block), ", ".join(block.refs))


def _words(block: Paragraph | KeyMessage | Callout | ItemList | Heading) -> str:
    match block:
        case KeyMessage():
            return f"{block.text} ({block.base})"
        case Callout():
            return "\n".join(part for part in (block.title, block.text, block.source) if part)
        case ItemList():
            return "\n".join(
                [*([block.lead] if block.lead else []), *map("• {}".format, block.items)]
            )
        case _:
            return block.text


def _heading(heading: Heading) -> str:
    return f"{heading.number} {heading.text}".strip()


def _named(sheet: WorkbookSheet, taken: set[str]) -> WorkbookSheet:
    """Return the sheet under a name that Excel accepts and no other sheet has."""
    base = (
        sheet.name.translate(_FORBIDDEN).replace("\n", " ").strip(" '")[:_NAME_LENGTH].strip(" '")
    )
    base = base or "Sheet"
    name, at = base, 1
    while name.casefold() in taken:
        at += 1
        ending = f" ({at})"
        name = base[: _NAME_LENGTH - len(ending)] + ending
    taken.add(name.casefold())
    return replace(sheet, name=name)


def _whole(rows: Iterable[tuple[Cell, ...]]) -> Iterator[tuple[Cell, ...]]:
    """Yield the rows, with as many more as it takes to hold every character."""
    for row in rows:
        columns: list[list[Cell]] = [_parts(cell) for cell in row]
        count = max(map(len, columns))
        for at in range(count):
            part = [column[at] if at < len(column) else "" for column in columns]
            if count > 1:
                part[0] = f"{part[0] or row[0]} (part {at + 1} of {count})"
            yield tuple(part)


def _parts(cell: Cell) -> list[Cell]:
    return [*pieces(cell)] if isinstance(cell, str) else [cell]


def pieces(text: str) -> list[str]:
    """Return the text in pieces that each fit a cell; Excel counts as UTF-16 does."""
    if len(text) * 2 <= LONGEST_CELL or _units(text) <= LONGEST_CELL:
        return [text]
    found: list[str] = []
    start = units = 0
    for at, character in enumerate(text):
        size = _units(character)
        if units + size > _PIECE:
            end = _between_words(text, start, at)
            found.append(text[start:end])
            start, units = end, _units(text[end:at])
        units += size
    return [*found, text[start:]]


def _between_words(text: str, start: int, end: int) -> int:
    """Return the last place not far before `end` where no word is broken, or `end` itself."""
    space = max(text.rfind(mark, max(start, end - _LONGEST_WORD), end) for mark in " \n")
    return end if space == -1 else space + 1


def _units(text: str) -> int:
    return len(text) + sum(character > "\uffff" for character in text)
