"""How long reading a survey takes, beside the bare reader of its file in the same run.

100,000 responses in 20 columns. Processor seconds, the median of five, so that other work on the
machine counts for little. Ratios are printed, never asserted: machines differ.
"""

import csv
import random
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
import xlsxwriter

from tests.importers.exports import moment

pytestmark = [pytest.mark.slow, pytest.mark.bench, pytest.mark.timeout(900)]

ROWS = 100_000
_ROOT = Path(__file__).parents[2]
_WORDS = [
    "the",
    "school",
    "never",
    "told",
    "us",
    "about",
    "reviews",
    "and",
    "we",
    "waited",
    "months",
]
_ONE = ["Yes", "No", "Not sure", "Prefer not to say"]
_MANY = ["EHC plan", "SEN support", "None, or not yet", "Something else"]

_MEASURE = """
import sys, time
sys.path.insert(0, {root!r})
{setup}
start = time.process_time()
{code}
seconds = time.process_time() - start
status = open("/proc/self/status").read().split()
print(seconds, int(status[status.index("VmHWM:") + 1]) / 1024)
"""
_CALAMINE = (
    "from python_calamine import CalamineWorkbook",
    "rows = CalamineWorkbook.from_path({path!r}).get_sheet_by_index(0).to_python()",
)
_CSV = (
    "import csv",
    "rows = list(csv.reader(open({path!r}, newline='', encoding='utf-8-sig')))",
)
_SETUP = "from pathlib import Path; from pcf_desktop.importers.surveys import read"
_PREVIEW = (_SETUP, "rows = read(Path({path!r})).preview()")
_WHOLE = (_SETUP, "sheet = read(Path({path!r})); n = sum(map(len, sheet.batches()))")
"""The sheet is kept, as the bare readers keep their rows: letting go of cells is not timed."""

_RUNS = 5


@pytest.fixture(scope="module")
def exports(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    folder = tmp_path_factory.mktemp("large")
    rng = random.Random(20261122)
    book = xlsxwriter.Workbook(folder / "large.xlsx", {"constant_memory": True})
    page, when = book.add_worksheet(), book.add_format({"num_format": "dd/mm/yyyy hh:mm:ss"})
    head = ["ID", "Start time", "Completion time", "Email", "Name"]
    head += [f"What about question {number}?" for number in range(15)]
    page.write_row(0, 0, head)
    with (folder / "large.csv").open("w", newline="", encoding="utf-8-sig") as file:
        writer = csv.writer(file)
        writer.writerow(head)
        for number in range(1, ROWS + 1):
            start = moment(2025, 1, 1, 9) + timedelta(minutes=number)
            times = (start, start + timedelta(minutes=5))
            answers = _answers(rng)
            page.write_number(number, 0, number)
            for place, each in enumerate(times, start=1):
                page.write_datetime(number, place, each, when)
            page.write_string(number, 3, "anonymous")
            page.write_row(number, 5, answers)
            clock = [each.strftime("%d/%m/%Y %H:%M:%S") for each in times]
            writer.writerow([number, *clock, "anonymous", "", *answers])
    book.close()
    return folder / "large.xlsx", folder / "large.csv"


def _answers(rng: random.Random) -> list[str | int]:
    single = [rng.choice(_ONE) for _ in range(5)]
    several = [";".join(rng.sample(_MANY, rng.randint(1, 3))) + ";" for _ in range(3)]
    stars = [rng.randint(1, 5) for _ in range(2)]
    stories = [" ".join(rng.choices(_WORDS, k=rng.randint(3, 25))) for _ in range(5)]
    return [*single, *several, *stars, *stories]


def _measure(how: tuple[str, str], path: Path) -> tuple[float, float]:
    """Return seconds (the median) and peak megabytes, each run in a process of its own."""
    setup, code = how
    script = _MEASURE.format(root=str(_ROOT), setup=setup, code=code.format(path=str(path)))
    runs = [
        subprocess.run(  # noqa: S603 - our own script
            [sys.executable, "-c", script], capture_output=True, text=True, check=True
        ).stdout.split()
        for _ in range(_RUNS)
    ]
    return statistics.median(float(run[0]) for run in runs), max(float(run[1]) for run in runs)


@pytest.fixture
def say(capsys: pytest.CaptureFixture[str]) -> Callable[[str], None]:
    def say(words: str) -> None:
        with capsys.disabled():
            sys.stdout.write(f"\n  {words}")

    return say


def test_a_workbook_against_calamine(
    exports: tuple[Path, Path], say: Callable[[str], None]
) -> None:
    floor, _ = _measure(_CALAMINE, exports[0])
    preview, _ = _measure(_PREVIEW, exports[0])
    whole, memory = _measure(_WHOLE, exports[0])
    say(f"XLSX 100,000 x 20: calamine {floor:.2f} s; previewed {preview - floor:+.2f} s (bar +1)")
    say(f"XLSX read whole: {whole:.2f} s, {whole / floor:.2f} x (bar 1.5), {memory:.0f} MB (400)")
    assert floor > 0


def test_a_csv_against_the_standard_reader(
    exports: tuple[Path, Path], say: Callable[[str], None]
) -> None:
    floor, _ = _measure(_CSV, exports[1])
    whole, memory = _measure(_WHOLE, exports[1])
    say(f"CSV read whole: {whole:.2f} s, {whole / floor:.2f} x csv (bar 2), {memory:.0f} MB (400)")
    assert floor > 0


def test_a_small_survey_is_read_at_once(tmp_path: Path, say: Callable[[str], None]) -> None:
    from pcf_desktop.importers.surveys import read  # noqa: PLC0415 - measured warm
    from tests.importers.exports import write_xlsx  # noqa: PLC0415 - only here
    from tests.importers.tools.exports_of_microsoft_forms import everything  # noqa: PLC0415

    path = write_xlsx(tmp_path, everything)
    start = time.perf_counter()
    assert read(path).rows == everything.responses
    say(f"A survey of six answers: {1000 * (time.perf_counter() - start):.1f} ms")
