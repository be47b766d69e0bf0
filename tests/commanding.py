"""Runs a command as the shell would, in this process, and keeps what it said."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from pcf_desktop import cli

WORDS = "four words of help"


class Said(NamedTuple):
    """What a command answered: its exit code, and what it wrote."""

    code: int
    out: str
    err: str

    @property
    def data(self) -> Any:
        """Return what `--json` printed."""
        return json.loads(self.out)


Command = Callable[..., Said]


def command_of(capsys: pytest.CaptureFixture[str]) -> Command:
    """Return how a test runs commands."""

    def command(*arguments: str | Path) -> Said:
        capsys.readouterr()
        code = cli.main([str(each) for each in arguments])
        written = capsys.readouterr()
        return Said(code, written.out, written.err)

    return command


def files(folder: Path) -> dict[str, bytes]:
    """Return the bytes of every file below a folder, locks and SQLite's own index left out."""
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and path.suffix not in {".lock", ".db-shm"} and path.stat().st_size
    }
