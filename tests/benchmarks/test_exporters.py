"""How much the exporters cost over the least that their own libraries can do, in the same run."""

import io
import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import singledispatch
from random import Random
from time import perf_counter

import docx as word
import pytest
import typst

from pcf_desktop.exporters import docx, pdf, pictures
from pcf_desktop.exporters.document import (
    Block,
    Callout,
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
from pcf_desktop.exporters.fonts import FAMILIES, folders
from tests.exporters.sample import sample_document

pytestmark = [pytest.mark.slow, pytest.mark.bench]

QUOTES = 500
ROUNDS = 7

BARE = """
#let data = json(bytes(sys.inputs.data))
#set document(title: "Bare")
#set text(font: data.fonts, size: 11.5pt, lang: "en", region: "GB", hyphenate: false)
#set page(paper: "a4", margin: (left: 34mm, right: 24mm, top: 30mm, bottom: 26mm))
#set page(header: "Bare", footer: context counter(page).display("1 of 1", both: true))
#set par(leading: 0.72em, spacing: 1.15em)
#outline()
#for it in data.items {
  if it.kind == "heading" { heading(level: it.level, it.text) }
  else if it.kind == "picture" { image(bytes(sys.inputs.at(it.name)), alt: "chart") }
  else if it.kind == "table" { table(columns: it.columns, ..it.cells) }
  else { par(it.text) }
}
"""
BARE_QUOTES = """
#let data = json(bytes(sys.inputs.data))
#set document(title: "Bare")
#set text(font: data.fonts, size: 11.5pt, lang: "en", region: "GB", hyphenate: false)
#set page(paper: "a4", margin: (left: 34mm, right: 24mm, top: 30mm, bottom: 26mm))
#set page(header: "Bare", footer: context counter(page).display("1 of 1", both: true))
#for it in data.quotes { quote(block: true, it.said); par(it.by) }
"""
"""The plainest typst that says the same: contents, headings, tables, page x of y, and no look."""


def document(seed: int) -> Document:
    """A pack of 500 quotes as long as families write them, unlike any other seed's.

    Words are drawn anew, or typst would set a sentence once and reuse it.
    """
    words = " ".join(" ".join(as_texts(block)) for block in sample_document().blocks).split()
    draw = Random(seed)
    blocks = tuple(
        replace(block, text=" ".join(draw.choices(words, k=draw.randint(15, 70))))
        if isinstance(block, QuotedWords)
        else block
        for block in sample_document(QUOTES).blocks
    )
    return replace(sample_document(QUOTES), blocks=blocks)


def quotes_of(made: Document) -> tuple[QuotedWords, ...]:
    return tuple(block for block in made.blocks if isinstance(block, QuotedWords))


def only_quotes(seed: int) -> Document:
    """Return that pack without anything but its quotes, and without cover and contents."""
    pack = document(seed)
    return Document(
        pack.title, pack.forum, pack.made_on, quotes_of(pack), has_cover=False, has_contents=False
    )


@singledispatch
def as_texts(block: Block) -> list[str]:
    return []


@as_texts.register
def _(block: QuotedWords) -> list[str]:
    return [block.text, f"{block.number} · {block.attribution}"]


@as_texts.register
def _(block: KeyMessage) -> list[str]:
    return [block.text, block.base]


@as_texts.register
def _(block: Callout) -> list[str]:
    return [block.title, block.text, block.source]


@as_texts.register
def _(block: ItemList) -> list[str]:
    return [block.lead, *block.items]


@as_texts.register
def _(block: EvidenceIndex) -> list[str]:
    return [f"{entry.number} {entry.source} {entry.base}" for entry in block.entries]


@as_texts.register
def _(block: Paragraph) -> list[str]:
    return [f"{block.number} {block.text}"]


def bare_items(made: Document) -> Iterator[dict[str, object]]:
    for block in made.blocks:
        if isinstance(block, Heading):
            yield {"kind": "heading", "level": block.level, "text": block.text}
        elif isinstance(block, Chart):
            yield {"kind": "par", "text": block.finding}
            yield {"kind": "picture", "name": block.number}
            yield bare_table(block.data)
        elif isinstance(block, Table):
            yield bare_table(block)
        for text in as_texts(block):
            yield {"kind": "par", "text": text}


def bare_table(table: Table) -> dict[str, object]:
    cells = [*table.headings, *(str(cell) for row in table.rows for cell in row)]
    return {"kind": "table", "columns": len(table.headings), "cells": cells}


def bare_pdf(made: Document, drawn: dict[str, str], fonts: typst.Fonts) -> bytes:
    data = json.dumps({"items": list(bare_items(made)), "fonts": FAMILIES})
    return typst.compile(
        BARE.encode(),
        font_paths=fonts,
        ignore_system_fonts=True,
        sys_inputs={"data": data, **drawn},
        pdf_standards=["ua-1"],
    )


def draw_charts(made: Document) -> dict[str, str]:
    return {block.number: pictures.svg(block) for block in made.blocks if isinstance(block, Chart)}


def fastest(*works: Callable[[], object]) -> list[float]:
    """The least seconds of each, in turns, so that a busy moment of the machine falls on all."""
    times: list[list[float]] = [[] for _ in works]
    for _ in range(ROUNDS):
        for work, taken in zip(works, times, strict=True):
            begun = perf_counter()
            work()
            taken.append(perf_counter() - begun)
    return [min(taken) for taken in times]


def test_a_pdf_costs_little_more_than_bare_typst(capsys):
    """Both draw the same charts. The second line leaves that out of the two, as a stricter look."""
    pictures.warm_up()
    fonts = typst.Fonts(
        include_system_fonts=False, include_embedded_fonts=False, font_paths=list(folders())
    )
    ours_packs, bare_packs, again, bare_again = (
        iter([document(start + at) for at in range(ROUNDS)]) for start in (0, 100, 200, 300)
    )
    drawn = draw_charts(sample_document())

    def bare() -> bytes:
        made = next(bare_packs)
        return bare_pdf(made, draw_charts(made), fonts)

    def without_charts(made: Document) -> Document:
        return replace(made, blocks=tuple(b for b in made.blocks if not isinstance(b, Chart)))

    times = fastest(
        lambda: pdf.make(next(ours_packs)),
        bare,
        lambda: pdf.make(without_charts(next(again))),
        lambda: bare_pdf(without_charts(next(bare_again)), drawn, fonts),
    )
    report(capsys, "pack PDF, 500 quotes", (times[0], times[1]), "at most 1.3")
    report(capsys, "the same without charts", (times[2], times[3]), "no bar")
    assert times[0] / times[1] <= 1.3


def test_quotes_cost_little_more_than_bare_quotes(capsys):
    """Nothing but quotes, so that the cost of each one is seen apart from the rest of a pack."""
    ours_packs, bare_packs = (
        iter([only_quotes(start + at) for at in range(ROUNDS)]) for start in (400, 500)
    )
    fonts = typst.Fonts(
        include_system_fonts=False, include_embedded_fonts=False, font_paths=list(folders())
    )

    def bare() -> bytes:
        said = [
            {"said": quote.text, "by": f"{quote.number} · {quote.attribution}"}
            for quote in quotes_of(next(bare_packs))
        ]
        return typst.compile(
            BARE_QUOTES.encode(),
            font_paths=fonts,
            ignore_system_fonts=True,
            sys_inputs={"data": json.dumps({"quotes": said, "fonts": FAMILIES})},
            pdf_standards=["ua-1"],
        )

    ours, floor = fastest(lambda: pdf.make(next(ours_packs)), bare)
    report(capsys, "only the 500 quotes", (ours, floor), "at most 1.3")
    assert ours / floor <= 1.3


def test_a_word_file_is_far_faster_than_paragraph_by_paragraph(capsys):
    """Only quotes: charts would be drawn by the same engine in both."""
    plain = only_quotes(0)
    blocks = quotes_of(plain)

    def slow() -> None:
        made = word.Document()
        for quote in blocks:
            made.add_paragraph(quote.text, style="Quote")
            made.add_paragraph(f"{quote.number} · {quote.attribution}", style="Normal")
        made.save(io.BytesIO())

    ours, floor = fastest(lambda: docx.make(plain), slow)
    report(capsys, "pack DOCX, 500 quotes", (ours, floor), "at most 0.1")
    assert floor / ours >= 10


def report(capsys, name: str, seconds: tuple[float, float], bar: str) -> None:
    ours, floor = seconds
    with capsys.disabled():
        print(f"\n{name}: ours {ours:.3f} s, floor {floor:.3f} s, ratio {ours / floor:.2f}, {bar}")  # noqa: T201  # what a benchmark is for
