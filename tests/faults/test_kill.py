"""A program killed at any moment of an import has kept what it said was saved, and nothing half."""

import os
import random
import shutil
import signal
import time
import warnings
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import NoReturn

import pytest
from sqlalchemy import func, select

from pcf_desktop.importers.sheet import Sheet
from pcf_desktop.importers.surveys import read
from pcf_desktop.records import Answer, AuditEntry, Feedback, ImportBatch, Response
from pcf_desktop.services.surveys import importing
from pcf_desktop.services.surveys.importing import Source
from pcf_desktop.workspace import Workspace, connection
from pcf_desktop.workspace.data_key import DataKey
from tests.conftest import DEVICE, KEY
from tests.generator import forms_export
from tests.often import often

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork and SIGKILL"),
    pytest.mark.timeout(1800),
]

ROWS = 300
BATCHES = 4
SEED = 20_260_301


@dataclass
class Found:
    """What the kills came to."""

    kills: int

    acknowledged: int = 0
    lost: int = 0
    partial: int = 0
    corrupt: int = 0
    inside: int = 0
    batches: Counter[int] = field(default_factory=Counter)

    def line(self) -> str:
        inside = f"{self.inside / self.kills:.0%}"
        return (
            f"kills {self.kills} · acknowledged {self.acknowledged} · lost {self.lost} · partial "
            f"{self.partial} · corrupt {self.corrupt} · in-transaction {inside}"
        )


def opened(path: Path) -> Workspace:
    return Workspace(connection.connect(path, DataKey(KEY)), DEVICE)


@pytest.fixture(scope="module")
def exports(tmp_path_factory: pytest.TempPathFactory) -> list[Sheet]:
    """Exports of 300 answers each, of which none is in another."""
    folder = tmp_path_factory.mktemp("exports")
    sheets = []
    for number in range(BATCHES):
        forms_export(folder / f"{number}.csv", ROWS, seed=SEED + number)
        text = (folder / f"{number}.csv").read_text("utf-8-sig").splitlines(keepends=True)
        moved = [f"{number}0{line}" if line[0].isdigit() else line for line in text[1:]]
        (folder / f"{number}.csv").write_text("".join([text[0], *moved]), "utf-8-sig")
        sheets.append(read(folder / f"{number}.csv"))
    return sheets


def import_one(workspace: Workspace, sheet: Sheet, inside: Callable[[], None]) -> None:
    def progress(done: int, total: int) -> None:
        inside()

    with workspace.change("Import a survey") as session:
        source = Source("answers.csv", "0" * 64)
        importing.import_survey(session, sheet, "Autumn", source, progress)


def import_all(path: Path, exports: Sequence[Sheet], say: Callable[[str], None]) -> None:
    """Import each export in a change of its own, and say `ack` once it is committed."""
    workspace = opened(path)
    say("ready")
    for number, sheet in enumerate(exports, start=1):
        import_one(workspace, sheet, lambda: say("in"))
        say(f"ack {number}")
    time.sleep(60)


def tell(pipe: int, words: str) -> None:
    os.write(pipe, f"{words}\n".encode())


def child(path: Path, exports: Sequence[Sheet], pipe: int) -> NoReturn:
    try:
        import_all(path, exports, lambda words: tell(pipe, words))
    finally:
        os._exit(1)


def kill_after(seconds: float, path: Path, exports: Sequence[Sheet]) -> list[str]:
    """Import in a child that is killed so long after it is ready; return what it said."""
    reading, writing = os.pipe()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)
        process = os.fork()
    if process == 0:
        os.close(reading)
        child(path, exports, writing)
    os.close(writing)
    with os.fdopen(reading, encoding="ascii") as said:
        assert said.readline() == "ready\n"
        time.sleep(seconds)
        os.kill(process, signal.SIGKILL)
        os.waitpid(process, 0)
        return said.read().split("\n")[:-1]


def look(path: Path, said: Sequence[str], found: Found, whole: Sequence[tuple[int, ...]]) -> None:
    """Open what the killed one left, and count what is wrong with it."""
    acknowledged = sum(line.startswith("ack") for line in said)
    found.acknowledged += acknowledged
    found.inside += bool(said) and said[-1] == "in"
    workspace = opened(path)
    try:
        health = workspace.health()
        with workspace.read() as session:
            kept = session.scalars(select(ImportBatch.id).order_by(ImportBatch.id)).all()
            entries = session.scalar(select(func.count()).select_from(AuditEntry)) or 0
            every = [session.scalar(select(func.count()).select_from(t)) for t in TABLES]
            rows = [
                tuple(session.scalar(select(func.count()).where(c == key)) or 0 for c in OF_BATCH)
                for key in kept
            ]
    finally:
        workspace.close()
    found.batches[len(kept)] += 1
    found.lost += max(0, acknowledged - len(kept))
    sums = [sum(each[place] for each in whole[: len(kept)]) for place in range(len(TABLES))]
    half = rows != [each[: len(OF_BATCH)] for each in whole[: len(kept)]] or every != sums
    found.partial += half or entries != 1 + len(kept) or len(kept) > acknowledged + 1
    found.corrupt += not health.is_sound


OF_BATCH = (Response.batch_id, Feedback.batch_id)
TABLES = (Response, Feedback, Answer)


def whole_imports(path: Path, exports: Sequence[Sheet]) -> tuple[list[tuple[int, ...]], float]:
    """Import undisturbed; return the rows of each import, and how long all of them took."""
    workspace, began = opened(path), time.perf_counter()
    counts = [(0,) * len(TABLES)]
    for sheet in exports:
        import_one(workspace, sheet, lambda: None)
        with workspace.read() as session:
            now = tuple(
                session.scalar(select(func.count()).select_from(table)) or 0 for table in TABLES
            )
        counts.append(now)
    took = time.perf_counter() - began
    workspace.close()
    steps = zip(counts[1:], counts, strict=False)
    return [tuple(a - b for a, b in zip(*pair, strict=True)) for pair in steps], took


@often(30, 200)
def test_nothing_acknowledged_is_lost_and_nothing_half_is_kept(
    times: int,
    empty_forum: Path,
    exports: list[Sheet],
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """The kills are spread over the whole of the imports, one in each of so many parts."""
    whole, took = whole_imports(Path(shutil.copy(empty_forum, tmp_path / "whole.db")), exports)
    draw, found = random.Random(SEED), Found(times)
    for number in range(times):
        path = Path(shutil.copy(empty_forum, tmp_path / f"{number}.db"))
        look(path, kill_after(took * (number + draw.random()) / times, path, exports), found, whole)
        path.unlink()
    with capsys.disabled():
        os.write(1, f"\n{found.line()} · seed {SEED}\n".encode())
    assert (found.lost, found.partial, found.corrupt) == (0, 0, 0)
    assert found.inside / times > 0.3
    assert len(found.batches) > 2
