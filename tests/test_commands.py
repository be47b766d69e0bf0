"""What each command on a forum does, read back from its answer and from its files."""

import csv
import re
import shutil
from collections.abc import Callable
from pathlib import Path

import docx
import pypdfium2
import pytest
from python_calamine import CalamineWorkbook

from pcf_desktop.importers import surveys
from pcf_desktop.importers.sheet import Choices, Kind
from pcf_desktop.progress import silent
from pcf_desktop.services.samples import samples
from pcf_desktop.services.surveys import importing
from pcf_desktop.workspace import backup, opening
from pcf_desktop.workspace.backup import Reason
from pcf_desktop.workspace.envelope import Cost
from pcf_desktop.workspace.forum_folder import ForumFolder
from tests.commanding import WORDS, Command, files
from tests.generator import HEADERS, forms_export
from tests.workspace.small_forum import flip

PARTS = ("imported", "already_here", "changed", "skipped", "rejected")


@pytest.fixture(autouse=True)
def cheap(monkeypatch: pytest.MonkeyPatch) -> None:
    """Make forums here with a passphrase that is quick to check."""
    make = opening.make
    monkeypatch.setattr(
        opening, "make", lambda path, words, fill: make(path, words, fill, Cost(16))
    )


def test_a_forum_of_ones_own_is_made_with_its_recovery_key(
    command: Command, tmp_path: Path
) -> None:
    own = ("--name", "Our forum", "--area", "Shropshire")
    made = command("new", tmp_path / "forum", *own, "--json").data
    assert made["folder"] == str(tmp_path / "forum")
    opened = opening.open_forum(tmp_path / "forum", opening.with_recovery_key(made["recovery_key"]))
    opened.close()
    assert command("search", tmp_path / "forum", "taxi", "--json").data == {"count": 0, "hits": []}
    assert "Recovery key: " in command("new", tmp_path / "second", *own).out


@pytest.mark.parametrize("sample", samples.AREAS)
def test_a_made_up_forum_is_filled(command: Command, tmp_path: Path, sample: str) -> None:
    assert command("new", tmp_path / "forum", "--sample", sample).code == 0
    assert command("search", tmp_path / "forum", "we", "--json").data["count"] > 0
    assert command("check", tmp_path / "forum", "--json").data["sound"]


def test_an_import_twice_is_the_same_as_once_and_every_row_is_told(
    command: Command, forum_folder: Path
) -> None:
    export = samples.survey_file()
    before = files(forum_folder)
    dry = command("import", forum_folder, export, "--survey", "Autumn", "--dry-run", "--json").data
    assert files(forum_folder) == before
    first = command("import", forum_folder, export, "--survey", "Autumn", "--json").data
    again = command("import", forum_folder, export, "--survey", "Autumn", "--json").data
    for told in (dry, first, again):
        assert told["read"] == sum(told[part] for part in PARTS)
        assert told["tool"] == "microsoft_forms"
    assert dry["dry_run"]
    assert {key: dry[key] for key in PARTS} == {key: first[key] for key in PARTS}
    assert dry["comments"] == first["comments"] > 0
    assert (again["imported"], again["already_here"]) == (0, first["imported"])


def test_a_kind_that_was_chosen_once_goes_for_the_same_file_again(
    command: Command, forum_folder: Path, tmp_path: Path
) -> None:
    export = tmp_path / "answers.csv"
    forms_export(export, 40, seed=5)
    found = surveys.read(export)
    asked = next(each for each in found.questions if each.kind is Kind.SINGLE)
    chosen = surveys.read(export, Choices(kinds={asked.key: Kind.TEXT}))
    forum = opening.open_forum(forum_folder, opening.with_passphrase(WORDS))
    with forum.workspace.change("import answers") as session:
        source = importing.Source(export.name, "0" * 64)
        importing.import_survey(session, chosen, "Autumn", source, silent)
    forum.close()
    again = command("import", forum_folder, export, "--survey", "Autumn", "--json").data
    assert (again["already_here"], again["changed"]) == (40, 0)


