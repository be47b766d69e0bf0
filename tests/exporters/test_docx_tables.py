from pcf_desktop.exporters.document import Table
from pcf_desktop.exporters.docx_tables import TEXT_WIDTH, plain_table
from pcf_desktop.exporters.wordml import qualified


def rows_kept_with_the_next(count: int) -> list[bool]:
    cells = tuple((str(at), at) for at in range(count))
    made = plain_table(Table("t", ("a", "b"), cells, ("left", "right"), note="n = 6."))
    kept = []
    for row in made.iter(qualified("tr")):
        tags = [[found.tag for found in properties] for properties in row.iter(qualified("pPr"))]
        kept.append(all(each[1:2] == [qualified("keepNext")] for each in tags))
    return kept


def test_a_short_table_stays_whole_with_its_note():
    assert rows_kept_with_the_next(3) == [True] * 4


def test_the_ends_of_a_long_table_stay_with_the_first_row_and_with_its_note():
    assert rows_kept_with_the_next(30) == [True] + [False] * 29 + [True]


def test_the_columns_share_the_whole_width():
    made = plain_table(Table("t", ("a", "Responsibilities", "c"), ((1, "two", "three"),)))
    widths = [int(each.get(qualified("w"), "")) for each in made.iter(qualified("gridCol"))]
    assert TEXT_WIDTH - 3 < sum(widths) <= TEXT_WIDTH
    assert max(widths) == widths[1]
