"""The command line: thin over the same services as the window.

Exit codes: 0 done; 2 the person can mend it, one sentence on stderr; 1 our fault.
"""

import argparse
import json
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from pcf_desktop import __version__, commands, logs, reading_commands
from pcf_desktop.answer import Answer
from pcf_desktop.errors import UserError
from pcf_desktop.progress import Cancelled

DONE, FAULT, MENDABLE = 0, 1, 2

OUR_FAULT = (
    "Something went wrong in the program. Your data is as it was before this command. "
    "The log says where; it holds none of your data."
)


def main(arguments: Sequence[str]) -> int:
    """Run one command and return its exit code.

    Where whoever read the answer has stopped (as `| head -1` does), the rest is not said.
    """
    try:
        try:
            return _run(arguments)
        finally:
            sys.stdout.flush()
    except BrokenPipeError:
        _say_no_more()
        return DONE


def _say_no_more() -> None:
    """Send what Python still wants to write on its way out where nobody reads it."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    for stream in (sys.stdout, sys.stderr):
        os.dup2(nowhere, stream.fileno())
    os.close(nowhere)


def _run(arguments: Sequence[str]) -> int:
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    wanted = _parser().parse_args(arguments)
    logs.begin()
    try:
        answer: Answer = wanted.run(wanted)
        if wanted.json or not answer.fault:
            _print(answer, as_json=wanted.json)
    except UserError as error:
        return _say(str(error), MENDABLE)
    except (Cancelled, KeyboardInterrupt):
        return _say("Stopped. Nothing was changed.", MENDABLE)
    except BrokenPipeError:
        raise
    except Exception as error:  # noqa: BLE001  # whatever it is, it is ours, and is logged as such
        logs.note_fault(error)
        return _say(OUR_FAULT, FAULT)
    return _say(answer.fault, MENDABLE) if answer.fault else DONE


def _print(answer: Answer, *, as_json: bool) -> None:
    if answer.rows is not None:
        for row in answer.rows:
            sys.stdout.write(json.dumps(row, ensure_ascii=False) + "\n")
    elif as_json:
        sys.stdout.write(json.dumps(answer.data, ensure_ascii=False, indent=2, default=str) + "\n")
    else:
        sys.stdout.writelines(f"{line}\n" for line in answer.words)


def _say(sentence: str, code: int) -> int:
    sys.stderr.write(sentence + "\n")
    return code


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="pcf-desktop",
        description="What families say, linked to an inspection's priorities. Offline.",
        epilog=f"The passphrase is asked for, or read from {commands.PASSPHRASE}. "
        "Without a command the window opens.",
    )
    parser.add_argument("--version", action="version", version=__version__)
    found = parser.add_subparsers(title="commands", required=True, metavar="COMMAND")
    _forum_commands(found)
    _reading_commands(found)
    return parser


def _forum_commands(found: Any) -> None:
    demo = _add(found, "demo", "make a made-up forum and its pack in a folder", commands.demo)
    demo.add_argument("folder", type=Path, metavar="DIR")
    demo.add_argument("--window", action="store_true", help="open the window at the end")
    new = _add(found, "new", "make a forum", commands.new)
    new.add_argument("folder", type=Path)
    new.add_argument("--name", default="", help="the forum's name")
    new.add_argument("--area", default="", help="the local area")
    new.add_argument("--sample", choices=commands.SAMPLES, help="fill it with made-up families")
    survey = _add(found, "import", "bring in a survey export", commands.import_survey)
    survey.add_argument("folder", type=Path)
    survey.add_argument("file", type=Path)
    survey.add_argument("--survey", default="", metavar="TITLE", help="a new or known survey")
    survey.add_argument("--profile", default="", metavar="NAME", help="a kept way of matching")
    survey.add_argument("--dry-run", action="store_true", help="count only, write nothing")
    search = _add(found, "search", "find feedback with all of these words", commands.search)
    search.add_argument("folder", type=Path)
    search.add_argument("words", nargs="+")
    pack = _add(found, "pack", "make an evidence pack as PDF, Word and Excel", commands.pack)
    pack.add_argument("folder", type=Path)
    pack.add_argument("--out", type=Path, required=True, metavar="DIR")
    check = _add(found, "check", "check a forum file for damage", commands.check)
    check.add_argument("folder", type=Path)


def _reading_commands(found: Any) -> None:
    letter = _add(found, "letter", "read an inspection letter", reading_commands.letter)
    letter.add_argument("file", help="PDF, DOCX, TXT or HTML; - for standard input")
    survey = _add(found, "survey", "say what a survey export holds", reading_commands.survey)
    survey.add_argument("file", type=Path)
    survey.add_argument("--answers", action="store_true", help="one JSON object per response")
    plan = _add(found, "plan", "read the action tables of a plan", reading_commands.plan)
    plan.add_argument("file", type=Path)
    counts = _add(found, "statistics", "read published counts", reading_commands.statistics)
    counts.add_argument("file", type=Path)
    counts.add_argument("--area", required=True)
    counts.add_argument("--year", default="")


def _add(
    found: Any, name: str, words: str, run: Callable[[argparse.Namespace], Answer]
) -> argparse.ArgumentParser:
    parser: argparse.ArgumentParser = found.add_parser(name, help=words, description=words)
    parser.add_argument("--json", action="store_true", help="answer as JSON")
    parser.set_defaults(run=run)
    return parser
