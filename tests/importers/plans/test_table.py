"""A printed table gives the text of a merged cell wherever it reaches."""

from pcf_desktop.importers.plans.table import PrintedTable

TABLE = PrintedTable(
    "T",
    [["a", "wide ", None], [None, " b \n\n c", 3.0], ["d"]],
    first_row=5,
    merged={(1, 0): (0, 0), (0, 2): (0, 1)},
    fills={(0, 0): "FF0000"},
)


def test_a_merged_cell_reaches_down_and_across() -> None:
    assert TABLE.texts(0) == ["a", "wide", ""]
    assert TABLE.texts(1) == ["a", "b\nc", "3"]
    assert TABLE.texts(2) == ["d", "", ""]
    assert TABLE.text(0, 2) == "wide"
    assert TABLE.fill(1, 0) == "FF0000"
    assert TABLE.continues(1, 0)
    assert not TABLE.continues(0, 2)


def test_rows_bear_their_number_in_the_file() -> None:
    assert (TABLE.number(0), TABLE.width) == (5, 3)
    assert PrintedTable("empty", []).width == 0
