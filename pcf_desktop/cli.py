"""The command line: thin over the same services as the window.

Exit codes: 0 done; 2 the person can mend it, one sentence on stderr; 1 our fault; 128 and the
signal's number where a closed terminal or the computer ended it, as shells count.
"""

import argparse
import errno
import json
import os
import signal
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, TextIO

from pcf_desktop import (
    __version__,
    commands,
    import_doubts,
    importing_logs,
    logs,
    making_packs,
    paths,
    reading_commands,
    stopping,
)
from pcf_desktop.answer import CommandAnswer
from pcf_desktop.errors import NO_SPACE, UserError
from pcf_desktop.services.surveys import about_family
from pcf_desktop.stopping import Stop, Stopped

DONE, FAULT, MENDABLE = 0, 1, 2
ENDED = 128
"""And the number of the signal that ended the command."""


class _NotWritten(Exception):
    """What the command had to say could not be written, for the reason it is raised from."""


def main(arguments: Sequence[str]) -> int:
    """Run one command and return its exit code.

    Where whoever read the answer has stopped (as `| head -1` does), the rest is not said.
    """
    try:
        try:
            with stopping.heard() as stop:
                return _run(arguments, stop)
        finally:
            sys.stdout.flush()
    except BrokenPipeError:
        _say_no_more()
        return DONE
    except (OSError, _NotWritten) as error:  # a command's own OSError does not come this far
        return _not_written(error)


def _not_written(error: Exception) -> int:
    """Say that the answer could not be written; what stands half written cannot be trusted."""
    reason = error.__cause__ if isinstance(error, _NotWritten) else error
    number = reason.errno if isinstance(reason, OSError) else None
    why = "the disk is full" if number in NO_SPACE else os.strerror(number or errno.EIO).lower()
    _say_no_more(sys.stdout)
    try:
        _say(
            f"The answer could not be written whole: {why}. What the command has done stands. "
            "Make some room, or have the answer written elsewhere.",
            MENDABLE,
        )
        sys.stderr.flush()
    except OSError:  # what is said here goes to the same full disk
        _say_no_more()
    return MENDABLE


def _say_no_more(*streams: TextIO) -> None:
    """Send what Python still wants to write on its way out where nobody reads it."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    for stream in streams or (sys.stdout, sys.stderr):
        os.dup2(nowhere, stream.fileno())
    os.close(nowhere)


def _run(arguments: Sequence[str], stop: Stop) -> int:
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    try:
        wanted = _parser().parse_args(arguments, argparse.Namespace(stop=stop))
        logs.begin()
        return _answer(wanted.run(wanted), as_json=wanted.json)
    except UserError as error:
        return _say(str(error), MENDABLE)
    except KeyboardInterrupt as wish:  # a bare one is typed where Windows asks for a passphrase
        return _stopped(wish if isinstance(wish, Stopped) else Stopped(signal.SIGINT))
    except (BrokenPipeError, _NotWritten):
        raise
    except Exception as error:  # noqa: BLE001  # whatever it is, it is ours, and is logged as such
        logs.note_fault(error)
        return _say(our_fault(), FAULT)


def _answer(answer: CommandAnswer, *, as_json: bool) -> int:
    if as_json or not answer.fault:
        _print(answer, as_json=as_json)
    return _say(answer.fault, MENDABLE) if answer.fault else DONE


def our_fault() -> str:
    """Return the sentence for what is no fault of the person's."""
    return (
        "Something went wrong in the program. All that was saved before is safe. "
        f"The log in the folder {paths.logs()} says where; it holds none of your data."
    )


def _print(answer: CommandAnswer, *, as_json: bool) -> None:
    if answer.rows is not None:
        for row in answer.rows:
            _write(json.dumps(row, ensure_ascii=False))
    elif as_json:
        _write(json.dumps(answer.data, ensure_ascii=False, indent=2, default=str))
    else:
        for line in answer.words:
            _write(line)


def _write(line: str) -> None:
    try:
        sys.stdout.write(f"{line}\n")
    except BrokenPipeError:
        raise
    except OSError as error:
        raise _NotWritten from error


