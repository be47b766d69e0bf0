import io
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pikepdf
import pypdfium2
import pytest

from pcf_desktop.exporters import pdf
from pcf_desktop.exporters.document import (
    Block,
    Chart,
    Document,
    Evidence,
    EvidenceIndex,
    Heading,
    Paragraph,
    QuotedWords,
    Table,
)
from pcf_desktop.exporters.made import Made
from tests.exporters.tagged import elements, spoken


@pytest.fixture(scope="module")
def made(pack: Document) -> Made:
    return pdf.make(pack)


@pytest.fixture(scope="module")
def file(made: Made) -> Iterator[pikepdf.Pdf]:
    with pikepdf.open(io.BytesIO(made.data)) as opened:
        yield opened


@pytest.fixture(scope="module")
def pages(made: Made) -> list[str]:
    return page_texts(made.data)


def page_texts(data: bytes) -> list[str]:
    with pypdfium2.PdfDocument(data) as opened:
        return [page.get_textpage().get_text_range() for page in opened]


def short(*blocks: Block) -> Document:
    return Document(
        "A note", "A forum", date(2026, 11, 20), blocks, has_cover=False, has_contents=False
    )


def tags(file: pikepdf.Pdf) -> list[str]:
    return [str(element.S) for element in elements(file.Root.StructTreeRoot)]


def test_the_file_says_it_is_a_tagged_pdf_in_british_english(file, pack):
    assert file.Root.MarkInfo.Marked
    assert file.Root.Lang == "en-GB"
    assert file.Root.ViewerPreferences.DisplayDocTitle
    metadata = file.open_metadata()
    assert metadata["pdfuaid:part"] == "1"
    assert metadata["dc:title"] == pack.title


def test_the_metadata_names_the_forum_and_nobody_else(file, pack):
    info = {str(key): str(value) for key, value in file.docinfo.items()}
    assert info.pop("/Title") == pack.title
    assert info.pop("/Author") == pack.forum
    assert info.pop("/Creator").startswith("Typst")
    assert {value[:10] for value in info.values()} == {"D:20261120"}


def test_every_chart_has_its_words_for_the_ear(file, pack):
    alts = [str(e.Alt) for e in elements(file.Root.StructTreeRoot) if e.S == "/Figure"]
    assert alts == [block.alt for block in pack.blocks if isinstance(block, Chart)]


def test_headings_quotes_lists_and_tables_are_tagged_as_such(file, pack):
    found = tags(file)
    quotes = sum(isinstance(block, QuotedWords) for block in pack.blocks)
    assert found.count("/BlockQuote") == quotes + 6
    assert found.count("/L") >= 6
    assert {"/H1", "/H2", "/TOC", "/Table", "/THead", "/TH", "/TD", "/Link"} <= set(found)


def test_bookmarks_are_the_headings(file, pack):
    with file.open_outline() as outline:
        titles = [item.title for item in outline.root]
    assert titles == ["Contents", *sections(pack)]


def sections(pack: Document) -> list[str]:
    """The numbers and titles of the sections, as they are said aloud."""
    found = (b for b in pack.blocks if isinstance(b, Heading) and b.level == 1)
    return [f"{heading.number} {heading.text}".strip() for heading in found]


def test_a_screen_reader_hears_where_a_number_ends(file, pack):
    assert spoken(file, "/H1") == ["Contents", *sections(pack)]
    heard = "\n".join(spoken(file, "/P") + spoken(file, "/Span"))
    for words in ("1.1 214 families gave", "K1 Waiting for", "Table 1 Families", "Figure 1 Most"):
        assert words in heard


def test_page_numbers_equal_the_pages_of_the_file(pages, made):
    assert made.pages == len(pages)
    assert not re.search(r"Page \d", pages[0])
    for at, text in enumerate(pages[1:], 2):
        assert f"Page {at} of {made.pages}" in text


def test_the_contents_lead_to_the_right_pages(pages, pack):
    for block in pack.blocks:
        if isinstance(block, Heading) and block.level == 1:
            line = re.search(re.escape(block.text) + r"[ .]*(\d+)\s", pages[1])
            assert line
            assert block.text in pages[int(line[1]) - 1]


