"""A program that falls over leaves no image of its memory, nor does what it has started."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.faults.processes import own

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="looks at what Linux tells")

FALLS_OVER = """
import ctypes, os, resource, sys
hard = resource.getrlimit(resource.RLIMIT_CORE)[1]
resource.setrlimit(resource.RLIMIT_CORE, (hard, hard))  # as generous as this computer ever is
from pcf_desktop import __main__ as start, cli, dumps

def fall_over(_arguments):
    print("dumpable", ctypes.CDLL(None).prctl(3, 0, 0, 0, 0))  # PR_GET_DUMPABLE
    print("limit", *resource.getrlimit(resource.RLIMIT_CORE))
    child = os.posix_spawn(sys.executable, [sys.executable, "-c", "import os; os.abort()"], {})
    print("child", os.WCOREDUMP(os.waitpid(child, 0)[1]), flush=True)
    os.abort()

cli.main = fall_over
if sys.argv.pop() == "as it was":
    dumps.forbid = lambda: None
start.main()
"""


def fall_over(place: Path, how: str) -> tuple[str, bool]:
    """Let the program abort in a command; return what it said, and whether it was dumped."""
    place.mkdir()
    said = place / "said"
    with said.open("w") as out:
        ran = subprocess.Popen(  # noqa: S603 - our own interpreter
            [sys.executable, "-c", FALLS_OVER, "check", how],
            env=own(place), cwd=place / "cwd", stdout=out,
        )  # fmt: skip
        status = os.waitpid(ran.pid, 0)[1]
        ran.returncode = -os.WTERMSIG(status)
    assert ran.returncode == -6
    return said.read_text(), os.WCOREDUMP(status)


def test_no_image_is_written_of_it_nor_of_what_it_has_started(tmp_path: Path) -> None:
    said, dumped = fall_over(tmp_path / "now", "now")
    assert said == "dumpable 0\nlimit 0 0\nchild False\n"
    assert not dumped
    assert list((tmp_path / "now" / "cwd").iterdir()) == []


def test_else_one_would_be_written(tmp_path: Path) -> None:
    said, dumped = fall_over(tmp_path / "was", "as it was")
    assert "dumpable 1\n" in said
    if "limit 0 0\n" in said or not dumped:
        pytest.skip("this computer writes none of any program")
    assert dumped
