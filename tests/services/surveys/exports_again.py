"""One made-up survey as each tool writes it, and what becomes of an export between imports."""

import csv
import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path

import xlsxwriter

ASKED = (
    "How well were you told about the plan?",
    "Where does your child go to school?",
    "How safe is the journey?",
    "What should change?",
    "What is working well?",
)
TOLD = ("Very well", "Quite well", "Not well", "Not at all")
SCHOOLS = ("Mainstream primary", "Mainstream secondary", "Special school", "Educated at home")
SAFE = ("Safe", "Fairly safe", "Not safe")
CHANGES = (
    "Shorter waits, it’s far too long",
    "A person to ring",
    "Transport that turns up on time, please",
    "Training for school staff about masking",
)
DAYS_FIRST, MONTHS_FIRST, ISO = "%d/%m/%Y %H:%M:%S", "%m/%d/%Y %H:%M:%S", "%Y-%m-%dT%H:%M:%S"


@dataclass(frozen=True)
class Family:
    """One response: its number for the tool, when it came, and what it says."""

    number: int
    when: datetime
    answers: tuple[str, ...]


@dataclass(frozen=True)
class Table:
    """An export to be written: by which tool, of whom, how dates look, what is added or left."""

    tool: "Tool"
    families: tuple[Family, ...]
    date_format: str = ""
    shift: timedelta = timedelta()
    added: bool = False
    without_ids: bool = False
    encoding: str = "utf-8-sig"
    asked: tuple[str, ...] = ASKED
    as_workbook: bool = False

    def write(self, path: Path) -> Path:
        """Write it as CSV, or as a workbook with real dates."""
        tool = self.tool
        if self.without_ids and tool.id_column is not None:
            tool = replace(tool, headings=_but(tool.headings, tool.id_column))
        rows: list[list[object]] = [
            [*tool.headings, *self.asked, *(["Area"] if self.added else []), *tool.last_headings]
        ]
        rows += [["", "", *[""] * (len(rows[0]) - 2)] for _ in range(tool.blank_headings)]
        for each in self.families:
            first = list(self.tool.first(each, self._time(each)))
            if self.without_ids and self.tool.id_column is not None:
                first = _but(first, self.tool.id_column)
            area = ["North"] if self.added else []
            rows.append([*first, *each.answers, *area, *tool.last(each, self._time(each))])
        return self._saved(path, rows)

    def _time(self, family: Family) -> object:
        when = family.when + (self.shift if family.when.month in range(4, 11) else timedelta())
        return when if self.as_workbook else when.strftime(self.date_format or self.tool.dates)

    def _saved(self, path: Path, rows: Sequence[Sequence[object]]) -> Path:
        if not self.as_workbook:
            with path.open("w", encoding=self.encoding, newline="") as file:
                csv.writer(file).writerows(rows)
            return path
        path = path.with_suffix(".xlsx")
        with xlsxwriter.Workbook(path) as book:
            sheet = book.add_worksheet()
            dated = book.add_format({"num_format": "dd/mm/yyyy hh:mm"})
            for at, row in enumerate(rows):
                for place, cell in enumerate(row):
                    if isinstance(cell, datetime):
                        sheet.write_datetime(at, place, cell.replace(second=0), dated)
                    else:
                        sheet.write(at, place, str(cell).strip())
        return path


@dataclass(frozen=True)
class Tool:
    """What a tool writes around the questions: its own columns before and after them."""

    name: str
    headings: list[object]
    first: Callable[[Family, object], Sequence[object]]
    last_headings: list[object]
    last: Callable[[Family, object], Sequence[object]]
    dates: str = DAYS_FIRST
    id_column: int | None = None
    blank_headings: int = 0


def _but(things: Sequence[object], place: int) -> list[object]:
    return [*things[:place], *things[place + 1 :]]


def _nothing(_family: Family, _when: object) -> list[object]:
    return []


def guid(number: int) -> str:
    """Return a GUID that a number always gives."""
    drawn = f"{random.Random(number).getrandbits(128):032x}"
    return "-".join((drawn[:8], drawn[8:12], drawn[12:16], drawn[16:20], drawn[20:]))


