"""Seeded, made-up words of families and Microsoft Forms exports of any size."""

import csv
import random
from collections.abc import Callable, Iterator, Sequence
from datetime import datetime, timedelta
from pathlib import Path
from typing import TypeAlias

import xlsxwriter

Cell: TypeAlias = str | int | datetime

MEDIAN_LENGTH = 140
LONGEST = 4_000

HEADERS = (
    "ID",
    "Start time",
    "Completion time",
    "Email",
    "Name",
    "Last modified time",
    "How old is your child or young person?",
    "What are your child’s main needs? (tick all that apply)",
    "Where does your child go to nursery, school or college?",
    "Over the last 12 months, has support got better, stayed the same or got worse?",
    "How well do services work together for your child? (1 = not at all, 5 = very well)",
    "What is working well for your child?",
    "What most needs to change?",
    "May we quote your words, without any names?",
)

_AGES = ("0 to 4", "5 to 10", "11 to 15", "16 to 19", "20 to 25")
_NEEDS = (
    "Autism",
    "ADHD",
    "Speech, language and communication",
    "Social, emotional and mental health",
    "Learning difficulty (moderate, severe or profound)",
    "Physical disability",
    "Hearing, vision or both",
)
_SETTINGS = (
    "Nursery or pre-school",
    "Mainstream primary school",
    "Mainstream secondary school",
    "Special school",
    "Alternative provision",
    "College or sixth form",
    "No school place at the moment",
)
_CHANGES = ("Got better", "Stayed the same", "Got worse", "Does not apply to us")

_WHEN = (
    "Since September",
    "For {n} months",
    "After {n} phone calls",
    "Last week",
    "In Year {y}",
    "Before half term",
    "This term",
    "At the annual review",
    "When we moved house",
    "Over the summer",
    "For the first time",
    "{n} weeks after the referral",
    "On the day of the meeting",
    "Every Monday",
    "Since the new SENCo came",
    "Twice this year",
    "Once he turned {a}",
    "Honestly",
    "To be fair",
    "As far as I can tell",
)
_WHO = (
    "the school",
    "the speech therapist",
    "the case worker",
    "the paediatrician",
    "the educational psychologist",
    "CAMHS",
    "the council",
    "the GP",
    "his teaching assistant",
    "her form tutor",
    "the head",
    "the nurse",
    "the autism team",
    "the taxi firm",
    "the social worker",
    "the OT",
    "the nursery",
    "the college",
    "the advice service",
    "a very kind lady on the phone",
)
_DID = (
    "wrote to us and nobody followed it up",
    "rang back the same day",
    "said we are still on the waiting list",
    "put him on a part-time timetable",
    "lost the forms and asked for them again",
    "sent a draft plan with the wrong name in it",
    "came out and spent a whole morning with her",
    "excluded him for {n} days",
    "told us it was somebody else's job",
    "listened, really listened, and changed the plan",
    "cancelled the appointment",
    "stopped the sessions without telling anyone",
    "asked what he wanted, not what we wanted",
    "made us tell the whole story again",
    "found her a place we had never heard of",
    "left and has not been replaced",
    "explained everything in plain words",
    "said no and would not say why",
    "did exactly what they had promised",
    "offered a parenting course instead",
    "wrote a plan that says nothing you could hold anyone to",
    "sent her home before lunch again",
    "gave us {n} minutes and a leaflet",
    "agreed to meet with health and care in one room",
    "moved us up the list",
)
_SO = (
    ".",
    ", and I cried in the car.",
    ", which made all the difference.",
    ", so we paid £{p} to go private.",
    " and he has been happier since.",
    " and that was the end of it.",
    ", again.",
    "!",
    ", and I have given up work.",
    ", which is all we ever asked for.",
    " but nothing has changed at home.",
    ", and nobody can tell us what happens next.",
    ", which I would not wish on anybody.",
    ", and we are grateful.",
    " and now she will not go in at all.",
)


