"""The forum on a disk that lets nobody write: `python -m tests.faults.read_only FORUM OUT`.

Prints a line of JSON for each command: its exit code and what it wrote to both streams.
"""

import json
import sys
from pathlib import Path

from tests.faults.full_disk import said_by


def main(forum: Path, export: Path, out: Path) -> None:
    """Look, search, check, and try to change something."""
    for arguments in (
        ["search", str(forum), "we"],
        ["check", str(forum)],
        ["import", str(forum), str(export), "--survey", "Autumn"],
        ["pack", str(forum), "--out", str(out)],
    ):
        code, said = said_by(arguments)
        sys.stdout.write(json.dumps([code, said]) + "\n")


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:]))
