"""Knowing the answers of a survey again, against reading the same file."""

import csv
import random
import time
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from pcf_desktop.importers.surveys import read
from pcf_desktop.progress import silent
from pcf_desktop.services.surveys import importing
from pcf_desktop.services.surveys.importing import Source
from pcf_desktop.workspace import Workspace

pytestmark = [pytest.mark.slow, pytest.mark.bench, pytest.mark.timeout(600)]

ROWS = 100_000
SECONDS, MINUTES = "%d/%m/%Y %H:%M:%S", "%d/%m/%Y %H:%M"
BARS = {"by ids": 2.5, "by fingerprints": 4.0, "by time and likeness": 14.0}
ASKED = [
    "How old is your child?",
    "Has support changed?",
    *(f"How well does service {n} work?" for n in range(6)),
    "How well do services work together (1 to 5)?",
    "What most needs to change?",
]
WELL = ("Very well", "Quite well", "Not well")


def answers(count: int) -> Iterator[tuple[datetime, list[str]]]:
    drawn = random.Random(3)
    when = datetime(2015, 1, 1, 8)  # noqa: DTZ001 - as the tool writes it
    for at in range(count):
        when += timedelta(seconds=drawn.randint(20, 4000))
        weeks = f"We waited {drawn.randint(1, 90)} weeks and nobody rang us ({at})"
        yield (
            when,
            [
                drawn.choice(("0 to 4", "5 to 10", "11 to 15")),
                drawn.choice(("Got better", "Stayed the same", "Got worse")),
                *(drawn.choice(WELL) for _ in range(6)),
                drawn.choice("12345"),
                weeks if drawn.random() < 0.6 else "",
            ],
        )


def write(path: Path, dates: str, *, ids: bool) -> Path:
    with path.open("w", encoding="utf-8", newline="") as file:
        own = ["ID", "Start time", "Completion time"] if ids else ["Timestamp"]
        csv.writer(file).writerow([*own, *ASKED])
        csv.writer(file).writerows(
            [*([at, when.strftime(dates)] if ids else []), when.strftime(dates), *said]
            for at, (when, said) in enumerate(answers(ROWS), start=1)
        )
    return path


def bring(workspace: Workspace, path: Path) -> tuple[importing.Report, float, float]:
    """Import; return the report, the seconds of reading and those of bringing it in."""
    began = time.perf_counter()
    sheet = read(path)
    was_read = time.perf_counter()
    with workspace.change("import") as session:
        source = Source(path.name, "0" * 64)
        report = importing.import_survey(session, sheet, "A", source, silent)
    return report, was_read - began, time.perf_counter() - was_read


@pytest.mark.parametrize("how", list(BARS))
def test_answers_are_known_again_in_a_few_times_their_reading(
    workspace: Workspace, tmp_path: Path, how: str, capsys: pytest.CaptureFixture[str]
) -> None:
    ids = how == "by ids"
    bring(workspace, write(tmp_path / "a.csv", SECONDS, ids=ids))
    dates = MINUTES if how == "by time and likeness" else SECONDS
    report, reading, knowing = bring(workspace, write(tmp_path / "b.csv", dates, ids=ids))
    with capsys.disabled():
        print(  # noqa: T201 - the figures are what this is for
            f"\n{ROWS:,} answers known again {how}: {knowing:.2f} s, {reading:.2f} s, "
            f"{knowing / reading:.2f}, {BARS[how]}"
        )
    assert (report.imported, report.already_here) == (0, ROWS)
    assert knowing / reading <= BARS[how]
