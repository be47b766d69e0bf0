import io
import zipfile

import docx as word
import pytest
from docx.document import Document as WordDocument
from lxml import etree

from pcf_desktop.exporters import docx
from pcf_desktop.exporters.document import Chart, Document, Heading, Quote
from pcf_desktop.exporters.made import Made
from pcf_desktop.exporters.wordml import qualified

ALLOWED = {
    "[Content_Types].xml",
    "_rels/.rels",
    "docProps/core.xml",
    "word/document.xml",
    "word/_rels/document.xml.rels",
    "word/styles.xml",
    "word/settings.xml",
    "word/numbering.xml",
    "word/header.xml",
    "word/footer.xml",
}


@pytest.fixture(scope="module")
def made(pack: Document) -> Made:
    return docx.make(pack)


@pytest.fixture(scope="module")
def opened(made: Made) -> WordDocument:
    return word.Document(io.BytesIO(made.data))


@pytest.fixture(scope="module")
def parts(made: Made) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(made.data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def test_the_archive_holds_nothing_but_what_is_written_here(parts):
    assert {name for name in parts if not name.startswith("word/media/chart")} == ALLOWED
    assert sum(name.startswith("word/media/chart") for name in parts) == 7


def test_nothing_tells_who_made_the_file_or_how(parts, opened, pack):
    core = opened.core_properties
    assert (core.author, core.last_modified_by, core.title) == (pack.forum, pack.forum, pack.title)
    assert core.language == "en-GB"
    assert str(core.created)[:10] == "2026-11-20"
    text = b"".join(data for name, data in parts.items() if not name.endswith(".png"))
    for trace in (b"rsid", b"python", b"thumbnail", b"/home/", b"/tmp/"):
        assert trace not in text.lower()


def test_headings_have_real_heading_styles(opened, pack):
    found = [p for p in opened.paragraphs if p.style.name.startswith("Heading")]
    headings = [block for block in pack.blocks if isinstance(block, Heading)]
    assert [p.style.name for p in found] == [f"Heading {h.level}" for h in headings]
    assert [p.text for p in found] == [
        f"{h.number}\t{h.text}" if h.number else h.text for h in headings
    ]


def test_quotes_have_the_quote_style_and_every_word(opened, pack):
    found = [p.text for p in opened.paragraphs if p.style.name == "Quote"]
    quotes = [block for block in pack.blocks if isinstance(block, Quote)]
    for text, quote in zip(found, quotes, strict=True):
        assert text == f"{quote.text}\n{quote.number} · {quote.attribution}"


def test_every_style_that_is_used_is_there(parts):
    known = {
        node.get(qualified("styleId"))
        for node in etree.fromstring(parts["word/styles.xml"]).iter(qualified("style"))
    }
    used = set()
    for name in ("document", "header", "footer"):
        root = etree.fromstring(parts[f"word/{name}.xml"])
        for tag in ("pStyle", "rStyle", "tblStyle"):
            used |= {node.get(qualified("val")) for node in root.iter(qualified(tag))}
    assert used
    assert used <= known


def test_every_table_marks_its_heading_row_and_has_a_name(opened):
    assert len(opened.tables) == 2 + 7 + 1
    for table in opened.tables:
        xml = etree.tostring(table.rows[0]._tr).decode()
        assert "w:tblHeader" in xml
        assert "w:tblCaption" in etree.tostring(table._tbl.tblPr).decode()


def test_every_chart_has_its_words_for_the_ear(opened, pack):
    alts = [shape._inline.docPr.get("descr") for shape in opened.inline_shapes]
    assert alts == [block.alt for block in pack.blocks if isinstance(block, Chart)]
    ids = [shape._inline.docPr.get("id") for shape in opened.inline_shapes]
    assert len(ids) == len(set(ids))


def test_the_language_is_british_english(parts):
    assert b'w:lang w:val="en-GB"' in parts["word/styles.xml"]


def test_the_footer_counts_pages_and_the_cover_has_none(parts, opened):
    footer = parts["word/footer.xml"].decode()
    assert " PAGE " in footer
    assert " NUMPAGES " in footer
    assert opened.sections[0].different_first_page_header_footer


def test_made_up_data_is_marked_on_every_page(parts):
    assert "Made-up data" in parts["word/header.xml"].decode()


def test_all_properties_stand_in_the_order_of_the_schema(parts):
    """Word refuses a file whose paragraph properties stand in another order."""
    order = ["pStyle", "keepNext", "keepLines", "pageBreakBefore", "numPr", "pBdr", "shd", "tabs"]
    order += ["spacing", "ind", "jc", "outlineLvl"]
    for name in ("word/document.xml", "word/styles.xml", "word/header.xml", "word/footer.xml"):
        for properties in etree.fromstring(parts[name]).iter(qualified("pPr")):
            places = [order.index(etree.QName(child).localname) for child in properties]
            assert places == sorted(places)


def test_equal_documents_give_equal_bytes(pack, made):
    assert docx.make(pack).data == made.data
