"""Runs a module of the tests, or the program, in a process with folders of its own."""

import os
import subprocess
import sys
from pathlib import Path

from tests.commanding import WORDS

ROOT = Path(__file__).parents[2]


def run(
    module: str,
    *arguments: object,
    home: Path,
    before: tuple[str, ...] = (),
    given: dict[str, str] | None = None,
) -> subprocess.CompletedProcess[str]:
    """Run a module to its end; `before` stands before the command, `given` in its environment."""
    return subprocess.run(  # noqa: S603 - our own interpreter
        [*before, *command(module, *arguments)],
        env=own(home) | (given or {}), cwd=home / "cwd", capture_output=True, text=True,
        check=False, timeout=300,
    )  # fmt: skip


def begun(module: str, *arguments: object, home: Path) -> subprocess.Popen[str]:
    """Start a module that says in lines how far it is."""
    return subprocess.Popen(  # noqa: S603 - our own interpreter
        command(module, *arguments), env=own(home), cwd=home / "cwd",
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
    )  # fmt: skip


def command(module: str, *arguments: object) -> list[str]:
    return [sys.executable, "-B", "-m", module, *map(str, arguments)]


def own(home: Path) -> dict[str, str]:
    """Make the folders of a process below `home`; return its environment."""
    folders = {name: home / name for name in ("home", "tmp", "cwd")}
    for folder in folders.values():
        folder.mkdir(exist_ok=True)
    return {"HOME": str(folders["home"]), "TMPDIR": str(folders["tmp"]), "PYTHONPATH": str(ROOT),
            "PCF_PASSPHRASE": WORDS, "PATH": os.environ["PATH"],
            "QT_QPA_PLATFORM": "offscreen"}  # fmt: skip
