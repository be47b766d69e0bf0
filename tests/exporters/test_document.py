from datetime import date

import pytest

from pcf_desktop.exporters.document import (
    Block,
    Chart,
    Document,
    Evidence,
    EvidenceIndex,
    Heading,
    PageBreak,
    Paragraph,
    QuotedWords,
    Table,
)


def document(*blocks: Block) -> Document:
    return Document("A note", "A forum", date(2026, 11, 20), blocks)


def test_the_index_knows_every_place_that_leans_on_a_piece_of_evidence():
    made = document(
        Heading(1, "First"),
        Paragraph("One.", "1.1", ("E001", "Q001")),
        QuotedWords("Q001", "Words."),
        Paragraph("Two.", "1.2", ("E001",)),
        EvidenceIndex((Evidence("E001", "Survey"), Evidence("E002", "Log"))),
    )
    assert made.cited_by == {"E001": ("1.1", "1.2"), "Q001": ("1.1",)}


def test_a_number_that_stands_twice_is_refused():
    with pytest.raises(ValueError, match=r"1\.1 stands twice"):
        document(Paragraph("One.", "1.1"), Paragraph("Two.", "1.1"))


def test_a_number_in_the_index_counts_as_a_number():
    with pytest.raises(ValueError, match="E001 stands twice"):
        document(Paragraph("One.", "E001"), EvidenceIndex((Evidence("E001", "Survey"),)))


def test_a_reference_that_leads_nowhere_is_refused():
    with pytest.raises(ValueError, match=r"1\.1 refers to E009"):
        document(Paragraph("One.", "1.1", ("E009",)))


def test_a_block_without_a_number_may_not_refer_to_others():
    with pytest.raises(ValueError, match="needs a number"):
        document(QuotedWords("Q001", "Words."), Paragraph("One.", "", ("Q001",)))


@pytest.mark.parametrize("blocks", [[Heading(2, "a")], [Heading(1, "a"), Heading(3, "b")]])
def test_a_heading_too_deep_for_the_one_before_is_refused(blocks):
    with pytest.raises(ValueError, match="Heading of level"):
        document(*blocks)


def test_headings_may_come_back_up_by_several_levels():
    blocks = (Heading(1, "a"), Heading(2, "b"), Heading(3, "c"), Heading(1, "d"))
    assert document(*blocks).blocks == blocks


def test_a_document_needs_a_title():
    with pytest.raises(ValueError, match="title"):
        Document(" ", "A forum", date(2026, 11, 20), (PageBreak(),))


def test_a_quote_says_at_most_two_things_about_who_spoke():
    with pytest.raises(ValueError, match="Q001: more than 2"):
        QuotedWords("Q001", "Words.", ("parent", "north", "autism"))


def test_an_attribution_leaves_out_what_is_not_known():
    assert QuotedWords("Q1", "Words.", ("parent", "north"), "June 2026").attribution == (
        "parent, north · June 2026"
    )
    assert QuotedWords("Q1", "Words.").attribution == ""


@pytest.mark.parametrize("headings", [(), ("One",)])
def test_a_table_with_too_few_headings_is_refused(headings):
    with pytest.raises(ValueError, match="headings"):
        Table("Title", headings, (("a", "b"),))


def test_a_table_aligns_every_column_or_none():
    with pytest.raises(ValueError, match="alignment"):
        Table("Title", ("One", "Two"), (), ("left",))
    assert Table("Title", ("One", "Two"), ()).alignment == ("left", "left")


def test_a_chart_without_words_for_the_ear_is_refused():
    with pytest.raises(ValueError, match="cannot see"):
        Chart("Finding", {}, " ", Table("Title", ("One",), ()), "n = 1")
