"""Makes one small change for each promise, and counts how many its tests catch: `make mutations`.

The changes are a table, `mutations.toml`. Each is made in a copy of the tree, never in the tree
itself; before the first of them the tests must pass as they are. Exit codes: 0 every change was
caught; 1 one lived or could not be tried; 2 the table no longer fits the program.
"""

import os
import shutil
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

ROOT = Path(__file__).parents[1]
TABLE = Path(__file__).with_name("mutations.toml")
PARTS = ("pcf_desktop", "resources", "db", "tests")
PATIENCE = 1_200
"""Seconds for the tests of one change; one that makes them wait for ever was not tried."""


@dataclass(frozen=True)
class Mutation:
    """A change that breaks a promise: `old` text becomes `new` in a file, and `tests` must fail."""

    promise: str
    says: str
    file: str
    old: str
    new: str
    tests: tuple[str, ...]

    def misfit(self, root: Path = ROOT) -> str:
        """Return why the change cannot be made in a tree, empty when it can."""
        there = root / self.file
        found = there.read_text(encoding="utf-8").count(self.old) if there.is_file() else 0
        missing = [test for test in self.tests if not (root / test.partition("::")[0]).is_file()]
        if found == 1 and not missing and self.tests:
            return ""
        tests = f"; no test file {', '.join(missing)}" if missing else ""
        return f"{self.promise} ({self.says}): stands {found} times in {self.file}{tests}"


class Fate(Enum):
    """What became of a change."""

    CAUGHT = "caught"
    LIVED = "LIVED"
    UNTRIED = "COULD NOT BE TRIED"


def listed(table: Path = TABLE) -> list[Mutation]:
    """Return the changes of the table; raises `TypeError` for a row that lacks or adds a word."""
    rows = tomllib.loads(table.read_text(encoding="utf-8"))["mutation"]
    return [Mutation(**{**row, "tests": tuple(row["tests"])}) for row in rows]


def tried(mutations: Sequence[Mutation], copy: Path) -> Iterator[tuple[Mutation, Fate]]:
    """Make each change in the copy, run its tests, and take it back."""
    for mutation in mutations:
        place = copy / mutation.file
        before = place.read_text(encoding="utf-8")
        place.write_text(before.replace(mutation.old, mutation.new), encoding="utf-8")
        try:
            yield mutation, _fate(_run(mutation.tests, copy))
        finally:
            place.write_text(before, encoding="utf-8")


def _fate(code: int | None) -> Fate:
    return {0: Fate.LIVED, 1: Fate.CAUGHT}.get(-1 if code is None else code, Fate.UNTRIED)


def _run(tests: Sequence[str], copy: Path) -> int | None:
    """Return pytest's exit code (1: a test failed), None when it went on too long."""
    environment = os.environ | {
        "PYTHONPATH": str(copy),
        "PYTHONDONTWRITEBYTECODE": "1",  # one of the same size and second would be taken for new
        "QT_QPA_PLATFORM": "offscreen",
    }
    command = [sys.executable, "-m", "pytest", "-x", "-q", "-p", "no:cacheprovider", *tests]
    try:
        ran = subprocess.run(  # noqa: S603 - our own interpreter
            command, cwd=copy, env=environment, capture_output=True, timeout=PATIENCE, check=False
        )
    except subprocess.TimeoutExpired:
        return None
    return ran.returncode


def _copied(to: Path) -> Path:
    for part in PARTS:
        shutil.copytree(ROOT / part, to / part, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", to)
    return to


def main(promises: Sequence[str]) -> int:
    """Try the changes of these promises, or all; print each, and how many were caught."""
    table = listed()
    wrong = [words for words in (each.misfit() for each in table) if words]
    wrong += [f"no change for {name}" for name in {*promises} - {each.promise for each in table}]
    if wrong:
        _say("\n".join(wrong))
        return 2
    return _count([each for each in table if not promises or each.promise in promises])


def _count(wanted: Sequence[Mutation]) -> int:
    """Try these in a copy, unless the tests fail in it as they are; return the exit code."""
    with tempfile.TemporaryDirectory(prefix="pcf-mutations-") as place:
        copy = _copied(Path(place))
        if _run(list(dict.fromkeys(test for each in wanted for test in each.tests)), copy) != 0:
            _say("The tests fail as they are: nothing was tried.")
            return 2
        caught = sum(_told(mutation, fate) for mutation, fate in tried(wanted, copy))
    kept = len({each.promise for each in wanted})
    _say(f"{caught} of {len(wanted)} changes caught, for {kept} promises.")
    return 0 if caught == len(wanted) else 1


def _told(mutation: Mutation, fate: Fate) -> bool:
    _say(f"{mutation.promise:4} {fate.value:8} {mutation.says}")
    return fate is Fate.CAUGHT


def _say(words: str) -> None:
    sys.stdout.write(f"{words}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
