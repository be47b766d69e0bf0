"""A made-up log of a forum: rows of families nobody has, and the file it is kept in."""

import csv
from collections.abc import Sequence
from pathlib import Path

HEADINGS = (
    "Date said", "Channel", "Event", "District", "Family code", "Email", "Child's age", "Need",
    "SEND status", "May we quote?", "What was said", "Logged by",
)  # fmt: skip

CHANNELS = ("Coffee morning", "Facebook", "Phone", "Email", "WhatsApp")
DISTRICTS = ("Northvale", "Southmere", "Eastcombe")
NEEDS = ("Autism", "ADHD", "SLCN", "Dyslexia", "Hearing impairment")
STATUSES = ("EHCP", "SEN support", "Awaiting EHCNA", "")
ANSWERS = ("Yes", "No", "only anonymously", "ask first", "")
WHAT = ("the waiting list", "transport to school", "the new teaching assistant", "the plan review")


def rows(count: int = 200) -> list[list[str]]:
    """Return so many rows of 60 families; every tenth row says no code, but an address or none."""
    found = []
    for n in range(count):
        family = n % 60 + 1
        code = f"FAM/{family:02d}" if n % 10 else ""
        mail = f"parent{family}@example.org" if n % 20 == 0 else ""
        day = f"{n % 27 + 1:02d}/{n % 12 + 1:02d}/2025"
        channel = CHANNELS[n % 5]
        event = "Coffee at the library" if channel == "Coffee morning" else ""
        found.append([
            day, channel, event, DISTRICTS[family % 3], code, mail, str(3 + family % 15),
            NEEDS[family % 5], STATUSES[family % 4], ANSWERS[n % 5],
            f"Family {family} told us how {WHAT[n % 4]} went on visit {n}.", "JB",
        ])  # fmt: skip
    return found


def write(path: Path, body: Sequence[Sequence[str]], headings: Sequence[str] = HEADINGS) -> Path:
    """Write a log as a spreadsheet program saves it as CSV."""
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        csv.writer(file).writerows([headings, *body])
    return path
