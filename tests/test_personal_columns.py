"""Columns of an import that may say who somebody is: left out and told, or kept if wanted."""

from pathlib import Path

import pytest

from pcf_desktop.workspace import opening
from pcf_desktop.workspace.envelope import Cost
from tests.commanding import Command

EXPORT = """Submission Date,Name of child,Postcode and area,Name of school,What would help?
2026-01-10 10:00:00,Pip Archer,"SY1 2AB, Castlefields",Oak Primary,A reply within a week
2026-01-11 10:00:00,Ned Baker,"SY3 8DE, Belle Vue",Elm Primary,Someone who knows zebras
2026-01-12 10:00:00,Zygfryda Wolska,"SY2 5XX, Monkmoor",Oak Primary,Fewer forms to fill in
"""


@pytest.fixture
def export(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    make = opening.make
    monkeypatch.setattr(
        opening, "make", lambda path, words, fill: make(path, words, fill, Cost(16))
    )
    path = tmp_path / "answers.csv"
    path.write_text(EXPORT, encoding="utf-8")
    return path


def _about(warnings: list[str], words: str) -> list[str]:
    return [each for each in warnings if f"\u201c{words}\u201d" in each and "who somebody" in each]


def test_they_are_left_out_and_each_is_told(
    command: Command, forum_folder: Path, export: Path
) -> None:
    said = command("import", forum_folder, export, "--survey", "A", "--json").data["warnings"]
    for words in ("Name of child", "Postcode and area"):
        assert f'--keep "{words}" keeps it' in "".join(_about(said, words))
    assert not _about(said, "Name of school")
    assert command("search", forum_folder, "Archer", "--json").data["count"] == 0
    assert command("search", forum_folder, "zebras", "--json").data["count"] > 0


def test_a_column_that_is_wanted_is_kept_and_said_the_next_time_too(
    command: Command, forum_folder: Path, export: Path
) -> None:
    bring = ("import", forum_folder, export, "--survey", "A", "--json")
    said = command(*bring, "--keep", "name of child").data["warnings"]
    assert "is kept, as was said" in "".join(_about(said, "Name of child"))
    assert "left out" in "".join(_about(said, "Postcode and area"))
    assert command("search", forum_folder, "Archer", "--json").data["count"] == 0
    assert "is kept" in "".join(_about(command(*bring).data["warnings"], "Name of child"))


def test_a_column_that_there_is_not_is_said_and_nothing_comes_in(
    command: Command, forum_folder: Path, export: Path
) -> None:
    refused = command("import", forum_folder, export, "--survey", "A", "--keep", "Nickname")
    assert refused.code == 2
    assert "no column \u201cNickname\u201d" in refused.err
    assert command("search", forum_folder, "zebras", "--json").data["count"] == 0


def test_a_form_of_names_alone_is_recognised_and_brings_nothing(
    command: Command, forum_folder: Path, tmp_path: Path
) -> None:
    path = tmp_path / "names.csv"
    path.write_text(
        "ID,Start time,Completion time,Email,Name,First name\n"
        "1,13/01/2026 10:00,13/01/2026 10:01,anonymous,anonymous,Pat\n"
        "2,14/01/2026 10:00,14/01/2026 10:01,anonymous,anonymous,Sam\n",
        encoding="utf-8",
    )
    found = command("survey", path, "--json").data
    assert found["tool"] == "microsoft_forms"
    assert "holds names and addresses only" in "".join(found["warnings"])
    refused = command("import", forum_folder, path, "--survey", "B")
    assert refused.code == 2
    assert "names and addresses only" in refused.err
