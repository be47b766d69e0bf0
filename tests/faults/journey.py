"""A day's work with words that must be nowhere in clear, ended by a crash: `python -m …`."""

import argparse
import os
import signal
import sys
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import Any, NoReturn

from pcf_desktop import cli, logs
from pcf_desktop.errors import UserError
from pcf_desktop.progress import Cancelled, silent
from pcf_desktop.records import Draft, Feedback
from pcf_desktop.services.feedback import search
from pcf_desktop.services.packs import exporting, packs
from pcf_desktop.services.samples import samples
from pcf_desktop.workspace import opening
from pcf_desktop.workspace.backup import Reason
from pcf_desktop.workspace.envelope import Cost
from pcf_desktop.workspace.opening import OpenForum
from tests.commanding import WORDS

WRITTEN: list[str] = []


def heard(event: str, given: tuple[Any, ...]) -> None:
    """Note each file that is opened for writing."""
    if event == "open" and isinstance(given[0], str) and given[2] & (os.O_WRONLY | os.O_RDWR):
        WRITTEN.append(os.path.realpath(given[0]))


def stop_when_all_formats_are_made(done: int, total: int) -> None:
    if done == total:
        raise Cancelled


def import_and_search(folder: Path, export: Path, words: list[str]) -> None:
    for arguments in (
        ["import", str(folder), str(export), "--survey", "Autumn"],
        ["search", str(folder), words[0], "--json"],
        ["search", str(folder), f'"{words[1]}', "NEAR(", "--json"],
    ):
        if cli.main(arguments):
            raise SystemExit(1)


def work(forum: OpenForum, words: list[str], out: Path) -> None:
    with forum.workspace.change("Log feedback") as session:
        session.add(Feedback(words=" ".join(words)))
    with forum.workspace.change("Keep a draft") as session:
        session.add(Draft(form="log", fields=" ".join(words)))
    forum.workspace.undo()
    forum.workspace.redo()
    forum.workspace.back_up(Reason.IMPORT, silent)
    with forum.workspace.read() as session:
        search.feedback_ids(session, words[2])
    with suppress(Cancelled):
        plan, today = packs.PackPlan(), date(2026, 3, 1)
        exporting.export(forum.workspace, plan, out, today, stop_when_all_formats_are_made)


def go_wrong(forum: OpenForum, words: list[str]) -> None:
    """Raise inside a change with the words in the message, as a careless library would."""
    for error in (ValueError(words[3]), KeyError(words[4]), UserError(words[5])):
        try:
            with forum.workspace.change("Go wrong") as session:
                session.add(Feedback(words=" ".join(words)))
                session.flush()
                raise error
        except (ValueError, KeyError, UserError) as raised:
            logs.note_fault(raised)


def crash(forum: OpenForum, words: list[str]) -> NoReturn:
    """Die in the middle of a change that has already reached the disk."""
    with forum.workspace.change("Log feedback") as session:
        session.add_all(Feedback(words=" ".join(words) * 400) for _ in range(400))
        session.flush()
        os.kill(os.getpid(), signal.SIGKILL)
    raise AssertionError


def main() -> None:
    """Do it all in the folders given."""
    parser = argparse.ArgumentParser()
    for name in ("folder", "export", "out", "words"):
        parser.add_argument(name, type=Path if name != "words" else str)
    given = parser.parse_args()
    words = given.words.split(",")
    sys.addaudithook(heard)
    opening.make(given.folder, WORDS, lambda s: samples.begin(s, "shropshire"), Cost(16))
    import_and_search(given.folder, given.export, words)
    logs.begin()
    forum = opening.open_forum(given.folder, opening.with_passphrase(WORDS))
    work(forum, words, given.out)
    go_wrong(forum, words)
    sys.stderr.write("\n".join(["", "written:", *WRITTEN]) + "\n")
    sys.stderr.flush()
    crash(forum, words)


if __name__ == "__main__":
    main()
