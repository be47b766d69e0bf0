"""What a date in words can mean: its text, its first and last possible day, how exact it is."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import NamedTuple


class Precision(StrEnum):
    """How exactly a date is given, from the finest to none at all."""

    DAY = "day"
    MONTH = "month"
    QUARTER = "quarter"
    TERM = "term"
    SEASON = "season"
    YEAR = "year"
    ONGOING = "ongoing"
    UNKNOWN = "unknown"


class Span(NamedTuple):
    """The days a piece of text can mean; `note` is a sentence where something was assumed."""

    earliest: date
    latest: date
    precision: Precision
    note: str = ""


@dataclass(frozen=True)
class Period:
    """A date or a period as it was written.

    `text` is kept as it stands. `earliest` and `latest` are None where the text does not say:
    both for *Q2* without a year, the last for *from July 2020*. `note` says in a sentence what
    was assumed, and is empty where nothing was.
    """

    text: str
    earliest: date | None = None
    latest: date | None = None
    precision: Precision = Precision.UNKNOWN
    note: str = ""

    def as_data(self) -> dict[str, str | None]:
        """Return the same as values that JSON can hold; days as YYYY-MM-DD."""
        return {
            "text": self.text,
            "earliest": self.earliest.isoformat() if self.earliest else None,
            "latest": self.latest.isoformat() if self.latest else None,
            "precision": str(self.precision),
            "note": self.note,
        }
