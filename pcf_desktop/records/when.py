"""A date as people give it: their words, the days it can mean, and how exact it is."""

from dataclasses import dataclass
from datetime import date, timedelta

from pcf_desktop.days import month as month_words


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

    @classmethod
    def of(cls, year: int, month: int | None = None, day: int | None = None) -> "When":
        """Return a day, or all of a month or a year, which keep their words; it must be one."""
        first = date(year, month or 1, day or 1)
        if day:
            return cls.day(first)
        last = month or 12
        end = date(year + last // 12, last % 12 + 1, 1) - timedelta(days=1)
        words, precision = (month_words(first), "month") if month else (str(year), "year")
        return cls(words, first, end, precision)
