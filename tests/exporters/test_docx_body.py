from datetime import date

import pytest
from lxml import etree

from pcf_desktop.exporters.document import (
    Block,
    Callout,
    Document,
    Evidence,
    EvidenceIndex,
    Heading,
    ItemList,
    PageBreak,
    Paragraph,
    QuotedWords,
)
from pcf_desktop.exporters.docx_body import Body
from pcf_desktop.exporters.wordml import qualified


def body(*blocks: Block, contents: bool = False) -> etree._Element:
    document = Document("T", "F", date(2026, 1, 2), blocks, has_cover=False, has_contents=contents)
    root = etree.Element("body")
    root.extend(Body(document, lambda _: ("chart1", b"")).elements())
    return root


def styles(root) -> list[str]:
    return [node.get(qualified("val")) for node in root.iter(qualified("pStyle"))]


def test_a_page_break_belongs_to_the_next_paragraph():
    root = body(Paragraph("a"), PageBreak(), Heading(1, "b"))
    last = root[-1]
    assert last.find(f".//{qualified('pageBreakBefore')}") is not None
    assert len(root) == 5


def test_a_page_break_before_a_table_gets_a_paragraph():
    root = body(PageBreak(), EvidenceIndex((Evidence("E1", "x"),)))
    assert root[-2].find(f".//{qualified('pageBreakBefore')}") is not None
    assert root[-1].tag == qualified("tbl")


def test_each_counted_list_begins_again_at_one():
    lists = ItemList(("a", "b"), is_ordered=True), ItemList(("c",), is_ordered=True)
    root = body(*lists, ItemList(("d",)))
    numbers = [node.get(qualified("val")) for node in root.iter(qualified("numId"))]
    assert numbers == ["2", "2", "3"]
    assert styles(root)[-1] == "ListBullet"


def test_neighbouring_quotes_stay_two_boxes():
    root = body(QuotedWords("Q1", "a"), QuotedWords("Q2", "b"), QuotedWords("Q3", "c"))
    borders = [len(list(node.iter(qualified("pBdr")))) for node in list(root)[-3:]]
    assert borders in ([0, 1, 0], [1, 0, 1])


def test_every_link_leads_somewhere():
    root = body(
        Heading(1, "h", "1"),
        Callout("c", "words", number="C1", refs=("E1", "1")),
        Paragraph("p", "1.1", ("E1", "Q1")),
        QuotedWords("Q1", "q"),
        EvidenceIndex((Evidence("E1", "x"),)),
        contents=True,
    )
    names = {node.get(qualified("name")) for node in root.iter(qualified("bookmarkStart"))}
    targets = [node.get(qualified("anchor")) for node in root.iter(qualified("hyperlink"))]
    assert len(targets) == 1 + 2 + 2 + 2
    assert set(targets) <= names
    ids = [node.get(qualified("id")) for node in root.iter(qualified("bookmarkStart"))]
    assert len(ids) == len(set(ids))


def test_contents_list_the_sections():
    headings = Heading(1, "a", "1"), Heading(2, "b"), Heading(3, "c")
    assert [s for s in styles(body(*headings, contents=True)) if s.startswith("TOC")] == [
        "TOCHeading",
        "TOC1",
    ]


def kept_with_the_next(*blocks: Block) -> list[bool]:
    """Which paragraphs of a text stay on the page of the next, the empty cover left out."""
    own = f"{qualified('pPr')}/{qualified('keepNext')}"
    return [node.find(own) is not None for node in list(body(*blocks))[3:]]


def test_a_short_last_paragraph_does_not_begin_a_page_alone():
    few, no_words = Paragraph("Fewer than 5.", "1.1"), Paragraph("No words are quoted.", "1.2")
    assert kept_with_the_next(few, no_words) == [True, False]
    assert kept_with_the_next(few, no_words, Heading(1, "Next")) == [True, False, False]
    assert kept_with_the_next(QuotedWords("Q1", "q"), no_words, PageBreak()) == [True, False]


def test_other_paragraphs_may_part():
    words, long = Paragraph("Words."), Paragraph("Many words. " * 50)
    assert kept_with_the_next(words, words, words, long) == [False] * 4


def test_a_block_without_a_form_in_word_is_our_fault():
    document = Document("T", "F", date(2026, 1, 2), ())
    with pytest.raises(TypeError, match="no form for str"):
        Body(document, lambda _: ("", b""))._block("not a block")
