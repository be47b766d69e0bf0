"""Lines and rows of a plan's own key are told from everything else."""

import pytest

from pcf_desktop.importers.plans.keys import begins_key, key_lines, key_row
from pcf_desktop.importers.plans.table import PrintedTable


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Blue - complete", [("blue", "complete")]),
        ("Key: Green = on track", [("green", "on track")]),
        ("RAG key: Yellow: some delay", [("amber", "some delay")]),
        ("BRAG rating key: Blue (B) = done", [("blue", "done")]),
        ("Gray means not started", [("grey", "not started")]),
        ("Red: late; Green: on time", [("red", "late"), ("green", "on time")]),
        ("Green", []),
        ("The green team - meets weekly", []),
        ("Red tape and Blue badges", []),
    ],
)
def test_a_line_of_a_key_is_read(text: str, found: list[tuple[str, str]]) -> None:
    assert key_lines(text) == found


@pytest.mark.parametrize("text", ["Key", "RAG key:", "Legend", "Key to colours", "RAG definitions"])
def test_a_title_says_that_a_key_follows(text: str) -> None:
    assert begins_key(text)


@pytest.mark.parametrize("text", ["Key actions", "Monkey", "RAG", "The key is in the drawer"])
def test_other_words_do_not(text: str) -> None:
    assert not begins_key(text)


def test_a_row_of_a_key_names_its_colour_or_is_painted_with_it() -> None:
    table = PrintedTable(
        "T",
        [["Blue", "B", "done"], [None, "late"], ["Green"], ["x", "y"], ["a", "b", "c", "d"]],
        fills={(1, 0): "FF0000"},
    )
    assert [key_row(table, row) for row in range(5)] == [
        ("blue", "done"),
        ("red", "late"),
        None,
        None,
        None,
    ]
