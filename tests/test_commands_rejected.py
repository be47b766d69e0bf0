"""What an import says of rows that it could not read, and of comments that were edited here."""

import csv
import stat
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from pcf_desktop.records import Feedback
from pcf_desktop.services.surveys import importing
from pcf_desktop.workspace import opening
from tests.commanding import WORDS, Command, files
from tests.generator import forms_export

PARTS = ("imported", "already_here", "changed", "skipped", "rejected")


def ragged(tmp_path: Path) -> Path:
    """Write an export of thirty families, and one row that cannot be read."""
    export = tmp_path / "ragged.csv"
    forms_export(export, 30, seed=5)
    with export.open("a", encoding="utf-8", newline="") as file:
        csv.writer(file).writerow(["99", *["=cmd"] * 40])
    return export


def test_rows_that_cannot_be_read_are_saved_only_where_they_are_wanted(
    command: Command, forum_folder: Path, tmp_path: Path
) -> None:
    export, place = ragged(tmp_path), tmp_path / "ragged - rows left out.csv"
    said = command("import", forum_folder, export, "--survey", "Autumn")
    assert (said.code, said.err) == (0, "")
    assert said.out.splitlines()[-1] == (
        "1 row left out. For a new file of what could not be read and why, which is not encrypted, "
        f"run this again (nothing comes in twice) with --rejected '{place}'"
    )
    assert [path.name for path in tmp_path.iterdir() if path.is_file()] == ["ragged.csv"]
    told = command("import", forum_folder, export, "--survey", "Autumn", "--json").data
    assert (told["imported"], told["already_here"]) == (0, 30)
    assert (told["rejected"], told["rejected_file"]) == (1, None)
    said = command("import", forum_folder, export, "--survey", "Autumn", "--rejected", place)
    assert said.out.splitlines()[-1] == (
        f"1 row left out: saved as {place}. It is not encrypted: delete it when it is mended."
    )
    assert stat.S_IMODE(place.stat().st_mode) == 0o600


def test_the_file_of_rejected_rows_is_named_and_holds_no_formula(
    command: Command, forum_folder: Path, tmp_path: Path
) -> None:
    export, place = ragged(tmp_path), tmp_path / "to mend.csv"
    wanted = ("import", forum_folder, export, "--survey", "Autumn", "--rejected", place, "--json")
    told = command(*wanted).data
    assert told["read"] == sum(told[part] for part in PARTS)
    assert told["rejected"] == len(told["rejected_rows"]) == 1
    assert told["rejected_file"] == str(place)
    with place.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file))
    assert rows[1][1] == told["rejected_rows"][0]["reason"]
    assert "'=cmd" in rows[1]
    assert "=cmd" not in rows[1]


def test_a_file_of_rejected_rows_never_takes_the_place_of_another(
    command: Command, forum_folder: Path, tmp_path: Path
) -> None:
    export, place = ragged(tmp_path), tmp_path / "mended.csv"
    place.write_text("An evening's work")
    before = files(forum_folder)
    wanted = ("import", forum_folder, export, "--survey", "Autumn", "--rejected")
    said = command(*wanted, place)
    assert (said.code, said.out) == (2, "")
    assert said.err == (
        "There is a file mended.csv already. Nothing was imported. "
        "Choose another name, or move that file away.\n"
    )
    gone = command(*wanted, tmp_path / "gone" / "rows.csv")
    assert (gone.code, gone.err.split(". ")[1]) == (2, "Nothing was imported")
    dry = command(*wanted, tmp_path / "new.csv", "--dry-run")
    assert (dry.code, dry.err) == (
        2,
        "A dry run writes no file. Nothing was imported. Leave out --dry-run or --rejected.\n",
    )
    assert place.read_text() == "An evening's work"
    assert not (tmp_path / "new.csv").exists()
    assert files(forum_folder) == before


def test_an_import_is_done_even_where_its_rejected_rows_cannot_be_saved(
    command: Command, forum_folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    export, place = ragged(tmp_path), tmp_path / "rows.csv"
    work = importing.import_survey

    def slowly(*given: Any) -> importing.Report:
        place.write_text("made by somebody else meanwhile")
        return work(*given)

    monkeypatch.setattr(importing, "import_survey", slowly)
    said = command("import", forum_folder, export, "--rejected", place, "--json")
    assert (said.code, said.err) == (0, "")
    assert (said.data["imported"], said.data["rejected_file"]) == (30, None)
    assert said.data["warnings"][-1] == (
        "The rows left out could not be saved. There is a file rows.csv already."
    )
    assert place.read_text() == "made by somebody else meanwhile"


def test_nothing_is_written_where_every_row_can_be_read(
    command: Command, forum_folder: Path, tmp_path: Path
) -> None:
    export, place = tmp_path / "whole.csv", tmp_path / "rows.csv"
    forms_export(export, 30, seed=5)
    said = command("import", forum_folder, export, "--rejected", place)
    assert said.out.splitlines()[-1] == f"Every row could be read, so {place} was not made."
    assert not place.exists()


def test_comments_left_because_they_were_edited_are_counted(
    command: Command, forum_folder: Path, tmp_path: Path
) -> None:
    export = tmp_path / "answers.csv"
    headings = "Response ID,How old is your child?,What most needs to change for you?"
    first, second = "1,0 to 4,Miss Quetzal never rings", "2,5 to 10,Nobody rings us back"
    export.write_text(f"{headings}\n{first}\n{second}\n")
    command("import", forum_folder, export, "--survey", "Edited")
    forum = opening.open_forum(forum_folder, opening.with_passphrase(WORDS))
    with forum.workspace.change("Edit") as session:
        words = Feedback.words == "Miss Quetzal never rings"
        session.scalars(select(Feedback).where(words)).one().words = "[name] never rings"
    forum.close()
    export.write_text(f"{headings}\n{first}, ever\n{second}\n".replace("rings, ever", "rang"))
    said = command("import", forum_folder, export, "--survey", "Edited")
    assert said.out.splitlines()[0].startswith("Rows: 2 read, 0 imported, 2 already here, 0 ch")
    stays = "1 comment stays as it was edited here, though the file says something else now."
    assert stays in said.out.splitlines()
