from pcf_desktop.importers.letters.region import region
from pcf_desktop.importers.letters.view import look


def test_a_region_begins_in_the_line_and_ends_before_its_limit() -> None:
    text = "areas: one\n\ntwo\nthree"
    where = region(look(text), text.index(":") + 1, text.index("three"))
    assert [row.words for row in where.rows] == ["one", "two"]
    assert where.starts_in_line
    assert [row.gap for row in where.rows] == [False, True]


def test_the_content_of_a_row_begins_after_its_mark() -> None:
    text = "  1.  one"
    row = region(look(text), 0, len(text)).rows[0]
    assert text[slice(*row.content)] == "one"


def test_an_empty_region_has_no_first_row() -> None:
    assert region(look(""), 0, 0).first is None
