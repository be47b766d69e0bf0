"""A document as Markdown (CommonMark, with GitHub's tables), to paste into an e-mail or a page.

Whatever families and inspectors wrote stands there word for word: nothing of it is read as markup,
as HTML or as a link, whoever reads it. Charts are their words for the ear and their numbers. There
are no pages, so no contents and no page breaks, and what is cited is named, not linked.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import singledispatchmethod
from itertools import count
from pathlib import Path
from typing import Final

from pcf_desktop.days import day
from pcf_desktop.exporters.document import (
    Block,
    Callout,
    Cell,
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
from pcf_desktop.exporters.made import Made, replaced_note
from pcf_desktop.exporters.tables import cell_text
from pcf_desktop.exporters.text import cleaned
from pcf_desktop.progress import Progress, silent

_ENTITY: Final = re.compile(r"&(?=[#\w])")
_MARKS: Final = re.compile(
    r"[\\`*_|~#]"  # code, emphasis, tables, headings
    r"|\](?=[(\[:])|\[(?=[\[^]|[ xX]\])"  # links, notes, boxes to tick; not the […] of a cut
    r"|@|:(?=//)|(?i:(?<=www)\.)"  # what GitHub's makes a link of by itself
    r"|^[-+=:>]",  # lists, underlined headings, quotes, when they begin a line
    re.MULTILINE,
)
_COUNTED: Final = re.compile(r"^(\d+)(?=[.)](?:\s|$))", re.MULTILINE)
_LINE: Final = "\n"
_BREAK: Final = f"  {_LINE}"
_LAST: Final = "Made on "


def make(document: Document, progress: Progress = silent) -> Made:
    """Return the document as UTF-8 Markdown. Raises Cancelled when `progress` does."""
    document, replaced = cleaned(document)
    pack, total = _Pack(document), len(document.blocks)
    parts = list(pack.cover())
    for done, block in enumerate(document.blocks):
        progress(done, total)
        parts += pack.block(block)
    parts += ["---", pack.foot()]
    progress(total, total)
    return Made(("\n\n".join(parts) + "\n").encode(), 0, replaced_note(replaced))


def check(path: Path) -> None:
    """Read the file again, from its title to its last line; raises if it is not whole."""
    text = path.read_bytes().decode()
    if not text.startswith("# ") or not text.endswith("\n"):
        raise ValueError("The file is no whole pack")
    if not text.splitlines()[-1].startswith(_LAST):
        raise ValueError("The end of the file is missing")


class _Pack:
    """Sets blocks, each as parts that an empty line keeps apart."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._has_other_marks = False

    def cover(self) -> Iterator[str]:
        """Yield the title and all that stands on a cover."""
        document = self._document
        yield f"# {_line(document.title)}"
        facts = [f"{_bold(fact.label)} {_line(fact.value)}" for fact in document.facts]
        for words in (_line(document.subtitle), _bold(document.forum), _BREAK.join(facts)):
            if words:
                yield words
        yield from filter(None, (_bold(document.mark), _bold(document.sample)))

    def foot(self) -> str:
        """Return the last line: when and by whom, and that it is a draft or made up."""
        document = self._document
        said = f"{_LAST}{day(document.made_on)} by {_line(document.forum)}"
        return " · ".join(filter(None, (said, _line(document.mark), _line(document.sample))))

    @singledispatchmethod
    def block(self, block: Block) -> Iterable[str]:
        """Return the parts of a block."""
        raise TypeError(f"Markdown has no form for {type(block).__name__}")

    @block.register
    def _(self, _block: PageBreak) -> Iterable[str]:
        return ()

    @block.register
    def _(self, block: Heading) -> Iterable[str]:
        return [_spaced("#" * (block.level + 1), _line(block.number), _line(block.text))]

    @block.register
    def _(self, block: Paragraph) -> Iterable[str]:
        return _numbered(block.number, block.text, _citing(block.refs))

    @block.register
    def _(self, block: KeyMessage) -> Iterable[str]:
        *before, last = _numbered(block.number, block.text)
        base = _spaced(_line(block.base), _citing(block.refs))
        return [*before, f"{last}{_BREAK}{base}"]

    @block.register
    def _(self, block: QuotedWords) -> Iterable[str]:
        who = f"· {_line(block.attribution)}" if block.attribution else ""
        source = _spaced("—", _bold(block.number), who, _citing(block.refs))
        return [_quoted([*_words(block.text), source])]

    @block.register
    def _(self, block: Callout) -> Iterable[str]:
        title = _spaced(_bold(block.number), _bold(block.title))
        source = _spaced(_line(block.source), _citing(block.refs))
        return [_quoted([*filter(None, (title,)), *_words(block.text), *filter(None, (source,))])]

    @block.register
    def _(self, block: ItemList) -> Iterable[str]:
        # Two lists in a row would be read as one, so the second has other marks.
        self._has_other_marks = not self._has_other_marks
        plain, counted = "*)" if self._has_other_marks else "-."
        marks = (f"{n}{counted}" if block.is_ordered else plain for n in count(1))
        lead = _numbered(block.number, block.lead, _citing(block.refs))
        items = [_item(mark, item) for mark, item in zip(marks, block.items, strict=False)]
        return filter(None, (*lead, "\n".join(items)))

    @block.register
    def _(self, block: Table) -> Iterable[str]:
        caption = _spaced(_bold(block.number), _bold(block.title))
        note = _spaced(_line(block.note), _citing(block.refs))
        return filter(None, (caption, _table(block), note))

    @block.register
    def _(self, block: Chart) -> Iterable[str]:
        caption = _spaced(_bold(block.number), _bold(block.finding))
        note = _spaced(_line(block.note), _citing(block.refs))
        return filter(None, (caption, *_words(block.alt), _table(block.data), note))

    @block.register
    def _(self, block: EvidenceIndex) -> Iterable[str]:
        used = self._document.cited_by
        rows = (
            (each.number, each.source, each.base, ", ".join(used.get(each.number, ["Not cited"])))
            for each in block.entries
        )
        headings = ("Evidence", "What it is", "Rests on", "Where it is used")
        return [_table(Table("Evidence index", headings, tuple(rows)))]