TOOLS = (
    Tool("microsoft_forms", ["ID", "Start time", "Completion time", "Email", "Name"],
         lambda f, t: [f.number, t, t, "anonymous", ""], [], _nothing, id_column=0),
    Tool("google_forms", ["Timestamp"], lambda _, t: [t], [], _nothing),
    Tool("google_straight", ["Timestamp"], lambda _, t: [t], [], _nothing,
         dates="%Y/%m/%d %I:%M:%S %p GMT"),
    Tool("surveymonkey", ["Respondent ID", "Collector ID", "Start Date", "End Date"],
         lambda f, t: [118_000_000_000 + 37 * f.number, 4_410, t, t], [], _nothing,
         dates=MONTHS_FIRST, id_column=0),
    Tool("smartsurvey", ["UserID", "UserNo", "Started", "Ended"],
         lambda f, t: [50_000_000 + f.number, f.number, t, t], [], _nothing, id_column=0),
    Tool("jotform", ["Submission Date"], lambda _, t: [t], ["Submission ID"],
         lambda f, _: [f"53{f.number:014}"]),
    Tool("limesurvey", ["Response ID", "Date submitted", "Last page", "Start language", "Seed"],
         lambda f, t: [f.number, t, 3, "en", 90_000 + 7 * f.number], [], _nothing,
         dates="%Y-%m-%d %H:%M:%S", id_column=0),
    Tool("kobo", ["start", "end"], lambda _, t: [t, t], ["_id", "_uuid", "_status", "_index"],
         lambda f, _: [7_000 + f.number, guid(f.number), "submitted_via_web", f.number], dates=ISO),
    Tool("odk", ["SubmissionDate"], lambda _, t: [t], ["meta-instanceID", "KEY"],
         lambda f, _: [f"uuid:{guid(f.number)}", f"uuid:{guid(f.number)}"], dates=ISO),
    Tool("surveyjs", ["instanceId", "happenedAt"], lambda f, t: [guid(f.number), t], [], _nothing,
         dates=ISO, id_column=0),
    Tool("typeform", ["#"], lambda f, _: [guid(f.number).replace("-", "")],
         ["Start Date (UTC)", "Submit Date (UTC)"], lambda _, t: [t, t], dates="%Y-%m-%d %H:%M:%S",
         id_column=0),
    Tool("by_day", ["Date"], lambda _, t: [t], [], _nothing, dates="%d/%m/%Y"),
    Tool("no_time", [], lambda _f, _t: [], [], _nothing),
)  # fmt: skip


def families(count: int, seed: int) -> tuple[Family, ...]:
    """Return made-up families, over a year, with days beyond the twelfth."""
    drawn = random.Random(seed)
    when = datetime(2025, 1, 14, 8, 0, 9)  # noqa: DTZ001 - as tools write it
    found = []
    for number in range(1, count + 1):
        when += timedelta(hours=drawn.randint(3, 190), seconds=drawn.randint(1, 3000))
        change = drawn.choice(CHANGES)
        texts = (f"{change} ({number}) ", "" if number % 3 else "The nursery is kind to him")
        answers = (drawn.choice(TOLD), drawn.choice(SCHOOLS), drawn.choice(SAFE), *texts)
        found.append(Family(number, when, answers))
    return tuple(found)


def corrected(table: Table, place: int = 2) -> Table:
    """Return a table in which somebody put one tick and one text right, of two families."""
    some = list(table.families)
    one, other = some[place], some[place + 3]
    tick = next(each for each in TOLD if each != one.answers[0])
    some[place] = replace(one, answers=(tick, *one.answers[1:]))
    words = (*other.answers[:3], "We would like a person to ring, at last", other.answers[4])
    some[place + 3] = replace(other, answers=words)
    return replace(table, families=tuple(some))


def grown(table: Table, by: int = 4) -> Table:
    """Return a table with families who answered later."""
    more = families(len(table.families) + by, seed=99)[-by:]
    after = table.families[-1].when
    later = (
        replace(each, when=after + timedelta(days=place, minutes=7 * place))
        for place, each in enumerate(more, start=1)
    )
    return replace(table, families=(*table.families, *later))


SHUFFLED, RESAVED = "other order", "resaved"

AGAIN: dict[str, Callable[[Table], Table]] = {
    "the same": lambda t: t,
    "rows added": grown,
    "cells corrected": corrected,
    "a column added at the end": lambda t: replace(t, added=True),
    SHUFFLED: lambda t: replace(t, families=t.families[::-1]),
    "Excel dropped the seconds": lambda t: replace(t, date_format="%d/%m/%Y %H:%M"),
    "saved as a workbook": lambda t: replace(t, as_workbook=True),
    "another encoding": lambda t: replace(t, encoding="cp1252"),
    "in UTF-16": lambda t: replace(t, encoding="utf-16"),
    "months first": lambda t: replace(t, date_format=MONTHS_FIRST),
    "years first": lambda t: replace(t, date_format="%Y-%m-%d %H:%M:%S"),
    "another zone": lambda t: replace(t, shift=timedelta(hours=1)),
    "without its ids": lambda t: replace(t, without_ids=True),
    "a question reworded": lambda t: replace(t, asked=("Were you told of the plan?", *ASKED[1:])),
    "resaved, corrected, grown": lambda t: grown(
        corrected(replace(t, date_format="%d/%m/%Y %H:%M"))
    ),
    "another zone, corrected": lambda t: corrected(replace(t, shift=timedelta(hours=1))),
    "without its ids, corrected, grown": lambda t: grown(corrected(replace(t, without_ids=True))),
    "a column added, resaved": lambda t: replace(t, added=True, date_format="%d/%m/%Y %H:%M"),
}
"""What becomes of an export, and what is written then."""
