"""A key beside the actions is taken out of the table, and a column of statuses stays."""

from pcf_desktop.importers.files.cells import Cell
from pcf_desktop.importers.plans.keys_beside import without_keys_beside
from pcf_desktop.importers.plans.table import PrintedTable


def test_a_key_right_of_the_actions_is_taken_out() -> None:
    rows: list[list[Cell]] = [
        ["Objective 1", None, None, "RAG key"],
        ["Action", "Lead", "RAG", "Green", "On plan"],
        ["Meet", "Ann", "Slipped", "Red", "Slipped"],
        ["Ask", "Ben", "On plan"],
    ]
    table, meanings = without_keys_beside(PrintedTable("P", rows))
    assert meanings == {"green": "On plan", "red": "Slipped"}
    assert table.texts(0) == ["Objective 1", "", "", "", ""]
    assert table.texts(1) == ["Action", "Lead", "RAG", "", ""]


def test_a_key_across_the_top_is_taken_out() -> None:
    table, meanings = without_keys_beside(
        PrintedTable(
            "P",
            [["Key:", "Done", "Late"], ["Action", "Lead", "RAG"]],
            fills={(0, 1): "0070C0", (0, 2): "FF0000"},
        )
    )
    assert meanings == {"blue": "Done", "red": "Late"}
    assert table.texts(0) == ["", "", ""]


def test_coloured_headings_and_a_column_of_statuses_are_no_key() -> None:
    rows: list[list[Cell]] = [
        ["Key", "Action", "RAG key"],
        ["1", "Meet", "Green"],
        ["2", "Ask", "Red"],
        ["3", "Write", "Green"],
    ]
    fills = {(0, place): colour for place, colour in enumerate(("FF0000", "00B050", "0070C0"))}
    printed = PrintedTable("P", rows, fills=fills)
    assert without_keys_beside(printed) == (printed, {})


def test_a_word_table_is_left_as_it_is() -> None:
    printed = PrintedTable("Table 1", [["x", "Key"], ["y", "Red"], ["z", "Blue"]], is_sheet=False)
    assert without_keys_beside(printed) == (printed, {})