def test_the_evidence_index_names_the_page_of_every_place(pages, pack):
    whole = " ".join(" ".join(pages[-1:]).split()).replace("\N{NO-BREAK SPACE}", " ")
    for number in pack.cited_by["E001"]:
        found = re.search(rf"{re.escape(number)} p\. (\d+)", whole)
        assert found, number
        assert number in pages[int(found[1]) - 1].replace("\N{NO-BREAK SPACE}", " ")
    assert "Not cited" in whole


def test_only_the_shipped_typefaces_are_used(file):
    names = {
        str(font.BaseFont).rpartition("+")[2]
        for page in file.pages
        for font in page.resources.get("/Font", {}).values()
    }
    assert "AtkinsonHyperlegible-Regular" in names
    assert all(name.startswith(("AtkinsonHyperlegible", "SourceSans3")) for name in names)


@pytest.mark.parametrize(
    "words",
    [
        "#set page(width: 1pt) $x^2$ *bold* _it_ `raw` <label> @ref // no comment /* nor \\u{41}",
        '#read("pack.typ") #eval("1+1") #sys.inputs ]] }} " \' = heading - list + enum ~ -- ...',
        "<b>unclosed <img src=x> &amp; <a href='file:///'>",
    ],
)
def test_markup_in_a_quote_comes_out_as_it_was_written(words):
    text = page_texts(pdf.make(short(QuotedWords("Q001", words))).data)[0]
    assert " ".join(words.split()) in " ".join(text.split())


def test_a_long_quote_runs_over_pages_and_keeps_every_word():
    words = " ".join(f"word{at}" for at in range(5000))
    made = pdf.make(short(QuotedWords("Q001", words)))
    text = " ".join(page_texts(made.data))
    assert made.pages > 5
    assert set(words.split()) <= set(text.split())


def test_a_long_table_repeats_its_headings_on_every_page():
    rows = tuple((f"School {at}", at) for at in range(200))
    texts = page_texts(pdf.make(short(Table("T", ("Placename", "Families"), rows))).data)
    assert len(texts) > 3
    assert all("Placename" in text for text in texts)
    assert "School 199" in texts[-1]


def test_line_breaks_stay_line_breaks():
    text = page_texts(pdf.make(short(Paragraph("one\x0btwo\nthree"))).data)[0]
    assert re.search(r"one\s+two\s+three", text)


def test_a_sign_without_a_shape_is_named_and_the_person_is_told():
    made = pdf.make(short(QuotedWords("Q001", "thank you 😀\x00")))
    assert "thank you [grinning face]" in page_texts(made.data)[0]
    assert made.notes == (
        "1 unprintable character was replaced.",
        "2 signs that the PDF cannot show are named in [brackets].",
    )


def test_a_note_without_cover_begins_at_once_with_its_title():
    document = replace(short(Paragraph("Body.")), sample="Made-up data.", subtitle="For the board")
    texts = page_texts(pdf.make(document).data)
    assert len(texts) == 1
    assert texts[0].index("A note") < texts[0].index("For the board") < texts[0].index("Body.")
    assert "Made-up data." in texts[0]


def test_equal_documents_give_equal_bytes(pack, made):
    assert pdf.make(pack).data == made.data


def test_a_document_of_every_block_but_empty_of_words_is_set():
    blocks = (Heading(1, "H"), EvidenceIndex((Evidence("E001", ""),)), Table("", ("",), ()))
    assert pdf.make(short(*blocks)).pages == 1


def test_a_damaged_file_does_not_pass_the_check(tmp_path, made):
    whole, half = tmp_path / "a.pdf", tmp_path / "b.pdf"
    whole.write_bytes(made.data)
    half.write_bytes(made.data[: len(made.data) // 20])
    pdf.check(whole)
    with pytest.raises(pypdfium2.PdfiumError):
        pdf.check(half)


def test_a_short_table_is_not_split_over_two_pages():
    rows = tuple((f"answer {at}", at) for at in range(10))
    table = Table("Who answered", ("Answer", "Families"), rows, note="n = 45.")
    filler = [Paragraph("A line of words.")] * 24
    texts = page_texts(pdf.make(short(*filler, table)).data)
    assert len(texts) == 2
    assert "answer 0" in texts[1]
    assert "answer 9" in texts[1]


def test_a_table_longer_than_a_page_is_split_and_whole():
    rows = tuple((f"answer {at} " + "and more words " * 30, at) for at in range(12))
    texts = page_texts(pdf.make(short(Table("Long", ("Answer", "Families"), rows))).data)
    assert len(texts) > 1
    assert all(f"answer {at} " in "".join(texts) for at in range(12))
