"""One bit of the log flipped after a kill: what can be proved comes back, the rest is told."""

import shutil
from contextlib import closing
from pathlib import Path

from tests.trust.row import Row
from tests.workspace.made_forum import make, open_, texts
from tests.workspace.small_forum import flip
from tests.workspace.test_damaged_log import SAVES, kept, kill_after


def damaged_logs(place: Path, times: int = 8) -> Row:
    """Flip one bit in each of so many parts of the log."""
    row = Row("damaged logs")
    make(place / "pattern")
    kill_after(place / "pattern")
    for number in range(times):
        folder = Path(shutil.copytree(place / "pattern", place / str(number)))
        log = folder / "forum.db-wal"
        flip(log, (log.stat().st_size - 8) * number // times + 7 * (number > 0))
        spoilt = log.read_bytes()
        with closing(open_(folder)) as forum:
            row.lost += SAVES - len(texts(forum))
            row.untold += not forum.warnings or kept(folder) != [spoilt]
            row.untold += not forum.workspace.health().is_sound
        row.tried += 1
    row.more = f"{SAVES} saves in each; each copied aside as it was"
    return row
