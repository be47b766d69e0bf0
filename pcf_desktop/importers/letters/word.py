"""The text of a Word document as it would print: changes accepted, lists marked, tables kept."""

import io
import zipfile
import zlib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from pcf_desktop.errors import UserError
from pcf_desktop.importers.files.archives import check_archive

_SAFE = "Nothing was read from it and nothing has changed."
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_GONE = frozenset({f"{_W}del", f"{_W}moveFrom", _FALLBACK, f"{_W}pict"})
_INSIDE = frozenset(
    f"{_W}{name}" for name in ("sdt", "sdtContent", "ins", "moveTo", "customXml", "smartTag")
)
_DEEPEST = 40
_DOCUMENT, _NUMBERING = "word/document.xml", "word/numbering.xml"


@dataclass(frozen=True)
class WordText:
    """The words of a document, and what to tell of how they were read."""

    text: str
    notes: tuple[str, ...] = ()


@dataclass
class _Lists:
    """How each list of the document is marked, and how far its numbers have come."""

    formats: dict[tuple[str, str], str] = field(default_factory=dict)
    counters: Counter[tuple[str, str]] = field(default_factory=Counter)

    def mark(self, number: str, level: str) -> str:
        """Return the mark of the next item of a list."""
        key = number, level
        if self.formats.get(key, "bullet") in {"bullet", "none"}:
            return "• "
        self.counters[key] += 1
        return f"{self.counters[key]}. "


def word_text(data: bytes) -> WordText:
    """Return the words of a DOCX file: inserted text kept, deleted text and comments left out.

    Raises `UserError` for a ZIP that is no Word document, is damaged, or unpacks to too much.
    """
    check_archive(data)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = set(archive.namelist())
            if _DOCUMENT not in names:
                raise _no_document(names)
            body = _parsed(archive.read(_DOCUMENT))
            lists = _lists(archive.read(_NUMBERING)) if _NUMBERING in names else _Lists()
    except (
        *(zipfile.BadZipFile, zlib.error, EOFError, OSError, etree.XMLSyntaxError),
        *(KeyError, ValueError, NotImplementedError, RuntimeError),
    ):
        raise UserError(
            "This document is damaged or was not downloaded to the end.",
            _SAFE,
            "Download it again; if it opens in Word, save it there under a new name.",
        ) from None
    blocks = list(_blocks(body, lists, 0))
    return WordText(_joined(blocks), _notes(body))


def _no_document(names: set[str]) -> UserError:
    if any(name.startswith("xl/") for name in names):
        what = "an Excel workbook"
    elif any(name.startswith("ppt/") for name in names):
        what = "a PowerPoint file"
    elif "content.xml" in names:
        what = "an OpenDocument file"
    else:
        what = "a ZIP file or an Apple Pages document"
    return UserError(
        f"This is {what}, not a Word document.",
        _SAFE,
        "Open it in its own program and save it as a Word document (.docx) or as PDF.",
    )


def _parsed(data: bytes) -> etree._Element:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    root = etree.fromstring(data, parser)
    body = root.find(f"{_W}body")
    return root if body is None else body


def _lists(data: bytes) -> _Lists:
    root = _parsed(data)
    abstract: dict[str, dict[str, str]] = {}
    for each in root.iter(f"{_W}abstractNum"):
        levels = {
            level.get(f"{_W}ilvl", "0"): _value(level.find(f"{_W}numFmt"), "bullet")
            for level in each.iter(f"{_W}lvl")
        }
        abstract[each.get(f"{_W}abstractNumId", "")] = levels
    formats = {
        (num.get(f"{_W}numId", ""), level): style
        for num in root.iter(f"{_W}num")
        for level, style in abstract.get(_value(num.find(f"{_W}abstractNumId"), ""), {}).items()
    }
    return _Lists(formats)


def _value(element: etree._Element | None, default: str) -> str:
    return default if element is None else element.get(f"{_W}val", default)


