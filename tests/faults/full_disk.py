"""Imports on a small disk of its own, ever fuller: `python -m tests.faults.full_disk …`.

Prints a line of JSON for each try: bytes free, exit code, what was said, and what is kept.
"""

import io
import json
import shutil
import sys
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path
from typing import Any

from sqlalchemy import func, select

from pcf_desktop import cli, paths
from pcf_desktop.records import AuditEntry, Feedback
from pcf_desktop.workspace import opening
from tests.commanding import WORDS

BLOCK = 4096


def leave_free(disk: Path, free: int) -> None:
    """Fill the disk up to so many bytes."""
    with (disk / "filler").open("wb", buffering=0) as filler:
        while (left := shutil.disk_usage(disk).free - free) >= BLOCK:
            filler.write(b"\0" * min(left // BLOCK * BLOCK, 1 << 20))


def said_by(arguments: list[str]) -> tuple[int, str]:
    """Run a command; return its exit code and what it wrote to both streams."""
    heard = io.StringIO()
    with redirect_stdout(heard), redirect_stderr(heard):
        code = cli.main(arguments)
    return code, heard.getvalue().strip()


def kept(folder: Path) -> dict[str, Any]:
    """Return what the file holds, and whether it is sound and can still be written."""
    forum = opening.open_forum(folder, opening.with_passphrase(WORDS))
    try:
        with forum.workspace.read() as session:
            rows = session.scalar(select(func.count()).select_from(Feedback))
            saves = session.scalar(select(func.count()).select_from(AuditEntry))
        health = forum.workspace.health()
        with forum.workspace.change("Log feedback") as session:
            session.add(Feedback(words="still usable"))
        return {
            "rows": rows,
            "saves": saves,
            "sound": health.is_sound,
            "odd": forum.odd is not None,
        }
    finally:
        forum.close()


def main(disk: Path, forum: Path, export: Path, sizes: list[int]) -> None:
    """Import once for each number of bytes left free."""
    for free in sizes:
        for before in (disk / "forum", paths.state()):
            shutil.rmtree(before, ignore_errors=True)
        shutil.copytree(forum, disk / "forum")
        leave_free(disk, free)
        code, words = said_by(["import", str(disk / "forum"), str(export), "--survey", "Autumn"])
        (disk / "filler").unlink()
        told = {"free": free, "code": code, "said": words, **kept(disk / "forum")}
        sys.stdout.write(json.dumps(told) + "\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), Path(sys.argv[3]), [int(n) for n in sys.argv[4:]])
