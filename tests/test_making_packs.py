"""The command that makes a pack answers with its messages and findings, and never half a file."""

from contextlib import closing
from pathlib import Path

import pytest

from pcf_desktop.workspace import opening
from tests.commanding import WORDS, Command
from tests.services.heard_feedback import say
from tests.services.sample_feedback import priority


def speak(folder: Path, title: str, **stances: int) -> None:
    forum = opening.open_forum(folder, opening.with_passphrase(WORDS))
    with closing(forum), forum.workspace.change("Say") as session:
        about = priority(session, title)
        for stance, families in stances.items():
            for _ in range(families):
                say(session, about, stance)


@pytest.mark.slow
def test_messages_and_findings_are_answered_and_a_reason_lets_the_pack_go(
    command: Command, forum_folder: Path, tmp_path: Path
) -> None:
    made = command("pack", forum_folder, "--out", tmp_path / "a", "--format", "md", "--json").data
    assert {"priority", "words", "base"} == set(made["messages"][0])
    speak(forum_folder, "Waits", worse=12)
    again = "pack", forum_folder, "--out", tmp_path / "b", "--format", "md", "--json"
    refused = command(*again)
    assert refused.code == 2
    assert "Waits: all 12 say the same." in refused.err
    assert {"what": "Waits: all 12 say the same.", "blocks": False}.items() <= refused.data[
        "findings"
    ][0].items()
    assert refused.data["files"] == []
    assert not (tmp_path / "b").exists()
    taken = command(*again, "--accept", "They agreed at the meeting")
    assert taken.code == 0
    assert len(taken.data["files"]) == 1


def test_a_period_and_priorities_are_chosen(
    command: Command, forum_folder: Path, tmp_path: Path
) -> None:
    out = "--out", tmp_path / "pack", "--format", "md"
    named = "--priorities", "1, 3", "--from", "2021-09-01", "--to", "2021-10-31"
    (made,) = command("pack", forum_folder, *out, *named, "--json").data["files"]
    text = Path(made).read_text("utf-8")
    assert "Priority 1:" in text
    assert "Priority 3:" in text
    assert "Priority 2, " in text  # among what is left out
    assert "1 September 2021 to 31 October 2021" in text


@pytest.mark.parametrize(
    ("named", "said"),
    [
        (
            ("--priorities", "1,77"),
            "No priority has the number 77. Nothing was made. The numbers are",
        ),
        (("--priorities", " ,"), "No priority is named. Nothing was made."),
        (("--from", "1/9/2021"), "A day is written as year, month and day."),
    ],
)
def test_what_is_not_there_is_said_and_nothing_is_made(
    command: Command, forum_folder: Path, tmp_path: Path, named: tuple[str, str], said: str
) -> None:
    refused = command("pack", forum_folder, "--out", tmp_path / "pack", *named)
    assert refused.code == 2
    assert refused.err.startswith(said)
    assert not (tmp_path / "pack").exists()