def test_an_answer_that_changed_is_told_with_its_question(
    command: Command, forum_folder: Path, tmp_path: Path
) -> None:
    export = tmp_path / "answers.csv"
    forms_export(export, 40, seed=5)
    command("import", forum_folder, export, "--survey", "Autumn")
    with export.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file))
    rows[3][12] = "Something quite different needs to change, for all of us."
    rows.append(["41", *rows[4][1:]])
    with export.open("w", encoding="utf-8-sig", newline="") as file:
        csv.writer(file).writerows(rows)
    told = command("import", forum_folder, export, "--survey", "Autumn", "--json").data
    assert (told["imported"], told["already_here"], told["changed"]) == (1, 39, 1)
    (change,) = told["changes"]
    assert change["questions"] == [HEADERS[12]]
    found = command("search", forum_folder, "quite different", "--json").data
    assert found["count"] == 1


def test_what_it_says_without_json_is_a_sentence(command: Command, forum_folder: Path) -> None:
    said = command("import", forum_folder, samples.survey_file(), "--dry-run").out
    assert "would be imported, 0 already here, 0 changed" in said
    assert " comments came with them.\n" in said


def test_a_search_shows_the_latest_first_and_no_more_than_a_few(
    command: Command, forum_folder: Path, tmp_path: Path
) -> None:
    forms_export(tmp_path / "answers.csv", 60, seed=5)
    command("import", forum_folder, tmp_path / "answers.csv", "--survey", "Autumn")
    told = command("search", forum_folder, "the", "--json").data
    assert told["count"] > 20 == len(told["hits"])
    ids = [hit["id"] for hit in told["hits"]]
    assert ids == sorted(ids, reverse=True)
    assert {hit["survey"] for hit in told["hits"]} == {"Autumn"}
    assert command("search", forum_folder, '"', "NEAR(", "--json").code == 0
    assert command("search", forum_folder, "\x00", "--json").data["count"] == 0


@pytest.mark.slow
def test_a_pack_is_three_files_that_open_again(
    command: Command, forum_folder: Path, tmp_path: Path
) -> None:
    made = command("pack", forum_folder, "--out", tmp_path / "new" / "pack", "--json").data
    by_kind = {Path(name).suffix: Path(name) for name in made["files"]}
    assert set(by_kind) == {".pdf", ".docx", ".xlsx"}
    with pypdfium2.PdfDocument(by_kind[".pdf"]) as pdf:
        assert len(pdf) == made["pages"]["pdf"]
    assert len(docx.Document(str(by_kind[".docx"])).paragraphs) > 20
    assert len(CalamineWorkbook.from_path(by_kind[".xlsx"]).sheet_names) > 1
    assert not list((tmp_path / "new" / "pack").glob(".*"))
    first = {path: path.read_bytes() for path in by_kind.values()}
    again = command("pack", forum_folder, "--out", tmp_path / "new" / "pack")
    second = {path.with_stem(f"{path.stem} v2") for path in first}
    assert {*again.out.splitlines()} == {f"Written: {path}" for path in second}
    assert {*(tmp_path / "new" / "pack").iterdir()} == {*first} | second
    assert {path: path.read_bytes() for path in first} == first


def test_a_pack_is_made_in_the_formats_named_each_once(
    command: Command, forum_folder: Path, tmp_path: Path
) -> None:
    named = ("--format", "md", "--format", "xlsx", "--format", "md")
    made = command("pack", forum_folder, "--out", tmp_path / "pack", *named, "--json").data
    assert sorted(Path(name).suffix for name in made["files"]) == [".md", ".xlsx"]
    assert len(list((tmp_path / "pack").iterdir())) == 2


def test_a_sound_forum_is_said_to_be_sound(command: Command, forum_folder: Path) -> None:
    assert command("check", forum_folder).out == "No damage found.\n"
    told = command("check", forum_folder, "--json").data
    assert (told["sound"], told["problems"], told["broken_entry"]) == (True, [], None)


def spoil_the_search_index(folder: Path) -> None:
    forum = opening.open_forum(folder, opening.with_passphrase(WORDS))
    with forum.workspace._writer.begin():
        forum.workspace._writer.exec_driver_sql(
            "INSERT INTO feedback_search (feedback_search) VALUES ('delete-all')"
        )
    forum.close()


