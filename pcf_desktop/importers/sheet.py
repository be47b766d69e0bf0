"""What every survey reader hands on: questions, and one response as it stood.

The contract between the readers of survey tools and whoever keeps or shows the answers. A
`Sheet` is one recognised export; everything in it that was guessed can be set by `Choices`.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, field, fields, replace
from datetime import date, datetime
from enum import StrEnum
from types import MappingProxyType
from typing import NamedTuple, TypeAlias

from pcf_desktop.importers.files.collecting import without_collecting

Answer: TypeAlias = str | int | float | date | datetime | tuple[str, ...] | None
"""One answer: None is *not answered*; a tuple holds the chosen options of a multiple choice."""

NO_TEXTS: Mapping[int, str] = MappingProxyType({})
PREVIEW_ROWS = 20
BATCH_ROWS = 2000


class Kind(StrEnum):
    """What sort of thing a question asks for."""

    SINGLE = "single"
    MULTIPLE = "multiple"
    SCALE = "scale"
    NUMBER = "number"
    DATE = "date"
    TEXT = "text"
    GRID = "grid"
    CONSENT = "consent"
    IDENTITY = "identity"
    SYSTEM = "system"


@dataclass(frozen=True)
class SheetQuestion:
    """One question, or one row of a grid.

    `key` is made of the words, the grid row and which time they occur, so that it is the same
    in next year's export. `text` is as printed. `options` are in the order of the scale where
    one is known, else in the order in which they first occur. `answered` counts responses.
    `columns` are the places in the file, counted from 0. `keep` is False for what is dropped
    unless the person keeps it: names, addresses, and the tool's own columns. `other` says that
    the question has texts of its own under *Other*. `samples` are a few distinct values as
    they stand in the file, for a preview only. `reason` says why it is taken for its kind, and
    `doubtful` that a person should look at that. `personal` says that it may tell who somebody
    is, also where a person said that it is of another kind.
    """

    key: str
    text: str
    kind: Kind
    columns: tuple[int, ...]
    row: str | None = None
    occurrence: int = 1
    options: tuple[str, ...] = ()
    answered: int = 0
    other: bool = False
    keep: bool = True
    samples: tuple[str, ...] = ()
    reason: str = ""
    doubtful: bool = False
    personal: bool = False

    @property
    def label(self) -> str:
        """Return the text with grid row and occurrence, unlike that of any other question."""
        words = self.text if self.row is None else f"{self.text} [{self.row}]"
        return words if self.occurrence == 1 else f"{words} ({self.occurrence})"


class Row(NamedTuple):
    """One response: `cells` stand in the order of the questions; `others` by question index.

    `number` is the row in the file as a spreadsheet program counts it, from 1.
    """

    number: int
    response_id: str | None
    started: datetime | None
    completed: datetime | None
    complete: bool
    cells: tuple[Answer, ...]
    others: Mapping[int, str] = NO_TEXTS


class Rejected(NamedTuple):
    """A row of the file that is no response, and why, in words without its content.

    `values` are the row's own cells, for the file of rejected rows that is given back.
    """

    number: int
    reason: str
    values: tuple[str, ...] = ()


@dataclass(frozen=True)
class Ignored:
    """A column that is not read: its place from 0, its heading, and why."""

    column: int
    heading: str
    reason: str


@dataclass(frozen=True)
class Choices:
    """What the person said instead of letting the program guess; None and empty mean *guess*.

    Kept as data and applied to next year's file: `kinds`, `keep` and `options` go by a
    question's key. `sheet` is the worksheet's name, or the file's name inside a ZIP.
    `senders_off` takes who sent a message off the head of each comment.
    """

    tool: str | None = None
    sheet: str | None = None
    encoding: str | None = None
    delimiter: str | None = None
    header_rows: int | None = None
    date_order: str | None = None
    hidden: bool = False
    senders_off: bool = False
    kinds: Mapping[str, Kind] = field(default_factory=dict)
    keep: Mapping[str, bool] = field(default_factory=dict)
    options: Mapping[str, Sequence[str]] = field(default_factory=dict)
    guessed: Sequence[str] = ()
    """The keys of those `kinds` that nobody chose, and that hold only for the file on hand."""

    def as_data(self) -> dict[str, object]:
        """Return what `from_data` reads, as plain values that JSON can hold."""
        return {
            **asdict(self),
            "kinds": {key: str(kind) for key, kind in self.kinds.items()},
            "keep": dict(self.keep),
            "options": {key: list(options) for key, options in self.options.items()},
            "guessed": list(self.guessed),
        }

    @property
    def chosen(self) -> dict[str, Kind]:
        """The kinds that a person chose."""
        guessed = set(self.guessed)
        return {key: kind for key, kind in self.kinds.items() if key not in guessed}

    @classmethod
    def from_data(cls, data: Mapping[str, object]) -> "Choices":
        """Return the choices kept in a profile; what is unknown there is left out."""
        known = {each.name for each in fields(cls)}
        values: dict[str, object] = {name: data[name] for name in known if name in data}
        kinds = values.get("kinds")
        if isinstance(kinds, Mapping):
            names = {str(kind) for kind in Kind}
            values["kinds"] = {
                str(key): Kind(str(kind)) for key, kind in kinds.items() if str(kind) in names
            }
        guessed = values.get("guessed")
        values["guessed"] = tuple(map(str, guessed)) if isinstance(guessed, list) else ()
        return cls(**values)  # type: ignore[arg-type]  # the names are this class's own


@dataclass(frozen=True)
class Sheet:
    """One survey export, recognised.

    `rows` counts the responses that `responses()` gives, `rejected` what it leaves out with
    its reason, and `blank_rows` the empty ones: together every row below the headings.
    `complete_rows` counts responses sent in to the end. `date_order` is "dmy", "mdy", "iso" or
    None without dates; `ambiguous` says that nothing in the file decides between the first
    two. `confidence` is from 0 to 1. `warnings` are sentences for the person.
    """

    tool: str
    title: str
    confidence: float
    encoding: str | None
    delimiter: str | None
    header_rows: int
    date_order: str | None
    ambiguous: bool
    rows: int
    complete_rows: int
    questions: tuple[SheetQuestion, ...]
    make_rows: Callable[[int, int], Iterator[Row]]
    """Gives the responses from one place to before another, counted from 0."""
    sheet: str | None = None
    blank_rows: int = 0
    rejected: tuple[Rejected, ...] = ()
    ignored: tuple[Ignored, ...] = ()
    warnings: tuple[str, ...] = ()
    choices: Choices = field(default_factory=Choices)

    def responses(self) -> Iterator[Row]:
        """Give every response, made as it is asked for."""
        for batch in self.batches():
            yield from batch

    def batches(self, size: int = BATCH_ROWS) -> Iterator[list[Row]]:
        """Give the responses in lists of at most `size`."""
        for start in range(0, self.rows, size):
            with without_collecting():
                batch = list(self.make_rows(start, min(start + size, self.rows)))
            yield batch

    def preview(self, count: int = PREVIEW_ROWS) -> list[Row]:
        """Return the first responses."""
        return list(self.make_rows(0, min(count, self.rows)))

    def profile(self) -> Choices:
        """Return all that was found out as choices, to be kept for next year's file.

        The options are not kept: in a file of more answers, one not yet chosen is none of *Other*.
        """
        chosen = self.choices.chosen
        kinds = {question.key: question.kind for question in self.questions}
        return replace(
            self.choices,
            tool=self.tool,
            header_rows=self.header_rows,
            date_order=None if self.ambiguous else self.date_order,
            kinds=kinds,
            keep={question.key: question.keep for question in self.questions},
            guessed=tuple(key for key in kinds if key not in chosen),
        )
