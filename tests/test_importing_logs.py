"""A log comes in by the same command as a survey, and is told from one by its columns."""

from pathlib import Path

from tests.commanding import Command
from tests.made_up_log import HEADINGS, rows, write
from tests.services.surveys.profile_survey import HEADINGS as ASKED
from tests.services.surveys.profile_survey import NEED, answers

COUNTS = ("read", "imported", "already_here", "changed", "skipped", "rejected")


def test_a_log_comes_in_once_by_the_command_of_surveys(
    command: Command, forum_folder: Path, tmp_path: Path
) -> None:
    body = rows(20)
    body[3][7] = "Autismm"
    path = write(tmp_path / "our log.csv", body)
    tried = command("import", forum_folder, path, "--dry-run", "--json").data
    first = command("import", forum_folder, path, "--json").data
    assert tried == first | {"dry_run": True}
    assert (first["kind"], [first[name] for name in COUNTS]) == ("log", [20, 20, 0, 0, 0, 0])
    assert first["columns"]["Email"] == "email"
    assert first["may_quote"] == {"quote": 8, "use": 4, "not_asked": 8}
    looks = {(each["list"], each["words"], each["likely"]) for each in first["words_to_look_at"]}
    assert ("need", "Autismm", "asd") in looks
    again = command("import", forum_folder, path, "--json").data
    assert [again[name] for name in COUNTS] == [20, 0, 20, 0, 0, 0]
    found = command("search", forum_folder, "waiting", "list", "--json").data
    assert found["count"] == 5
    assert command("search", forum_folder, "example").out.startswith("0 comments")


def test_a_person_can_say_what_a_file_is(
    command: Command, forum_folder: Path, tmp_path: Path
) -> None:
    path = write(tmp_path / "log.csv", rows(5))
    survey = command("import", forum_folder, path, "--kind", "survey", "--dry-run", "--json").data
    assert "survey" in survey
    sides = tuple("What is it?" if name == "Channel" else name for name in HEADINGS)
    other = write(tmp_path / "other.csv", [[*row] for row in rows(5)], sides)
    log = command("import", forum_folder, other, "--kind", "log", "--dry-run", "--json").data
    assert (log["kind"], log["imported"]) == ("log", 5)


def test_a_question_says_the_need_on_the_command_line(
    command: Command, forum_folder: Path, tmp_path: Path
) -> None:
    path = write(tmp_path / "who.csv", answers(40), ASKED)
    args = ("import", forum_folder, path, "--json", "--says")
    assert command(*args, f"need={NEED}").data["imported"] == 40
    refused = command(*args, "needs=What is it?")
    assert refused.code == 2
    assert "Write LIST=QUESTION" in refused.err
