"""The blocks of a document as the body of a Word file."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import singledispatchmethod
from itertools import count
from typing import Final

from lxml.etree import _Element as Element

from pcf_desktop.exporters.document import (
    Align,
    Block,
    Callout,
    Chart,
    Document,
    EvidenceIndex,
    Heading,
    ItemList,
    KeyMessage,
    PageBreak,
    Paragraph,
    QuotedWords,
    Table,
)
from pcf_desktop.exporters.docx_tables import TEXT_WIDTH, Cells, plain_table, table_of
from pcf_desktop.exporters.wordml import (
    bookmarked,
    link,
    page_of,
    paragraph,
    qualified,
    run,
    w,
)
from pcf_desktop.exporters.wordpicture import picture

_EMU: Final = 635
_HANG: Final = 737
_SHORT: Final = 200
"""A paragraph of up to so many letters that ends a section does not begin a page by itself."""
_INDEX_WIDTHS: Final = (10, 36, 13, 18)
_TOGETHER: Final = "\N{NO-BREAK SPACE}"


class Body:
    """Writes blocks; keeps the bookmarks, and the ordered lists and charts met on the way.

    `draw` gives the relation and the PNG of a chart.
    """

    def __init__(self, document: Document, draw: Callable[[Chart], tuple[str, bytes]]) -> None:
        self._document = document
        self._draw = draw
        self._ids = count(1)
        self._bookmarks: dict[str, str] = {}
        self._is_second = False
        self.ordered_lists = 0

    def elements(self) -> Iterator[Element]:
        """Yield the paragraphs and tables of the whole body, cover and contents first."""
        headings = [block for block in self._document.blocks if isinstance(block, Heading)]
        names = {id(heading): f"_Toc{at:06}" for at, heading in enumerate(headings, 1)}
        yield from self._cover()
        parts_page = self._document.has_cover
        if self._document.has_contents:
            listed = [(h, names[id(h)]) for h in headings if h.level == 1]
            yield from _on_new_page(_contents(listed), really=parts_page)
            parts_page = True
        for at, block in enumerate(self._document.blocks):
            if isinstance(block, PageBreak):
                parts_page = True
                continue
            found = self._block_at(at, names)
            yield from _on_new_page(found, really=parts_page)
            parts_page = False

    def _block_at(self, at: int, names: Mapping[int, str]) -> Iterator[Element]:
        block = self._document.blocks[at]
        if isinstance(block, Heading):
            return iter([self._heading(block, names[id(block)])])
        found = self._block(block)
        return _kept_with_next(found) if self._is_last_words(at + 1) else found

    def _is_last_words(self, at: int) -> bool:
        """Return whether the block there is a short paragraph that ends a section."""
        here, *after = self._document.blocks[at : at + 2] or (None,)
        is_short = isinstance(here, Paragraph) and len(here.text) <= _SHORT
        return is_short and (not after or isinstance(after[0], Heading | PageBreak))

    # Where numbers lead

    def _bookmark(self, number: str) -> str:
        return self._bookmarks.setdefault(number, f"ref{len(self._bookmarks) + 1}")

    def _anchored(self, number: str, *content: Element) -> Iterator[Element]:
        if not number:
            return iter(content)
        return bookmarked(self._bookmark(number), next(self._ids), *content)

    def _links(self, numbers: Sequence[str]) -> Iterator[Element]:
        for at, number in enumerate(numbers):
            if at:
                yield run(", ", "Small")
            words = run(number.replace(" ", _TOGETHER), "Reference")
            yield link(self._bookmark(number), words)

    def _citing(self, refs: Sequence[str]) -> Iterator[Element]:
        if refs:
            yield run(" (", "Small")
            yield from self._links(refs)
            yield run(")", "Small")

    # Blocks

    def _cover(self) -> Iterator[Element]:
        document = self._document
        yield paragraph("CoverForum", run(document.forum))
        yield paragraph("Title", run(document.title))
        yield paragraph("Subtitle", run(document.subtitle))
        for fact in document.facts:
            yield paragraph("CoverFact", run(f"{fact.label}\t", "Number"), run(fact.value))
        if document.sample:
            yield paragraph("Notice", run(document.sample))

    def _heading(self, heading: Heading, bookmark: str) -> Element:
        words = run(f"{heading.number}\t{heading.text}" if heading.number else heading.text)
        hang = [w("ind", left="0", hanging=str(_HANG))] if heading.number else []
        content = bookmarked(bookmark, next(self._ids), words)
        return paragraph(
            f"Heading{heading.level}", *self._anchored(heading.number, *content), extra=hang
        )

    @singledispatchmethod
    def _block(self, block: Block) -> Iterator[Element]:
        raise TypeError(f"Word has no form for {type(block).__name__}")

    @_block.register
    def _(self, block: Paragraph) -> Iterator[Element]:
        if block.number:
            number = run(f"{block.number}\t", "Number")
            words = self._anchored(block.number, number, run(block.text))
            yield paragraph("NumberedParagraph", *words, *self._citing(block.refs))
        else:
            yield paragraph("Normal", run(block.text))

    @_block.register
    def _(self, block: KeyMessage) -> Iterator[Element]:
        words = self._anchored(block.number, run(f"{block.number}  ", "Label"), run(block.text))
        base = run(f"\n{block.base}" + (" · " if block.refs else ""), "Small")
        content = (*words, base, *self._links(block.refs))
        yield paragraph("KeyMessage", *content, extra=self._apart("4", "10", "DFF0F1", shade=True))

    @_block.register
    def _(self, block: QuotedWords) -> Iterator[Element]:
        words = self._anchored(block.number, run(block.text))
        said = f" · {block.attribution}" if block.attribution else ""
        source = (run(f"\n{block.number}", "Number"), run(said, "Small"))
        content = (*words, *source, *self._citing(block.refs))
        yield paragraph("Quote", *content, extra=self._apart("24", "12", "0B5F6B"))

    def _apart(self, size: str, space: str, colour: str, *, shade: bool = False) -> list[Element]:
        """Return a left border on every second paragraph, a shade nobody can see off the style's.

        Word draws neighbours with equal borders as one box, and one voice would run into the next.
        """
        self._is_second = not self._is_second
        if not self._is_second:
            return []
        off = f"{int(colour, 16) ^ 1:06X}"
        border = w("pBdr", w("left", val="single", sz=size, space=space, color=off))
        return [border, w("shd", val="clear", color="auto", fill=off)] if shade else [border]

    @_block.register
    def _(self, block: Callout) -> Iterator[Element]:
        title = run(f"{block.number}  {block.title}".strip(), "Small")
        words = self._anchored(block.number, title, run(f"\n{block.text}"))
        source = [run(f"\n{block.source}", "Small")] if block.source else []
        yield paragraph("Callout", *words, *source, *self._citing(block.refs))

    @_block.register
    def _(self, block: ItemList) -> Iterator[Element]:
        if block.lead or block.number:
            number = f"{block.number}\t" if block.number else ""
            words = self._anchored(block.number, run(number, "Number"), run(block.lead))
            style = "NumberedParagraph" if block.number else "Normal"
            yield paragraph(style, *words, *self._citing(block.refs), extra=[w("keepNext")])
        self.ordered_lists += block.is_ordered
        numbering = str(self.ordered_lists + 1)
        for item in block.items:
            if block.is_ordered:
                yield paragraph("ListNumber", run(item), extra=[_in_list(numbering)])
            else:
                yield paragraph("ListBullet", run(item))

    @_block.register
    def _(self, block: Table) -> Iterator[Element]:
        yield self._caption(block.number, block.title)
        yield plain_table(block)
        yield self._note(block.note, block.refs)

    @_block.register
    def _(self, block: Chart) -> Iterator[Element]:
        yield self._caption(block.number, block.finding)
        relation, png = self._draw(block)
        shown = picture(relation, next(self._ids), png, block.alt, TEXT_WIDTH * _EMU)
        yield paragraph("Picture", shown)
        yield plain_table(block.data)
        yield self._note(block.note, block.refs)

    @_block.register
    def _(self, block: EvidenceIndex) -> Iterator[Element]:
        headings = ("Evidence", "What it is", "Rests on", "Where it is used")
        rows: list[Cells] = []
        for entry in block.entries:
            used = self._document.cited_by.get(entry.number, ())
            number = self._anchored(entry.number, run(entry.number, "Strong"))
            places = list(self._links(used)) or [run("Not cited", "Small")]
            rows.append((number, [run(entry.source)], [run(entry.base)], places))
        align: tuple[Align, ...] = ("left", "left", "left", "left")
        yield table_of("Evidence index", headings, rows, align, _INDEX_WIDTHS)

    def _caption(self, number: str, words: str) -> Element:
        label = [run(f"{number}  ", "Label")] if number else []
        return paragraph("Caption", *self._anchored(number, *label, run(words)))

    def _note(self, words: str, refs: Sequence[str]) -> Element:
        return paragraph("Note", run(words), *self._citing(refs))


def _on_new_page(elements: Iterator[Element], *, really: bool) -> Iterator[Element]:
    """Yield the elements, the first of them on a new page if `really`.

    The break belongs to that paragraph: one of its own would leave an empty line on the new page.
    """
    if really:
        first = next(elements)
        properties = first.find(qualified("pPr"))
        if properties is None:
            yield paragraph("Normal", extra=[w("pageBreakBefore")])
        else:
            before = {qualified(tag) for tag in ("pStyle", "keepNext", "keepLines")}
            at = sum(found.tag in before for found in properties)
            properties.insert(at, w("pageBreakBefore"))
        yield first
    yield from elements


def _kept_with_next(elements: Iterator[Element]) -> Iterator[Element]:
    """Yield the elements, the last of them on the same page as what follows."""
    *before, last = elements
    properties = last.find(qualified("pPr"))
    if properties is not None and properties.find(qualified("keepNext")) is None:
        properties.insert(1, w("keepNext"))  # right after the style, as the schema has it
    yield from before
    yield last


def _in_list(numbering: str) -> Element:
    return w("numPr", w("ilvl", val="0"), w("numId", val=numbering))


def _contents(entries: Sequence[tuple[Heading, str]]) -> Iterator[Element]:
    """Yield the entries, each a link with its page.

    They are not put into a TOC field: LibreOffice would never work out the pages inside one.
    """
    yield paragraph("TOCHeading", run("Contents"))
    for heading, bookmark in entries:
        words = f"{heading.number}\t{heading.text}" if heading.number else heading.text
        entry = link(bookmark, run(f"{words}\t"), *page_of(bookmark))
        yield paragraph(f"TOC{heading.level}", entry)
