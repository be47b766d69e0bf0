"""Tries to lose something, so often as was promised: `make trust` prints what came of it.

Not in the everyday run: it takes some minutes. Ends with 1 where a bar is not kept.
"""

import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from pcf_desktop import logs, paths
from tests.trust.clocks import wrong_clock
from tests.trust.kills import kills
from tests.trust.logs import damaged_logs
from tests.trust.pages import flipped_pages, old_pages
from tests.trust.replaced import replaced_file
from tests.trust.row import HEAD, Row

TRIALS: tuple[Callable[[Path], Row], ...] = (
    kills,
    damaged_logs,
    flipped_pages,
    old_pages,
    partial(wrong_clock, ahead=800),
    partial(wrong_clock, ahead=-800),
    replaced_file,
)


def main() -> int:
    """Run every trial in a place of its own; return 1 where a bar is not kept."""
    began, kept = time.monotonic(), True
    sys.stdout.write(f"{HEAD}\n")
    for number, trial in enumerate(TRIALS):
        with tempfile.TemporaryDirectory(prefix="pcf-trust-") as place:
            for name in ("state", "forums", "logs"):
                setattr(paths, name, partial(Path, place, name))
            (work := Path(place, str(number))).mkdir()
            row = trial(work)
            logs.end()
        kept &= row.is_kept
        sys.stdout.write(f"{row.line()}\n")
        sys.stdout.flush()
    sys.stdout.write(f"{time.monotonic() - began:.0f} seconds\n")
    return 0 if kept else 1


if __name__ == "__main__":
    sys.exit(main())
