"""Killed while it writes a pack, again and again: every file is whole, the rest is tidied."""

import itertools
import os
import random
import signal
import time
import warnings
from pathlib import Path
from typing import NoReturn

import pytest

from pcf_desktop.exporters import safely
from tests.often import often

PACK = ("Pack.pdf", "Pack.docx", "Pack.xlsx")
SEED = 20_260_304


def write_for_ever(folder: Path, pipe: int, *, anew: bool) -> NoReturn:
    """Write a pack of three files again and again, and say each time that it stands."""
    try:
        for at in itertools.count():
            data = b"%08d" % at * 40_000
            named = [folder / (f"{at:08d} {name}" if anew else name) for name in PACK]
            safely.write_all([safely.File(n, data, lambda _part: None) for n in named], anew=anew)
            os.write(pipe, b".")
    finally:
        os._exit(1)


def killed_after(seconds: float, folder: Path, *, anew: bool = False) -> int:
    """Kill a process that writes packs; return how many it said stand."""
    reading, writing = os.pipe()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)
        child = os.fork()
    if child == 0:
        write_for_ever(folder, writing, anew=anew)
    os.close(writing)
    assert os.read(reading, 1) == b"."
    time.sleep(seconds)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    said = 1 + len(os.read(reading, 1_000))
    os.close(reading)
    return said


@pytest.mark.slow
@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork and SIGKILL")
@often(48, 100)
def test_a_kill_at_any_moment_leaves_whole_files_and_an_hour_later_they_are_tidied(
    times, tmp_path, capsys, monkeypatch
):
    draw, half_way, damaged = random.Random(SEED), 0, 0
    for kill in range(times):
        killed_after(0.05 * (kill + draw.random()) / times, tmp_path)
        for name in PACK:
            data = (tmp_path / name).read_bytes()
            damaged += len(data) != 8 * 40_000 or data != data[:8] * 40_000
        parts = [found for found in tmp_path.iterdir() if found.name not in PACK]
        half_way += bool(parts)
        with monkeypatch.context() as later:
            later.setattr(safely, "_ABANDONED", -1)
            safely.tidy(tmp_path)
        assert sorted(found.name for found in tmp_path.iterdir()) == sorted(PACK)
    with capsys.disabled():
        said = f"kills in export {times} · half-way {half_way} · damaged {damaged} · seed {SEED}"
        os.write(1, f"\n{said}\n".encode())
    assert damaged == 0
    assert half_way / times > 0.3


@pytest.mark.slow
@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork and SIGKILL")
@often(24, 100)
def test_a_kill_at_any_moment_leaves_every_new_file_whole_and_every_earlier_one(times, tmp_path):
    draw = random.Random(SEED)
    for kill in range(times):
        folder = tmp_path / str(kill)
        folder.mkdir()
        said = killed_after(draw.uniform(0, 0.05), folder, anew=True)
        stand = {found.name: found.read_bytes() for found in folder.glob("0*")}
        assert all(data == name[:8].encode() * 40_000 for name, data in stand.items())
        assert stand.keys() >= {f"{at:08d} {name}" for at in range(said) for name in PACK}
