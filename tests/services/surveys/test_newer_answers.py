"""What a newer export says otherwise, found without changing anything."""

from pathlib import Path

from pcf_desktop.importers.surveys import read
from pcf_desktop.progress import silent
from pcf_desktop.services.surveys import importing, newer_answers, responses, targets
from pcf_desktop.services.surveys.newer_answers import Change, Known
from pcf_desktop.workspace import Workspace

HEADINGS = "Response ID,How old is your child?,What most needs to change for you?"
FIRST = ["1,0 to 4,It takes far too long", "2,5 to 10,Nobody rings us back", "3,0 to 4,"]


def export(path: Path, rows: list[str]) -> Path:
    path.write_text("\n".join([HEADINGS, *rows]) + "\n", "utf-8")
    return path


def changes(workspace: Workspace, tmp_path: Path, second: list[str]) -> list[Change]:
    sheet = read(export(tmp_path / "a.csv", FIRST))
    source = importing.Source("a.csv", "0" * 64)
    with workspace.change("import") as session:
        importing.import_survey(session, sheet, "A", source, silent)
        target = targets.find(session, sheet, "A")
        digests = [responses.digest(target, row) for row in sheet.responses()]
    later = read(export(tmp_path / "b.csv", second), sheet.profile())
    known = [
        Known(place, digest, row)
        for place, (digest, row) in enumerate(zip(digests, later.responses(), strict=True), 1)
    ]
    with workspace.read() as session:
        return newer_answers.find(session, targets.find(session, later, "A"), known)


def test_nothing_is_found_where_nothing_changed(workspace: Workspace, tmp_path: Path) -> None:
    assert changes(workspace, tmp_path, FIRST) == []


def test_each_change_names_its_questions(workspace: Workspace, tmp_path: Path) -> None:
    second = ["1,5 to 10,It takes far too long", FIRST[1], "3,5 to 10,More time please"]
    first, third = changes(workspace, tmp_path, second)
    age, change = HEADINGS.split(",")[1:]
    assert (first.response_id, first.questions, first.new) == (1, (age,), ())
    assert (third.response_id, third.questions) == (3, (age, change))
    assert [words for _, words in third.new] == ["More time please"]
