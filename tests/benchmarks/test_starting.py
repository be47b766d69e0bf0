"""How long the window takes to be there, and how much memory a large forum takes open."""

import os
import shutil
import subprocess
import sys
from pathlib import Path
from statistics import median

import pytest

from pcf_desktop.workspace import lock
from tests.benchmarks.conftest import COMMENTS, Big, Say

pytestmark = [pytest.mark.slow, pytest.mark.bench, pytest.mark.timeout(900)]

ROUNDS = 5
MOST_MB = 350


def alone(home: Path, *arguments: str) -> float:
    """Run the program in a process of its own, without a screen; return its figure."""
    own = {**os.environ, "HOME": str(home), "QT_QPA_PLATFORM": "offscreen"}
    ran = subprocess.run(  # noqa: S603 - our own module
        [sys.executable, "-m", "tests.benchmarks.opened_alone", *arguments],
        cwd=Path(__file__).parents[2], env=own, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert ran.returncode == 0, ran.stderr
    return float(ran.stdout)


def test_the_window_is_soon_there(tmp_path: Path, say: Say) -> None:
    alone(tmp_path, "start")
    pairs = [(alone(tmp_path, "start"), alone(tmp_path, "bare")) for _ in range(ROUNDS)]
    ours, floor = (median(pair[place] for pair in pairs) * 1000 for place in (0, 1))
    say("start to usable window, ms", ours, floor, "no bar")
    assert ours > 0


def test_a_large_forum_takes_little_memory(big: Big, tmp_path: Path, say: Say) -> None:
    assert big.workspace.checkpoint()
    copy_from_outside(big.folder, tmp_path / "forum")
    (tmp_path / "forum" / lock.NOTE).unlink()  # the copy is open nowhere
    peak = alone(tmp_path, "memory", str(tmp_path / "forum"))
    say(f"memory of {COMMENTS:,} comments, every place shown, MB", peak, None, f"≤ {MOST_MB} MB")
    assert len(list((tmp_path / "screens").glob("*.png"))) >= 5
    assert peak <= MOST_MB


def copy_from_outside(folder: Path, to: Path) -> None:
    """Copy an open forum's files as another program would; ours must never open them."""
    subprocess.run([shutil.which("cp") or "cp", "-r", str(folder), str(to)], check=True)  # noqa: S603
