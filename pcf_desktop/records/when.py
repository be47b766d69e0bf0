"""A date as people give it: their words, the days it can mean, and how exact it is."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class When:
    """A date or a period; `text` is kept as it was written (`Spring term 2024`).

    `precision` is one of day, month, quarter, term, season, year, ongoing, unknown.
    """

    text: str | None = None
    earliest: date | None = None
    latest: date | None = None
    precision: str | None = None

    @classmethod
    def day(cls, day: date) -> "When":
        """Return an exact day."""
        return cls(None, day, day, "day")
