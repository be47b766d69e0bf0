"""Ten thousand damaged files: none crashes the reader, hangs it, or fills the memory."""

import subprocess
import sys
from pathlib import Path

import pytest

_ROOT = Path(__file__).parents[2]


def _fuzz(times: int, seed: int) -> str:
    done = subprocess.run(  # noqa: S603 - our own module
        [sys.executable, "-m", "tests.importers.fuzz_survey_files", str(times), str(seed)],
        cwd=_ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr[-2000:]
    return done.stdout


@pytest.mark.slow
def test_ten_thousand_damaged_files_are_read_or_refused(capsys: pytest.CaptureFixture[str]) -> None:
    said = _fuzz(200, 20261122)
    with capsys.disabled():
        print(f"\n{said}", end="")  # noqa: T201 - the figure that the test is for
    assert said.startswith("10000 damaged files")
