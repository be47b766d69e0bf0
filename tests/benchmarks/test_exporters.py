"""How much the exporters cost over the least that their own libraries can do, in the same run."""

import io
import json
from collections.abc import Callable
from time import perf_counter

import docx as word
import pytest
import typst

from pcf_desktop.exporters import docx, pdf, pictures
from pcf_desktop.exporters.document import (
    Callout,
    Chart,
    Document,
    EvidenceIndex,
    Heading,
    ItemList,
    KeyMessage,
    Paragraph,
    Quote,
    Table,
)
from pcf_desktop.exporters.fonts import FAMILIES, folders
from tests.exporters.sample import sample_document

pytestmark = [pytest.mark.slow, pytest.mark.bench]

QUOTES = 500
ROUNDS = 5

BARE = """
#let data = json(bytes(sys.inputs.data))
#set document(title: "Bare")
#set text(font: data.fonts, size: 11.5pt, lang: "en", region: "GB", hyphenate: false)
#set page(paper: "a4", margin: (left: 34mm, right: 24mm, top: 30mm, bottom: 26mm), numbering: "1")
#set par(leading: 0.72em, spacing: 1.15em)
#for words in data.texts { par(words) }
#for at in range(data.charts) { image(bytes(sys.inputs.at("c" + str(at))), alt: "chart") }
"""


@pytest.fixture(scope="module")
def pack() -> Document:
    pictures.warm_up()
    return sample_document(QUOTES)


def all_texts(document: Document) -> list[str]:
    """The words of the document as bare paragraphs: as many as ours, with no look and no links."""
    found: list[str] = []
    for block in document.blocks:
        match block:
            case Quote():
                found += [block.text, f"{block.number} · {block.attribution}"]
            case KeyMessage():
                found += [block.text, block.base]
            case Callout():
                found += [block.title, block.text, block.source]
            case ItemList():
                found += [block.lead, *block.items]
            case Table():
                found += table_texts(block)
            case Chart():
                found += [block.finding, *table_texts(block.data)]
            case EvidenceIndex():
                found += [f"{e.number} {e.source} {e.base}" for e in block.entries]
            case Paragraph() | Heading():
                found.append(f"{block.number} {block.text}")
    return found


def table_texts(table: Table) -> list[str]:
    return [*table.headings, *(str(cell) for row in table.rows for cell in row), table.note]


def fastest(*works: Callable[[], object]) -> list[float]:
    """The least seconds of each, in turns, so that a busy moment of the machine falls on all."""
    times: list[list[float]] = [[] for _ in works]
    for _ in range(ROUNDS):
        for work, taken in zip(works, times, strict=True):
            begun = perf_counter()
            work()
            taken.append(perf_counter() - begun)
    return [min(taken) for taken in times]


def test_a_pdf_costs_little_more_than_bare_typst(pack, capsys):
    charts = [pictures.svg(block) for block in pack.blocks if isinstance(block, Chart)]
    fonts = typst.Fonts(
        include_system_fonts=False, include_embedded_fonts=False, font_paths=list(folders())
    )
    turn = iter(range(ROUNDS * 2))

    def inputs(texts: list[str]) -> dict[str, str]:
        """The words, unlike those of the last round, so that typst has nothing kept to reuse."""
        fresh = [f"{text} {at}" for at, text in enumerate(texts, next(turn))]
        data = {"texts": fresh, "fonts": FAMILIES, "charts": len(charts)}
        return {"data": json.dumps(data), **{f"c{at}": svg for at, svg in enumerate(charts)}}

    def bare() -> bytes:
        return typst.compile(
            BARE.encode(),
            font_paths=fonts,
            ignore_system_fonts=True,
            sys_inputs=inputs(all_texts(pack)),
            pdf_standards=["ua-1"],
        )

    packs = iter([sample_document(QUOTES + at) for at in range(ROUNDS)])
    ours, floor = fastest(lambda: pdf.make(next(packs)), bare)
    report(capsys, "pack PDF, 500 quotes", (ours, floor), "at most 1.3")
    assert ours / floor <= 1.3


def test_a_word_file_is_far_faster_than_paragraph_by_paragraph(pack, capsys):
    """Charts are left out of both: they are drawn by the same engine."""
    blocks = tuple(block for block in pack.blocks if isinstance(block, Quote))
    plain = Document(pack.title, pack.forum, pack.made_on, blocks)

    def slow() -> None:
        document = word.Document()
        for quote in blocks:
            document.add_paragraph(quote.text, style="Quote")
            document.add_paragraph(f"{quote.number} · {quote.attribution}", style="Normal")
        document.save(io.BytesIO())

    ours, floor = fastest(lambda: docx.make(plain), slow)
    report(capsys, "pack DOCX, 500 quotes", (ours, floor), "at most 0.1")
    assert floor / ours >= 10


def report(capsys, name: str, seconds: tuple[float, float], bar: str) -> None:
    ours, floor = seconds
    with capsys.disabled():
        print(f"\n{name}: ours {ours:.3f} s, floor {floor:.3f} s, ratio {ours / floor:.2f}, {bar}")  # noqa: T201  # what a benchmark is for
