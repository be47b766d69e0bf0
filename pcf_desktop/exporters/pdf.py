"""A document as a tagged PDF (PDF/UA-1), set by typst from data alone.

Everything happens in memory: the words as JSON and the charts are handed over as inputs, so that
nothing of a family's reaches the disk before the person's own file is written.
"""

import json
from dataclasses import asdict, fields
from datetime import UTC, datetime, time
from functools import cache
from pathlib import Path

import pypdfium2
import typst

from pcf_desktop.exporters import pictures
from pcf_desktop.exporters.document import (
    Block,
    Chart,
    Document,
    Evidence,
    EvidenceIndex,
    QuotedWords,
    Table,
)
from pcf_desktop.exporters.fonts import FAMILIES, folders
from pcf_desktop.exporters.glyphs import shown
from pcf_desktop.exporters.made import Made, note, replaced_note
from pcf_desktop.exporters.tables import cell_text, shares
from pcf_desktop.exporters.text import clean, rewritten
from pcf_desktop.paths import shipped
from pcf_desktop.progress import Progress, silent


def make(document: Document, progress: Progress = silent) -> Made:
    """Return the document as PDF bytes with the number of its pages.

    Raises Cancelled when `progress` does, between charts and before the pages are set.
    """
    document, replaced, described = _mended(document)
    charts = [block for block in document.blocks if isinstance(block, Chart)]
    steps = len(charts) + 2
    inputs: dict[str, str] = {}
    for done, chart in enumerate(charts):
        progress(done, steps)
        inputs[_picture(done)] = pictures.svg(chart)
    progress(len(charts), steps)
    inputs["document"] = json.dumps(_data(document))
    data = _compile(inputs, document)
    progress(len(charts) + 1, steps)
    with pypdfium2.PdfDocument(data) as made:
        pages = len(made)
    progress(steps, steps)
    return Made(data, pages, replaced_note(replaced) + _described_note(described))


def check(path: Path) -> None:
    """Open the file again and reach its last page; raises if it is not a whole PDF."""
    with pypdfium2.PdfDocument(path.read_bytes()) as made:
        made[len(made) - 1].close()


def _compile(inputs: dict[str, str], document: Document) -> bytes:
    return typst.compile(
        shipped("resources", "templates", "pack.typ").read_bytes(),
        font_paths=_fonts(),
        ignore_system_fonts=True,
        sys_inputs=inputs,
        pdf_standards=["ua-1"],
        timestamp=datetime.combine(document.made_on, time(12), UTC),
    )


@cache
def _fonts() -> typst.Fonts:
    return typst.Fonts(
        include_system_fonts=False, include_embedded_fonts=False, font_paths=list(folders())
    )


def _mended(document: Document) -> tuple[Document, int, int]:
    """Return the document as the typefaces can show it, with what was replaced and described."""
    replaced = described = 0

    def change(text: str) -> str:
        nonlocal replaced, described
        text, lost = clean(text)
        text, named = shown(text)
        replaced += lost
        described += named
        return text

    return rewritten(document, change), replaced, described


def _described_note(count: int) -> tuple[str, ...]:
    return note(
        count,
        "sign that the PDF cannot show is named in [brackets].",
        "signs that the PDF cannot show are named in [brackets].",
    )


def _picture(at: int) -> str:
    return f"chart-{at}"


def _data(document: Document) -> dict[str, object]:
    """Return what the template reads: plain values, with everything worked out."""
    language, _, region = document.language.partition("-")
    day = document.made_on
    blocks: list[dict[str, object]] = []
    charts = 0
    for block in document.blocks:
        values = _block(block, document)
        if isinstance(block, Chart):
            values["picture"] = _picture(charts)
            charts += 1
        blocks.append({"kind": type(block).__name__, **values})
    return {
        "title": document.title,
        "subtitle": document.subtitle,
        "forum": document.forum,
        "made": {"year": day.year, "month": day.month, "day": day.day},
        "facts": [asdict(fact) for fact in document.facts],
        "marks": [
            mark for mark in (document.mark, "Made-up data" if document.sample else "") if mark
        ],
        "sample": document.sample,
        "lang": language,
        "region": region,
        "fonts": FAMILIES,
        "has_cover": document.has_cover,
        "has_contents": document.has_contents,
        "blocks": blocks,
    }


def _block(block: Block, document: Document) -> dict[str, object]:
    match block:
        case QuotedWords():
            return {**_fields(block), "attribution": block.attribution}
        case Table():
            return _table(block)
        case Chart():
            return {
                "finding": block.finding,
                "alt": block.alt,
                "note": block.note,
                "number": block.number,
                "refs": block.refs,
                "data": _table(block.data),
            }
        case EvidenceIndex():
            return {
                "entries": [
                    {**_fields(entry), "used": document.cited_by.get(entry.number, ())}
                    for entry in block.entries
                ]
            }
        case _:
            return _fields(block)


def _fields(value: Block | Evidence) -> dict[str, object]:
    return {part.name: getattr(value, part.name) for part in fields(value)}


def _table(table: Table) -> dict[str, object]:
    return {
        "title": table.title,
        "headings": table.headings,
        "rows": [[cell_text(cell) for cell in row] for row in table.rows],
        "align": table.alignment,
        "widths": shares(table),
        "note": table.note,
        "number": table.number,
        "refs": table.refs,
    }
