"""What ships is found in a checkout and in a wheel; the person's own is in their folders."""

import subprocess
import sys
from pathlib import Path

import pytest

from pcf_desktop import paths


def test_what_ships_is_found_beside_the_package_in_a_checkout() -> None:
    assert paths.shipped("db", "versions").is_dir()
    assert paths.shipped("resources", "reference", "need.toml").is_file()


def test_what_ships_is_found_inside_the_package_in_a_wheel(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "_shipped").mkdir()
    monkeypatch.setattr(paths, "_PACKAGE", tmp_path)
    assert paths.shipped("db") == tmp_path / "_shipped" / "db"


def test_the_persons_folders_are_apart_and_below_their_home(tmp_path: Path) -> None:
    code = (
        "from pcf_desktop import paths; print(paths.forums(), paths.state(), paths.logs(), sep='|')"
    )
    ran = subprocess.run(  # noqa: S603 - our own interpreter
        [sys.executable, "-c", code], capture_output=True, text=True, check=True,
        env={"HOME": str(tmp_path), "PYTHONPATH": str(Path(paths.__file__).parents[1])},
    )  # fmt: skip
    found = ran.stdout.strip().split("|")
    assert len(set(found)) == 3
    assert all(place.startswith(str(tmp_path)) and "PCF Desktop" in place for place in found)
