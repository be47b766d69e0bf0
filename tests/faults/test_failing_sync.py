"""A disk that fails once at `fsync`: what was not saved is said so, and nothing else is lost."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.faults.processes import run

pytestmark = [
    pytest.mark.slow,
    pytest.mark.timeout(600),
    pytest.mark.skipif(not sys.platform.startswith("linux"), reason="needs LD_PRELOAD"),
]

SOURCE = Path(__file__).with_name("failing_sync.c")
SAID = (
    "The disk that holds forum{} cannot be read or written. {} If it is a drive or stick, plug it "
    "back in; if it is full, free some space."
)
KINDS = {
    "DiskTrouble": "What was saved before is kept.",
    "NotSaved": "This change was not saved; what was saved before is kept.",
}


@pytest.fixture
def shim(tmp_path: Path) -> Path:
    """What is put before the system's own `fsync`."""
    compiler = shutil.which("cc")
    if compiler is None:
        pytest.skip("no C compiler here")
    made = tmp_path / "failing_sync.so"
    subprocess.run(  # noqa: S603 - the system's own compiler
        [compiler, "-shared", "-fPIC", "-Wall", "-Werror", "-o", made, SOURCE, "-ldl"], check=True
    )
    return made


def is_said(refusal: list[str]) -> bool:
    """Tell whether a refusal says what became of the work, and of a save that it is not saved."""
    step, kind, said = refusal
    is_save = step == "undo" or step.startswith("save")
    fits = kind == "NotSaved" if is_save else kind in KINDS
    return fits and said in {SAID.format(name, KINDS[kind]) for name in ("", ".db")}


def test_no_failure_to_reach_the_disk_loses_or_brings_back_anything(
    tmp_path: Path, shim: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    ran = run(
        "tests.faults.failing_sync",
        tmp_path / "disk",
        home=tmp_path,
        given={"LD_PRELOAD": str(shim)},
    )
    assert ran.returncode == 0, ran.stderr
    tries: list[dict[str, Any]] = [json.loads(line) for line in ran.stdout.splitlines()]
    undisturbed, lived = tries[0]["told"], [each for each in tries if not each["dies"]]
    assert undisturbed["refused"] == []
    assert len(lived) == 1 + undisturbed["syncs"] > 30
    lost = came_back = corrupt = 0
    refused: list[list[str]] = []
    for each in tries:
        told, kept = each["told"], each["kept"]
        refused += told["refused"] if not each["dies"] else []
        lost += any(words not in kept["words"] for words in told["words"])
        came_back += any(words not in told["words"] for words in kept["words"])
        corrupt += not kept["sound"] or kept["odd"] or not all(kept["copies"])
        if not each["dies"]:  # what was refused is done at the second try, and the rest at once
            assert told["steps"] == undisturbed["steps"]
            assert kept["words"] == undisturbed["words"]
            assert (len(kept["copies"]), kept["left"]) == (1, [])
            assert len(told["refused"]) <= 1
    with capsys.disabled():
        told = (
            f"failed syncs {len(lived) - 1} · refused {len(refused)} · lost {lost} · "
            f"came back {came_back} · corrupt {corrupt}"
        )
        os.write(1, f"\n{told}\n".encode())
    assert (lost, came_back, corrupt) == (0, 0, 0)
    assert [each for each in refused if not is_said(each)] == []
    assert {each[0] for each in refused} >= {"make", "save one", "save two", "undo", "copy"}
