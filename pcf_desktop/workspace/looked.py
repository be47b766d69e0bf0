"""Which rows an opening looks through: a part of all, and at the next opening the part after it.

A whole look at 100,000 comments takes a second; `check` does it. How far the openings have come is
noted outside the file, on this computer.
"""

from contextlib import suppress
from itertools import chain, islice
from pathlib import Path
from typing import Final
from uuid import UUID

from sqlalchemy import Connection

from pcf_desktop import paths
from pcf_desktop.records import AuditEntry
from pcf_desktop.workspace import audit, digests, whole_file
from pcf_desktop.workspace.digests import ASIDE, RUN, Part

ROWS: Final = 60_000
"""Looked at in an opening, which takes 50 ms: a twenty-fifth of the look at 100,000 comments."""

_EACH: Final = 20
"""What a part costs besides its rows, in rows."""


def older_in_turn(connection: Connection, forum: UUID) -> list[str]:
    """Return which of the rows looked at this time are not those last saved.

    Of a small forum they are all rows. The sums themselves are looked at each time.
    """
    if not digests.is_kept(connection):
        return []
    kept = digests.parts(connection)
    found = list(digests.off_in_sum(connection, kept))
    entries = range(audit.head(connection)[0] // RUN + 1)
    parts: list[Part] = [part for part in kept if part[0] != ASIDE]
    parts += [(AuditEntry.__tablename__, run) for run in entries]
    began = _recall(forum) % len(parts)
    seen = looked = 0
    for part in chain(islice(parts, began, None), islice(parts, began)):
        if seen >= ROWS:
            break
        off, rows = _look(connection, part, kept.get(part))
        found += off
        seen += rows + _EACH
        looked += 1
    _remember(forum, began + looked)
    return found


def _look(connection: Connection, part: Part, kept: int | None) -> tuple[list[str], int]:
    table, run = part
    if kept is not None:
        return digests.off_in(connection, part, kept)
    first = max(run * RUN, 1)
    last = min(run * RUN + RUN - 1, audit.head(connection)[0])
    broken = audit.first_broken(connection, first, last)
    return ([f"{digests.OLDER} {table} from {broken}"] if broken is not None else []), RUN


def _place(forum: UUID) -> Path:
    return paths.state() / "looked-through" / str(forum)


def _recall(forum: UUID) -> int:
    with suppress(OSError, ValueError):
        return int(_place(forum).read_text("ascii"))
    return 0


def _remember(forum: UUID, part: int) -> None:
    """Note where the next opening goes on; without it, it looks at the same part again."""
    place = _place(forum)
    with suppress(OSError):
        place.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        whole_file.write(place, str(part).encode(), to_disk=False)