def escaped(text: str) -> str:
    r"""Return text that Markdown reads as the text itself; `\n` begins a line.

    A `<` is written as HTML writes it: a page may take the words without asking Markdown.
    """
    marked = _MARKS.sub(r"\\\g<0>", _ENTITY.sub("&amp;", text))
    return _COUNTED.sub(r"\1\\", marked).replace("<", "&lt;")


def _line(text: str) -> str:
    return escaped(" ".join(text.split()))


def _words(text: str) -> list[str]:
    """Return the paragraphs of a text, the line breaks in them kept."""
    lines = "\n".join(line.strip() for line in text.split("\n")).strip()
    return [escaped(part).replace("\n", _BREAK) for part in re.split("\n\n+", lines) if part]


def _bold(text: str) -> str:
    line = _line(text)
    return f"**{line}**" if line else ""


def _spaced(*parts: str) -> str:
    return " ".join(filter(None, parts))


def _numbered(number: str, text: str, citing: str = "") -> list[str]:
    """Return a text's paragraphs, its number before the first and what it cites after the last."""
    first, *others = _words(text) or [""]
    parts = [_spaced(_bold(number), first), *others]
    return [*parts[:-1], _spaced(parts[-1], citing)]


def _citing(refs: Sequence[str]) -> str:
    return f"({', '.join(map(_line, refs))})" if refs else ""


def _quoted(parts: Iterable[str]) -> str:
    lines = "\n\n".join(parts).split("\n")
    return "\n".join(f"> {line}" if line else ">" for line in lines)


def _item(mark: str, text: str) -> str:
    words = "\n\n".join(_words(text))
    return f"{mark} {words.replace(_LINE, _LINE + ' ' * (len(mark) + 1))}"


def _table(table: Table) -> str:
    rules = ("---:" if align == "right" else "---" for align in table.alignment)
    rows = (_row(cell_text(cell) for cell in row) for row in table.rows)
    return "\n".join([_row(table.headings), f"| {' | '.join(rules)} |", *rows])


def _row(cells: Iterable[Cell]) -> str:
    return f"| {' | '.join(_line(str(cell)) for cell in cells)} |"
