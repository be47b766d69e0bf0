from pcf_desktop.exporters.document import Table
from pcf_desktop.exporters.tables import cell_text, counted, shares


def test_a_count_reads_with_a_comma_at_the_thousands():
    assert cell_text(1204) == "1,204"
    assert cell_text("under 5") == "under 5"


def test_a_column_is_wide_enough_for_its_longest_word_and_never_greedy():
    table = Table("T", ("No", "Responsibilities", "Text"), ((1, 2, "long words " * 50),))
    assert shares(table) == [8, 22, 32]


def test_an_empty_table_still_has_widths():
    assert shares(Table("T", ("A", "B"), ())) == [8, 8]


def test_counts_have_a_column_of_shares_only_where_there_is_one():
    shared = counted("T", ("Answer", "Families"), [("Better", 11, "55%")], "n = 20.")
    assert shared.headings == ("Answer", "Families", "Share")
    bare = counted("T", ("Answer", "Families"), [("Better", 11, ""), ("Worse", 6, "")], "n = 17.")
    assert bare.headings == ("Answer", "Families")
    assert bare.rows == (("Better", 11), ("Worse", 6))
