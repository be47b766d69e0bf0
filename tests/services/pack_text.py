"""Every word of a pack's document, for tests that look for what must not be there."""

from collections.abc import Iterator

from pcf_desktop.exporters.document import Chart, Document, EvidenceIndex, ItemList, Table


def words(document: Document) -> Iterator[str]:
    """Yield each text of a document, tables and alternative texts included."""
    yield from (document.title, document.subtitle, document.forum)
    yield from (f"{fact.label} {fact.value}" for fact in document.facts)
    for block in document.blocks:
        match block:
            case Chart():
                yield from (block.finding, block.alt, block.note, *_cells(block.data))
            case Table():
                yield from (block.title, block.note, *_cells(block))
            case ItemList():
                yield from (block.lead, *block.items)
            case EvidenceIndex():
                yield from (f"{each.number} {each.source} {each.base}" for each in block.entries)
            case _:
                yield from (
                    str(getattr(block, name))
                    for name in ("title", "text", "base", "source", "when", "stance", "lead")
                    if hasattr(block, name)
                )


def _cells(table: Table) -> Iterator[str]:
    for row in table.rows:
        yield from (str(cell) for cell in row)
