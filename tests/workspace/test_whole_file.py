"""The old file or the new one, never half, and readable by its owner alone."""

import errno
import os
import stat
from pathlib import Path

import pytest

from pcf_desktop.workspace import whole_file
from tests.workspace.small_forum import dies_at

OLD, NEW = b"old" * 1000, b"new" * 2000


@pytest.fixture
def path(tmp_path: Path) -> Path:
    place = tmp_path / "kept" / "file.json"
    place.parent.mkdir()
    whole_file.write(place, OLD)
    return place


def test_it_replaces_the_file(path: Path) -> None:
    whole_file.write(path, NEW)
    assert path.read_bytes() == NEW
    assert path.stat().st_mode & 0o777 == 0o600
    assert list(path.parent.iterdir()) == [path]


def test_a_failure_leaves_the_old_file_and_nothing_else(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(_handle: int) -> None:
        raise OSError("no space")

    monkeypatch.setattr(os, "fsync", fails)
    with pytest.raises(OSError, match="no space"):
        whole_file.write(path, NEW)
    assert path.read_bytes() == OLD
    assert list(path.parent.iterdir()) == [path]


def test_where_only_the_folder_fails_the_new_file_stands_and_nothing_is_raised(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sync = os.fsync

    def fails(handle: int) -> None:
        if stat.S_ISDIR(os.fstat(handle).st_mode):
            raise OSError(errno.EIO, "the disk has an error")
        sync(handle)

    monkeypatch.setattr(os, "fsync", fails)
    whole_file.write(path, NEW)
    assert path.read_bytes() == NEW


@pytest.mark.parametrize("how", [{"to_disk": True}, {"to_disk": False}])
def test_a_kill_at_any_step_leaves_the_old_or_the_new(path: Path, how: dict[str, bool]) -> None:
    step, found = 1, set()
    while dies_at(step, lambda: whole_file.write(path, NEW, **how)):
        found.add(path.read_bytes())
        step += 1
    assert step > 3
    assert found <= {OLD, NEW}
    assert OLD in found
    assert path.read_bytes() == NEW
    assert list(path.parent.iterdir()) == [path]


def test_a_file_another_wrote_can_be_settled(path: Path) -> None:
    whole_file.settle_file(path)
    assert path.read_bytes() == OLD
