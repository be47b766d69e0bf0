"""What an import on the command line says of answers that say nothing, and of who sent what."""

from pathlib import Path

from tests.commanding import Command

ROWS = [
    "Response ID,What most needs to change?,Anything else?",
    '1,"[12/03/2025, 19:02] Jane Bloggs: It takes far too long",No',
    "2,n/a,Nothing",
    "3,Nobody ever rings us back about the plan,.",
    "4,Dim byd,We all love the nursery in our village",
]


def test_they_are_counted_and_listed_and_no_name_is_told(
    command: Command, forum_folder: Path, tmp_path: Path
) -> None:
    path = tmp_path / "spring.csv"
    path.write_text("\n".join(ROWS), "utf-8")
    arguments = ("import", forum_folder, path, "--survey", "Spring", "--dry-run")
    data = command(*arguments, "--json").data
    assert (data["imported"], data["comments"], data["no_comments"]) == (4, 3, 5)
    assert sorted(each["words"] for each in data["set_aside"]) == sorted(
        ["No", "n/a", "Nothing", ".", "Dim byd"]
    )
    assert any("1 comment begins with who sent it" in each for each in data["warnings"])
    said = command(*arguments).out
    assert "Set aside as no comments: 5 answers, as " in said
    assert "Jane" not in said
