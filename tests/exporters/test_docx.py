import io
import zipfile

import docx as word
import pytest
from docx.document import Document as WordDocument
from lxml import etree

from pcf_desktop.exporters import docx
from pcf_desktop.exporters.document import Chart, Document, Heading, QuotedWords
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
    quotes = [block for block in pack.blocks if isinstance(block, QuotedWords)]
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


def test_contents_give_the_page_of_every_section(parts, pack):
    headings = [block for block in pack.blocks if isinstance(block, Heading) and block.level == 1]
    root = etree.fromstring(parts["word/document.xml"])
    entries = [p for p in root.iter(qualified("p")) if style(p) == "TOC1"]
    for entry, heading in zip(entries, headings, strict=True):
        (target,) = paged(entry)
        assert heading.text in text_of(entry)
        assert style(found_at(root, target)) == "Heading1"
        assert heading.text in text_of(found_at(root, target))


def test_the_evidence_index_leads_to_every_place(parts, pack):
    root = etree.fromstring(parts["word/document.xml"])
    index = [*root.iter(qualified("tbl"))][-1]
    places = [place for entry in ("E001", "E002", "E003") for place in pack.cited_by[entry]]
    targets = [str(node.get(qualified("anchor"))) for node in index.iter(qualified("hyperlink"))]
    assert len(targets) == len(places) > 10
    for place, target in zip(places, targets, strict=True):
        assert place in text_of(found_at(root, target))


def test_word_asks_nothing_when_it_opens_the_file(parts):
    """Word asks whether to update "fields that may refer to other files" if either stands there."""
    for name, data in parts.items():
        if name.endswith(".xml"):
            assert b"w:updateFields" not in data
            assert b"w:dirty" not in data


def style(paragraph) -> str:
    return str(paragraph.find(f".//{qualified('pStyle')}").get(qualified("val")))


def text_of(element) -> str:
    return "".join(node.text for node in element.iter(qualified("t")))


def paged(element) -> list[str]:
    """The bookmarks whose pages are shown once Word has worked them out; none is made up."""
    fields = [node.text.split() for node in element.iter(qualified("instrText"))]
    assert not text_of(element)[-1:].isdigit()
    assert all(field[0] == "PAGEREF" for field in fields)
    return [field[1] for field in fields]


def found_at(root, bookmark: str):
    """The paragraph in which a bookmark stands."""
    (start,) = root.iterfind(f".//{qualified('bookmarkStart')}[@{qualified('name')}='{bookmark}']")
    return next(start.iterancestors(qualified("p")))


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