def _blocks(parent: etree._Element, lists: _Lists, depth: int) -> Iterator[tuple[str, bool]]:
    """Yield each paragraph and table row as (words, whether it is an item or row)."""
    if depth > _DEEPEST:
        return
    for child in parent:
        if child.tag == f"{_W}p":
            yield from _paragraph(child, lists, depth)
        elif child.tag == f"{_W}tbl":
            yield from _table(child, lists, depth)
        elif child.tag in _INSIDE:
            yield from _blocks(child, lists, depth + 1)


def _paragraph(element: etree._Element, lists: _Lists, depth: int) -> Iterator[tuple[str, bool]]:
    words = "".join(_runs(element, 0)).strip()
    mark = _mark(element, lists) if words else ""
    if words:
        yield f"{mark}{words}", bool(mark)
    for box in element.iter(f"{_W}txbxContent"):
        if not any(ancestor.tag in _GONE for ancestor in box.iterancestors()):
            yield from _blocks(box, lists, depth + 1)


def _runs(element: etree._Element, depth: int) -> Iterator[str]:
    for child in element:
        if child.tag in _GONE or child.tag == f"{_W}txbxContent" or depth > _DEEPEST:
            continue
        if child.tag == f"{_W}t":
            yield child.text or ""
        elif child.tag in {f"{_W}br", f"{_W}cr"}:
            yield "\n"
        elif child.tag == f"{_W}tab":
            yield " "
        elif child.tag == f"{_W}noBreakHyphen":
            yield "-"
        else:
            yield from _runs(child, depth + 1)


def _mark(element: etree._Element, lists: _Lists) -> str:
    properties = element.find(f"{_W}pPr")
    if properties is None:
        return ""
    style = _value(properties.find(f"{_W}pStyle"), "").casefold()
    numbered = properties.find(f"{_W}numPr")
    if numbered is not None and "heading" not in style:
        level = _value(numbered.find(f"{_W}ilvl"), "0")
        number = _value(numbered.find(f"{_W}numId"), "")
        return lists.mark(number, level) if number not in {"", "0"} else ""
    if style.startswith("listbullet"):
        return "• "
    if style.startswith("listnumber"):
        lists.formats.setdefault((style, "0"), "decimal")
        return lists.mark(style, "0")
    return ""


def _table(table: etree._Element, lists: _Lists, depth: int) -> Iterator[tuple[str, bool]]:
    above: list[str] = []
    for row in table.iter(f"{_W}tr"):
        if next(row.iterancestors(f"{_W}tbl")) is not table:
            continue
        cells = [_cell(cell, lists, depth) for cell in row.iter(f"{_W}tc") if _is_in(cell, row)]
        filled = [
            above[index] if cell is None and index < len(above) else cell or ""
            for index, cell in enumerate(cells)
        ]
        if any(filled):
            yield "\t".join(filled), True
        above = filled


def _is_in(cell: etree._Element, row: etree._Element) -> bool:
    return next(cell.iterancestors(f"{_W}tr")) is row


def _cell(cell: etree._Element, lists: _Lists, depth: int) -> str | None:
    """Return a cell's words in one line; None where it goes on from the cell above."""
    words = " ".join(" ".join(words.split()) for words, _ in _blocks(cell, lists, depth + 1))
    merged = cell.find(f"{_W}tcPr/{_W}vMerge")
    goes_on = merged is not None and merged.get(f"{_W}val", "continue") == "continue"
    return None if goes_on and not words else words


def _joined(blocks: list[tuple[str, bool]]) -> str:
    """Return the blocks with a blank line between paragraphs and none between items or rows."""
    parts: list[str] = []
    for index, (words, is_item) in enumerate(blocks):
        if index:
            parts.append("\n" if is_item and blocks[index - 1][1] else "\n\n")
        parts.append(words)
    return "".join(parts)


def _notes(body: etree._Element) -> tuple[str, ...]:
    changed = any(next(body.iter(f"{_W}{name}"), None) is not None for name in ("ins", "del"))
    if not changed:
        return ()
    return ("This document holds tracked changes. It was read as if all of them were accepted.",)