def _stopped(stopped: Stopped) -> int:
    try:
        _say(f"Stopped. {stopped.left}", MENDABLE)
    except OSError:  # a terminal that was closed takes no more words
        _say_no_more()
    return MENDABLE if stopped.number == signal.SIGINT else ENDED + stopped.number


def _say(sentence: str, code: int) -> int:
    sys.stderr.write(sentence + "\n")
    return code


def _named(words: str) -> str:
    if not words.strip():
        raise UserError(
            "The name given for a file or folder is empty.",
            "Nothing was changed.",
            "Write its name; a full stop stands for the folder you are in.",
        )
    return words


def _place(words: str) -> Path:
    """Return a file or folder; no name at all would be the folder one is in."""
    return Path(_named(words))


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
    demo.add_argument("folder", type=_place, metavar="DIR")
    demo.add_argument("--window", action="store_true", help="open the window at the end")
    new = _add(found, "new", "make a forum", commands.new)
    new.add_argument("folder", type=_place)
    new.add_argument("--name", default="", help="the forum's name")
    new.add_argument("--area", default="", help="the local area")
    new.add_argument("--sample", choices=commands.SAMPLES, help="fill it with made-up families")
    survey = _add(found, "import", "bring in a survey export, or a log", commands.import_survey)
    survey.add_argument("folder", type=_place)
    survey.add_argument("file", type=_place)
    survey.add_argument("--survey", default="", metavar="TITLE", help="a new or known survey")
    survey.add_argument("--profile", default="", metavar="NAME", help="a kept way of matching")
    survey.add_argument(
        "--kind",
        choices=[importing_logs.LOG, importing_logs.SURVEY],
        help="what the file is; without it, its columns tell",
    )
    survey.add_argument(
        "--says",
        action="append",
        default=[],
        metavar="LIST=QUESTION",
        help=f"what a question says of the family ({', '.join(about_family.LISTS)}); as often "
        "as wanted",
    )
    survey.add_argument(
        "--keep",
        action="append",
        default=[],
        metavar="COLUMN",
        help="keep a column that may say who somebody is, as answers and never as comments; as "
        "often as wanted",
    )
    import_doubts.add_flags(survey)
    survey.add_argument("--dry-run", action="store_true", help="count only, write nothing")
    survey.add_argument(
        "--rejected",
        type=_place,
        metavar="FILE",
        help="save the rows left out as a new CSV file, which is not encrypted",
    )
    search = _add(found, "search", "find feedback with all of these words", commands.search)
    search.add_argument("folder", type=_place)
    search.add_argument("words", nargs="+")
    usual = ", ".join(commands.FORMATS[each].name for each in commands.USUAL)
    pack = _add(found, "pack", f"make an evidence pack ({usual}, or as told)", commands.pack)
    pack.add_argument("folder", type=_place)
    pack.add_argument("--out", type=_place, required=True, metavar="DIR")
    pack.add_argument(
        "--format",
        action="append",
        choices=list(commands.FORMATS),
        help=f"a kind of file; may be repeated; without it the pack is {usual}",
    )
    making_packs.add_flags(pack)
    check = _add(found, "check", "check a forum file for damage", commands.check)
    check.add_argument("folder", type=_place)


def _reading_commands(found: Any) -> None:
    letter = _add(found, "letter", "read an inspection letter", reading_commands.letter)
    letter.add_argument("file", type=_named, help="PDF, DOCX, TXT or HTML; - for standard input")
    survey = _add(found, "survey", "say what a survey export holds", reading_commands.survey)
    survey.add_argument("file", type=_place)
    survey.add_argument("--answers", action="store_true", help="one JSON object per response")
    plan = _add(found, "plan", "read the action tables of a plan", reading_commands.plan)
    plan.add_argument("file", type=_place)
    counts = _add(found, "statistics", "read published counts", reading_commands.statistics)
    counts.add_argument("file", type=_place)
    counts.add_argument("--area", required=True)
    counts.add_argument("--year", default="")


def _add(
    found: Any, name: str, words: str, run: Callable[[argparse.Namespace], CommandAnswer]
) -> argparse.ArgumentParser:
    parser: argparse.ArgumentParser = found.add_parser(name, help=words, description=words)
    parser.add_argument("--json", action="store_true", help="answer as JSON")
    parser.set_defaults(run=run)
    return parser
