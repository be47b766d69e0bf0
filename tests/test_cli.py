"""The command line: one sentence and a code for what goes wrong, and JSON for what goes well."""

import argparse
import errno
import json
import os
import signal
import stat
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import pcf_desktop
from pcf_desktop import cli, commands, paths, reading_commands
from pcf_desktop.answer import CommandAnswer
from pcf_desktop.services.samples import samples
from pcf_desktop.stopping import Stopped
from tests.commanding import WORDS, Command, files

COMMANDS = {"demo", "new", "import", "search", "pack", "check", "letter", "survey", "plan"} | {
    "statistics"
}


def subcommands() -> dict[str, argparse.ArgumentParser]:
    (found,) = (
        action
        for action in cli._parser()._actions
        if isinstance(action, argparse._SubParsersAction)
    )
    return dict(found.choices)


def test_every_command_takes_json_and_says_what_it_does() -> None:
    found = subcommands()
    assert set(found) == COMMANDS
    for parser in found.values():
        assert parser.description
        assert "--json" in parser.format_help()


@pytest.fixture
def picture(tmp_path: Path) -> Path:
    """A file that is nothing we read."""
    path = tmp_path / "picture.xlsx"
    path.write_bytes(b"\xff\xd8\xff\xe0\x00\x10JFIF" + bytes(range(256)))
    return path


@pytest.fixture
def text(tmp_path: Path) -> Path:
    """A text that is no survey."""
    path = tmp_path / "notes.csv"
    path.write_text("Dear all, the next meeting is on Tuesday.\n")
    return path


def mendable(forum: Path, picture: Path, text: Path, tmp: Path) -> Iterator[tuple[str | Path, ...]]:
    """Yield commands that a person can mend, each."""
    survey = samples.survey_file()
    own = ("--name", "N", "--area", "A")
    yield "new", tmp / "a", "--name", "Only a name"
    yield "new", tmp / "a", "--sample", "shropshire", "--name", "N"
    yield "new", tmp / "a", "--sample", "shropshire", "--area", "A"
    yield "new", forum, *own
    yield "new", forum / "backups" / "new", *own
    yield "new", "", *own
    yield "new", picture / "forum", *own
    yield "new", tmp / "Dropbox" / "forum", *own
    yield "import", tmp / "nothing", survey
    yield "import", forum, tmp / "nothing.xlsx"
    yield "import", forum, tmp
    yield "import", forum, picture
    yield "import", forum, text
    yield "import", forum, survey, "--profile", "Last year"
    yield "search", tmp / "nothing", "taxi"
    yield "search", picture, "taxi"
    yield "pack", forum, "--out", picture
    yield "pack", forum, "--out", ""
    yield "pack", forum, "--out", " "
    yield "pack", forum, "--out", picture / "pack"
    yield "check", tmp
    yield "demo", forum
    yield "demo", ""
    yield from mendable_files(picture, text, tmp)


def mendable_files(picture: Path, text: Path, tmp: Path) -> Iterator[tuple[str | Path, ...]]:
    """Yield commands that only read, and that a person can mend, each."""
    yield "letter", ""
    yield "letter", picture
    yield "letter", tmp / "nothing.pdf"
    yield "survey", picture
    yield "survey", text
    yield "plan", picture
    yield "plan", text
    yield "statistics", text, "--area", "Shropshire"
    yield "statistics", tmp / "nothing.csv", "--area", "Shropshire"


