"""What the reader of a log hands on: what each column says, and each row as it stood.

Everything in a `LogSheet` that was guessed can be set by `LogMatching` instead.
"""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, fields
from enum import StrEnum

from pcf_desktop.importers.periods.period import Period
from pcf_desktop.importers.sheet import Rejected


class Meaning(StrEnum):
    """What a column says; the keys of the list `log_column`."""

    WORDS = "words"
    SAID = "said"
    CHANNEL = "channel"
    EVENT = "event"
    DISTRICT = "district"
    FAMILY = "family"
    AGE = "age"
    NEED = "need"
    STATUS = "status"
    SETTING = "setting"
    QUOTE = "quote"
    EMAIL = "email"
    REFERENCE = "reference"
    IDENTITY = "identity"
    OUT = "out"


NOT_READ = frozenset({Meaning.IDENTITY, Meaning.OUT})

LISTS: Mapping[Meaning, str] = {
    Meaning.CHANNEL: "channel",
    Meaning.AGE: "age_band",
    Meaning.NEED: "need",
    Meaning.STATUS: "send_status",
    Meaning.SETTING: "setting",
    Meaning.QUOTE: "may_quote",
    Meaning.DISTRICT: "district",
}
"""Whose words are matched, and to which list; `district` is the forum's own names."""


@dataclass(frozen=True)
class LogColumn:
    """A column: its place from 0, its heading, what it says and why that is thought."""

    place: int
    heading: str
    meaning: Meaning
    why: str
    samples: tuple[str, ...] = ()


@dataclass(frozen=True)
class LogRow:
    """One row: `number` as a spreadsheet program counts it, what it says by meaning, its date."""

    number: int
    cells: Mapping[Meaning, str]
    said: Period

    def cell(self, meaning: Meaning) -> str:
        """Return what it says of one thing, or nothing."""
        return self.cells.get(meaning, "")


@dataclass(frozen=True)
class LogMatching:
    """What the person said instead of letting the program guess; None and empty mean *guess*.

    `meanings` go by a column's heading, as it stands.
    """

    sheet: str | None = None
    encoding: str | None = None
    delimiter: str | None = None
    date_order: str | None = None
    meanings: Mapping[str, Meaning] = field(default_factory=dict)

    def as_data(self) -> dict[str, object]:
        """Return what `from_data` reads, as plain values that JSON can hold."""
        data = {heading: str(each) for heading, each in self.meanings.items()}
        return {**asdict(self), "meanings": data}

    @classmethod
    def from_data(cls, data: Mapping[str, object]) -> "LogMatching":
        """Return choices that were kept; what is unknown there is left out."""
        values = {each.name: data[each.name] for each in fields(cls) if each.name in data}
        said = values.get("meanings")
        known = {str(each) for each in Meaning}
        values["meanings"] = {
            str(heading): Meaning(str(key))
            for heading, key in (said.items() if isinstance(said, Mapping) else ())
            if str(key) in known
        }
        return cls(**values)  # type: ignore[arg-type]  # the names are this class's own


@dataclass(frozen=True)
class LogSheet:
    """A log, recognised. `rows` are what was said; `silent` are the rows in which nothing was.

    `date_order` is "dmy", "mdy", "iso" or None; `ambiguous` says that nothing in the file decides
    between the first two. `warnings` are sentences for the person.
    """

    columns: tuple[LogColumn, ...]
    rows: tuple[LogRow, ...]
    silent: tuple[int, ...] = ()
    blank_rows: int = 0
    rejected: tuple[Rejected, ...] = ()
    sheet: str | None = None
    encoding: str | None = None
    date_order: str | None = None
    ambiguous: bool = False
    warnings: tuple[str, ...] = ()
    choices: LogMatching = field(default_factory=LogMatching)

    @property
    def read(self) -> int:
        """Every row below the headings."""
        return len(self.rows) + len(self.silent) + self.blank_rows + len(self.rejected)

    def has(self, meaning: Meaning) -> bool:
        """Say whether any column says this."""
        return any(each.meaning is meaning for each in self.columns)

    def said_meanings(self) -> dict[str, Meaning]:
        """Return what each column says, by its heading, to be kept for the next file."""
        return {each.heading: each.meaning for each in self.columns}
