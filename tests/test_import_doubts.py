"""What the command line says before families are counted twice, and how it is answered."""

from pathlib import Path

import pytest

from tests.commanding import Command

HEADINGS = "Timestamp,How happy are you?,What would make a difference to your family?"
ROWS = [
    "01/05/2026 10:00:00,Very happy,Ring us back when you say you will please",
    "02/05/2026 10:01:07,Happy,A named person who knows us",
    "23/05/2026 10:02:14,Unhappy,Shorter waits — it’s too long",
    "24/05/2026 10:03:21,Very happy,Transport that turns up on time",
]


def export(path: Path, rows: list[str]) -> Path:
    path.write_text("\n".join([HEADINGS, *rows]) + "\n", "utf-8")
    return path


@pytest.fixture
def autumn(command: Command, forum_folder: Path, tmp_path: Path) -> Path:
    """The export that came in as *Autumn 2025*."""
    path = export(tmp_path / "answers.csv", ROWS)
    assert command("import", forum_folder, path, "--survey", "Autumn 2025").code == 0
    return path


def test_the_same_answers_under_another_title_are_asked_about(
    command: Command, forum_folder: Path, tmp_path: Path, autumn: Path
) -> None:
    grown = [row.replace(":00,", ",") for row in ROWS]
    later = export(tmp_path / "resaved.csv", [*grown, "25/05/2026 09:00,Happy,Quieter rooms"])
    for path in (autumn, later):
        refused = command("import", forum_folder, path, "--survey", "Winter")
        assert refused.code == 2
        assert "as “Autumn 2025”; 4 families would be counted twice." in refused.err
        assert "Nothing was imported." in refused.err
        dry = command("import", forum_folder, path, "--survey", "Winter", "--dry-run", "--json")
        assert (dry.code, dry.data["twice"]["families"]) == (2, 4)
        assert dry.data["twice"]["survey"] == "Autumn 2025"
    wanted = command("import", forum_folder, autumn, "--survey", "Winter", "--as-new", "--json")
    assert (wanted.code, wanted.data["imported"], wanted.data["twice"]) == (0, 4, None)


def test_another_wave_of_the_same_questions_is_not_asked_about(
    command: Command, forum_folder: Path, tmp_path: Path, autumn: Path
) -> None:
    next_year = [row.replace("/2026", "/2027").replace("10:", "11:") for row in ROWS]
    others = [row.replace("Ring", "Write").replace("A named", "One") for row in next_year]
    said = command("import", forum_folder, export(tmp_path / "b.csv", others), "--survey", "2027")
    assert said.code == 0, autumn


def test_a_row_that_may_be_here_is_brought_in_only_once_somebody_says_what_it_is(
    command: Command, forum_folder: Path, tmp_path: Path, autumn: Path
) -> None:
    again = [ROWS[0].replace("Very happy,Ring us back", "Unhappy,Nobody rings us"), *ROWS[1:]]
    path = export(tmp_path / "again.csv", again)
    arguments = ("import", forum_folder, path, "--survey", "Autumn 2025")
    refused = command(*arguments)
    assert refused.code == 2, autumn
    assert "Row 2 of the file may be an answer that is here already" in refused.err
    assert "--as-changed" in refused.err
    dry = command(*arguments, "--dry-run", "--json")
    assert (dry.code, dry.data["unsure"]) == (2, [2])
    new = command(*arguments, "--as-new", "--dry-run", "--json")
    assert (new.code, new.data["imported"], new.data["already_here"]) == (0, 1, 3)
    same = command(*arguments, "--as-changed", "--json").data
    assert (same["imported"], same["changed"], same["already_here"]) == (0, 1, 3)


def test_it_is_said_what_a_later_file_lacks(
    command: Command, forum_folder: Path, tmp_path: Path, autumn: Path
) -> None:
    fewer = export(tmp_path / "fewer.csv", ROWS[:3])
    arguments = ("import", forum_folder, fewer, "--survey", "Autumn 2025")
    assert command(*arguments, "--json").data["lacking"] == 1, autumn
    assert (
        "The survey holds 1 response that this file does not hold any more"
        in command(*arguments).out
    )
