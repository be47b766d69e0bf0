from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pcf_desktop.exporters.document import (
    Block,
    Callout,
    Document,
    Heading,
    ItemList,
    KeyMessage,
    QuotedWords,
    Table,
)
from pcf_desktop.exporters.sheets import LONGEST_CELL, WorkbookSheet, pieces, sheets


def made(*blocks: Block) -> dict[str, WorkbookSheet]:
    document = Document("T", "F", date(2026, 1, 2), blocks)
    return {sheet.name: sheet for sheet in sheets(document)}


@pytest.mark.parametrize("length", [0, 32_767, 32_768, 40_000, 200_000])
def test_a_long_text_goes_on_in_the_next_rows_and_nothing_is_lost(length):
    words = "abcdefg " * (length // 8) + "x" * (length % 8)
    rows = made(Heading(1, "H", "1"), QuotedWords("Q001", words))["Quotes"].rows
    assert "".join(str(row[2]) for row in rows) == words
    assert len(rows) == (1 if length <= LONGEST_CELL else -(-length // 32_000))


def test_each_part_says_which_it_is():
    rows = made(QuotedWords("Q001", "x" * 40_000))["Quotes"].rows
    assert [row[0] for row in rows] == ["Q001 (part 1 of 2)", "Q001 (part 2 of 2)"]


@given(st.text(max_size=30), st.integers(1, 3000))
def test_every_piece_fits_a_cell_as_excel_counts(text, times):
    found = pieces(text * times)
    assert "".join(found) == text * times
    assert all(
        len(piece.encode("utf-16-le", "surrogatepass")) // 2 <= LONGEST_CELL for piece in found
    )


def test_a_sheet_is_named_so_that_excel_accepts_it():
    titles = ("a/b:c*?[d]\\", "'quoted'", "x" * 40, "X" * 40, "About", "history", "", "  ")
    names = list(made(*(Table(title, ("h",), (("c",),)) for title in titles)))
    assert len({name.casefold() for name in names}) == len(titles)
    assert not {"about", "history"} & {name.casefold() for name in names}
    for name in names:
        assert 1 <= len(name) <= 31
        assert not set(name) & set("[]:*?/\\")
        assert not name.startswith("'")
        assert not name.endswith("'")


def test_quotes_know_their_section():
    rows = made(Heading(1, "Waits", "2"), QuotedWords("Q1", "w", ("parent",), "June", "worse"))
    assert rows["Quotes"].rows == (("Q1", "2 Waits", "w", "parent", "June", "worse"),)


def test_the_text_sheet_holds_messages_callouts_and_lists_in_order():
    rows = made(
        Heading(1, "Key"),
        KeyMessage("It is so.", "n = 3", "K1"),
        Callout("Inspectors", "Words", "Letter"),
        ItemList(("a", "b"), lead="We ask:"),
        Heading(2, "More"),
    )["Text"].rows
    assert [row[2] for row in rows] == [
        "It is so. (n = 3)",
        "Inspectors\nWords\nLetter",
        "We ask:\n• a\n• b",
        "More",
    ]


def test_what_a_document_lacks_gets_no_sheet():
    assert list(made(QuotedWords("Q1", "w"))) == ["Quotes"]
