"""What nobody wrote: GUIDs, tokens, numbered words, counts; and what looks like it and is not."""

import pytest

from pcf_desktop.importers.columns.column import SurveyColumn
from pcf_desktop.importers.columns.machine_made import Machine, machine_made, tells_apart
from pcf_desktop.importers.files.cells import Cell


def column(*cells: Cell) -> SurveyColumn:
    found = SurveyColumn()
    found.extend(cells, only_text=all(isinstance(cell, str) for cell in cells))
    return found


@pytest.mark.parametrize(
    ("cells", "made"),
    [
        (["0f0e0d0c-0000-4000-8000-000000000000", "0f0e0d0c-0000-4000-8000-00000000ff01"], "token"),
        (["uuid:7dcf62d2-aa41-8d7d-e952-0ca2f902b366"], "token"),
        (["{29C369DE-E0B4-4AD0-89BE-EC1519800000}"], "token"),
        (["507f1f77bcf86cd799439011", "507f1f77bcf86cd799439012"], "token"),
        (["00kq9x7abc", "01kq9x7abc", "02kq9x7abc", "03kq9x7abc", "04kq9x7abc"], "token"),
        (["R_3fZ9aQ1xYp2Lk7d", "R_1aZ8bQ7xWp2Lk3e", "R_2cX9aV1xYn8Mk7d", "R_9fZ9aQ1xYp2Lk7a",
          "R_4gZ2aQ5xYp2Lk7f"], "token"),
        (["ANON-1A2B-3C4D-E", "ANON-9K2B-3C4D-F", "ANON-1A2B-7C4D-G", "ANON-5A2B-3C4D-H",
          "ANON-1A6B-3C4D-J"], "token"),
        ([f"R{n:05}" for n in range(1, 9)], "token"),
        ([f"R{n}" for n in range(12)], "token"),
        ([7000, 7003, 7004, 7010, 7011], "number"),
        (["41827364", "41827311", "41827399", "41827102", "41827500"], "number"),
        ([1, 2, 3, 4, 5, 6], "count"),
        ([6, 5, 4, 3, 2, 1], "count"),
    ],
)  # fmt: skip
def test_what_a_machine_wrote_is_told(cells: list[Cell], made: str) -> None:
    assert machine_made(column(*cells)) is Machine(made)


@pytest.mark.parametrize(
    "cells",
    [
        [],
        ["2years", "3years", "4years", "5years", "6years"],
        ["2026-05-01T10:05:00.123Z", "2026-05-02T10:05:00.123Z", "2026-05-03T10:05:00.123Z",
         "2026-05-04T10:05:00.123Z", "2026-05-05T10:05:00.123Z"],
        ["SY11AA", "WR22BB", "TA13CC", "ST14DD", "SY25EE"],
        ["SY3", "SY1", "SY5", "SY2", "SY4"],
        ["ann@example.org", "bo@example.org", "cy@example.org", "di@example.org", "ed@example.org"],
        ["speech_therapy", "short_breaks", "transport", "occupational", "physiotherapy"],
        ["Autism", "ADHD", "Autism", "ADHD", "Dyslexia"],
        [34, 12, 78, 45, 9],
        [3, 3, 4, 5, 6],
        ["07700 900101", "07700 900102", "07700 900103", "07700 900104", "07700 900105"],
    ],
)  # fmt: skip
def test_what_people_wrote_is_not(cells: list[Cell]) -> None:
    assert machine_made(column(*cells)) is None


def test_only_a_whole_column_of_different_short_values_tells_responses_apart() -> None:
    assert tells_apart(column("a", "b"))
    assert not tells_apart(column("a", "a"))
    assert not tells_apart(column("a", ""))
    assert not tells_apart(column("a", "b" * 81))
