"""Days and moments as the whole program says them, never in the system's language."""

from datetime import UTC, date, datetime

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


def day(when: date) -> str:
    """Return a day as `3 April 2026`."""
    return f"{when.day} {month(when)}"


def day_and_time(when: datetime) -> str:
    """Return a moment as `3 April 2026, 19:42`."""
    return f"{day(when)}, {when:%H:%M}"


def month(when: date) -> str:
    """Return a day's month as `April 2026`."""
    return f"{MONTHS[when.month - 1]} {when.year}"


def with_zone(written: datetime | None) -> datetime | None:
    """Return a time in UTC; where it names no zone it is this computer's own time."""
    if written is None:
        return None
    try:
        return written.astimezone(UTC)
    except (OSError, OverflowError, ValueError):  # a year that the system's calendar lacks
        return written.replace(tzinfo=UTC)