def feedback_texts(count: int, seed: int) -> list[str]:
    """Return `count` mostly distinct texts; the same seed gives the same texts.

    Lengths are log-normal about a median of 140 characters, none over 4,000.
    """
    rng = _random(seed)
    sentence = _sentences(rng)
    return [_text(rng, sentence) for _ in range(count)]


def forms_export(path: Path, rows: int, seed: int) -> None:
    """Write a Microsoft Forms export with `rows` answers; the name's ending says .csv or .xlsx.

    The CSV is as Excel saves it with British dates in UTF-8 with a byte order mark.
    """
    writers: dict[str, Callable[[Path, Iterator[list[Cell]]], None]] = {
        ".csv": _write_csv,
        ".xlsx": _write_xlsx,
    }
    writers[path.suffix](path, _answers(rows, seed))


def _random(seed: int) -> random.Random:
    return random.Random(seed)


def _sentences(rng: random.Random) -> Callable[[], str]:
    """Return a quick source of sentences: beginnings and ends, made once, joined at random."""
    starts = [_filled(rng, _WHEN, _WHO) for _ in range(2_000)]
    ends = [_filled(rng, _DID, _SO, joint="") for _ in range(5_000)]

    def sentence() -> str:
        return f"{starts[int(rng.random() * 2_000)]} {ends[int(rng.random() * 5_000)]}"

    return sentence


def _filled(
    rng: random.Random, first: Sequence[str], second: Sequence[str], joint: str = " "
) -> str:
    return f"{rng.choice(first)}{joint}{rng.choice(second)}".format(
        n=rng.randint(2, 40), y=rng.randint(1, 11), a=rng.randint(5, 18), p=rng.randint(5, 250) * 10
    )


def _text(rng: random.Random, sentence: Callable[[], str]) -> str:
    wanted = min(rng.lognormvariate(0, 0.8) * MEDIAN_LENGTH, LONGEST)
    text = sentence()
    while len(text) < wanted:
        longer = f"{text} {sentence()}"
        if len(longer) - wanted > wanted - len(text):
            break
        text = longer
    return text[:LONGEST]


def _answers(rows: int, seed: int) -> Iterator[list[Cell]]:
    rng = _random(seed)
    sentence = _sentences(rng)
    opened = datetime.fromisoformat("2021-09-06T07:00:00")
    for number in range(1, rows + 1):
        started = opened + timedelta(seconds=number * 61)
        yield [
            number,
            started,
            started + timedelta(seconds=rng.randint(60, 1_800)),
            "anonymous",
            "",
            "",
            rng.choice(_AGES),
            _ticks(rng, _NEEDS),
            rng.choice(_SETTINGS),
            rng.choice(_CHANGES),
            rng.randint(1, 5),
            _text(rng, sentence) if rng.random() < 0.55 else "",
            _text(rng, sentence) if rng.random() < 0.9 else "",
            "Yes" if rng.random() < 0.8 else "No",
        ]


def _ticks(rng: random.Random, options: Sequence[str]) -> str:
    # Microsoft Forms keeps the order of the options and ends with a semicolon.
    chosen = sorted(rng.sample(range(len(options)), rng.randint(1, 3)))
    return "".join(f"{options[place]};" for place in chosen)


def _write_csv(path: Path, rows: Iterator[list[Cell]]) -> None:
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        out = csv.writer(file)
        out.writerow(HEADERS)
        for row in rows:
            out.writerow(
                [
                    f"{cell:%d/%m/%Y %H:%M:%S}" if isinstance(cell, datetime) else cell
                    for cell in row
                ]
            )


def _write_xlsx(path: Path, rows: Iterator[list[Cell]]) -> None:
    options = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(path, options) as book:
        sheet = book.add_worksheet("Sheet1")
        moment = book.add_format({"num_format": "m/d/yy h:mm:ss"})
        sheet.write_row(0, 0, HEADERS)
        for number, row in enumerate(rows, start=1):
            for column, cell in enumerate(row):
                if isinstance(cell, datetime):
                    sheet.write_datetime(number, column, cell, moment)
                elif cell != "":
                    sheet.write(number, column, cell)