def test_what_can_be_mended_is_one_sentence_and_changes_nothing(
    command: Command,
    forum_folder: Path,
    picture: Path,
    text: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    (tmp_path / "Dropbox").mkdir()
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")
    before = files(forum_folder)
    tried = 0
    for arguments in mendable(forum_folder, picture, text, tmp_path):
        said = command(*arguments)
        assert (said.code, said.out) == (2, ""), arguments
        assert said.err.count("\n") == 1, arguments
        assert said.err.rstrip().endswith("."), arguments
        assert "Traceback" not in said.err
        tried += 1
    assert tried == 32
    assert files(forum_folder) == before
    assert not (tmp_path / "nothing").exists()
    assert not (tmp_path / "a").exists()
    assert list((tmp_path / "here").iterdir()) == []
    assert not (paths.logs() / "pcf-desktop.log").read_text()


def test_what_would_be_ignored_is_refused(command: Command, tmp_path: Path) -> None:
    said = command("new", tmp_path / "a", "--sample", "shropshire", "--name", "Our forum")
    assert said.err == (
        "A made-up forum has a name and an area of its own. Nothing was made. "
        "Leave out --name and --area, or leave out --sample for a forum of your own.\n"
    )
    assert command("pack", tmp_path, "--out", "").err == (
        "The name given for a file or folder is empty. Nothing was changed. "
        "Write its name; a full stop stands for the folder you are in.\n"
    )


def test_a_wrong_passphrase_is_told_and_a_missing_one_too(
    command: Command, forum_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = files(forum_folder)
    monkeypatch.setenv("PCF_PASSPHRASE", "not these four words")
    said = command("search", forum_folder, "taxi")
    assert said.code == 2
    assert said.err == (
        "This passphrase does not match. Your data is safe. "
        "Check Caps Lock, or use your recovery sheet.\n"
    )
    monkeypatch.delenv("PCF_PASSPHRASE")
    monkeypatch.setattr(sys, "stdin", Path(os.devnull).open())  # noqa: SIM115 - closed with sys
    said = command("search", forum_folder, "taxi")
    sys.stdin.close()
    assert said.code == 2
    assert said.err.startswith("A passphrase is needed, and there is nobody to ask.")
    assert files(forum_folder) == before


def test_a_passphrase_is_asked_for_where_somebody_can_type(
    command: Command, forum_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def answer(prompt: str) -> str:
        asked.append(prompt)
        return WORDS

    monkeypatch.delenv("PCF_PASSPHRASE")
    monkeypatch.setattr("sys.stdin.isatty", lambda: True, raising=False)
    monkeypatch.setattr("getpass.getpass", answer)
    assert command("search", forum_folder, "taxi").code == 0
    assert asked == ["Passphrase: "]


CANARY = "Quetzalbrook"


def test_our_own_fault_is_one_sentence_and_its_message_is_in_no_log(
    command: Command, forum_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_wanted: argparse.Namespace) -> CommandAnswer:
        raise ValueError(f"could not read: {CANARY}")

    monkeypatch.setattr(commands, "search", fail)
    said = command("search", forum_folder, CANARY)
    assert (said.code, said.out, said.err) == (1, "", cli.our_fault() + "\n")
    assert str(paths.logs()) in said.err
    log = (paths.logs() / "pcf-desktop.log").read_text()
    assert "ERROR ValueError" in log
    assert "in fail" in log
    assert CANARY not in log


@pytest.mark.parametrize("stopped", [KeyboardInterrupt(), Stopped(signal.SIGINT)])
def test_what_is_stopped_says_so(
    command: Command, monkeypatch: pytest.MonkeyPatch, stopped: KeyboardInterrupt
) -> None:
    def stop(_wanted: argparse.Namespace) -> CommandAnswer:
        raise stopped

    monkeypatch.setattr(reading_commands, "plan", stop)
    said = command("plan", "x.csv")
    assert (said.code, said.err) == (2, "Stopped. Nothing was changed.\n")


def test_words_no_encoding_knows_do_not_break_the_answer(command: Command, tmp_path: Path) -> None:
    said = command("letter", tmp_path / "half \udcff.pdf")
    assert said.code == 2


@pytest.mark.parametrize(
    "wrong",
    [
        ["nothing"],
        ["search"],
        ["pack", "x"],
        ["pack", "x", "--out", "y", "--format", "odt"],
        ["new", "x", "--sample", "-"],
    ],
)
def test_a_command_that_is_none_exits_with_two(
    wrong: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as left:
        cli.main(wrong)
    assert left.value.code == 2
    assert "usage: pcf-desktop" in capsys.readouterr().err


def shell(
    *arguments: str | Path, home: Path, given: str | None = WORDS
) -> subprocess.CompletedProcess[str]:
    """Run a command in a process of its own, whose home is a folder of the test."""
    environment = {**os.environ, "HOME": str(home), "QT_QPA_PLATFORM": "offscreen"}
    environment = {k: v for k, v in environment.items() if not k.startswith(("XDG_", "PCF_"))}
    if given is not None:
        environment["PCF_PASSPHRASE"] = given
    return subprocess.run(  # noqa: S603 - our own interpreter
        [sys.executable, "-m", "pcf_desktop", *map(str, arguments)],
        env=environment, capture_output=True, text=True, encoding="utf-8", check=False,
        stdin=subprocess.DEVNULL, timeout=120, cwd=Path(pcf_desktop.__file__).parents[1],
    )  # fmt: skip


@pytest.mark.slow
def test_the_shell_sees_codes_answers_and_sentences(forum_folder: Path, tmp_path: Path) -> None:
    found = shell("search", forum_folder, "taxi", "--json", home=tmp_path)
    assert (found.returncode, found.stderr) == (0, "")
    assert json.loads(found.stdout)["count"] >= 0
    wrong = shell("search", forum_folder, "taxi", home=tmp_path, given="not these four words")
    assert (wrong.returncode, wrong.stdout) == (2, "")
    assert wrong.stderr.startswith("This passphrase does not match.")
    nobody = shell("check", forum_folder, home=tmp_path, given=None)
    assert nobody.returncode == 2
    assert nobody.stderr.startswith("A passphrase is needed")
    version = shell("--version", home=tmp_path)
    assert version.stdout.strip() == pcf_desktop.__version__
    logs = [path for path in tmp_path.rglob("*.log") if path.is_file()]
    assert [stat.S_IMODE(path.stat().st_mode) for path in logs] == [0o600]


@pytest.mark.slow
def test_a_command_loads_nothing_of_the_window(tmp_path: Path) -> None:
    code = (
        "import sys; from pcf_desktop import cli; cli.main(['plan', 'x']); "
        "sys.exit(any(name.startswith(('PySide6', 'shiboken6')) for name in sys.modules))"
    )
    ran = subprocess.run(  # noqa: S603 - our own interpreter
        [sys.executable, "-c", code], check=False, capture_output=True,
        env={**os.environ, "HOME": str(tmp_path)},
    )  # fmt: skip
    assert ran.returncode == 0


@pytest.mark.parametrize(
    "arguments",
    [
        ("survey", "{survey}", "--answers"),
        ("survey", "{survey}", "--json"),
        ("survey", "{survey}"),
        ("letter", "{letter}", "--json"),
        ("letter", "{picture}"),
        ("--help",),
    ],
    ids=" ".join,
)
def test_a_reader_that_goes_away_ends_a_command_quietly(
    picture: Path, tmp_path: Path, arguments: tuple[str, ...]
) -> None:
    letter = tmp_path / "letter.txt"
    letter.write_text("Joint local area SEND inspection in Shropshire.\n")
    given = {"survey": samples.survey_file(), "letter": letter, "picture": picture}
    nobody, pipe = os.pipe()
    os.close(nobody)
    try:
        done = subprocess.run(  # noqa: S603  # the program itself
            [sys.executable, "-m", "pcf_desktop", *(each.format(**given) for each in arguments)],
            stdout=pipe,
            stderr=pipe if "{picture}" in arguments else subprocess.PIPE,
            text=True,
            check=False,
            timeout=60,
        )
    finally:
        os.close(pipe)
    assert done.returncode == cli.DONE
    assert not done.stderr


FULL = Path("/dev/full")


@pytest.mark.skipif(not FULL.exists(), reason="needs a device that is always full")
@pytest.mark.parametrize(
    "arguments",
    [
        ("survey", "{survey}", "--answers"),
        ("survey", "{survey}", "--json"),
        ("survey", "{survey}"),
        ("letter", "{letter}", "--json"),
        ("search", "{forum}", "taxi"),
        ("--help",),
    ],
    ids=" ".join,
)
@pytest.mark.parametrize("both", [False, True], ids=["the answer alone", "and what is said"])
def test_an_answer_that_a_full_disk_does_not_take_is_said(
    forum_folder: Path, tmp_path: Path, arguments: tuple[str, ...], *, both: bool
) -> None:
    letter = tmp_path / "letter.txt"
    letter.write_text("Joint local area SEND inspection in Shropshire.\n")
    given = {"survey": samples.survey_file(), "letter": letter, "forum": forum_folder}
    environment = {**os.environ, "HOME": str(tmp_path), "PCF_PASSPHRASE": WORDS}
    environment.pop("PYTHONUNBUFFERED", None)  # a short answer is written at the very end
    with FULL.open("w") as full:
        done = subprocess.run(  # noqa: S603  # the program itself
            [sys.executable, "-m", "pcf_desktop", *(each.format(**given) for each in arguments)],
            env=environment,
            stdout=full,
            stderr=full if both else subprocess.PIPE,
            text=True,
            check=False,
            timeout=60,
        )
    assert done.returncode == cli.MENDABLE
    assert done.stderr == (
        None
        if both
        else "The answer could not be written whole: the disk is full. What the command has done "
        "stands. Make some room, or have the answer written elsewhere.\n"
    )


def test_what_a_command_could_not_read_is_no_fault_of_its_answer(
    command: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    def rows() -> Iterator[dict[str, str]]:
        yield {"row": "1"}
        raise OSError(errno.ENOSPC, "on another disk")

    monkeypatch.setattr(reading_commands, "survey", lambda _wanted: CommandAnswer({}, (), rows()))
    said = command("survey", "answers.csv")
    assert (said.code, said.err) == (1, cli.our_fault() + "\n")