def spoil_a_page(folder: Path) -> None:
    """Flip a bit in a page in the middle, which no opening reads."""
    flip(folder / "forum.db", (folder / "forum.db").stat().st_size // 2)


@pytest.mark.parametrize("spoil", [spoil_the_search_index, spoil_a_page])
def test_damage_is_one_sentence_and_an_exit_code_that_says_so(
    command: Command, forum_folder: Path, spoil: Callable[[Path], None]
) -> None:
    forum = opening.open_forum(forum_folder, opening.with_passphrase(WORDS))
    name = forum.workspace.back_up(Reason.ASKED).name
    forum.close()
    spoil(forum_folder)
    said, told = command("check", forum_folder), command("check", forum_folder, "--json")
    assert (said.code, told.code, said.out) == (2, 2, "")
    assert said.err == told.err
    assert said.err.count("\n") == 1
    assert said.err.startswith("Part of this file is damaged. Nothing was changed by looking. The ")
    assert f"backups/{name}" in said.err
    assert not told.data["sound"]
    assert " ".join(told.data["words"]) == said.err.rstrip()


def test_a_copy_of_the_forum_is_made_before_each_import(
    command: Command, forum_folder: Path, tmp_path: Path
) -> None:
    export = tmp_path / "answers.csv"
    forms_export(export, 20, seed=5)
    command("import", forum_folder, export, "--survey", "Autumn", "--dry-run")
    assert backup.listed(ForumFolder(forum_folder)) == []
    for _ in range(2):
        command("import", forum_folder, export, "--survey", "Autumn")
    after, before = backup.listed(ForumFolder(forum_folder))
    assert (before.reason, after.reason) == (Reason.IMPORT, Reason.IMPORT)
    assert before.head is not None
    assert after.head is not None
    assert after.head.save == before.head.save + 1
    assert after.head.counts["feedback"] > before.head.counts["feedback"] == 25


def test_a_damaged_file_takes_no_import(command: Command, forum_folder: Path) -> None:
    spoil_a_page(forum_folder)
    before = files(forum_folder)
    said = command("import", forum_folder, samples.survey_file(), "--survey", "Autumn")
    assert (said.code, said.out) == (2, "")
    assert said.err.startswith("Part of this file is damaged.")
    assert "There is no good backup." in said.err
    assert files(forum_folder) == before


def test_two_copies_in_one_folder_are_told(command: Command, forum_folder: Path) -> None:
    shutil.copy(forum_folder / "forum.db", forum_folder / "forum (1).db")
    (told,) = command("check", forum_folder, "--json").data["warnings"]
    assert told.startswith("There are two copies in this folder: forum.db and forum (1).db.")
    assert command("search", forum_folder, "taxi").err == f"{told}\n"
    assert told in command("check", forum_folder).out


def test_an_older_copy_is_said_to_be_older(command: Command, forum_folder: Path) -> None:
    command("check", forum_folder)
    old = (forum_folder / "forum.db").read_bytes()
    command("import", forum_folder, samples.survey_file(), "--survey", "Autumn")
    (forum_folder / "forum.db").write_bytes(old)
    said = command("check", forum_folder, "--json")
    told = said.data
    assert not told["sound"]
    assert (said.code, said.err) == (2, f"{told['words'][0]}\n")
    (word,) = told["words"]
    before, after = re.findall(r"from \d+ \w+ \d{4}, \d\d:\d\d, with (\d+) comments", word)
    assert int(before) < int(after)
    assert word.startswith(
        "This copy is older than the one you last used here: 1 change is missing. It is from "
    )
    assert word.endswith(". Did you mean to open an old copy?")


def test_another_history_is_said_to_be_another(command: Command, forum_folder: Path) -> None:
    old = (forum_folder / "forum.db").read_bytes()
    command("import", forum_folder, samples.survey_file(), "--survey", "Autumn")
    other = (forum_folder / "forum.db").read_bytes()
    (forum_folder / "forum.db").write_bytes(old)
    forum = opening.open_forum(forum_folder, opening.with_passphrase(WORDS))
    forum.accept()
    forum.close()
    command("import", forum_folder, samples.survey_file(), "--survey", "Another title")
    (forum_folder / "forum.db").write_bytes(other)
    said = command("check", forum_folder)
    assert (said.code, said.out) == (2, "")
    assert said.err == "This file is not the one you last used here. Ask who else has used it.\n"
    assert command("search", forum_folder, "taxi").err == said.err


def test_a_backup_is_refused_with_the_way_to_restore_it(
    command: Command, forum_folder: Path
) -> None:
    forum = opening.open_forum(forum_folder, opening.with_passphrase(WORDS))
    copy = forum.workspace.back_up(Reason.ASKED).folder.path
    forum.close()
    before = files(forum_folder)
    said = command("search", copy, "taxi")
    assert (said.code, said.out) == (2, "")
    assert said.err.startswith(f"This is a copy of {forum_folder.name} made on ")
    assert "choose Open from another folder" in said.err
    assert files(forum_folder) == before
