"""Whether this computer's clock can be believed: it may be weeks off, and old backups go by it.

On this computer it is noted when each forum was last used. Where the clock says a month more or
less, nothing is deleted until a person has said that it is right.
"""

from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Final
from uuid import UUID

from pcf_desktop import days, paths
from pcf_desktop.workspace import whole_file

FAR: Final = timedelta(days=30)


@dataclass(frozen=True)
class Jump:
    """The clock is far from where it was when the forum was last used."""

    before: datetime
    now: datetime

    @property
    def words(self) -> str:
        """Return what to say of it, and what to ask."""
        now, before = (days.day(each.astimezone()) for each in (self.now, self.before))
        return (
            f"This computer says that today is {now}; this forum was last used on {before}. "
            "Is the date right? No old backup is deleted until you have said so in the window."
        )


def jump(forum: UUID, now: datetime, last_save: datetime | None) -> Jump | None:
    """Return how the clock has jumped, or None where it has not, and then note this moment.

    `last_save` is what to go by where nothing is noted yet.
    """
    before = _recall(forum) or last_save
    if before is not None and abs(now - before) > FAR:
        _note(forum, before)  # or the next save, by the same clock, would be gone by
        return Jump(before, now)
    _note(forum, now)
    return None


def accept(forum: UUID, now: datetime) -> None:
    """Go by this clock, a person having said that it is right."""
    _note(forum, now)


def _place(forum: UUID) -> Path:
    return paths.state() / "last-used" / str(forum)


def _recall(forum: UUID) -> datetime | None:
    with suppress(OSError, ValueError):
        found = datetime.fromisoformat(_place(forum).read_text("ascii"))
        return found if found.tzinfo is not None else None
    return None


def _note(forum: UUID, moment: datetime) -> None:
    place = _place(forum)
    with suppress(OSError):  # a full disk: the earlier note only asks once more
        place.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        whole_file.write(place, moment.isoformat().encode(), to_disk=False)
