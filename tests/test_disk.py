"""The disk is asked about the right folder, and one that it cannot tell of is no fault."""

import errno
import os
from pathlib import Path

import pytest

from pcf_desktop import disk


@pytest.mark.skipif(os.name != "posix", reason="Windows is not asked to settle a folder")
def test_the_names_in_a_folder_are_settled(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    sync, asked = os.fsync, list[int]()

    def hear(handle: int) -> None:
        asked.append(os.fstat(handle).st_ino)
        sync(handle)

    monkeypatch.setattr(os, "fsync", hear)
    disk.settle(tmp_path)
    assert asked == [tmp_path.stat().st_ino]


@pytest.mark.parametrize("step", ["open", "fsync"])
def test_a_folder_the_disk_cannot_tell_of_is_no_fault(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    def fails(*_: object) -> None:
        raise OSError(errno.EACCES, "not for you")

    monkeypatch.setattr(os, step, fails)
    disk.settle(tmp_path)
