"""Told by time and likeness: who is here already, who may be, and who only looks like it."""

import csv
import random
from collections.abc import Sequence
from pathlib import Path

import pytest

from pcf_desktop.services.surveys.importing import Report
from pcf_desktop.workspace import Workspace
from tests.services.surveys.test_nobody_twice import bring

HEADINGS = ["How old is your child?", "How well?", "How safe?", "What should change?"]
FIRST = ("0 to 4", "Very well", "Safe", "A person to ring, who knows what was said before")
OTHER = ("5 to 10", "Not well", "Not safe", "Shorter waits, it took us eleven months in all")
CLOSED = ("0 to 4", "Very well", "Safe", "")


def write(path: Path, rows: Sequence[tuple[str, Sequence[str]]], *, ids: bool = False) -> Path:
    own: list[list[object]] = [["Response ID"]] if ids else []
    own += [[9000 + at] for at in range(len(rows) if ids else 0)]
    table = [["Timestamp", *HEADINGS], *([when, *said] for when, said in rows)]
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(
            [*first, *row] for first, row in zip(own or [[]] * len(table), table, strict=True)
        )
    return path


def outcome(report: Report) -> tuple[int, int, int, int]:
    return report.imported, report.already_here, report.changed, len(report.unsure)


BASE = [
    ("13/05/2026 10:00:09", FIRST),
    ("14/05/2026 11:01:09", OTHER),
    ("15/05/2026 12:02:09", ("11 to 15", *OTHER[1:3], "Taxis that come on time, each morning")),
    ("16/05/2026 13:03:09", ("16 to 19", *FIRST[1:3], "Training for teachers about masking")),
]


@pytest.mark.parametrize(
    ("last", "expected"),
    [
        (("16/05/2026 13:03:09", ("0 to 4", *FIRST[1:3], BASE[3][1][3])), (0, 3, 1, 0)),
        (("16/05/2026 13:03", ("0 to 4", *FIRST[1:3], BASE[3][1][3])), (0, 3, 1, 0)),
        (("16/05/2026 13:03:09", ("0 to 4", "Not well", "Not safe", "None of it")), (0, 3, 1, 1)),
        (("16/05/2026", ("0 to 4", *FIRST[1:3], BASE[3][1][3])), (0, 3, 1, 0)),
        (("16/05/2026", ("16 to 19", *FIRST[1:3], "It is all good, really")), (0, 3, 1, 1)),
        (("16/05/2026 13:03:55", ("0 to 4", *FIRST[1:3], BASE[3][1][3])), (1, 3, 0, 0)),
        (("16/05/2026 14:03:09", BASE[3][1]), (1, 3, 0, 0)),
        (("18/05/2026 09:00:00", CLOSED), (1, 3, 0, 0)),
    ],
)
def test_one_row_is_told_by_its_time_and_by_what_it_says(
    workspace: Workspace,
    tmp_path: Path,
    last: tuple[str, Sequence[str]],
    expected: tuple[int, int, int, int],
) -> None:
    bring(workspace, write(tmp_path / "a.csv", BASE), "A")
    report = bring(workspace, write(tmp_path / "b.csv", [*BASE[:3], last]), "A")
    assert outcome(report) == expected


def test_a_file_of_new_families_takes_nobody_for_another(
    workspace: Workspace, tmp_path: Path
) -> None:
    """All answer alike, on the same days, and the file holds none of those that came before."""
    drawn = random.Random(5)
    first, later = (
        [
            (
                f"{drawn.randint(13, 15)}/05/2026 {drawn.randint(8, 22):02}:{each:02}:{second}",
                CLOSED,
            )
            for each in range(60)
        ]
        for second in (11, 49)
    )
    bring(workspace, write(tmp_path / "a.csv", first), "A")
    assert outcome(bring(workspace, write(tmp_path / "b.csv", later), "A")) == (60, 0, 0, 0)


def test_two_ids_of_one_tool_are_two_families_whatever_they_say(
    workspace: Workspace, tmp_path: Path
) -> None:
    bring(workspace, write(tmp_path / "a.csv", BASE, ids=True), "A")
    twin = [*BASE, (BASE[0][0], FIRST)]
    assert outcome(bring(workspace, write(tmp_path / "b.csv", twin, ids=True), "A")) == (1, 4, 0, 0)


def test_ids_that_come_later_name_the_answers_that_are_here(
    workspace: Workspace, tmp_path: Path
) -> None:
    bring(workspace, write(tmp_path / "a.csv", BASE), "A")
    named = write(tmp_path / "b.csv", BASE, ids=True)
    assert outcome(bring(workspace, named, "A")) == (0, 4, 0, 0)
    changed = [(when, (*said[:3], "Something else altogether")) for when, said in BASE]
    moved = [(when.replace("/05/", "/06/"), said) for when, said in changed]
    assert outcome(bring(workspace, write(tmp_path / "c.csv", moved, ids=True), "A")) == (
        0, 0, 4, 0,
    )  # fmt: skip


def test_it_is_said_what_a_later_export_lacks_and_not_of_a_part_of_one(
    workspace: Workspace, tmp_path: Path
) -> None:
    bring(workspace, write(tmp_path / "a.csv", BASE), "A")
    new = ("20/05/2026 10:00:09", ("0 to 4", "Not well", "Safe", "Quieter rooms at the clinic"))
    assert bring(workspace, write(tmp_path / "b.csv", [*BASE[:3], new]), "A").lacking == 1
    assert bring(workspace, write(tmp_path / "c.csv", [new]), "A").lacking == 0
