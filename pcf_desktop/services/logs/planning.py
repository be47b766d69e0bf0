"""What each row of a log says, as the Log form would hold it, and what there is to doubt in it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from pcf_desktop.importers.logs.log_sheet import LISTS, LogRow, LogSheet, Meaning
from pcf_desktop.importers.names import normal
from pcf_desktop.importers.periods.period import Period, Precision
from pcf_desktop.records import When
from pcf_desktop.records.stamp import now
from pcf_desktop.services.families import marks
from pcf_desktop.services.families.families import AboutChild
from pcf_desktop.services.feedback.feedback import NewFeedback
from pcf_desktop.services.forum import forums, reference
from pcf_desktop.services.forum.known_words import Said
from pcf_desktop.services.logs import words
from pcf_desktop.services.logs.voices import FamiliesOfLog, RowFamily
from pcf_desktop.services.logs.words import LogWords

LONGEST = 300
SIXTEEN = 16
"""Letters of a digest; four of them are kept of each row."""

NOT_ASKED = "not_asked"


@dataclass(frozen=True)
class RowDoubt:
    """What somebody may want to look at in a row of the file, in words without its content."""

    number: int
    why: str


@dataclass(frozen=True)
class PlannedRow:
    """A row as it would be logged; its `event` and `family` may not be there yet.

    `name` finds it again by its number in the log, or its words; `raw` by all that it says, and
    `resolved` by what that means in our lists.
    """

    number: int
    new: NewFeedback
    event: str
    family: RowFamily | None
    is_numbered: bool
    name: str
    raw: str
    resolved: str


@dataclass(frozen=True)
class LogPlan:
    """All rows of a log as they would be logged, and what is to be looked at."""

    rows: Sequence[PlannedRow]
    doubts: tuple[RowDoubt, ...]
    words: LogWords


def plan(session: Session, sheet: LogSheet, said: Said) -> LogPlan:
    """Return how a log would come in; nothing is written."""
    found = words.of(session, sheet, said)
    maker = _Maker(session, found.meanings())
    maker.learn(sheet.rows)
    rows = [maker.row(row) for row in sheet.rows]
    return LogPlan(rows, tuple(_doubts(sheet, rows)), found)


class _Maker:
    def __init__(self, session: Session, meanings: Mapping[tuple[str, str], str]) -> None:
        self._meanings = meanings
        self._families = FamiliesOfLog(session)
        self._secret = forums.the_forum(session).secret or "00"
        self._ids = {
            (key, word.key): word.id
            for key in ("channel", "age_band", "need", "send_status", "setting")
            for word in reference.words(session, key)
        }

    def learn(self, rows: Sequence[LogRow]) -> None:
        """Look first at rows that say two things of a family: they join what others say alone."""
        for row in rows:
            if row.cell(Meaning.FAMILY) and row.cell(Meaning.EMAIL):
                self._families.of(row)

    def row(self, row: LogRow) -> PlannedRow:
        said = row.said
        may_quote = self._key(row, Meaning.QUOTE) or NOT_ASKED
        new = NewFeedback(
            words=row.cell(Meaning.WORDS),
            may_quote=may_quote,
            said=_when(said),
            channel_id=self._id(row, Meaning.CHANNEL),
            child=AboutChild(
                self._id(row, Meaning.AGE),
                self._id(row, Meaning.NEED),
                self._id(row, Meaning.STATUS),
                self._id(row, Meaning.SETTING),
            ),
            district=self._key(row, Meaning.DISTRICT),
        )
        event = row.cell(Meaning.EVENT)[:LONGEST]
        cells = {key: text for key, text in sorted(row.cells.items()) if key not in _NOT_RAW}
        day = (said.earliest, said.latest) if said.earliest else said.text
        family = self._families.of(row)
        return PlannedRow(
            row.number,
            new,
            event,
            family,
            bool(row.cell(Meaning.REFERENCE)),
            self._digest("name", row.cell(Meaning.REFERENCE) or normal(new.words)),
            self._digest("raw", repr((cells, day))),
            self._digest("resolved", repr((new, event))),
        )

    def _key(self, row: LogRow, meaning: Meaning) -> str | None:
        text = row.cell(meaning)
        return self._meanings.get((LISTS[meaning], normal(text))) if text else None

    def _id(self, row: LogRow, meaning: Meaning) -> int | None:
        key = self._key(row, meaning)
        return self._ids.get((LISTS[meaning], key)) if key is not None else None

    def _digest(self, kind: str, text: str) -> str:
        return marks.digest(self._secret, kind, text)[:SIXTEEN]


_NOT_RAW = frozenset({Meaning.REFERENCE, Meaning.SAID})
"""Of which a row is not known again: Excel writes dates anew, and a number is a name."""


def _when(said: Period) -> When:
    """Return a date as the Log form keeps it: an exact day without words, all else with them."""
    if not said.text:
        return When()
    is_one = said.precision is Precision.DAY and said.earliest == said.latest
    if is_one and said.earliest is not None:
        return When.day(said.earliest)
    return When(said.text[:LONGEST], said.earliest, said.latest, str(said.precision))


def _doubts(sheet: LogSheet, rows: Sequence[PlannedRow]) -> list[RowDoubt]:
    """Return what to look at, by row; a row may stand there twice."""
    found = [
        RowDoubt(number, "Nothing was said in it, so it is left out.") for number in sheet.silent
    ]
    first: dict[str, int] = {}
    today = now().astimezone().date()
    for row in rows:
        found += [RowDoubt(row.number, why) for why in _about_date(row.new.said, today)]
        before = first.setdefault(normal(row.new.words), row.number)
        if before != row.number:
            found.append(RowDoubt(row.number, f"The same words stand in row {before:,}."))
    return sorted(found, key=lambda each: each.number)


def _about_date(said: When, today: date) -> list[str]:
    if said.earliest is None and said.latest is None and said.text:
        return ["Its date was not understood. The words of the date are kept."]
    if said.earliest is not None and said.earliest > today:
        return ["Its date is still to come."]
    return []
